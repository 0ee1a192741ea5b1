import { ledgerChanges, type ChangeCounts, type LedgerChange } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, Chip, Figure, View, type Tone } from '../../ui';
import { rangeWords } from './board-words';
import { changeWords, whatOfChange } from './items-of';
import './oversight.scss';

const looks: Record<LedgerChange, { tone: Tone; shape: string }> = {
  overdue: { tone: 'late', shape: '▲' },
  finished: { tone: 'done', shape: '●' },
  reported: { tone: 'going', shape: '▶\uFE0E' },
};

/** 本周变化: what became overdue, was closed out, was reported on; each number opens its list. */
export function ChangeFigures({ changes, unit }: { changes: ChangeCounts; unit?: number }) {
  return (
    <Card title="本周变化" note={rangeWords(changes)}>
      <View className="figures figures--three">
        {ledgerChanges.map((what) => (
          <Figure
            key={what}
            value={changes[what]}
            onTap={
              changes[what] > 0
                ? () => open('items', { what: whatOfChange(what, changes), ...(unit ? { unit } : {}) })
                : undefined
            }
            label={`${changes[what]} ${changeWords[what]}，查看清单`}
          >
            <Chip {...looks[what]}>{changeWords[what]}</Chip>
          </Figure>
        ))}
      </View>
    </Card>
  );
}
