import type { Board } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, Chip, Figure, View, type Tone } from '../../ui';
import { listWords } from '../supervision/supervision-words';
import './oversight.scss';

const shown = [
  { list: 'overdue', tone: 'late', shape: '▲' },
  { list: 'issued', tone: 'soon', shape: '◐' },
  { list: 'answered', tone: 'going', shape: '▶\uFE0E' },
] as const satisfies readonly { list: keyof Board['supervisions']; tone: Tone; shape: string }[];

/** 督办单 by how they stand; each number opens its list. */
export function SupervisionFigures({ counts, unit }: { counts: Board['supervisions']; unit?: number }) {
  const of = unit ? { unit } : {};
  return (
    <Card title="督办单" more={{ text: '全部', onTap: () => open('supervisions', of) }}>
      <View className="figures figures--three">
        {shown.map(({ list, tone, shape }) => (
          <Figure
            key={list}
            value={counts[list]}
            onTap={counts[list] > 0 ? () => open('supervisions', { list, ...of }) : undefined}
            label={`${listWords[list]}的督办单 ${counts[list]} 份，查看清单`}
          >
            <Chip tone={tone} shape={shape}>
              {listWords[list]}
            </Chip>
          </Figure>
        ))}
      </View>
    </Card>
  );
}
