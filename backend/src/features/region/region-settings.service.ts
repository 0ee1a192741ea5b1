import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { RegionSettings } from './region.entity';
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

  /** For callers that have checked who asks. */
  async change(ctx: Ctx, regionId: number, changes: Partial<RegionSettings>): Promise<RegionSettings> {
    const settings = await this.uow.run(ctx, async (ctx) => {
      const region = await this.repository.byId(ctx, regionId);
      const next = { requireVerifiedPhone: true, ...region?.settings, ...changes };
      await this.repository.saveSettings(ctx, regionId, next);
      return next;
    });
    this.regions.forget();
    return settings;
  }
}
