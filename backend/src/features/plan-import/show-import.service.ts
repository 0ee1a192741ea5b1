import { Injectable } from '@nestjs/common';
import type { PlanImport } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { FindImportService } from './find-import.service';
import { toPlanImport } from './plan-import.mapper';

@Injectable()
export class ShowImportService {
  constructor(
    private readonly findImport: FindImportService,
    private readonly regions: RegionService,
  ) {}

  async run(ctx: Ctx, id: number): Promise<PlanImport> {
    const found = await this.findImport.run(ctx, id);
    const region = await this.regions.byId(ctx, found.regionId);
    return toPlanImport(found, region.code);
  }
}
