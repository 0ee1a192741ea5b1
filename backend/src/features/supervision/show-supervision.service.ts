import { Injectable } from '@nestjs/common';
import type { SupervisionDetail, SupervisionState } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { Row } from '../../core/db/database';
import { flagOf, numberOf } from '../../core/db/row';
import { AppError } from '../../core/errors/app-error';
import { DeadlineService } from '../deadline/deadline.service';
import { RegionService } from '../region/region.service';
import { toSupervision } from './supervision.mapper';
import { maySee, movesOn, type PolicySupervision } from './supervision.policy';
import { SupervisionListRepository } from './supervision-list.repository';

/** One 督办单 with its log, for those who may see it. */
@Injectable()
export class ShowSupervisionService {
  constructor(
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
    private readonly lists: SupervisionListRepository,
  ) {}

  async run(ctx: Ctx, id: number): Promise<SupervisionDetail> {
    const row = await this.lists.one(ctx, id);
    if (!row || !maySee(ctx, policyOf(row))) throw new AppError('SUPERVISION_NOT_FOUND');
    const regionId = numberOf(row.region_id);
    const region = await this.regions.byId(ctx, regionId);
    const calendar = await this.deadlines.calendarOf(ctx, regionId);
    return {
      ...toSupervision(row, { now: ctx.clock.now(), calendar }),
      regionCode: region.code,
      escalated: row.escalated_at !== null,
      events: await this.lists.events(ctx, id),
      moves: movesOn(ctx, policyOf(row)),
    };
  }
}

const policyOf = (row: Row): PolicySupervision => ({
  regionId: numberOf(row.region_id),
  unitId: numberOf(row.unit_id),
  status: row.status as SupervisionState,
  unitIsOffice: flagOf(row.is_office),
});
