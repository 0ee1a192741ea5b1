import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionFigures } from './region-figures';
import { RegionService } from './region.service';

@Injectable()
export class ListRegionsService {
  constructor(
    private readonly regions: RegionService,
    private readonly figures: RegionFigures,
  ) {}

  async run(
    ctx: Ctx,
    input: InputOf<typeof endpoints.region.list>,
  ): Promise<OutputOf<typeof endpoints.region.list>> {
    const { items, nextCursor } = await this.regions.list(ctx, input);
    const ids = items.map((region) => region.id);
    const countsOf = await this.figures.counts(ctx, ids);
    return {
      items: items.map(({ settings: _settings, ...region }) => ({ ...region, ...countsOf(region.id) })),
      nextCursor,
    };
  }
}
