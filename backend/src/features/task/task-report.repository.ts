import { Injectable } from '@nestjs/common';
import type { LightCounts, LightDay } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { toLightCounts } from './light-counts.mapper';
import { lightCounts } from './light.sql';
import { listOrdersOfYear } from './list-order';
import { toTaskFacts, type TaskFacts } from './task.facts';
import { taskColumns } from './task-list.sql';

interface Grouped {
  readonly key: string | null;
  readonly lights: LightCounts;
}

/** The published tasks of one region and one year, counted for the reports that an office hands in. */
@Injectable()
export class TaskReportRepository extends BaseRepository {
  byUnit(ctx: Ctx, regionId: number, year: number, day: LightDay): Promise<Grouped[]> {
    const joins = `JOIN task_reach r${this.byIndex('ix_task_reach_task')} ON r.task_id = t.id`;
    return this.grouped(ctx, regionId, year, day, 'r.unit_id', joins);
  }

  /** In the order of the papers. */
  bySection(ctx: Ctx, regionId: number, year: number, day: LightDay): Promise<Grouped[]> {
    return this.grouped(ctx, regionId, year, day, 't.section', '');
  }

  /** Closed tasks whose completion was first reported in a period, the earliest first. */
  async finishedIn(
    ctx: Ctx,
    regionId: number,
    year: number,
    { from, to }: { from: string; to: string },
  ): Promise<TaskFacts[]> {
    const orders = listOrdersOfYear(year);
    const rows = await this.rows(
      ctx,
      `SELECT ${taskColumns} FROM task t${this.byIndex('ix_task_due')} ` +
        'WHERE t.region_id = ? AND t.published = 1 AND t.closed = 1 AND t.list_order >= ? AND t.list_order < ? ' +
        'AND t.finished_on >= ? AND t.finished_on <= ? ORDER BY t.finished_on, t.id',
      [regionId, orders.from, orders.to, from, to],
    );
    return rows.map(toTaskFacts);
  }

  private async grouped(
    ctx: Ctx,
    regionId: number,
    year: number,
    day: LightDay,
    key: string,
    joins: string,
  ): Promise<Grouped[]> {
    const counts = lightCounts(day);
    const { from, to } = listOrdersOfYear(year);
    const rows = await this.rows(
      ctx,
      `SELECT ${key} AS group_key, MIN(t.list_order) AS first_order, COUNT(*) AS n, ${counts.sql} ` +
        `FROM task t${this.byIndex('ix_task_ledger')} ${joins} ` +
        'WHERE t.region_id = ? AND t.published = 1 AND t.list_order >= ? AND t.list_order < ? ' +
        `GROUP BY ${key} ORDER BY first_order`,
      [...counts.parameters, regionId, from, to],
    );
    return rows
      .filter((row) => numberOf(row.n) > 0)
      .map((row) => ({ key: textOrNull(row.group_key), lights: toLightCounts(row) }));
  }
}
