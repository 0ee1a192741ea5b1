import { Injectable } from '@nestjs/common';
import { defaultReplyRule, type RegionDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionFigures } from './region-figures';
import { RegionRepository } from './region.repository';
import { RegionService } from './region.service';

@Injectable()
export class ShowRegionService {
  constructor(
    private readonly regions: RegionService,
    private readonly repository: RegionRepository,
    private readonly figures: RegionFigures,
  ) {}

  async run(ctx: Ctx, code: string): Promise<RegionDetail> {
    const { settings: _settings, ...region } = await this.regions.byCode(ctx, code);
    const today = ctx.clock.today();
    const rule = (await this.repository.ruleOn(ctx, region.id, today)) ?? defaultReplyRule;
    const state = await this.figures.state(ctx, region.id);
    return { ...region, ...state, today, promise: { ...rule.days, source: rule.promisedIn } };
  }
}
