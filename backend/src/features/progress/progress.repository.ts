import { Injectable } from '@nestjs/common';
import type { ProgressState } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { flagOf, instantOf, jsonOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { ProgressReportEntity } from './progress.entity';

export type ProgressReport = Omit<ProgressReportEntity, 'task'>;
export type NewReport = Omit<ProgressReport, 'id'>;

export interface UnitState {
  unitId: number;
  submitted: number;
  approved: number;
  done: number;
  lastAt: Date | null;
}

const columns =
  'p.id, p.region_id, p.task_id, p.unit_id, p.unit_name, p.text, p.percent, p.links, p.asks_close, p.status, ' +
  'p.submitted_by, p.submitted_at, p.decided_by, p.decided_at, p.note, p.spent';

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

@Injectable()
export class ProgressRepository extends BaseRepository {
  async insert(ctx: Ctx, report: NewReport): Promise<number> {
    const { identifiers } = await this.em(ctx).insert(ProgressReportEntity, report);
    return numberOf(identifiers[0]?.id);
  }

  async find(ctx: Ctx, id: number): Promise<ProgressReport | null> {
    const row = await this.row(ctx, `SELECT ${columns} FROM progress_report p WHERE p.id = ?`, [id]);
    return row ? toReport(row) : null;
  }

  /** The reports of a task, newest first. */
  async ofTask(ctx: Ctx, taskId: number, limit: number): Promise<ProgressReport[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM progress_report p${this.byIndex('ix_progress_task')} WHERE p.task_id = ? ORDER BY p.id DESC LIMIT ${Math.trunc(limit)}`,
      [taskId],
    );
    return rows.map(toReport);
  }

  /** The approved reports that ask for the close-out of some tasks and have led to none yet, the oldest first. */
  async asking(ctx: Ctx, taskIds: readonly number[]): Promise<ProgressReport[]> {
    if (taskIds.length === 0) return [];
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM progress_report p${this.byIndex('ix_progress_task')} WHERE p.task_id IN (${marks(taskIds)}) ` +
        'AND p.status = ? AND p.asks_close = 1 AND p.spent = 0 ORDER BY p.id',
      [...taskIds, 'approved'],
    );
    return rows.map(toReport);
  }

  /** The open tasks of a region for which somebody asks the close-out, the longest waiting first. */
  async tasksAskingClose(ctx: Ctx, regionId: number, limit: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT p.task_id, MIN(p.id) AS first_id FROM progress_report p${this.byIndex('ix_progress_region')} JOIN task t ON t.id = p.task_id ` +
        'WHERE p.region_id = ? AND p.status = ? AND p.asks_close = 1 AND p.spent = 0 ' +
        "AND (t.published = 1 OR (t.shown = 1 AND t.standing = 'part')) AND t.closed = 0 " +
        `GROUP BY p.task_id ORDER BY first_id LIMIT ${Math.trunc(limit)}`,
      [regionId, 'approved'],
    );
    return rows.map((row) => numberOf(row.task_id));
  }

  /** The same for the open tasks that an account verifies by name. */
  async tasksToCheck(ctx: Ctx, checkerId: number, limit: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT t.id FROM task t${this.byIndex('ix_task_checker')} WHERE t.checker_id = ? AND t.closed = 0 ORDER BY t.id LIMIT ${Math.trunc(limit)}`,
      [checkerId],
    );
    return rows.map((row) => numberOf(row.id));
  }

  /** How far each unit is with a task. */
  async unitStates(ctx: Ctx, taskId: number): Promise<UnitState[]> {
    const rows = await this.rows(
      ctx,
      "SELECT p.unit_id, SUM(CASE WHEN p.status = 'submitted' THEN 1 ELSE 0 END) AS submitted, " +
        "SUM(CASE WHEN p.status = 'approved' THEN 1 ELSE 0 END) AS approved, " +
        "SUM(CASE WHEN p.status = 'approved' AND p.asks_close = 1 THEN 1 ELSE 0 END) AS done, " +
        "MAX(CASE WHEN p.status = 'approved' THEN p.submitted_at ELSE NULL END) AS last_at " +
        `FROM progress_report p${this.byIndex('ix_progress_task')} WHERE p.task_id = ? GROUP BY p.unit_id`,
      [taskId],
    );
    return rows.map((row) => ({
      unitId: numberOf(row.unit_id),
      submitted: numberOf(row.submitted),
      approved: numberOf(row.approved),
      done: numberOf(row.done),
      lastAt: row.last_at === null ? null : instantOf(row.last_at),
    }));
  }

  /** The approved reports of a task, newest first. */
  async approved(ctx: Ctx, taskId: number, limit: number): Promise<ProgressReport[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM progress_report p${this.byIndex('ix_progress_task')} WHERE p.task_id = ? AND p.status = ? ` +
        `ORDER BY p.id DESC LIMIT ${Math.trunc(limit)}`,
      [taskId, 'approved'],
    );
    return rows.map(toReport);
  }

  /** The first link of the newest approved report that has one, by task. */
  async newestLinks(ctx: Ctx, taskIds: readonly number[]): Promise<Map<number, string>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.rows(
      ctx,
      `SELECT p.task_id, p.links FROM progress_report p${this.byIndex('ix_progress_task')} ` +
        `WHERE p.task_id IN (${marks(taskIds)}) AND p.status = ? AND p.links <> '[]' ORDER BY p.id`,
      [...taskIds, 'approved'],
    );
    const newest = new Map<number, string>();
    for (const row of rows) {
      const [link] = jsonOf<ProgressReport['links']>(row.links);
      if (link) newest.set(numberOf(row.task_id), link.url);
    }
    return newest;
  }

  async lastApproved(ctx: Ctx, taskId: number): Promise<ProgressReport | null> {
    const row = await this.row(
      ctx,
      `SELECT ${columns} FROM progress_report p${this.byIndex('ix_progress_task')} WHERE p.task_id = ? AND p.status = ? ORDER BY p.id DESC LIMIT 1`,
      [taskId, 'approved'],
    );
    return row ? toReport(row) : null;
  }

  /** After a reopening the reports of before lead to no other close-out. */
  async spend(ctx: Ctx, taskId: number): Promise<void> {
    await this.execute(ctx, 'UPDATE progress_report SET spent = 1 WHERE task_id = ? AND asks_close = 1', [
      taskId,
    ]);
  }

  /** Decides a report that is still as it was read; false when somebody else was faster. */
  async decide(
    ctx: Ctx,
    report: ProgressReport,
    to: ProgressState,
    decision: Pick<ProgressReport, 'decidedBy' | 'decidedAt' | 'note'>,
  ): Promise<boolean> {
    const { affected } = await this.of(ctx, ProgressReportEntity).update(
      { id: report.id, regionId: report.regionId, status: report.status },
      { ...decision, status: to },
    );
    return affected === 1;
  }

  /** What waits for a review in some units, the longest waiting first. */
  async waitingInUnits(ctx: Ctx, unitIds: readonly number[], limit: number): Promise<ProgressReport[]> {
    if (unitIds.length === 0) return [];
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM progress_report p${this.byIndex('ix_progress_review')} WHERE p.unit_id IN (${marks(unitIds)}) AND p.status = ? ` +
        `ORDER BY p.id LIMIT ${Math.trunc(limit)}`,
      [...unitIds, 'submitted'],
    );
    return rows.map(toReport);
  }

  async countToHandOver(ctx: Ctx, unitId: number, from: number): Promise<number> {
    const row = await this.row(
      ctx,
      `SELECT COUNT(*) AS n FROM progress_report p${this.byIndex('ix_progress_review')} ` +
        "WHERE p.unit_id = ? AND p.status = 'submitted' AND p.submitted_by = ?",
      [unitId, from],
    );
    return numberOf(row?.n);
  }

  /** Reports of a unit that wait for review go from one sender to another. */
  async handOver(ctx: Ctx, unitId: number, from: number, to: number): Promise<number> {
    return this.execute(
      ctx,
      "UPDATE progress_report SET submitted_by = ? WHERE submitted_by = ? AND unit_id = ? AND status = 'submitted'",
      [to, from, unitId],
    );
  }

  async waitingInRegion(ctx: Ctx, regionId: number, limit: number): Promise<ProgressReport[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM progress_report p${this.byIndex('ix_progress_region')} WHERE p.region_id = ? AND p.status = ? ORDER BY p.id ` +
        `LIMIT ${Math.trunc(limit)}`,
      [regionId, 'submitted'],
    );
    return rows.map(toReport);
  }
}

const toReport = (row: Row): ProgressReport => ({
  id: numberOf(row.id),
  regionId: numberOf(row.region_id),
  taskId: numberOf(row.task_id),
  unitId: numberOf(row.unit_id),
  unitName: textOfRow(row.unit_name),
  text: textOfRow(row.text),
  percent: numberOf(row.percent),
  links: jsonOf(row.links),
  asksClose: flagOf(row.asks_close),
  status: textOfRow(row.status) as ProgressState,
  submittedBy: numberOf(row.submitted_by),
  submittedAt: instantOf(row.submitted_at),
  decidedBy: numberOrNull(row.decided_by),
  decidedAt: row.decided_at === null ? null : instantOf(row.decided_at),
  note: textOrNull(row.note),
  spent: flagOf(row.spent),
});
