import type { PlanRow } from '@sunledger/shared-types';
import { open } from '../../platform';
import { RedHead } from '../../ui';
import { headOf } from './plan-words';

/** The head of a plan as the paper it is; with `link` it opens the plan. */
export function PlanHead({ plan, link }: { plan: PlanRow; link?: boolean }) {
  return <RedHead {...headOf(plan)} onTap={link ? () => open('plan', { id: plan.id }) : undefined} />;
}
