import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ListRegionsService } from './list-regions.service';
import { RegionOptionsService } from './region-options.service';
import { ShowRegionService } from './show-region.service';

@Controller()
export class RegionController {
  constructor(
    private readonly listRegions: ListRegionsService,
    private readonly showRegion: ShowRegionService,
    private readonly regionOptions: RegionOptionsService,
  ) {}

  @Route(endpoints.region.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.region.list>) {
    return this.listRegions.run(ctx, input);
  }

  @Route(endpoints.region.get)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.region.get>) {
    return this.showRegion.run(ctx, input.code);
  }

  @Route(endpoints.region.options)
  options(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.region.options>) {
    return this.regionOptions.show(ctx, input.code);
  }

  @Route(endpoints.region.setOptions)
  setOptions(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.region.setOptions>) {
    return this.regionOptions.set(ctx, input);
  }
}
