import { Injectable } from '@nestjs/common';
import { toChinaIso, type endpoints, type Follow, type InputOf, type Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { requireActor } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import { TaskService } from '../task/task.service';
import { UnitService } from '../unit/unit.service';
import { FollowRepository, type StoredFollow } from './follow.repository';

@Injectable()
export class ListFollowsService {
  constructor(
    private readonly follows: FollowRepository,
    private readonly regions: RegionService,
    private readonly tasks: TaskService,
    private readonly units: UnitService,
  ) {}

  /** A task that was withdrawn with its plan stays followed and is not shown. */
  async run(ctx: Ctx, input: InputOf<typeof endpoints.follow.list>): Promise<Page<Follow>> {
    const { accountId } = requireActor(ctx);
    const page = await this.follows.list(ctx, accountId, input);
    const tasks = await this.tasks.publishedRows(ctx, idsOf(page.items, 'task'));
    const units = await this.units.byIds(ctx, idsOf(page.items, 'unit'));
    const items: Follow[] = [];
    for (const { id, kind, refId, regionId, followedAt } of page.items) {
      const task = kind === 'task' ? (tasks.get(refId) ?? null) : null;
      const unit = kind === 'unit' ? (units.get(refId) ?? null) : null;
      if (!task && !unit) continue;
      const region = await this.regions.byId(ctx, regionId);
      items.push({
        id,
        kind,
        regionCode: region.code,
        regionName: region.name,
        task,
        unit: unit && { id: unit.id, name: unit.name },
        followedAt: toChinaIso(followedAt),
      });
    }
    return { items, nextCursor: page.nextCursor };
  }
}

const idsOf = (follows: readonly StoredFollow[], kind: StoredFollow['kind']): number[] =>
  follows.filter((each) => each.kind === kind).map((each) => each.refId);
