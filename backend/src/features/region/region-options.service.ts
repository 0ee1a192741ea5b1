import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, RegionOptions } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireActor, requireMembership } from '../../core/policy/membership';
import type { Region } from './region.mapper';
import { RegionRepository } from './region.repository';
import { RegionSettingsService } from './region-settings.service';
import { RegionService } from './region.service';

/** Messages that one account may send in a day, until the region says otherwise. */
export const DEFAULT_MESSAGES_PER_DAY = 10;

/** The settings of a region that its office, or the administrator, changes on a page. */
@Injectable()
export class RegionOptionsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly settings: RegionSettingsService,
    private readonly repository: RegionRepository,
  ) {}

  async show(ctx: Ctx, code: string): Promise<RegionOptions> {
    return optionsOf(await this.regionFor(ctx, code));
  }

  async set(ctx: Ctx, input: InputOf<typeof endpoints.region.setOptions>): Promise<RegionOptions> {
    const { id } = await this.regionFor(ctx, input.code);
    const { requireVerifiedPhone, messagesPerDay } = input;
    const filingNumber = input.filingNumber === '' ? null : input.filingNumber;
    await this.uow.run(ctx, async (ctx) => {
      await this.repository.saveFilingNumber(ctx, id, filingNumber);
      await this.settings.change(ctx, id, { requireVerifiedPhone, messagesPerDay });
    });
    this.regions.forget();
    return { filingNumber, requireVerifiedPhone, messagesPerDay };
  }

  private async regionFor(ctx: Ctx, code: string): Promise<Region> {
    const region = await this.regions.byCode(ctx, code);
    const admin = requireActor(ctx).memberships.some((membership) => membership.role === 'admin');
    if (!admin)
      requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    return region;
  }
}

const optionsOf = ({ filingNumber, settings }: Region): RegionOptions => ({
  filingNumber,
  requireVerifiedPhone: settings.requireVerifiedPhone,
  messagesPerDay: settings.messagesPerDay ?? DEFAULT_MESSAGES_PER_DAY,
});
