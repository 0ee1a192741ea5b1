import { createHmac, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { endpoints, Invitation, InputOf, OutputOf, Role } from '@sunledger/shared-types';
import { ProgramCodes } from '../../adapters/wechat';
import { CONFIG, type Config } from '../../config/config';
import { systemNow, toChinaIso } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor, requireMembership } from '../../core/policy/membership';
import { JoinUnitService } from '../account/join-unit.service';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { InvitationRepository } from './invitation.repository';

type Endpoints = typeof endpoints.invitation;

const DAY = 24 * 3600_000;
/** No letters that look like digits; 12 of 31 signs are 59 bits. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const SIGNS_IN_CODE = 12;

/** A new invitation: the only moment at which its code is known. */
export interface IssuedInvitation {
  readonly id: number;
  readonly secret: string;
  readonly expiresAt: string;
}

/** The office invites to every role but its own; the administrator appoints the offices. */
@Injectable()
export class InviteStaffService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly members: JoinUnitService,
    private readonly invitations: InvitationRepository,
    private readonly codes: ProgramCodes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async create(ctx: Ctx, input: InputOf<Endpoints['create']>): Promise<OutputOf<Endpoints['create']>> {
    const regionId = await this.regionFor(ctx, input.code, input.role);
    const unit = await this.units.byId(ctx, regionId, input.unitId);
    const { role, mostUses, days } = input;
    const made = await this.uow.run(ctx, async (ctx) => {
      const { id, secret } = await this.issue(ctx, { regionId, unitId: unit.id, role, mostUses, days });
      return { invitation: await this.found(ctx, regionId, id), secret };
    });
    return { ...made, image: await this.codes.picture(made.secret, 'citizen/join/index') };
  }

  /** Makes one; whether it may be made is the caller's question. */
  async issue(
    ctx: CtxInTx,
    wanted: { regionId: number; unitId: number; role: Role; mostUses: number; days: number },
  ): Promise<IssuedInvitation> {
    const { days, ...invitation } = wanted;
    const secret = Array.from({ length: SIGNS_IN_CODE }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    const expiresAt = new Date(systemNow() + days * DAY);
    const id = await this.invitations.insert(ctx, {
      ...invitation,
      codeHash: this.digest(secret),
      uses: 0,
      expiresAt,
      // 0: the command on the server, which acts for nobody.
      createdBy: ctx.actor?.accountId ?? 0,
      createdAt: new Date(systemNow()),
      revokedAt: null,
    });
    return { id, secret, expiresAt: toChinaIso(expiresAt) };
  }

  async list(ctx: Ctx, input: InputOf<Endpoints['list']>): Promise<OutputOf<Endpoints['list']>> {
    return this.invitations.list(ctx, await this.regionFor(ctx, input.code), input);
  }

  async staff(ctx: Ctx, input: InputOf<Endpoints['staff']>): Promise<OutputOf<Endpoints['staff']>> {
    const regionId = await this.regionFor(ctx, input.code);
    const viewerId = requireActor(ctx).accountId;
    return this.members.staff(ctx, { regionId, unitId: input.unit, viewerId }, input);
  }

  async revoke(ctx: Ctx, input: InputOf<Endpoints['revoke']>): Promise<Invitation> {
    const regionId = await this.regionFor(ctx, input.code);
    return this.uow.run(ctx, async (ctx) => {
      await this.found(ctx, regionId, input.id);
      await this.invitations.revoke(ctx, input.id, new Date(systemNow()));
      return this.found(ctx, regionId, input.id);
    });
  }

  /** What is stored of a code; written in small or large letters, with blanks or dashes, it is the same. */
  digest(code: string): string {
    const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
    return createHmac('sha256', this.config.fieldKey).update(`invitation:${plain}`).digest('hex');
  }

  private async found(ctx: Ctx, regionId: number, id: number): Promise<Invitation> {
    const invitation = await this.invitations.find(ctx, regionId, id);
    if (!invitation) throw new AppError('INVITATION_NOT_FOUND');
    return invitation;
  }

  private async regionFor(ctx: Ctx, code: string, role?: Role): Promise<number> {
    const { id } = await this.regions.byCode(ctx, code);
    const admin = requireActor(ctx).memberships.some((membership) => membership.role === 'admin');
    if (!admin) requireMembership(ctx, { regionId: id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    if (role !== undefined && (role === 'office') !== admin) throw new AppError('INVITATION_ROLE');
    return id;
  }
}
