import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import type { RegionSettings } from './region.entity';
import type { Region } from './region.mapper';
import { RegionRepository } from './region.repository';
import { RegionService } from './region.service';

/** Changes some of what a region decides for itself; the rest stays. */
@Injectable()
export class RegionSettingsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly repository: RegionRepository,
  ) {}

  /** The region as it stands, held until the end of the unit of work: what is changed was read by nobody else. */
  async locked(ctx: CtxInTx, regionId: number): Promise<Region> {
    await this.repository.lock(ctx, regionId);
    const region = await this.repository.byId(ctx, regionId);
    if (!region) throw new AppError('REGION_NOT_FOUND');
    return region;
  }

  /** For callers that have checked who asks. */
  async change(ctx: Ctx, regionId: number, changes: Partial<RegionSettings>): Promise<RegionSettings> {
    const settings = await this.uow.run(ctx, async (ctx) => {
      const region = await this.locked(ctx, regionId);
      const next = { ...region.settings, ...changes };
      await this.repository.saveSettings(ctx, regionId, next);
      return next;
    });
    this.regions.forget();
    return settings;
  }
}
