import { Injectable } from '@nestjs/common';
import type { Ctx } from '../ctx';
import { BaseRepository } from '../db/base.repository';
import { numberOf } from '../db/row';

/** Rows of one table whose time is over, as `x` in the condition. */
export interface ExpiredRows {
  readonly table: string;
  /** `x.expires_at < ?` */
  readonly where: string;
  readonly parameters: readonly unknown[];
  /** Columns to empty; without it the rows are deleted. */
  readonly empty?: readonly string[];
  /** The table has no id: its rows go at once, and the condition names no `x`. */
  readonly keyless?: true;
}

@Injectable()
export class RetentionRepository extends BaseRepository {
  async count(ctx: Ctx, { table, where, parameters }: ExpiredRows): Promise<number> {
    const row = await this.row(ctx, `SELECT COUNT(*) AS n FROM ${table} x WHERE ${where}`, parameters);
    return numberOf(row?.n);
  }

  async ids(
    ctx: Ctx,
    { table, where, parameters }: ExpiredRows,
    afterId: number,
    limit: number,
  ): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT x.id FROM ${table} x WHERE x.id > ? AND ${where} ORDER BY x.id LIMIT ${Math.trunc(limit)}`,
      [afterId, ...parameters],
    );
    return rows.map((row) => numberOf(row.id));
  }

  dropAll(ctx: Ctx, { table, where, parameters }: ExpiredRows): Promise<number> {
    return this.execute(ctx, `DELETE FROM ${table} WHERE ${where}`, parameters);
  }

  drop(ctx: Ctx, { table, empty }: ExpiredRows, ids: readonly number[]): Promise<number> {
    const places = ids.map(() => '?').join(', ');
    const what = empty
      ? `UPDATE ${table} SET ${empty.map((column) => `${column} = NULL`).join(', ')}`
      : `DELETE FROM ${table}`;
    return this.execute(ctx, `${what} WHERE id IN (${places})`, ids);
  }
}
