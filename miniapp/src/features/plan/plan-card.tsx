import type { PlanRow } from '@sunledger/shared-types';
import { open } from '../../platform';
import { RedHead, StackedBar, Text, TextLink, View } from '../../ui';
import { lightPartsOf, lightSummary } from '../task/light-parts';
import { headOf } from './plan-words';
import './plan.scss';

/** One year's plan in the list of all: its head, how far it is, and the way to its tasks. */
export function PlanCard({ plan }: { plan: PlanRow }) {
  return (
    <View className="plan-card">
      <RedHead {...headOf(plan)} compact onTap={() => open('plan', { id: plan.id })} />
      <View className="plan-card__foot">
        <StackedBar label={`${plan.year}年任务`} parts={lightPartsOf(plan.lights)} />
        <View className="row row--wrap row--between">
          <Text className="t-note">{lightSummary(plan.lights)}</Text>
          {plan.taskCount > 0 && (
            <TextLink onTap={() => open('tasks', { plan: plan.id })} label={`查看${plan.year}年任务台账`}>
              任务台账
            </TextLink>
          )}
        </View>
      </View>
    </View>
  );
}
