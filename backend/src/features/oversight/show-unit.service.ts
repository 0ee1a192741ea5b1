import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, UnitPage } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { membershipsIn } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import { SupervisionService } from '../supervision/supervision.service';
import { TaskFigures } from '../task/task-figures.service';
import { UnitService } from '../unit/unit.service';
import { boardPeriod } from './board-period';
import { FiguredMessagesRepository } from './figured-messages.repository';
import { ReplyStatsService } from './reply-stats.service';
import { TaskChangesService } from './task-changes.service';

/** 单位详情: public figures of one unit; its 督办 for those who may see them. */
@Injectable()
export class ShowUnitService {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly lights: TaskFigures,
    private readonly stats: ReplyStatsService,
    private readonly changes: TaskChangesService,
    private readonly supervisions: SupervisionService,
    private readonly figured: FiguredMessagesRepository,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.oversight.unitPage>): Promise<UnitPage> {
    const region = await this.regions.byCode(ctx, input.code);
    const { id, name } = await this.units.byId(ctx, region.id, input.id);
    const today = ctx.clock.today();
    const period = boardPeriod(input.period, today);
    return {
      unit: { id, name },
      today,
      ...period,
      lights: await this.lights.ofUnit(ctx, region.id, id),
      updates: await this.lights.updates(ctx, region.id, id),
      replies: await this.stats.ofUnit(ctx, region.id, id, period),
      changes: await this.changes.thisWeek(ctx, region.id, id),
      overdueNow: await this.figured.countOverdue(ctx, { regionId: region.id, unitId: id }),
      supervisions: seesSupervision(ctx, region.id, id)
        ? await this.supervisions.counts(ctx, { regionId: region.id, unitIds: [id] })
        : null,
    };
  }
}

const seesSupervision = (ctx: Ctx, regionId: number, id: number): boolean =>
  membershipsIn(ctx, regionId).some(
    ({ role, unitId }) =>
      role === 'office' ||
      role === 'official' ||
      ((role === 'handler' || role === 'reviewer') && unitId === id),
  );
