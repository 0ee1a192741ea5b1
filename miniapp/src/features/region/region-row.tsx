import type { RegionSummary } from '@sunledger/shared-types';
import { Card, Chip, View } from '../../ui';
import { percentWords } from './reply-words';

/** One region to choose: what is published there and how it answers. */
export function RegionRow({
  region,
  current,
  onTap,
}: {
  region: RegionSummary;
  current: boolean;
  onTap: () => void;
}) {
  const { plans, tasks, answered } = region.counts;
  const facts = [
    plans > 0 ? `工作要点 ${plans} 份` : '还没有发布工作要点',
    tasks > 0 ? `任务 ${tasks} 项` : '',
    answered > 0 ? `已答复 ${answered} 件` : '',
  ].filter(Boolean);
  return (
    <Card onTap={onTap} selected={current}>
      <View className="row row--wrap row--between">
        <View className="t-head">{region.name}</View>
        {current && (
          <Chip tone="going" shape="✓">
            当前地区
          </Chip>
        )}
      </View>
      <View className="t-2 mt-s">{facts.join(' · ')}</View>
      <View className="t-note">
        {region.onTimeShare === null
          ? '近30天没有到期的留言'
          : `近30天按时答复 ${percentWords(region.onTimeShare)}`}
      </View>
    </Card>
  );
}
