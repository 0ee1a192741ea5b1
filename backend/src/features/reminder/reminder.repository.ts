import { Injectable } from '@nestjs/common';
import type { LightDay } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { isDuplicate } from '../../core/db/database-errors';
import type { Row } from '../../core/db/database';
import { numberOf, textOfRow, textOrNull } from '../../core/db/row';
import { lightIs } from '../task/light.sql';
import { ReminderDayEntity, TaskReminderEntity } from './reminder.entity';
import type { ReminderStage } from './reminder-stage';

export interface Candidate {
  readonly taskId: number;
  readonly dueOn: string | null;
  readonly stale: boolean;
}

const CHUNK = 200;

/** Which tasks may be reminded of, whom they reach, and what was told; reads tables of the task feature. */
@Injectable()
export class ReminderRepository extends BaseRepository {
  /** True for the one who may do a region's day; inside the unit of work that does it. */
  async take(ctx: Ctx, regionId: number, day: string): Promise<boolean> {
    try {
      await this.of(ctx, ReminderDayEntity).insert({ regionId, day, told: 0 });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async taken(ctx: Ctx, regionId: number, day: string): Promise<boolean> {
    const sql = 'SELECT told FROM reminder_day WHERE region_id = ? AND day = ?';
    return (await this.row(ctx, sql, [regionId, day])) !== null;
  }

  async setTold(ctx: Ctx, regionId: number, day: string, told: number): Promise<void> {
    const sql = 'UPDATE reminder_day SET told = ? WHERE region_id = ? AND day = ?';
    await this.execute(ctx, sql, [told, regionId, day]);
  }

  /** The published open tasks of a region that are due by a day, or gone quiet. */
  async candidates(ctx: Ctx, regionId: number, dueUntil: string, day: LightDay): Promise<Candidate[]> {
    const from =
      `SELECT t.id, t.due_on FROM task t${this.byIndex('ix_task_due')} ` +
      'WHERE t.region_id = ? AND t.published = 1 AND t.closed = 0';
    const due = await this.rows(ctx, `${from} AND t.due_on <= ? ORDER BY t.id`, [regionId, dueUntil]);
    const quiet = lightIs('stale', day);
    const stale = await this.rows(ctx, `${from} AND ${quiet.sql} ORDER BY t.id`, [
      regionId,
      ...quiet.parameters,
    ]);
    const found = new Map(due.map((row) => [numberOf(row.id), candidateOf(row, false)]));
    for (const row of stale) {
      const id = numberOf(row.id);
      if (!found.has(id)) found.set(id, candidateOf(row, true));
    }
    return [...found.values()];
  }

  /** By task: the latest reminder of each stage. */
  async told(ctx: Ctx, taskIds: readonly number[]): Promise<Map<number, Map<ReminderStage, string>>> {
    const told = new Map<number, Map<ReminderStage, string>>();
    for (const ids of chunks(taskIds)) {
      const rows = await this.rows(
        ctx,
        `SELECT task_id, stage, MAX(about) AS about FROM task_reminder WHERE task_id IN (${places(ids)}) GROUP BY task_id, stage`,
        ids,
      );
      for (const row of rows) {
        const id = numberOf(row.task_id);
        const ofTask = told.get(id) ?? new Map<ReminderStage, string>();
        told.set(id, ofTask.set(row.stage as ReminderStage, textOfRow(row.about)));
      }
    }
    return told;
  }

  /** The units that still have to report: not collective ones, nor such as have asked for the close-out. */
  async unitsOf(ctx: Ctx, taskIds: readonly number[]): Promise<{ taskId: number; unitId: number }[]> {
    const found: { taskId: number; unitId: number }[] = [];
    for (const ids of chunks(taskIds)) {
      const rows = await this.rows(
        ctx,
        `SELECT r.task_id, r.unit_id FROM task_reach r${this.byIndex('ix_task_reach_task')} ` +
          `JOIN unit u${this.byIndex('PRIMARY')} ON u.id = r.unit_id ` +
          `WHERE r.task_id IN (${places(ids)}) AND u.kind <> 'collective' AND NOT EXISTS (` +
          'SELECT 1 FROM progress_report p WHERE p.task_id = r.task_id AND p.unit_id = r.unit_id AND p.asks_close = 1 ' +
          "AND p.status IN ('submitted', 'approved')) ORDER BY r.task_id, r.unit_id",
        ids,
      );
      found.push(...rows.map((row) => ({ taskId: numberOf(row.task_id), unitId: numberOf(row.unit_id) })));
    }
    return found;
  }

  async insert(ctx: Ctx, reminders: readonly Omit<TaskReminderEntity, 'id' | 'task'>[]): Promise<void> {
    for (const some of chunks(reminders)) await this.of(ctx, TaskReminderEntity).insert(some);
  }
}

const candidateOf = (row: Row, stale: boolean): Candidate => ({
  taskId: numberOf(row.id),
  dueOn: textOrNull(row.due_on),
  stale,
});

const places = (of: readonly unknown[]): string => of.map(() => '?').join(', ');

function chunks<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += CHUNK) parts.push(all.slice(at, at + CHUNK));
  return parts;
}
