import { planMoves, planWorkflow, type PlanMove } from '@sunledger/shared-types';
import type { Actor } from '../../core/ctx';
import type { PlanHead } from './plan.repository';

/** What the rules about a plan ask: who, and which unit is the region's 政务公开办. */
export interface PlanViewer {
  readonly actor: Actor | null;
  readonly officeUnitId: number | null;
}

export function isOfficeOf(actor: Actor | null, regionId: number): boolean {
  return actor?.memberships.some((each) => each.role === 'office' && each.regionId === regionId) ?? false;
}

/** A second pair of eyes inside the office: a reviewer of the office unit. */
function isOfficeReviewer({ actor, officeUnitId }: PlanViewer, regionId: number): boolean {
  return (
    actor?.memberships.some(
      (each) =>
        each.role === 'reviewer' &&
        each.regionId === regionId &&
        officeUnitId !== null &&
        each.unitId === officeUnitId,
    ) ?? false
  );
}

/** Published plans are everybody's; the rest is seen by the office of the region and its reviewers. */
export function maySeePlan(viewer: PlanViewer, plan: PlanHead): boolean {
  return (
    plan.status === 'published' ||
    isOfficeOf(viewer.actor, plan.regionId) ||
    isOfficeReviewer(viewer, plan.regionId)
  );
}

/** The role part of a move, whatever the state. */
export function hasRoleForMove(viewer: PlanViewer, plan: PlanHead, move: PlanMove): boolean {
  const { roles } = planWorkflow[move];
  if (roles.includes('office') && isOfficeOf(viewer.actor, plan.regionId)) return true;
  return roles.includes('reviewer') && isOfficeReviewer(viewer, plan.regionId);
}

/** Nobody takes two steps of one review: who submitted does not approve. */
export function isOwnApproval(actor: Actor | null, plan: PlanHead, move: PlanMove): boolean {
  return move === 'approve' && actor !== null && plan.submittedBy === actor.accountId;
}

/** The buttons of this person on this plan. */
export function movesOnPlan(viewer: PlanViewer, plan: PlanHead): PlanMove[] {
  return planMoves.filter(
    (move) =>
      planWorkflow[move].from.includes(plan.status) &&
      hasRoleForMove(viewer, plan, move) &&
      !isOwnApproval(viewer.actor, plan, move),
  );
}

/** Publishing needs 主动公开 on the paper or the recorded decision of a named person. */
export function isDisclosable(plan: PlanHead, decision: string | undefined): boolean {
  return decision !== undefined || (plan.disclosure?.includes('主动公开') ?? false);
}
