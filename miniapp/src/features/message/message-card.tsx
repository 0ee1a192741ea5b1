import { formatMonthDayWeekday, type MessageRow } from '@sunledger/shared-types';
import { serverToday } from '../../platform';
import { Card, Chip, Text, View } from '../../ui';
import { durationWords, kindWords, markOf, momentWords, timeLeftOf } from './message-words';

interface MessageCardProps {
  message: MessageRow;
  selected: boolean;
  onTap: () => void;
}

/** One of my messages: how it stands, what I wrote, and by when it is answered. */
export function MessageCard({ message, selected, onTap }: MessageCardProps) {
  const today = serverToday();
  const mark = markOf(message);
  const left = timeLeftOf(message, today);
  return (
    <Card edge={mark.tone} selected={selected} onTap={onTap}>
      <View className="row row--top">
        <View className="grow">
          <View className="row row--wrap">
            <Chip tone={mark.tone} shape={mark.shape}>
              {mark.word}
            </Chip>
            <Chip>{kindWords(message)}</Chip>
          </View>
        </View>
        {left && <Text className={message.clock === 'overdue' ? 't-strong t-late' : 't-strong'}>{left}</Text>}
      </View>
      <View className="clamp-2 mt-s">{message.text}</View>
      <View className="t-2 mt-s">{outcomeOf(message)}</View>
      <View className="t-note">
        {message.unit.name} · {momentWords(message.receivedAt, today)} 提交
      </View>
    </Card>
  );
}

function outcomeOf(message: MessageRow): string {
  if (message.status === 'withdrawn') return '您已撤回，不再办理';
  if (message.answeredAt) {
    const took = durationWords(message.receivedAt, message.answeredAt);
    const what = message.status === 'declined' ? '不予受理' : '已答复';
    return took ? `${what} · 用时 ${took}` : what;
  }
  const day = formatMonthDayWeekday(message.dueOn);
  if (message.status === 'asked') return '请您补充，补充后继续计时';
  return message.clock === 'overdue' ? `应于 ${day}答复` : `最迟 ${day}答复`;
}
