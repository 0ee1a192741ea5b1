import { Injectable } from '@nestjs/common';
import type {
  Light,
  LightDay,
  Page,
  TaskEventChange,
  TaskEventCode,
  UpdateBand,
} from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import { instantOf, numberOf, numberOrNull, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import type { Lookup } from '../search/lookup.sql';
import { toTaskFacts, type TaskFacts } from './task.facts';
import { taskColumns, taskListSpec, type TaskFilter } from './task-list.sql';
import { TaskEntity, TaskEventEntity } from './task.entity';

export interface TaskListQuery extends TaskFilter {
  readonly day: LightDay;
  readonly light?: Light | undefined;
  readonly updated?: UpdateBand | undefined;
  readonly lookup?: Lookup | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What a move may change of a task; its facts otherwise stand as the paper gave them. */
export type TaskChanges = Partial<
  Pick<TaskEntity, 'closed' | 'finishedOn' | 'percent' | 'lastProgressOn' | 'doubtful'>
>;

export interface PartFigures {
  total: number;
  closed: number;
  started: number;
  percent: number;
  finishedOn: string | null;
  lastProgressOn: string | null;
}

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

  /** Makes others wait who would change the same task. */
  async lock(ctx: Ctx, ...ids: readonly number[]): Promise<void> {
    await this.execute(
      ctx,
      `UPDATE task SET parts = parts WHERE id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
  }

  async setLivelihood(ctx: Ctx, id: number, livelihood: boolean): Promise<void> {
    await this.execute(ctx, 'UPDATE task SET livelihood = ? WHERE id = ?', [livelihood ? 1 : 0, id]);
  }

  /** How far the villages of a task are together. */
  async partFigures(ctx: Ctx, parentId: number): Promise<PartFigures> {
    const row = await this.row(
      ctx,
      'SELECT COUNT(*) AS total, SUM(CASE WHEN t.closed = 1 THEN 1 ELSE 0 END) AS closed, ' +
        'SUM(CASE WHEN t.last_progress_on IS NOT NULL THEN 1 ELSE 0 END) AS started, SUM(t.percent) AS percent, ' +
        'MAX(t.finished_on) AS finished_on, MAX(t.last_progress_on) AS last_progress_on ' +
        `FROM task t${this.byIndex('ix_task_parts')} WHERE t.parent_id = ?`,
      [parentId],
    );
    const total = numberOf(row?.total);
    return {
      total,
      closed: numberOf(row?.closed),
      started: numberOf(row?.started),
      percent: total === 0 ? 0 : Math.floor(numberOf(row?.percent) / total),
      finishedOn: textOrNull(row?.finished_on),
      lastProgressOn: textOrNull(row?.last_progress_on),
    };
  }

  parts(
    ctx: Ctx,
    parentId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<TaskFacts>> {
    return this.page(
      ctx,
      {
        select: taskColumns,
        from: 'task t',
        index: 'ix_task_parts',
        where: ['t.parent_id = ?'],
        parameters: [parentId],
        order: [{ column: 't.list_order', type: 'number', direction: 'asc' }],
        ...page,
      },
      toTaskFacts,
    );
  }

  async setPublished(ctx: Ctx, planId: number, published: boolean): Promise<void> {
    const flag = published ? 1 : 0;
    await this.execute(ctx, 'UPDATE task SET published = ? WHERE plan_id = ? AND standing IS NULL', [
      flag,
      planId,
    ]);
    await this.execute(ctx, 'UPDATE task SET shown = ? WHERE plan_id = ? AND standing IS NOT NULL', [
      flag,
      planId,
    ]);
  }

  /** The rows of a plan's ledger. */
  async ofPlan(ctx: Ctx, planId: number): Promise<TaskFacts[]> {
    const sql = `SELECT ${taskColumns} FROM task t${this.byIndex('ix_task_plan')} WHERE t.plan_id = ? AND t.standing IS NULL ORDER BY t.list_order`;
    return (await this.rows(ctx, sql, [planId])).map(toTaskFacts);
  }

  async appendEvent(
    ctx: Ctx,
    task: Pick<TaskFacts, 'id' | 'regionId'>,
    code: TaskEventCode,
    detail: {
      note?: string | null;
      progressId?: number | null;
      finishedOn?: string | null;
      changes?: readonly TaskEventChange[];
    } = {},
  ): Promise<number> {
    const { identifiers } = await this.of(ctx, TaskEventEntity).insert({
      regionId: task.regionId,
      taskId: task.id,
      code,
      at: ctx.clock.now(),
      accountId: ctx.actor?.accountId ?? null,
      progressId: detail.progressId ?? null,
      note: detail.note ?? null,
      finishedOn: detail.finishedOn ?? null,
      changes: detail.changes && detail.changes.length > 0 ? [...detail.changes] : null,
    });
    return numberOf(identifiers[0]?.id);
  }

  /** The last return of a close-out, unless something was reported after it. */
  async lastReturn(ctx: Ctx, taskId: number): Promise<{ note: string; at: Date } | null> {
    const row = await this.row(
      ctx,
      `SELECT e.code, e.note, e.at FROM task_event e${this.byIndex('ix_task_event_task')} WHERE e.task_id = ? ` +
        "AND e.code IN ('closeReturned', 'progressReported', 'closedOut') ORDER BY e.id DESC LIMIT 1",
      [taskId],
    );
    if (row?.code !== 'closeReturned') return null;
    return { note: textOrNull(row.note) ?? '', at: instantOf(row.at) };
  }

  /** The units a task reaches; `viaUnitId` names the collective unit through which. */
  async reach(ctx: Ctx, taskId: number): Promise<{ unitId: number; viaUnitId: number | null }[]> {
    return (await this.reachOfEach(ctx, [taskId])).get(taskId) ?? [];
  }

  async reachOfEach(
    ctx: Ctx,
    taskIds: readonly number[],
  ): Promise<Map<number, { unitId: number; viaUnitId: number | null }[]>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.rows(
      ctx,
      `SELECT r.task_id, r.unit_id, r.via_unit_id FROM task_reach r${this.byIndex('ix_task_reach_task')} ` +
        `WHERE r.task_id IN (${taskIds.map(() => '?').join(', ')}) ORDER BY r.id`,
      taskIds,
    );
    const reach = new Map<number, { unitId: number; viaUnitId: number | null }[]>();
    for (const row of rows) {
      const one = { unitId: numberOf(row.unit_id), viaUnitId: numberOrNull(row.via_unit_id) };
      const taskId = numberOf(row.task_id);
      reach.set(taskId, [...(reach.get(taskId) ?? []), one]);
    }
    return reach;
  }
}
