import { Injectable } from '@nestjs/common';
import type { Light, LightDay, Page } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf, numberOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import type { Lookup } from '../search/lookup.sql';
import { toTaskFacts, type TaskFacts } from './task.facts';
import { taskColumns, taskListSpec, type TaskFilter } from './task-list.sql';
import { TaskEntity, TaskEventEntity, type TaskEventCode } from './task.entity';

export interface TaskListQuery extends TaskFilter {
  readonly day: LightDay;
  readonly light?: Light | undefined;
  readonly lookup?: Lookup | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What a move may change of a task; its facts otherwise stand as the paper gave them. */
export type TaskChanges = Partial<Pick<TaskEntity, 'closed' | 'finishedOn' | 'percent' | 'lastProgressOn'>>;

@Injectable()
export class TaskRepository extends BaseRepository {
  list<T>(ctx: Ctx, query: TaskListQuery, map: (facts: TaskFacts) => T): Promise<Page<T>> {
    return this.page(ctx, taskListSpec(query), (row) => map(toTaskFacts(row)));
  }

  async find(ctx: Ctx, id: number): Promise<TaskFacts | null> {
    const row = await this.row(ctx, `SELECT ${taskColumns} FROM task t WHERE t.id = ?`, [id]);
    return row ? toTaskFacts(row) : null;
  }

  async byIds(ctx: Ctx, ids: readonly number[]): Promise<TaskFacts[]> {
    if (ids.length === 0) return [];
    const sql = `SELECT ${taskColumns} FROM task t WHERE t.id IN (${ids.map(() => '?').join(', ')})`;
    return (await this.rows(ctx, sql, ids)).map(toTaskFacts);
  }

  /** The published open tasks of a region that are past their day, the longest overdue first. */
  async overdue(ctx: Ctx, regionId: number, today: string, limit: number, since = ''): Promise<TaskFacts[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${taskColumns} FROM task t${this.byIndex('ix_task_due')} WHERE t.region_id = ? AND t.published = 1 AND t.closed = 0 ` +
        `AND t.due_on >= ? AND t.due_on < ? ORDER BY t.due_on, t.id LIMIT ${Math.trunc(limit)}`,
      [regionId, since, today],
    );
    return rows.map(toTaskFacts);
  }

  /** The published open tasks that some units answer for, each once. */
  async openOfUnits(ctx: Ctx, unitIds: readonly number[], limit: number): Promise<TaskFacts[]> {
    if (unitIds.length === 0) return [];
    const rows = await this.rows(
      ctx,
      `SELECT ${taskColumns} FROM task_reach r${this.byIndex('ux_task_reach')} ` +
        `JOIN task t${this.byIndex('PRIMARY')} ON t.id = r.task_id ` +
        `WHERE r.unit_id IN (${unitIds.map(() => '?').join(', ')}) AND t.published = 1 AND t.closed = 0 ` +
        `LIMIT ${Math.trunc(limit)}`,
      unitIds,
    );
    const once = new Map(rows.map(toTaskFacts).map((task) => [task.id, task]));
    return [...once.values()];
  }

  /** Changes a task that is still as it was read; false when somebody else was faster. */
  async change(ctx: Ctx, task: TaskFacts, changes: TaskChanges): Promise<boolean> {
    const { affected } = await this.of(ctx, TaskEntity).update(
      { id: task.id, regionId: task.regionId, closed: task.closed },
      changes,
    );
    return affected === 1;
  }

  async setPublished(ctx: Ctx, planId: number, published: boolean): Promise<void> {
    await this.execute(ctx, 'UPDATE task SET published = ? WHERE plan_id = ?', [published ? 1 : 0, planId]);
  }

  async setLivelihood(ctx: Ctx, id: number, livelihood: boolean): Promise<void> {
    await this.execute(ctx, 'UPDATE task SET livelihood = ? WHERE id = ?', [livelihood ? 1 : 0, id]);
  }

  async ofPlan(ctx: Ctx, planId: number): Promise<TaskFacts[]> {
    const sql = `SELECT ${taskColumns} FROM task t${this.byIndex('ix_task_plan')} WHERE t.plan_id = ? ORDER BY t.list_order`;
    return (await this.rows(ctx, sql, [planId])).map(toTaskFacts);
  }

  async appendEvent(
    ctx: Ctx,
    task: Pick<TaskFacts, 'id' | 'regionId'>,
    code: TaskEventCode,
    detail: { note?: string | null; progressId?: number | null } = {},
  ): Promise<number> {
    const { identifiers } = await this.of(ctx, TaskEventEntity).insert({
      regionId: task.regionId,
      taskId: task.id,
      code,
      at: ctx.clock.now(),
      accountId: ctx.actor?.accountId ?? null,
      progressId: detail.progressId ?? null,
      note: detail.note ?? null,
    });
    return numberOf(identifiers[0]?.id);
  }

  /** The units a task reaches; `viaUnitId` names the collective unit through which. */
  async reach(ctx: Ctx, taskId: number): Promise<{ unitId: number; viaUnitId: number | null }[]> {
    const rows = await this.rows(
      ctx,
      `SELECT r.unit_id, r.via_unit_id FROM task_reach r${this.byIndex('ix_task_reach_task')} WHERE r.task_id = ? ORDER BY r.id`,
      [taskId],
    );
    return rows.map((row) => ({
      unitId: numberOf(row.unit_id),
      viaUnitId: numberOrNull(row.via_unit_id),
    }));
  }
}
