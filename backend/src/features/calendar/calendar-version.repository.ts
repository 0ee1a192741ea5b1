import { Injectable } from '@nestjs/common';
import type { CalendarChange, CalendarOverrideRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import {
  flagOf,
  instantOf,
  numberOf,
  numberOrNull,
  textOfRow,
  textOrNull,
  wireInstant,
} from '../../core/db/row';
import { CalendarVersionEntity } from './calendar.entity';

/** A change that still has open items to recount. */
export interface PendingVersion {
  readonly id: number;
  readonly cause: 'year' | 'override';
  readonly year: number | null;
  readonly day: string | null;
  readonly firstDay: string;
  readonly cursor: { readonly at: Date; readonly id: number } | null;
  readonly scanChanges: number;
}

/** What one batch did, to be added to the figures of a version. */
export interface VersionDelta {
  later: number;
  earlier: number;
  settled: number;
}

type NewVersion = Omit<
  CalendarVersionEntity,
  | 'id'
  | 'region'
  | 'cursorAt'
  | 'cursorId'
  | 'scanChanges'
  | 'movedLater'
  | 'movedEarlier'
  | 'settled'
  | 'doneAt'
>;

/** The log of each region's calendar, and how far the recount has come. */
@Injectable()
export class CalendarVersionRepository extends BaseRepository {
  async insert(ctx: Ctx, version: NewVersion): Promise<void> {
    await this.of(ctx, CalendarVersionEntity).insert({
      ...version,
      cursorAt: null,
      cursorId: 0,
      scanChanges: 0,
      movedLater: 0,
      movedEarlier: 0,
      settled: 0,
      doneAt: null,
    });
  }

  async pendingRegions(ctx: Ctx, limit: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT DISTINCT region_id FROM calendar_version WHERE done_at IS NULL ORDER BY region_id LIMIT ${Math.trunc(limit)}`,
    );
    return rows.map((row) => numberOf(row.region_id));
  }

  /** The oldest first: the last one carries the cursor of the walk. */
  async pending(ctx: Ctx, regionId: number): Promise<PendingVersion[]> {
    const rows = await this.rows(
      ctx,
      'SELECT id, cause, year, day, first_day, cursor_at, cursor_id, scan_changes FROM calendar_version ' +
        'WHERE region_id = ? AND done_at IS NULL ORDER BY id LIMIT 500',
      [regionId],
    );
    return rows.map(pendingOf);
  }

  async saveCursor(ctx: Ctx, id: number, place: { at: Date; id: number }, changes: number): Promise<void> {
    await this.execute(
      ctx,
      'UPDATE calendar_version SET cursor_at = ?, cursor_id = ?, scan_changes = scan_changes + ? WHERE id = ?',
      [place.at, place.id, changes, id],
    );
  }

  /** The walk is over and changed something: once more from the beginning. */
  async rewind(ctx: Ctx, id: number): Promise<void> {
    await this.execute(
      ctx,
      'UPDATE calendar_version SET cursor_at = NULL, cursor_id = 0, scan_changes = 0 WHERE id = ?',
      [id],
    );
  }

  async finish(ctx: Ctx, ids: readonly number[], at: Date): Promise<void> {
    const places = ids.map(() => '?').join(', ');
    await this.execute(
      ctx,
      `UPDATE calendar_version SET done_at = ? WHERE done_at IS NULL AND id IN (${places})`,
      [at, ...ids],
    );
  }

  async count(ctx: Ctx, id: number, delta: VersionDelta): Promise<void> {
    await this.execute(
      ctx,
      'UPDATE calendar_version SET moved_later = moved_later + ?, moved_earlier = moved_earlier + ?, settled = settled + ? WHERE id = ?',
      [delta.later, delta.earlier, delta.settled, id],
    );
  }

  async recent(ctx: Ctx, regionId: number): Promise<CalendarChange[]> {
    const rows = await this.rows(
      ctx,
      'SELECT id, cause, year, day, override_id, version, changed_at, moved_later, moved_earlier, settled, done_at ' +
        `FROM calendar_version${this.byIndex('ix_calendar_version_region')} ` +
        'WHERE region_id = ? ORDER BY id DESC LIMIT 20',
      [regionId],
    );
    const takenBack = await this.takenBack(
      ctx,
      rows.flatMap((row) => numberOrNull(row.override_id) ?? []),
    );
    return rows.map((row) => changeOf(row, takenBack));
  }

  /** Which of these own days took back the one before. */
  private async takenBack(ctx: Ctx, ids: readonly number[]): Promise<ReadonlySet<number>> {
    if (ids.length === 0) return new Set();
    const rows = await this.rows(
      ctx,
      `SELECT id FROM calendar_override WHERE id IN (${ids.map(() => '?').join(', ')}) AND turn % 2 = 0`,
      ids,
    );
    return new Set(rows.map((row) => numberOf(row.id)));
  }

  /** The region's own days of a year with the due dates that each of them moved. */
  async overrides(ctx: Ctx, regionId: number, year: number): Promise<CalendarOverrideRow[]> {
    const rows = await this.rows(
      ctx,
      'SELECT id, day, turn, working, decision, created_at FROM calendar_override ' +
        'WHERE region_id = ? AND day BETWEEN ? AND ? ORDER BY day, turn LIMIT 800',
      [regionId, `${year}-01-01`, `${year}-12-31`],
    );
    // A join would scan the small table of versions on MariaDB; by its index it is a handful of rows.
    const versions = await this.rows(
      ctx,
      `SELECT v.override_id, v.moved_later, v.moved_earlier FROM calendar_version v${this.byIndex('ix_calendar_version_region')} ` +
        'WHERE v.region_id = ? AND v.override_id IS NOT NULL',
      [regionId],
    );
    const movedBy = new Map(versions.map((version) => [numberOf(version.override_id), version]));
    return rows.flatMap((row, at) => (isSet(row) ? [overrideOf(row, rows[at + 1], movedBy)] : []));
  }
}

const pendingOf = (row: Row): PendingVersion => ({
  id: numberOf(row.id),
  cause: row.cause as PendingVersion['cause'],
  year: numberOrNull(row.year),
  day: textOrNull(row.day),
  firstDay: textOfRow(row.first_day),
  cursor: row.cursor_at === null ? null : { at: instantOf(row.cursor_at), id: numberOf(row.cursor_id) },
  scanChanges: numberOf(row.scan_changes),
});

const isSet = (row: Row): boolean => numberOf(row.turn) % 2 === 1;

/** An own day; the row after it, when it is the next turn of the same day, took it back. */
function overrideOf(row: Row, next: Row | undefined, movedBy: ReadonlyMap<number, Row>): CalendarOverrideRow {
  const moved = movedBy.get(numberOf(row.id));
  const takenBack = next && !isSet(next) && next.day === row.day ? next : null;
  return {
    id: numberOf(row.id),
    date: textOfRow(row.day),
    working: flagOf(row.working),
    decision: textOfRow(row.decision),
    createdAt: wireInstant(row.created_at),
    movedLater: numberOf(moved?.moved_later ?? 0),
    movedEarlier: numberOf(moved?.moved_earlier ?? 0),
    withdrawn: takenBack && { reason: textOfRow(takenBack.decision), at: wireInstant(takenBack.created_at) },
  };
}

const changeOf = (row: Row, takenBack: ReadonlySet<number>): CalendarChange => ({
  id: numberOf(row.id),
  cause: row.cause as CalendarChange['cause'],
  year: numberOrNull(row.year),
  date: textOrNull(row.day),
  takenBack: takenBack.has(numberOf(row.override_id)),
  version: textOfRow(row.version),
  changedAt: wireInstant(row.changed_at),
  moves: {
    later: numberOf(row.moved_later),
    earlier: numberOf(row.moved_earlier),
    settled: numberOf(row.settled),
  },
  finished: row.done_at !== null,
});
