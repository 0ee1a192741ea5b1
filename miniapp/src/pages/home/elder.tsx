import { yearOf, type PlanRow, type RegionDetail } from '@sunledger/shared-types';
import { RegionFoot } from '../../features/region/region-foot';
import { percentWords, workingDaysWords } from '../../features/region/reply-words';
import { LatestProgress } from '../../features/task/latest-progress';
import { LivelihoodCard } from '../../features/task/livelihood-card';
import { totalOf } from '../../features/task/light-parts';
import { open, serverToday } from '../../platform';
import { Button, Card, LightChip, SearchLink, Tap, View } from '../../ui';

/** 大字版: how it stands in one look, the three things people come for, and what is new. */
export function ElderHome({ region, plan }: { region: RegionDetail; plan: PlanRow | null }) {
  return (
    <View className="home__column stack">
      {plan && <ElderLights plan={plan} />}
      <Card>
        <View className="stack home__big">
          <Button icon="edit" onTap={() => open('messageNew')}>
            我要留言
          </Button>
          <Button kind="ghost" icon="chat" onTap={() => open('answers')}>
            看答复
          </Button>
          {plan && (
            <Button kind="ghost" icon="file" onTap={() => open('plan', { id: plan.id })}>
              看要点
            </Button>
          )}
        </View>
        <View className="t-2 mt">
          简单咨询，{workingDaysWords(region.promise.simple)}答复。
          {region.onTimeShare !== null && `近30天按时答复 ${percentWords(region.onTimeShare)}。`}
        </View>
      </Card>
      {plan && <LivelihoodCard region={region.code} plan={plan.id} count={2} />}
      {plan && <LatestProgress region={region.code} plan={plan.id} count={2} />}
      <SearchLink placeholder="搜一搜" onTap={() => open('search')} />
      <RegionFoot filingNumber={region.filingNumber} />
    </View>
  );
}

function ElderLights({ plan }: { plan: PlanRow }) {
  const shown = (['done', 'dueSoon', 'overdue'] as const).filter((light) => plan.lights[light] > 0);
  return (
    <Card
      title={`${plan.year === yearOf(serverToday()) ? '今年' : `${plan.year}年`} ${totalOf(plan.lights)} 项任务`}
      more={{ text: '全部', onTap: () => open('tasks', { plan: plan.id }) }}
    >
      <View className="elder-lights">
        {shown.map((light) => (
          <Tap
            key={light}
            className="elder-lights__item"
            onTap={() => open('tasks', { plan: plan.id, light })}
          >
            <LightChip light={light} more={`${plan.lights[light]} 项`} />
          </Tap>
        ))}
      </View>
    </Card>
  );
}
