import { Text, View } from '../primitives/primitives';
import type { Tone } from './tone';

export interface Part {
  tone: Tone;
  count: number;
  /** The word for it, read by screen readers: “已完成”. */
  word: string;
}

const percentOf = (part: number, total: number): number => (total > 0 ? (part / total) * 100 : 0);
const readOut = (parts: readonly Part[]): string =>
  parts
    .filter((p) => p.count > 0)
    .map((p) => `${p.word} ${p.count}`)
    .join('，');

interface ProgressBarProps {
  /** 0 to 100. */
  percent: number;
  tone?: Tone;
  label: string;
  /** Shown behind the bar; `${percent}%` unless told, null for none. */
  value?: string | null;
  thick?: boolean;
}

export function ProgressBar({ percent, tone = 'going', label, value, thick }: ProgressBarProps) {
  const width = Math.min(100, Math.max(0, percent));
  const shown = value === undefined ? `${Math.round(width)}%` : value;
  return (
    <View className="bar-row" role="img" label={`${label} ${shown ?? `${Math.round(width)}%`}`}>
      <View className={thick ? 'bar bar--thick grow' : 'bar grow'}>
        <View className={`bar__part tone-${tone} tone-bg`} style={{ width: `${width}%` }} />
      </View>
      {shown !== null && <Text className="bar-row__value">{shown}</Text>}
    </View>
  );
}

/** How a whole is made up; the words beside it say the same. */
export function StackedBar({ parts, label }: { parts: readonly Part[]; label: string }) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <View className="bar" role="img" label={`${label}：${readOut(parts) || '无'}`}>
      {parts
        .filter((part) => part.count > 0)
        .map((part) => (
          <View
            key={part.word}
            className={`bar__part tone-${part.tone} tone-bg`}
            style={{ width: `${percentOf(part.count, total)}%` }}
          />
        ))}
    </View>
  );
}

interface RingProps {
  parts: readonly Part[];
  value: string;
  caption: string;
}

export function Ring({ parts, value, caption }: RingProps) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  let reached = 0;
  const stops = parts
    .filter((part) => part.count > 0)
    .map((part) => {
      const from = reached;
      reached += percentOf(part.count, total);
      return `var(--${part.tone}) ${from.toFixed(2)}% ${reached.toFixed(2)}%`;
    });
  const background = stops.length > 0 ? `conic-gradient(${stops.join(', ')})` : 'var(--sunk)';
  return (
    <View className="ring" style={{ background }} role="img" label={`${caption} ${value}。${readOut(parts)}`}>
      <View className="ring__hole" silent>
        <Text className="ring__value">{value}</Text>
        <Text className="ring__caption">{caption}</Text>
      </View>
    </View>
  );
}
