import { Injectable } from '@nestjs/common';
import type { Page, Role, StaffMember } from '@sunledger/shared-types';
import type { Actor, Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AccountRepository, type MembershipRow } from './account.repository';
import { SessionActors } from './session-actors';

export type { MembershipRow };

/** Memberships as the invitation feature changes them: joining and leaving. */
@Injectable()
export class JoinUnitService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly actors: SessionActors,
  ) {}

  /** The account has the role from now on, under the name that colleagues know. */
  async join(
    ctx: Ctx,
    accountId: number,
    name: string,
    membership: { regionId: number | null; unitId: number | null; role: Role },
  ): Promise<Actor | null> {
    const actor = await this.uow.run(ctx, async (ctx) => {
      await this.accounts.rename(ctx, accountId, name);
      await this.accounts.addMembership(ctx, { accountId, ...membership, activeFrom: ctx.clock.now() });
      return this.accounts.actor(ctx, accountId);
    });
    this.actors.forgetAccount(accountId);
    return actor;
  }

  /** Ends what the account does in this unit; the roles end together. */
  async leave(ctx: Ctx, accountId: number, regionId: number, unitId: number | null): Promise<void> {
    await this.uow.run(ctx, (ctx) =>
      this.accounts.endMemberships(ctx, accountId, regionId, unitId, ctx.clock.now()),
    );
    this.actors.forgetAccount(accountId);
  }

  /** An active membership; null when it ended or never was. */
  membership(ctx: Ctx, id: number): Promise<MembershipRow | null> {
    return this.accounts.membership(ctx, id);
  }

  staff(
    ctx: Ctx,
    where: { regionId: number; unitId?: number | undefined; viewerId: number },
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<StaffMember>> {
    return this.accounts.staff(ctx, where, page);
  }

  /** The roles that end with this membership: all that the holder has in the unit. */
  async rolesIn(ctx: Ctx, { accountId, regionId, unitId }: MembershipRow): Promise<Role[]> {
    const actor = await this.accounts.actor(ctx, accountId);
    return (actor?.memberships ?? [])
      .filter((each) => each.regionId === regionId && each.unitId === unitId)
      .map((each) => each.role);
  }

  /** Whether the holder keeps a role in the region, outside this unit, that approves. */
  async approvesElsewhere(ctx: Ctx, { accountId, regionId, unitId }: MembershipRow): Promise<boolean> {
    const actor = await this.accounts.actor(ctx, accountId);
    return (actor?.memberships ?? []).some(
      (each) =>
        each.regionId === regionId && each.unitId !== unitId && ['reviewer', 'office'].includes(each.role),
    );
  }

  /** The others of a unit, one row per role. */
  colleagues(ctx: Ctx, membership: MembershipRow): Promise<MembershipRow[]> {
    return this.accounts.colleagues(ctx, membership);
  }
}
