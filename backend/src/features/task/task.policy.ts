import { taskMoves, taskWorkflow, type TaskMove, type TaskState } from '@sunledger/shared-types';
import { membershipsIn } from '../../core/policy/membership';
import type { ActorMembership, Ctx } from '../../core/ctx';
import type { TaskFacts } from './task.facts';

export const stateOf = (task: Pick<TaskFacts, 'closed'>): TaskState => (task.closed ? 'closed' : 'open');

/** Published tasks are everybody's; the others the office of the region works on. */
export function maySeeTask(ctx: Ctx, task: TaskFacts): boolean {
  return task.published || membershipsIn(ctx, task.regionId, ['office']).length > 0;
}

/** The memberships in whose name the actor may report: of a unit that the task reaches. */
export function reportingMemberships(
  ctx: Ctx,
  task: TaskFacts,
  reachedUnitIds: readonly number[],
): ActorMembership[] {
  return membershipsIn(ctx, task.regionId, taskWorkflow.report.roles).filter(
    (each) => each.unitId !== null && reachedUnitIds.includes(each.unitId),
  );
}

/** The buttons of this person on this task. `closeAsked`: an approved report asks for a close-out that they may verify. */
export function movesOnTask(
  ctx: Ctx,
  task: TaskFacts,
  reachedUnitIds: readonly number[],
  closeAsked: boolean,
): TaskMove[] {
  const isOffice = membershipsIn(ctx, task.regionId, ['office']).length > 0;
  const allowed: Record<TaskMove, boolean> = {
    report: task.published && reportingMemberships(ctx, task, reachedUnitIds).length > 0,
    closeOut: isOffice && closeAsked,
    reopen: isOffice,
  };
  return taskMoves.filter((move) => allowed[move] && taskWorkflow[move].from.includes(stateOf(task)));
}
