import { useEffect, useState } from 'react';
import { scrollToId, useWide } from '../../platform';
import { Button, Sheet, Text, View } from '../../ui';
import './plan-import.scss';

interface SourceLinesProps {
  lines: readonly string[];
  from: number;
  to: number;
  /** Counted from 1; 0 for none. */
  focus: number;
  withIds?: boolean;
}

function SourceLines({ lines, from, to, focus, withIds }: SourceLinesProps) {
  return (
    <View className="source">
      {lines.slice(from - 1, to).map((line, index) => {
        const number = from + index;
        return (
          <View
            key={number}
            id={withIds ? `line-${number}` : undefined}
            className={number === focus ? 'source__line source__line--on' : 'source__line'}
          >
            <Text className="source__number" silent>
              {number}
            </Text>
            <View className="source__text">{line === '' ? ' ' : line}</View>
          </View>
        );
      })}
    </View>
  );
}

interface SourceProps {
  lines: readonly string[];
  /** Counted from 1; 0 for none. */
  focus: number;
}

/** The whole source text beside the reading, on wide windows; goes to the line asked for. */
export function SourceColumn({ lines, focus }: SourceProps) {
  useEffect(() => {
    if (focus > 0) scrollToId(`line-${focus}`);
  }, [focus]);
  return (
    <View as="section" className="source-column" label="原文">
      <View className="source-column__head t-head">原文（{lines.length} 行）</View>
      <View className="source-column__body">
        <SourceLines lines={lines} from={1} to={lines.length} focus={focus} withIds />
      </View>
    </View>
  );
}

/** Few above, so that the line itself is in sight in 大字版 too. */
const above = 2;
const below = 10;
const step = 12;

/** The lines around one of them, over the page, on phones; a whole paper at once would be too much for WeChat. */
export function SourceSheet({ lines, focus, onClose }: SourceProps & { onClose: () => void }) {
  const wide = useWide();
  const [range, setRange] = useState({ from: 1, to: 1 });
  useEffect(() => {
    if (focus > 0) setRange({ from: Math.max(1, focus - above), to: Math.min(lines.length, focus + below) });
  }, [focus, lines.length]);
  if (wide) return null;
  return (
    <Sheet open={focus > 0} title={`原文第 ${focus} 行`} onClose={onClose}>
      {range.from > 1 && (
        <Button kind="plain" onTap={() => setRange({ ...range, from: Math.max(1, range.from - step) })}>
          上面几行
        </Button>
      )}
      <SourceLines lines={lines} from={range.from} to={range.to} focus={focus} />
      {range.to < lines.length && (
        <Button
          kind="plain"
          onTap={() => setRange({ ...range, to: Math.min(lines.length, range.to + step) })}
        >
          下面几行
        </Button>
      )}
    </Sheet>
  );
}
