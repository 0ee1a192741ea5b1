import { lightWords, type Light, type LightCounts } from '@sunledger/shared-types';
import { open } from '../../platform';
import { Card, Figure, LightChip, Ring, View } from '../../ui';
import { finishedPercent, lightPartsOf, totalOf } from './light-parts';
import './task.scss';

/** Beside the ring, always shown; the others stand below when there are any. */
const main: readonly Light[] = ['done', 'onTrack', 'dueSoon', 'overdue'];
const rest: readonly Light[] = ['doneLate', 'stale', 'notStarted'];

interface LightBoardProps {
  year: number;
  plan: number;
  counts: LightCounts;
}

/** How the tasks of a plan stand; each number opens the list of exactly those tasks. */
export function LightBoard({ year, plan, counts }: LightBoardProps) {
  const others = rest.filter((light) => counts[light] > 0);
  const figure = (light: Light) => (
    <Figure
      key={light}
      value={counts[light]}
      onTap={() => open('tasks', { plan, light })}
      label={`${counts[light]} ${lightWords[light].word}，查看清单`}
    >
      <LightChip light={light} />
    </Figure>
  );
  return (
    <Card
      title={`${year}年 ${totalOf(counts)} 项任务`}
      more={{ text: '任务台账', onTap: () => open('tasks', { plan }) }}
    >
      <View className="light-board">
        <Ring parts={lightPartsOf(counts)} value={`${finishedPercent(counts)}%`} caption="已完成" />
        <View className="grow light-board__main">{main.map(figure)}</View>
      </View>
      {others.length > 0 && <View className="light-board__rest">{others.map(figure)}</View>}
    </Card>
  );
}
