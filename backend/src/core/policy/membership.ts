import type { ErrorCode, Role } from '@sunledger/shared-types';
import type { Actor, ActorMembership, Ctx } from '../ctx';
import { AppError } from '../errors/app-error';

/** Roles that act for the whole region rather than for one unit. */
const REGION_WIDE: readonly Role[] = ['office', 'official', 'admin'];

/** The signed-in account, or SIGN_IN_REQUIRED. */
export function requireActor(ctx: Ctx): Actor {
  if (!ctx.actor) throw new AppError('SIGN_IN_REQUIRED');
  return ctx.actor;
}

/** The actor's active memberships of a region, optionally of some roles only; empty for strangers. */
export function membershipsIn(ctx: Ctx, regionId: number, roles?: readonly Role[]): ActorMembership[] {
  return (ctx.actor?.memberships ?? []).filter(
    (membership) => membership.regionId === regionId && (!roles || roles.includes(membership.role)),
  );
}

export interface MembershipDemand {
  readonly regionId: number;
  /** Any of these; handler and reviewer count for their own unit only when `unitId` is given. */
  readonly roles: readonly Role[];
  /** The unit that the thing belongs to; region-wide roles are not asked for it. */
  readonly unitId?: number | null;
  /** What a person without any part in this region is told: there is no such thing. */
  readonly notFound: ErrorCode;
}

/**
 * The membership in whose name the actor may act. Who has nothing in the region learns nothing (404);
 * who works there without the role, or in another unit, is told so (403).
 */
export function requireMembership(ctx: Ctx, demand: MembershipDemand): ActorMembership {
  requireActor(ctx);
  const here = membershipsIn(ctx, demand.regionId);
  if (here.length === 0) throw new AppError(demand.notFound);
  const fitting = here.filter((membership) => demand.roles.includes(membership.role));
  if (fitting.length === 0) throw new AppError('ROLE_REQUIRED');
  const { unitId } = demand;
  const mine = fitting.find(
    (membership) =>
      unitId === undefined || membership.unitId === unitId || REGION_WIDE.includes(membership.role),
  );
  if (!mine) throw new AppError('OTHER_UNIT');
  return mine;
}
