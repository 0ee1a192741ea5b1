import type { Supervision } from '@sunledger/shared-types';
import { serverToday } from '../../platform';
import { Card, Chip, Text, View } from '../../ui';
import { dueWords, lookOf } from './supervision-words';

interface SupervisionRowProps {
  item: Supervision;
  onTap: () => void;
  selected?: boolean;
}

/** A 督办单 in a list: how it stands, what is asked of whom, by when. */
export function SupervisionRow({ item, onTap, selected }: SupervisionRowProps) {
  const look = lookOf(item);
  return (
    <Card edge={look.tone} onTap={onTap} selected={selected}>
      <View className="row row--wrap row--between">
        <Chip tone={look.tone} shape={look.shape}>
          {look.word}
        </Chip>
        <Text className="t-note">{item.number}</Text>
      </View>
      <View className="inbox__text clamp-3">{item.instruction}</View>
      <View className="t-note clamp-2">
        {item.subject.kind === 'task' ? '任务：' : '留言：'}
        {item.subject.title}
      </View>
      <View className="t-note">
        {item.unit.name} · {dueWords(item, serverToday())}
      </View>
    </Card>
  );
}
