import { Injectable } from '@nestjs/common';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import type { TaskDraft } from './create-tasks.service';
import { namesLivelihood } from './livelihood';
import type { NamedUnits, Reach } from './reach.service';
import { TaskEntity, TaskEventEntity, TaskReachEntity, TaskUnitEntity } from './task.entity';

export interface NewTask {
  readonly draft: TaskDraft;
  readonly listOrder: number;
  readonly reach: readonly Reach[];
  /** What differs from a fresh row of a draft plan. */
  readonly more?: Partial<
    Pick<
      TaskEntity,
      | 'published'
      | 'shown'
      | 'standing'
      | 'parentId'
      | 'place'
      | 'percent'
      | 'lastProgressOn'
      | 'asks'
      | 'checkerId'
      | 'livelihood'
    >
  >;
}

/** Rows per statement; SQLite refuses long lists of values. */
const CHUNK = 100;

/** Stores tasks with their units in few statements. */
@Injectable()
export class NewTaskRepository extends BaseRepository {
  /** Gives the ids by list order. */
  async insert(
    ctx: Ctx,
    plan: { id: number; regionId: number; year: number },
    tasks: readonly NewTask[],
  ): Promise<Map<number, number>> {
    await this.inChunks(tasks, (chunk) =>
      this.em(ctx).insert(
        TaskEntity,
        chunk.map(({ draft, listOrder, more }) => ({
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
          standing: null,
          shown: null,
          parentId: null,
          place: null,
          parts: null,
          asks: null,
          checkerId: null,
          doubtful: null,
          ...more,
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
      finishedOn: null,
      changes: null,
    }));
    await this.inChunks(units, (chunk) => this.em(ctx).insert(TaskUnitEntity, chunk));
    await this.inChunks(reach, (chunk) => this.em(ctx).insert(TaskReachEntity, chunk));
    await this.inChunks(events, (chunk) => this.em(ctx).insert(TaskEventEntity, chunk));
    return new Map(tasks.map(({ listOrder }) => [listOrder, ids.get(listOrder) ?? 0]));
  }

  private async inChunks<T>(all: readonly T[], insert: (chunk: T[]) => Promise<unknown>): Promise<void> {
    for (let at = 0; at < all.length; at += CHUNK) await insert(all.slice(at, at + CHUNK));
  }

  private async idsByOrder(ctx: Ctx, planId: number): Promise<Map<number, number>> {
    // A task that was split or merged leaves its place to the newer one.
    const rows = await this.rows(
      ctx,
      `SELECT t.id, t.list_order FROM task t${this.byIndex('ix_task_plan')} WHERE t.plan_id = ? ORDER BY t.list_order, t.id`,
      [planId],
    );
    return new Map(rows.map((row) => [numberOf(row.list_order), numberOf(row.id)]));
  }
}

export function unitRows(taskId: number, draft: NamedUnits): Omit<TaskUnitEntity, 'id' | 'task'>[] {
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
