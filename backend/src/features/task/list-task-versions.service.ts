import { Injectable } from '@nestjs/common';
import {
  toChinaIso,
  type endpoints,
  type InputOf,
  type Page,
  type TaskVersion,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { membershipsIn } from '../../core/policy/membership';
import { TaskService } from './task.service';
import { TaskVersionRepository } from './task-version.repository';

@Injectable()
export class ListTaskVersionsService {
  constructor(
    private readonly tasks: TaskService,
    private readonly versions: TaskVersionRepository,
  ) {}

  /** The newest first; of a task that was never changed the wording of the paper. */
  async run(ctx: Ctx, input: InputOf<typeof endpoints.task.versions>): Promise<Page<TaskVersion>> {
    const task = await this.tasks.find(ctx, input.id);
    const worksHere = membershipsIn(ctx, task.regionId).length > 0;
    const page = await this.versions.list(ctx, task.id, input, (version) => ({
      id: version.id,
      text: version.text,
      changedAt: toChinaIso(version.changedAt),
      changedBy: worksHere ? version.changedByName : null,
      reason: version.reason,
    }));
    if (page.items.length > 0 || input.cursor !== undefined) return page;
    const made = (await this.versions.createdAt(ctx, task.id)) ?? ctx.clock.now();
    const paper = { id: 0, text: task.text, changedAt: toChinaIso(made), changedBy: null, reason: null };
    return { items: [paper], nextCursor: null };
  }
}
