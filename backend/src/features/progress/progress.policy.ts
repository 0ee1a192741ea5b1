import { progressMoves, progressWorkflow, type ProgressMove } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn, requireMembership } from '../../core/policy/membership';
import type { Actor, ActorMembership, Ctx } from '../../core/ctx';
import { reportingMemberships } from '../task/task.policy';
import type { TaskFacts } from '../task/task.facts';
import type { ProgressReport } from './progress.repository';

/** The unit in whose name the actor reports: one that the task reaches, directly or as a member. */
export function requireReporter(
  ctx: Ctx,
  task: TaskFacts,
  reachedUnitIds: readonly number[],
  unitId: number | undefined,
): ActorMembership & { unitId: number } {
  const own = reportingMemberships(ctx, task, reachedUnitIds);
  const inOrder = reachedUnitIds.flatMap((id) => own.filter((each) => each.unitId === id));
  const chosen = inOrder.find((each) => unitId === undefined || each.unitId === unitId);
  if (chosen?.unitId) return { ...chosen, unitId: chosen.unitId };
  requireMembership(ctx, {
    regionId: task.regionId,
    roles: ['handler', 'reviewer'],
    notFound: 'TASK_NOT_FOUND',
  });
  throw new AppError('OTHER_UNIT');
}

/** The unit's own staff see all of a report; the office and officials of the region oversee it. */
export function maySeeReport(ctx: Ctx, report: ProgressReport): boolean {
  return isOwnStaff(ctx, report) || membershipsIn(ctx, report.regionId, ['office', 'official']).length > 0;
}

export function isOwnStaff(ctx: Ctx, report: ProgressReport): boolean {
  return membershipsIn(ctx, report.regionId, ['handler', 'reviewer']).some(
    (each) => each.unitId === report.unitId,
  );
}

/** Why it was sent back is between the unit and the office. */
export function maySeeNote(ctx: Ctx, report: ProgressReport): boolean {
  return isOwnStaff(ctx, report) || membershipsIn(ctx, report.regionId, ['office']).length > 0;
}

/**
 * Who decides a report: a reviewer of the unit that did not write it; the office only where the unit has
 * no other active reviewer.
 */
export function mayDecide(ctx: Ctx, report: ProgressReport, otherReviewers: readonly number[]): boolean {
  if (!ctx.actor || report.submittedBy === ctx.actor.accountId) return false;
  const reviews = membershipsIn(ctx, report.regionId, ['reviewer']).some(
    (each) => each.unitId === report.unitId,
  );
  if (reviews) return true;
  return otherReviewers.length === 0 && membershipsIn(ctx, report.regionId, ['office']).length > 0;
}

/** What this person may do with this report now. */
export function movesOnReport(
  ctx: Ctx,
  report: ProgressReport,
  otherReviewers: readonly number[],
): ProgressMove[] {
  if (!mayDecide(ctx, report, otherReviewers)) return [];
  return progressMoves.filter((move) => progressWorkflow[move].from.includes(report.status));
}

/** Close-out is judged from outside: not by who reported or approved, nor by the staff of their unit. */
export function isInsideOf(actor: Actor, report: ProgressReport): boolean {
  return (
    report.submittedBy === actor.accountId ||
    report.decidedBy === actor.accountId ||
    actor.memberships.some(
      (each) => each.unitId === report.unitId && (each.role === 'handler' || each.role === 'reviewer'),
    )
  );
}
