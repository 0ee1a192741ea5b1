import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, Page, TaskRow } from '@sunledger/shared-types';
import { membershipsIn } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { PlanService } from '../plan/plan.service';
import { RegionService } from '../region/region.service';
import { SearchIndex } from '../search/search-index.service';
import { TaskDayService } from './task-day.service';
import { toTaskRow } from './task.mapper';
import { TaskRepository } from './task.repository';

@Injectable()
export class ListTasksService {
  constructor(
    private readonly regions: RegionService,
    private readonly plans: PlanService,
    private readonly days: TaskDayService,
    private readonly index: SearchIndex,
    private readonly tasks: TaskRepository,
  ) {}

  /** Who may see a draft plan sees its tasks when asking for that plan; all others see what is published. */
  async run(ctx: Ctx, input: InputOf<typeof endpoints.task.list>): Promise<Page<TaskRow>> {
    const region = await this.regions.byCode(ctx, input.region);
    const day = await this.days.of(ctx, region.id);
    const worksHere = membershipsIn(ctx, region.id).length > 0;
    const drafts =
      input.plan !== undefined && worksHere && (await this.plans.maySee(ctx, region.id, input.plan));
    const word = input.q?.trim() ?? '';
    // Drafts are not in the search index.
    const lookup = word === '' ? undefined : await this.index.lookup(ctx, region.id, word);
    if (lookup === null) return { items: [], nextCursor: null };
    return this.tasks.list(
      ctx,
      {
        regionId: region.id,
        planId: input.plan,
        unitId: input.unit,
        year: input.year,
        livelihood: input.mark === 'livelihood',
        latest: input.order === 'latest',
        section: input.section,
        drafts,
        day: day.light,
        light: input.light,
        updated: input.updated,
        lookup,
        limit: input.limit,
        cursor: input.cursor,
      },
      (task) => toTaskRow(task, day),
    );
  }
}
