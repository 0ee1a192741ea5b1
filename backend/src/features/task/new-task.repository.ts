import { Injectable } from '@nestjs/common';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import type { Reach, TaskDraft } from './create-tasks.service';
import { namesLivelihood } from './livelihood';
import { TaskEntity, TaskEventEntity, TaskReachEntity, TaskUnitEntity } from './task.entity';

interface NewTask {
  readonly draft: TaskDraft;
  readonly listOrder: number;
  readonly reach: readonly Reach[];
}

/** Rows per statement; SQLite refuses long lists of values. */
const CHUNK = 100;

/** Stores tasks with their units in few statements. */
@Injectable()
export class NewTaskRepository extends BaseRepository {
  async insert(
    ctx: Ctx,
    plan: { id: number; regionId: number; year: number },
    tasks: readonly NewTask[],
  ): Promise<void> {
    await this.inChunks(tasks, (chunk) =>
      this.em(ctx).insert(
        TaskEntity,
        chunk.map(({ draft, listOrder }) => ({
          ...draft,
          regionId: plan.regionId,
          planId: plan.id,
          year: plan.year,
          listOrder,
          livelihood: namesLivelihood(draft),
          published: false,
          percent: 0,
          lastProgressOn: null,
          closed: false,
          finishedOn: null,
        })),
      ),
    );
    // Ids are read back: on a Galera cluster those of one statement are not consecutive.
    const ids = await this.idsByOrder(ctx, plan.id);
    const at = new Date(ctx.clock.now());
    const units = tasks.flatMap((task) => unitRows(ids.get(task.listOrder) ?? 0, task.draft));
    const reach = tasks.flatMap(({ listOrder, reach: each }) =>
      each.map((one) => ({ ...one, listOrder, taskId: ids.get(listOrder) ?? 0 })),
    );
    const events = tasks.map(({ listOrder }) => ({
      regionId: plan.regionId,
      taskId: ids.get(listOrder) ?? 0,
      code: 'created' as const,
      at,
      accountId: ctx.actor?.accountId ?? null,
      progressId: null,
      note: null,
    }));
    await this.inChunks(units, (chunk) => this.em(ctx).insert(TaskUnitEntity, chunk));
    await this.inChunks(reach, (chunk) => this.em(ctx).insert(TaskReachEntity, chunk));
    await this.inChunks(events, (chunk) => this.em(ctx).insert(TaskEventEntity, chunk));
  }

  private async inChunks<T>(all: readonly T[], insert: (chunk: T[]) => Promise<unknown>): Promise<void> {
    for (let at = 0; at < all.length; at += CHUNK) await insert(all.slice(at, at + CHUNK));
  }

  private async idsByOrder(ctx: Ctx, planId: number): Promise<Map<number, number>> {
    const rows = await this.rows(ctx, 'SELECT t.id, t.list_order FROM task t WHERE t.plan_id = ?', [planId]);
    return new Map(rows.map((row) => [numberOf(row.list_order), numberOf(row.id)]));
  }
}

function unitRows(taskId: number, draft: TaskDraft): Omit<TaskUnitEntity, 'id' | 'task'>[] {
  const named = [
    ...draft.leadUnits.map((unit) => ({ unit, role: 'lead' as const })),
    ...draft.responsibleUnits.map((unit) => ({ unit, role: 'responsible' as const })),
  ];
  return named.map(({ unit, role }, position) => ({
    taskId,
    unitId: unit.id,
    role,
    name: unit.name.slice(0, 200),
    position,
  }));
}
