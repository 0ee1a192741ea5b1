import { taskMoves, taskWorkflow, type TaskMove, type TaskState } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn } from '../../core/policy/membership';
import type { ActorMembership, Ctx } from '../../core/ctx';
import type { TaskFacts } from './task.facts';

export const stateOf = (task: Pick<TaskFacts, 'closed'>): TaskState => (task.closed ? 'closed' : 'open');

/** In public: a row of the ledger, or what is opened from one. */
export const isPublic = (task: Pick<TaskFacts, 'published' | 'shown'>): boolean =>
  task.published || task.shown;

/** A task that is worked on itself: neither gone into others nor made of villages. */
const isWorkedOn = (task: TaskFacts): boolean => task.standing !== 'replaced' && task.parts === 0;

/** Published tasks are everybody's; the others the office of the region works on. */
export function maySeeTask(ctx: Ctx, task: TaskFacts): boolean {
  return isPublic(task) || membershipsIn(ctx, task.regionId, ['office']).length > 0;
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

/** The region's office, or whoever it named for this task. */
export function mayVerify(ctx: Ctx, task: Pick<TaskFacts, 'regionId' | 'checkerId'>): boolean {
  if (membershipsIn(ctx, task.regionId, ['office']).length > 0) return true;
  return (
    task.checkerId !== null &&
    task.checkerId === ctx.actor?.accountId &&
    membershipsIn(ctx, task.regionId).length > 0
  );
}

/** The buttons of this person on this task. `closeAsked`: an approved report asks for a close-out that they may verify. */
export function movesOnTask(
  ctx: Ctx,
  task: TaskFacts,
  reachedUnitIds: readonly number[],
  closeAsked: boolean,
): TaskMove[] {
  if (!isWorkedOn(task)) return [];
  const verifies = closeAsked && mayVerify(ctx, task);
  const allowed: Record<TaskMove, boolean> = {
    report: isPublic(task) && reportingMemberships(ctx, task, reachedUnitIds).length > 0,
    closeOut: verifies,
    returnCloseOut: verifies,
    reopen: membershipsIn(ctx, task.regionId, ['office']).length > 0,
  };
  return taskMoves.filter((move) => allowed[move] && taskWorkflow[move].from.includes(stateOf(task)));
}

/** Whether a task itself takes reports and close-outs; the refusal says where else to go. */
export function assertWorkedOn(task: TaskFacts): void {
  if (task.standing === 'replaced') throw new AppError('TASK_REPLACED');
  if (task.parts > 0) throw new AppError('TASK_HAS_PARTS');
}
