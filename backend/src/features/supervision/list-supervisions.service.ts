import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, Page, Supervision } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { membershipsIn, requireMembership } from '../../core/policy/membership';
import { DeadlineService } from '../deadline/deadline.service';
import { RegionService } from '../region/region.service';
import { toSupervision } from './supervision.mapper';
import { SupervisionListRepository } from './supervision-list.repository';

/** The formal list: officials and the office see the region's, a unit's staff their own. */
@Injectable()
export class ListSupervisionsService {
  constructor(
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
    private readonly lists: SupervisionListRepository,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.supervision.list>): Promise<Page<Supervision>> {
    const region = await this.regions.byCode(ctx, input.region);
    requireMembership(ctx, {
      regionId: region.id,
      roles: ['handler', 'reviewer', 'office', 'official'],
      notFound: 'REGION_NOT_FOUND',
    });
    const unitIds = unitsSeen(ctx, region.id, input.unit);
    if (unitIds?.length === 0) return { items: [], nextCursor: null };
    const { list, limit, cursor } = input;
    const calendar = await this.deadlines.calendarOf(ctx, region.id);
    const look = { now: ctx.clock.now(), calendar };
    return this.lists.list(ctx, { regionId: region.id, unitIds, list }, { limit, cursor }, (row) =>
      toSupervision(row, look),
    );
  }
}

/** Null: all of the region. */
function unitsSeen(ctx: Ctx, regionId: number, asked: number | undefined): number[] | null {
  if (membershipsIn(ctx, regionId, ['office', 'official']).length > 0)
    return asked === undefined ? null : [asked];
  const own = membershipsIn(ctx, regionId, ['handler', 'reviewer']).flatMap(({ unitId }) => unitId ?? []);
  return [...new Set(own)].filter((id) => asked === undefined || id === asked);
}
