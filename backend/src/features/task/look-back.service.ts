import { Injectable } from '@nestjs/common';
import type { DamagedTask, endpoints, InputOf, LookBackRow, Page } from '@sunledger/shared-types';
import { requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { LookBackRepository } from './look-back.repository';
import { TaskChangeRepository } from './task-change.repository';
import { TaskDayService } from './task-day.service';
import { toTaskRow } from './task.mapper';
import { TaskRepository } from './task.repository';

/** 回头看, and the rows of an import that wait to be mended. */
@Injectable()
export class LookBackService {
  constructor(
    private readonly regions: RegionService,
    private readonly lists: LookBackRepository,
    private readonly tasks: TaskRepository,
    private readonly changes: TaskChangeRepository,
    private readonly days: TaskDayService,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.ledger.lookBack>): Promise<Page<LookBackRow>> {
    const region = await this.regions.byCode(ctx, input.code);
    requireMembership(ctx, {
      regionId: region.id,
      roles: ['office', 'official'],
      notFound: 'REGION_NOT_FOUND',
    });
    const day = await this.days.of(ctx, region.id);
    const { items, nextCursor } = await this.lists.undone(ctx, region.id, input.year, input);
    const carried = await this.changes.carriedFrom(
      ctx,
      items.map((task) => task.id),
    );
    const later = new Map(
      (await this.tasks.byIds(ctx, [...carried.values()])).map((task) => [task.id, task]),
    );
    return {
      items: items.map((task) => {
        const next = later.get(carried.get(task.id) ?? 0);
        return {
          ...toTaskRow(task, day),
          why: task.closed ? ('doubtful' as const) : ('unfinished' as const),
          carriedTo: next ? { id: next.id, year: next.year } : null,
        };
      }),
      nextCursor,
    };
  }

  async damaged(ctx: Ctx, input: InputOf<typeof endpoints.ledger.damaged>): Promise<Page<DamagedTask>> {
    const region = await this.regions.byCode(ctx, input.code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    const day = await this.days.of(ctx, region.id);
    const { items, nextCursor } = await this.lists.damaged(ctx, region.id, input.plan, input);
    return {
      items: items.map(({ facts, flags, unitText }) => ({ ...toTaskRow(facts, day), flags, unitText })),
      nextCursor,
    };
  }
}
