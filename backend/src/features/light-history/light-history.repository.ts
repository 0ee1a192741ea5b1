import { Injectable } from '@nestjs/common';
import { chinaDateOf, type Light, type LightCounts, type LightThresholds } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import { flagOf, instantOf, jsonOf, numberOf, textOfRow, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import type { PastAmendment, PastEvent, TaskNow } from './facts-at';
import { LightMonthEntity, TaskLightEntity } from './light-history.entity';

/** Tasks per statement. */
const CHUNK = 400;

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Reads what happened to the tasks of a region, and keeps the months that are over. */
@Injectable()
export class LightHistoryRepository extends BaseRepository {
  /** For each region with a public plan: its first month, and the last one that is frozen. */
  async standing(ctx: Ctx): Promise<{ regionId: number; first: string; frozen: string | null }[]> {
    const rows = await this.rows(
      ctx,
      'SELECT r.id AS region_id, ' +
        `(SELECT MIN(p.published_at) FROM work_plan p${this.byIndex('ix_work_plan_published')} WHERE p.region_id = r.id AND p.published = 1) AS first_at, ` +
        '(SELECT MAX(m.month) FROM light_month m WHERE m.region_id = r.id) AS frozen FROM region r ORDER BY r.id',
    );
    return rows.flatMap((row) =>
      row.first_at === null
        ? []
        : [
            {
              regionId: numberOf(row.region_id),
              first: chinaDateOf(instantOf(row.first_at)).slice(0, 7),
              frozen: textOrNull(row.frozen),
            },
          ],
    );
  }

  /** The rows of public ledgers published before a moment, from a year on; villages count in their task. */
  async tasks(ctx: Ctx, regionId: number, fromYear: number, moment: Date): Promise<TaskNow[]> {
    const rows = await this.rows(
      ctx,
      'SELECT t.id, t.due_on, t.continuous, t.closed, t.finished_on, t.last_progress_on ' +
        `FROM task t${this.byIndex('ix_task_ledger')} JOIN work_plan p ON p.id = t.plan_id ` +
        'WHERE t.region_id = ? AND t.year >= ? AND t.parent_id IS NULL AND p.published = 1 AND p.published_at < ?',
      [regionId, fromYear, moment],
    );
    return rows.map((row) => ({
      id: numberOf(row.id),
      dueOn: textOrNull(row.due_on),
      continuous: flagOf(row.continuous),
      closed: flagOf(row.closed),
      finishedOn: textOrNull(row.finished_on),
      lastProgressOn: textOrNull(row.last_progress_on),
    }));
  }

  async events(ctx: Ctx, taskIds: readonly number[]): Promise<PastEvent[]> {
    return this.inChunks(taskIds, async (ids) => {
      const rows = await this.rows(
        ctx,
        'SELECT e.id, e.task_id, e.code, e.at, e.finished_on, p.submitted_at ' +
          `FROM task_event e${this.byIndex('ix_task_event_task')} LEFT JOIN progress_report p ON p.id = e.progress_id ` +
          `WHERE e.task_id IN (${marks(ids)}) ` +
          "AND e.code IN ('created', 'replaced', 'restored', 'closedOut', 'reopened') ORDER BY e.id",
        ids,
      );
      return rows.map((row) => ({
        taskId: numberOf(row.task_id),
        code: textOfRow(row.code),
        at: instantOf(row.at),
        // Events of before this column tell it by the report that led to them.
        finishedOn:
          textOrNull(row.finished_on) ??
          (row.submitted_at === null ? null : chinaDateOf(instantOf(row.submitted_at))),
      }));
    });
  }

  async amendments(ctx: Ctx, regionId: number, since: Date): Promise<PastAmendment[]> {
    const rows = await this.rows(
      ctx,
      `SELECT c.task_id, c.was, c.decided_at FROM task_change c${this.byIndex('ix_task_change_region')} ` +
        "WHERE c.region_id = ? AND c.state = ? AND c.kind = 'amend' AND c.decided_at >= ?",
      [regionId, 'applied', since],
    );
    return rows.map((row) => {
      const was = jsonOf<{ dueOn?: string | null; continuous?: boolean }>(row.was);
      return {
        taskId: numberOf(row.task_id),
        decidedAt: instantOf(row.decided_at),
        dueOn: was.dueOn ?? null,
        continuous: was.continuous ?? false,
      };
    });
  }

  /** By task: the last day on which a report was handed in that was approved before a moment. */
  async lastProgress(ctx: Ctx, regionId: number, moment: Date): Promise<Map<number, string>> {
    const rows = await this.rows(
      ctx,
      `SELECT p.task_id, MAX(p.submitted_at) AS last_at FROM progress_report p${this.byIndex('ix_progress_region')} ` +
        'WHERE p.region_id = ? AND p.status = ? AND p.decided_at < ? GROUP BY p.task_id',
      [regionId, 'approved', moment],
    );
    return new Map(rows.map((row) => [numberOf(row.task_id), chinaDateOf(instantOf(row.last_at))]));
  }

  /** What became what: split and merged tasks, and villages with the task they are a part of. */
  async links(ctx: Ctx, regionId: number): Promise<{ fromId: number; toId: number }[]> {
    const rows = await this.rows(
      ctx,
      `SELECT t.id AS from_id, t.parent_id AS to_id FROM task t${this.byIndex('ix_task_ledger')} ` +
        'WHERE t.region_id = ? AND t.published = 0 AND t.parent_id IS NOT NULL ' +
        'UNION ALL SELECT l.from_id, l.to_id ' +
        `FROM task t${this.byIndex('ix_task_ledger')} JOIN task_link l${this.byIndex('ix_task_link_from')} ON l.from_id = t.id ` +
        "WHERE t.region_id = ? AND l.kind <> 'carry'",
      [regionId, regionId],
    );
    return rows.map((row) => ({ fromId: numberOf(row.from_id), toId: numberOf(row.to_id) }));
  }

  async freeze(
    ctx: Ctx,
    month: Omit<LightMonthEntity, 'region'>,
    tasks: readonly { taskId: number; light: Light }[],
  ): Promise<void> {
    await this.em(ctx).insert(LightMonthEntity, month);
    const { regionId, month: name } = month;
    for (let at = 0; at < tasks.length; at += CHUNK)
      await this.em(ctx).insert(
        TaskLightEntity,
        tasks.slice(at, at + CHUNK).map((task) => ({ ...task, regionId, month: name })),
      );
  }

  /** The last months of a task, the oldest first. */
  async ofTask(ctx: Ctx, taskId: number, most: number): Promise<{ month: string; light: Light }[]> {
    const rows = await this.rows(
      ctx,
      `SELECT l.month, l.light FROM task_light l WHERE l.task_id = ? ORDER BY l.month DESC LIMIT ${Math.trunc(most)}`,
      [taskId],
    );
    return rows
      .map((row) => ({ month: textOfRow(row.month), light: textOfRow(row.light) as Light }))
      .reverse();
  }

  async ofRegion(
    ctx: Ctx,
    regionId: number,
    most: number,
  ): Promise<{ month: string; counts: LightCounts; thresholds: LightThresholds; frozenAt: Date }[]> {
    const rows = await this.rows(
      ctx,
      'SELECT m.month, m.counts, m.thresholds, m.frozen_at FROM light_month m WHERE m.region_id = ? ' +
        `ORDER BY m.month DESC LIMIT ${Math.trunc(most)}`,
      [regionId],
    );
    return rows
      .map((row) => ({
        month: textOfRow(row.month),
        counts: jsonOf<LightCounts>(row.counts),
        thresholds: jsonOf<LightThresholds>(row.thresholds),
        frozenAt: instantOf(row.frozen_at),
      }))
      .reverse();
  }

  private async inChunks<T>(
    ids: readonly number[],
    read: (chunk: readonly number[]) => Promise<T[]>,
  ): Promise<T[]> {
    const all: T[] = [];
    for (let at = 0; at < ids.length; at += CHUNK) all.push(...(await read(ids.slice(at, at + CHUNK))));
    return all;
  }
}
