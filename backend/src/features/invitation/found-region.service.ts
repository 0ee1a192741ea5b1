import { Injectable } from '@nestjs/common';
import type { endpoints, FoundedRegion, InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { isDuplicate } from '../../core/db/database-errors';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { AccountService } from '../account/account.service';
import { CreateRegionService } from '../region/create-region.service';
import { RegionService } from '../region/region.service';
import { CreateUnitService } from '../unit/create-unit.service';
import { UnitService } from '../unit/unit.service';
import { InviteStaffService, type IssuedInvitation } from './invite-staff.service';

type Input = InputOf<typeof endpoints.region.found>;

/** The first person has a week: the code travels by letter or phone, not by this program. */
const FIRST_DAYS = 7;

/**
 * A region begins: itself, its 政务公开办, and one code by which the first colleague of that office joins.
 * By the administrator in the app, or by the command on an empty database, where nobody could be asked yet.
 */
@Injectable()
export class FoundRegionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountService,
    private readonly regions: RegionService,
    private readonly makeRegion: CreateRegionService,
    private readonly units: UnitService,
    private readonly makeUnit: CreateUnitService,
    private readonly invite: InviteStaffService,
  ) {}

  async run(ctx: Ctx, input: Input): Promise<FoundedRegion> {
    const { code, name, kind, officeName = `${name}政务公开办`, filingNumber } = input;
    try {
      return await this.uow.run(ctx, async (ctx) => {
        const region = await this.makeRegion.run(ctx, {
          code,
          name,
          kind,
          filingNumber: filingNumber === '' ? null : (filingNumber ?? null),
        });
        const office = await this.makeUnit.run(ctx, {
          regionId: region.id,
          name: officeName,
          kind: 'office',
          isOffice: true,
        });
        const { secret, expiresAt } = await this.first(ctx, region.id, office.id, 'office');
        return { code, name, office: { id: office.id, name: office.name }, secret, expiresAt };
      });
    } catch (error) {
      if (isDuplicate(error)) throw new AppError('REGION_EXISTS', { code });
      throw error;
    }
  }

  /** The code of the first administrator; null when there is one already. */
  async firstAdmin(ctx: Ctx, code: string): Promise<IssuedInvitation | null> {
    const region = await this.regions.byCode(ctx, code);
    return this.uow.run(ctx, async (ctx) => {
      if (await this.accounts.hasAdmin(ctx)) return null;
      const office = await this.units.officeOf(ctx, region.id);
      return this.first(ctx, region.id, office.id, 'admin');
    });
  }

  /** A new first code for an office that nobody has joined yet; null when somebody has. */
  async again(ctx: Ctx, code: string): Promise<IssuedInvitation | null> {
    const region = await this.regions.byCode(ctx, code);
    return this.uow.run(ctx, async (ctx) => {
      const there = await this.accounts.holders(ctx, { regionId: region.id, roles: ['office'] });
      if (there.length > 0) return null;
      const office = await this.units.officeOf(ctx, region.id);
      return this.first(ctx, region.id, office.id, 'office');
    });
  }

  private async first(
    ctx: CtxInTx,
    regionId: number,
    unitId: number,
    role: 'office' | 'admin',
  ): Promise<IssuedInvitation> {
    return this.invite.issue(ctx, { regionId, unitId, role, mostUses: 1, days: FIRST_DAYS });
  }
}
