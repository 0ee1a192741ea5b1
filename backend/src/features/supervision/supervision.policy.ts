import {
  supervisionMoves,
  supervisionMoveWords,
  supervisionStateWords,
  supervisionWorkflow,
  type SupervisionMove,
  type SupervisionState,
} from '@sunledger/shared-types';
import type { ActorMembership, Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn } from '../../core/policy/membership';

export interface PolicySupervision {
  readonly regionId: number;
  readonly unitId: number;
  readonly status: SupervisionState;
  /** The unit that answers is the 政务公开办 itself. */
  readonly unitIsOffice: boolean;
}

/** Officials and the office see the region's, a unit's staff their own; nobody else knows there is one. */
export function maySee(ctx: Ctx, thing: Pick<PolicySupervision, 'regionId' | 'unitId'>): boolean {
  return membershipsIn(ctx, thing.regionId).some(
    ({ role, unitId }) =>
      role === 'official' ||
      role === 'office' ||
      ((role === 'handler' || role === 'reviewer') && unitId === thing.unitId),
  );
}

/** Why the caller, who can see it, may not make this move now; null when nothing stands against it. */
export function refusalOf(ctx: Ctx, thing: PolicySupervision, move: SupervisionMove): AppError | null {
  const { from, roles } = supervisionWorkflow[move];
  const able = membershipsIn(ctx, thing.regionId, roles);
  if (able.length === 0) return new AppError('ROLE_REQUIRED');
  if (!able.some((membership) => answersFor(membership, thing))) return new AppError('OTHER_UNIT');
  return from.includes(thing.status) ? null : wrongState(thing.status, move);
}

export const movesOn = (ctx: Ctx, thing: PolicySupervision): SupervisionMove[] =>
  supervisionMoves.filter((move) => refusalOf(ctx, thing, move) === null);

export const wrongState = (state: SupervisionState, move: SupervisionMove): AppError =>
  new AppError('SUPERVISION_STATE', {
    state: supervisionStateWords[state],
    move: supervisionMoveWords[move],
  });

function answersFor({ role, unitId }: ActorMembership, thing: PolicySupervision): boolean {
  if (role === 'official') return true;
  return role === 'office' ? thing.unitIsOffice : unitId === thing.unitId;
}
