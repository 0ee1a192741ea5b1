import { Injectable } from '@nestjs/common';
import type { endpoints, HandOver, InputOf, OutputOf, Role } from '@sunledger/shared-types';
import type { Actor, Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { FreshProof } from '../account/fresh-proof.service';
import { JoinUnitService, type MembershipRow } from '../account/join-unit.service';
import { HandOverClaims } from '../message/hand-over-claims.service';
import { HandOverReports } from '../progress/hand-over-reports.service';
import { UnitService } from '../unit/unit.service';
import { HandOverDrafts } from '../reply/hand-over-drafts.service';

type Endpoints = typeof endpoints.invitation;

/** Leaving a unit, by oneself or by the office: what is open goes to a colleague in the same step. */
@Injectable()
export class LeaveUnitService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly proof: FreshProof,
    private readonly members: JoinUnitService,
    private readonly units: UnitService,
    private readonly drafts: HandOverDrafts,
    private readonly reports: HandOverReports,
    private readonly claims: HandOverClaims,
  ) {}

  async colleagues(ctx: Ctx, id: number): Promise<OutputOf<Endpoints['colleagues']>> {
    const membership = await this.membershipFor(ctx, id);
    const others = await this.members.colleagues(ctx, membership);
    const unit = membership.unitId === null ? null : await this.units.byIds(ctx, [membership.unitId]);
    return {
      name: membership.name,
      role: membership.role,
      unitName: unit?.get(membership.unitId ?? 0)?.name ?? null,
      open: await this.openOf(ctx, membership),
      items: others.map(({ id, name, role }) => ({ id, name, role })),
    };
  }

  async run(ctx: Ctx, input: InputOf<Endpoints['leave']>): Promise<OutputOf<Endpoints['leave']>> {
    const membership = await this.membershipFor(ctx, input.id);
    await this.proof.require(ctx);
    const { accountId, regionId, unitId } = membership;
    return this.uow.run(ctx, async (ctx) => {
      const others = await this.members.colleagues(ctx, membership);
      const successor = this.successorIn(others, input.successorId);
      if (unitId !== null && others.length === 0 && membership.role !== 'official')
        throw new AppError('UNIT_LEFT_EMPTY');
      if (!successor) await this.requireNothingLeft(ctx, membership);
      const handedOver = await this.handOver(ctx, membership, successor);
      await this.members.leave(ctx, accountId, regionId, unitId);
      return { done: true as const, handedOver };
    });
  }

  private async openOf(ctx: Ctx, { unitId, accountId }: MembershipRow): Promise<HandOver> {
    if (unitId === null) return { drafts: 0, reports: 0, claims: 0 };
    return {
      drafts: await this.drafts.count(ctx, unitId, accountId),
      reports: await this.reports.count(ctx, unitId, accountId),
      claims: await this.claims.count(ctx, unitId, accountId),
    };
  }

  /** A draft or report under the name of somebody who is gone would be sent back to nobody. */
  private async requireNothingLeft(ctx: Ctx, membership: MembershipRow): Promise<void> {
    if (await this.members.approvesElsewhere(ctx, membership)) return;
    const { drafts, reports } = await this.openOf(ctx, membership);
    if (drafts + reports > 0) throw new AppError('SUCCESSOR_NEEDED', { count: drafts + reports });
  }

  private successorIn(others: readonly MembershipRow[], id: number | undefined): MembershipRow | null {
    if (id === undefined) return null;
    const successor = others.find((each) => each.id === id);
    if (!successor) throw new AppError('SUCCESSOR_INVALID');
    return successor;
  }

  private async handOver(
    ctx: CtxInTx,
    membership: MembershipRow,
    successor: MembershipRow | null,
  ): Promise<HandOver> {
    const { accountId, unitId } = membership;
    if (unitId === null) return { drafts: 0, reports: 0, claims: 0 };
    const claims = await this.claims.run(ctx, { unitId, from: accountId, to: successor?.accountId ?? null });
    if (!successor) return { drafts: 0, reports: 0, claims };
    // The office approves for units without a reviewer: what an office hand drafted stays under that name.
    if (await this.members.approvesElsewhere(ctx, membership)) return { claims, drafts: 0, reports: 0 };
    const way = { unitId, from: accountId, to: successor.accountId };
    return { claims, drafts: await this.drafts.run(ctx, way), reports: await this.reports.run(ctx, way) };
  }

  /** One's own, or one of the region whose office one is; anything else is not there. */
  private async membershipFor(ctx: Ctx, id: number): Promise<MembershipRow> {
    const actor = requireActor(ctx);
    const membership = await this.members.membership(ctx, id);
    const roles = membership ? await this.members.rolesIn(ctx, membership) : [];
    if (!membership || !mayEnd(actor, membership, roles)) throw new AppError('MEMBERSHIP_NOT_FOUND');
    return membership;
  }
}

/**
 * The office lets staff go; only the administrator lets an office go, whatever else that person does in the unit,
 * and everybody may leave.
 */
function mayEnd(actor: Actor, membership: MembershipRow, roles: readonly Role[]): boolean {
  if (membership.accountId === actor.accountId) return true;
  if (actor.memberships.some((each) => each.role === 'admin')) return true;
  const office = actor.memberships.some(
    (each) => each.role === 'office' && each.regionId === membership.regionId,
  );
  return office && !roles.includes('office');
}
