import { Injectable } from '@nestjs/common';
import type { LightCounts, LightDay, UpdateBand, UpdateCounts } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { toLightCounts } from './light-counts.mapper';
import { lightCounts } from './light.sql';
import { listOrdersOfYear } from './list-order';
import { updateBandCounts } from './update-band.sql';

type Counts = Map<number, LightCounts>;
type Bind = string | number;

export interface SectionCounts {
  readonly year: number;
  readonly section: string | null;
  readonly lights: LightCounts;
}

/** Tasks per light, grouped by the database. */
@Injectable()
export class TaskFiguresRepository extends BaseRepository {
  ofRegion(ctx: Ctx, regionId: number, day: LightDay): Promise<Counts> {
    return this.grouped(ctx, day, {
      key: 't.region_id',
      from: `task t${this.byIndex('ix_task_ledger')}`,
      where: 't.region_id = ? AND t.published = 1',
      parameters: [regionId],
    });
  }

  async updates(
    ctx: Ctx,
    regionId: number,
    unitId: number | undefined,
    day: LightDay,
  ): Promise<UpdateCounts> {
    const counts = updateBandCounts(day);
    const from =
      unitId === undefined
        ? `task t${this.byIndex('ix_task_ledger')} WHERE t.region_id = ? AND t.published = 1`
        : `task_reach r${this.byIndex('ux_task_reach')} JOIN task t${this.byIndex('PRIMARY')} ON t.id = r.task_id ` +
          'WHERE r.unit_id = ? AND t.region_id = ? AND t.published = 1';
    const row = await this.row(ctx, `SELECT ${counts.sql} FROM ${from}`, [
      ...counts.parameters,
      ...(unitId === undefined ? [] : [unitId]),
      regionId,
    ]);
    const count = (band: UpdateBand): number => numberOf(row?.[`band_${band}`]);
    return {
      recent: count('recent'),
      ageing: count('ageing'),
      late: count('late'),
      silent: count('silent'),
      never: count('never'),
    };
  }

  /** Published or not: a plan that one may see shows all its tasks; villages and replaced ones are not rows of it. */
  ofPlans(ctx: Ctx, regionId: number, planIds: readonly number[], day: LightDay): Promise<Counts> {
    if (planIds.length === 0) return Promise.resolve(new Map());
    return this.grouped(ctx, day, {
      key: 't.plan_id',
      from: `task t${this.byIndex('ix_task_plan')}`,
      where: `t.plan_id IN (${planIds.map(() => '?').join(', ')}) AND t.region_id = ? AND t.standing IS NULL`,
      parameters: [...planIds, regionId],
    });
  }

  /** Tasks of no point under 0. */
  ofPoints(ctx: Ctx, regionId: number, planId: number, day: LightDay): Promise<Counts> {
    return this.grouped(ctx, day, {
      key: 't.point_id',
      from: `task t${this.byIndex('ix_task_plan')}`,
      where: 't.plan_id = ? AND t.region_id = ? AND t.standing IS NULL',
      parameters: [planId, regionId],
    });
  }

  /** Each unit with the tasks it answers for, named or as a member of a collective unit. */
  ofUnits(ctx: Ctx, regionId: number, day: LightDay): Promise<Counts> {
    return this.grouped(ctx, day, {
      key: 'r.unit_id',
      from: `task t${this.byIndex('ix_task_ledger')} JOIN task_reach r${this.byIndex('ix_task_reach_task')} ON r.task_id = t.id`,
      where: 't.region_id = ? AND t.published = 1',
      parameters: [regionId],
    });
  }

  /** One unit of a region, named or as a member of a collective unit. */
  ofUnit(ctx: Ctx, regionId: number, unitId: number, day: LightDay): Promise<Counts> {
    return this.grouped(ctx, day, {
      key: 'r.unit_id',
      from: `task_reach r${this.byIndex('ux_task_reach')} JOIN task t${this.byIndex('PRIMARY')} ON t.id = r.task_id`,
      where: 'r.unit_id = ? AND t.region_id = ? AND t.published = 1',
      parameters: [unitId, regionId],
    });
  }

  /** The sections of the newest year with published tasks, in the order of the paper. */
  async ofSections(ctx: Ctx, regionId: number, day: LightDay): Promise<SectionCounts[]> {
    const newest = await this.row(
      ctx,
      `SELECT t.year FROM task t${this.byIndex('ix_task_ledger')} WHERE t.region_id = ? AND t.published = 1 ` +
        'ORDER BY t.list_order LIMIT 1',
      [regionId],
    );
    if (!newest) return [];
    const year = numberOf(newest.year);
    const { from, to } = listOrdersOfYear(year);
    const counts = lightCounts(day);
    const rows = await this.rows(
      ctx,
      `SELECT t.section, MIN(t.list_order) AS place, ${counts.sql} FROM task t${this.byIndex('ix_task_ledger')} ` +
        'WHERE t.region_id = ? AND t.published = 1 AND t.list_order >= ? AND t.list_order < ? ' +
        'GROUP BY t.section ORDER BY place',
      [...counts.parameters, regionId, from, to],
    );
    return rows.map((row) => ({ year, section: textOrNull(row.section), lights: toLightCounts(row) }));
  }

  /** How many published tasks each region has. */
  async countByRegion(ctx: Ctx, regionIds: readonly number[]): Promise<Map<number, number>> {
    if (regionIds.length === 0) return new Map();
    const rows = await this.rows(
      ctx,
      `SELECT t.region_id, COUNT(*) AS n FROM task t${this.byIndex('ix_task_ledger')} WHERE t.region_id IN (${regionIds.map(() => '?').join(', ')}) ` +
        'AND t.published = 1 GROUP BY t.region_id',
      regionIds,
    );
    return new Map(rows.map((row) => [numberOf(row.region_id), numberOf(row.n)]));
  }

  private async grouped(
    ctx: Ctx,
    day: LightDay,
    { key, from, where, parameters }: { key: string; from: string; where: string; parameters: Bind[] },
  ): Promise<Counts> {
    const counts = lightCounts(day);
    const rows = await this.rows(
      ctx,
      `SELECT ${key} AS group_key, ${counts.sql} FROM ${from} WHERE ${where} GROUP BY ${key}`,
      [...counts.parameters, ...parameters],
    );
    return new Map(rows.map((row) => [numberOf(row.group_key), toLightCounts(row)]));
  }
}
