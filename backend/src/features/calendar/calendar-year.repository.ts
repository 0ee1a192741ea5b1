import { Injectable } from '@nestjs/common';
import type { CalendarYear } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { jsonOf, numberOf } from '../../core/db/row';
import { CalendarYearEntity } from './calendar.entity';

export interface StoredYear {
  readonly id: number;
  readonly seq: number;
  readonly year: number;
  readonly content: CalendarYear;
  readonly importedBy: number | null;
}

/** Imported years: added in a row, each the next version of its year. */
@Injectable()
export class CalendarYearRepository extends BaseRepository {
  /** Stores a year as the next version; a race for the number ends in a duplicate key. */
  async insert(
    ctx: Ctx,
    year: Pick<CalendarYearEntity, 'year' | 'source' | 'content' | 'notice' | 'importedAt' | 'importedBy'>,
  ): Promise<number> {
    const row = await this.row(
      ctx,
      'SELECT (SELECT MAX(seq) FROM calendar_year) AS seq, MAX(version) AS version FROM calendar_year WHERE year = ?',
      [year.year],
    );
    const [seq, version] = [numberOf(row?.seq) + 1, numberOf(row?.version) + 1];
    await this.of(ctx, CalendarYearEntity).insert({ ...year, seq, version, spreadAt: null });
    return version;
  }

  async versionOf(ctx: Ctx, year: number): Promise<number> {
    const row = await this.row(ctx, 'SELECT MAX(version) AS version FROM calendar_year WHERE year = ?', [
      year,
    ]);
    return numberOf(row?.version);
  }

  /** The first year that some region has no version of yet. */
  async unspread(ctx: Ctx): Promise<StoredYear | null> {
    const row = await this.row(
      ctx,
      'SELECT id, seq, year, content, imported_by FROM calendar_year WHERE spread_at IS NULL ORDER BY seq LIMIT 1',
    );
    if (!row) return null;
    return {
      id: numberOf(row.id),
      seq: numberOf(row.seq),
      year: numberOf(row.year),
      content: jsonOf<CalendarYear>(row.content),
      importedBy: row.imported_by === null ? null : numberOf(row.imported_by),
    };
  }

  async markSpread(ctx: Ctx, id: number, at: Date): Promise<void> {
    await this.execute(ctx, 'UPDATE calendar_year SET spread_at = ? WHERE id = ? AND spread_at IS NULL', [
      at,
      id,
    ]);
  }

  /** Regions that have no version of an imported year yet. */
  async regionsWithout(ctx: Ctx, seq: number, limit: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      'SELECT r.id FROM region r WHERE NOT EXISTS ' +
        '(SELECT 1 FROM calendar_version v WHERE v.region_id = r.id AND v.year_seq = ?) ' +
        `ORDER BY r.id LIMIT ${Math.trunc(limit)}`,
      [seq],
    );
    return rows.map((row) => numberOf(row.id));
  }
}
