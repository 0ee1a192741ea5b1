import { Injectable } from '@nestjs/common';
import { roleNames, type endpoints, type InputOf, type Me, type OutputOf } from '@sunledger/shared-types';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { GuessLimiter } from '../../core/guesses/guess-limiter';
import { requireActor } from '../../core/policy/membership';
import { meOf } from '../account/account.mapper';
import { JoinUnitService } from '../account/join-unit.service';
import { InvitationRepository, type OpenInvitation } from './invitation.repository';
import { InviteStaffService } from './invite-staff.service';

type Endpoints = typeof endpoints.invitation;

/** Codes that one account may try in a minute. */
const TRIES_PER_MINUTE = 10;

/** Somebody with a code becomes a colleague. */
@Injectable()
export class AcceptInvitationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly guesses: GuessLimiter,
    private readonly invite: InviteStaffService,
    private readonly members: JoinUnitService,
    private readonly invitations: InvitationRepository,
  ) {}

  async look(ctx: Ctx, code: string): Promise<OutputOf<Endpoints['look']>> {
    const { regionName, unitName, role } = await this.byCode(ctx, code);
    return { regionName, unitName, role };
  }

  async accept(ctx: Ctx, { code, name }: InputOf<Endpoints['accept']>): Promise<Me> {
    const { accountId, memberships } = requireActor(ctx);
    const invitation = await this.byCode(ctx, code);
    const { id, regionId, unitId, role, unitName } = invitation;
    if (memberships.some((each) => each.unitId === unitId && each.role === role))
      throw new AppError('MEMBERSHIP_EXISTS', { unit: unitName, role: roleNames[role] });
    return this.uow.run(ctx, async (ctx) => {
      const now = new Date(systemNow());
      const again = await this.invitations.usedBy(ctx, id, accountId);
      if (again || !(await this.invitations.take(ctx, id, accountId, now)))
        throw new AppError('INVITATION_INVALID');
      // An administrator belongs to the deployment, not to the region whose office carried the letter.
      const place = role === 'admin' ? { regionId: null, unitId: null } : { regionId, unitId };
      const actor = await this.members.join(ctx, accountId, name, { ...place, role });
      if (!actor) throw new AppError('INVITATION_INVALID');
      return meOf(actor);
    });
  }

  /** Guesses are counted per account whether they hit or not. */
  private async byCode(ctx: Ctx, code: string): Promise<OpenInvitation> {
    await this.guesses.take(ctx, `join:a${requireActor(ctx).accountId}`, TRIES_PER_MINUTE);
    const found = await this.invitations.open(ctx, this.invite.digest(code), new Date(systemNow()));
    if (!found) throw new AppError('INVITATION_INVALID');
    return found;
  }
}
