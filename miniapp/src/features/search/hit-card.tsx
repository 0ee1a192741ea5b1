import type { SearchHit, SearchKind } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, Chip, LightChip, View } from '../../ui';
import { Highlighted } from './highlighted';

export const hitWords: Record<SearchKind, string> = {
  plan: '工作要点',
  point: '要点条目',
  task: '任务',
  answer: '公开答复',
};

/** Opens what was found where it stands. */
export function openHit(hit: SearchHit): void {
  if (hit.kind === 'plan') open('plan', { id: hit.id });
  else if (hit.kind === 'point') open('plan', { id: hit.planId ?? 0, point: hit.id });
  else if (hit.kind === 'task') open('task', { id: hit.id });
  else open('message', { id: hit.id });
}

interface HitCardProps {
  hit: SearchHit;
  words: string;
  onTap: () => void;
}

export function HitCard({ hit, words, onTap }: HitCardProps) {
  return (
    <Card onTap={onTap}>
      <View className="row row--top">
        <View className="grow t-strong">
          <Highlighted text={hit.title} words={words} />
        </View>
        <Chip>{hitWords[hit.kind]}</Chip>
      </View>
      {hit.excerpt !== '' && hit.excerpt !== hit.title && (
        <View className="t-2 mt-s clamp-3">
          <Highlighted text={hit.excerpt} words={words} />
        </View>
      )}
      {hit.light && (
        <View className="mt-s">
          <LightChip light={hit.light} />
        </View>
      )}
    </Card>
  );
}
