import { lightWords, type Light } from '@sunledger/shared-types';
import type { ReactNode } from 'react';
import { Text, View } from '../primitives/primitives';
import { lightTones, type Tone } from './tone';

interface ChipProps {
  tone?: Tone;
  /** A character before the words, e.g. ✓; it is decoration. */
  shape?: string;
  children: ReactNode;
}

export function Chip({ tone = 'grey', shape, children }: ChipProps) {
  return (
    <View className={`chip tone-${tone}`}>
      {shape && (
        <Text className="chip__shape" silent>
          {shape}
        </Text>
      )}
      <Text>{children}</Text>
    </View>
  );
}

/** ▶ is an emoji to iOS unless the text form is asked for. */
const textForm = '\uFE0E';

export const shapeOf = (light: Light): string =>
  lightWords[light].shape + (light === 'onTrack' ? textForm : '');

/** The honest light of a task: word, shape and colour. `more` goes behind the word: “临期 · 剩 6 个工作日”. */
export function LightChip({ light, more }: { light: Light; more?: string }) {
  return (
    <Chip tone={lightTones[light]} shape={shapeOf(light)}>
      {lightWords[light].word}
      {more ? ` · ${more}` : ''}
    </Chip>
  );
}

/** 按时答复, 逾期答复: the seal on a finished thing. */
export function Stamp({ tone = 'done', children }: { tone?: Tone; children: ReactNode }) {
  return <View className={`stamp tone-${tone}`}>{children}</View>;
}
