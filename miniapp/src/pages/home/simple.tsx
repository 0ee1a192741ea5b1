import type { PlanRow, RegionDetail } from '@sunledger/shared-types';
import { RegionFoot } from '../../features/region/region-foot';
import { workingDaysWords } from '../../features/region/reply-words';
import { open, setSimple } from '../../platform';
import { Button, Card, TextLink, View } from '../../ui';

/** 简洁版: the five things people come for, one under the other. */
export function SimpleHome({ region, plan }: { region: RegionDetail; plan: PlanRow | null }) {
  return (
    <View className="home__column stack">
      <Card title="您想办什么">
        <View className="stack home__big">
          <Button icon="edit" onTap={() => open('messageNew')}>
            我要留言
          </Button>
          <Button kind="ghost" icon="chat" onTap={() => open('desk')}>
            我的留言
          </Button>
          <Button kind="ghost" icon="search" onTap={() => open('answers')}>
            看公开答复
          </Button>
          <Button kind="ghost" icon="tasks" onTap={() => open('tasks', plan ? { plan: plan.id } : {})}>
            查任务进度
          </Button>
          {plan && (
            <Button kind="ghost" icon="file" onTap={() => open('plan', { id: plan.id })}>
              看工作要点
            </Button>
          )}
        </View>
        <View className="t-2 mt">简单咨询，{workingDaysWords(region.promise.simple)}答复。</View>
      </Card>
      <TextLink icon="swap" onTap={() => setSimple(false)}>
        换回完整版
      </TextLink>
      <RegionFoot filingNumber={region.filingNumber} />
    </View>
  );
}
