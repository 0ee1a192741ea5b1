import { lightWords, type Light, type LightCounts } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Figure, LightChip, StackedBar, View } from '../../ui';
import { lightPartsOf, totalOf } from '../task/light-parts';
import { whatOfLight } from './items-of';
import './oversight.scss';

/** What is late first. */
const order: readonly Light[] = ['overdue', 'dueSoon', 'stale', 'notStarted', 'onTrack', 'doneLate', 'done'];
const always: readonly Light[] = ['overdue', 'dueSoon', 'onTrack', 'done'];

/** How tasks stand; each number opens the list of exactly those. */
export function LightFigures({ counts, unit }: { counts: LightCounts; unit?: number }) {
  const shown = order.filter((light) => counts[light] > 0 || always.includes(light));
  const params = (light: Light) => ({ what: whatOfLight(light), ...(unit ? { unit } : {}) });
  return (
    <>
      <StackedBar parts={lightPartsOf(counts)} label={`${totalOf(counts)} 项任务`} />
      <View className="figures mt">
        {shown.map((light) => (
          <Figure
            key={light}
            value={counts[light]}
            onTap={counts[light] > 0 ? () => open('items', params(light)) : undefined}
            label={`${counts[light]} ${lightWords[light].word}，查看清单`}
          >
            <LightChip light={light} />
          </Figure>
        ))}
      </View>
    </>
  );
}
