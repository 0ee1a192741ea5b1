import type { ReactNode } from 'react';
import { View } from '../primitives/primitives';
import type { Tone } from './tone';

export interface TimelineEntry {
  key: string | number;
  title: ReactNode;
  note?: ReactNode;
  tone?: Tone;
  /** A hollow dot: still going on. */
  open?: boolean;
  children?: ReactNode;
}

/** What happened, in the order given (newest first reads best). */
export function Timeline({ items }: { items: readonly TimelineEntry[] }) {
  return (
    <View as="ol" className="timeline">
      {items.map((item) => (
        <View as="li" key={item.key} className={`timeline__item tone-${item.tone ?? 'done'}`}>
          <View className="timeline__line" silent />
          <View className={item.open ? 'timeline__dot' : 'timeline__dot timeline__dot--full'} silent />
          <View className="t-strong">{item.title}</View>
          {item.note !== undefined && <View className="t-note">{item.note}</View>}
          {item.children}
        </View>
      ))}
    </View>
  );
}
