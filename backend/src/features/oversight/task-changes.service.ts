import { Injectable } from '@nestjs/common';
import type { ChangeCounts, endpoints, InputOf, Page, TaskRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { TaskDayService } from '../task/task-day.service';
import { toTaskRow } from '../task/task.mapper';
import { UnitService } from '../unit/unit.service';
import { boardPeriod } from './board-period';
import { periodOf } from './figured-period';
import { TaskChangesRepository } from './task-changes.repository';

/** 本周变化: newly overdue, finished, reported; each number with its list. Public, as the tasks are. */
@Injectable()
export class TaskChangesService {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly days: TaskDayService,
    private readonly changes: TaskChangesRepository,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.oversight.ledgerChanges>): Promise<Page<TaskRow>> {
    const region = await this.regions.byCode(ctx, input.code);
    if (input.unit !== undefined) await this.units.byId(ctx, region.id, input.unit);
    const asked = { regionId: region.id, ...periodOf(input, ctx.clock.today()), unitId: input.unit };
    const day = await this.days.of(ctx, region.id);
    const { what, limit, cursor } = input;
    return this.changes.list(ctx, what, asked, { limit, cursor }, (task) => toTaskRow(task, day));
  }

  /** From Monday to today. */
  async thisWeek(ctx: Ctx, regionId: number, unitId?: number): Promise<ChangeCounts> {
    const today = ctx.clock.today();
    const { from } = boardPeriod('week', today);
    const asked = { regionId, from, to: today, unitId };
    return {
      from,
      to: today,
      overdue: await this.changes.count(ctx, 'overdue', asked),
      finished: await this.changes.count(ctx, 'finished', asked),
      reported: await this.changes.count(ctx, 'reported', asked),
    };
  }
}
