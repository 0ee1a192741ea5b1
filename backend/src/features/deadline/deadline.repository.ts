import { Injectable } from '@nestjs/common';
import type { CalendarYear, ReplyRule, WorkCalendarOverride } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { flagOf, jsonOf, numberOf, textOfRow } from '../../core/db/row';

export interface StoredRule {
  readonly id: number;
  readonly rule: ReplyRule;
}

/**
 * Which rows a calendar is made of. Imported years and own days are only ever added: the last import names
 * the years; own days are named by their newest id and by how many there are, because on a cluster of
 * several writers ids are not given out in order. 0 for none.
 */
export interface CalendarStamp {
  readonly yearSeq: number;
  readonly overrideId: number;
  /** Null when an earlier version is looked up. */
  readonly overrides: number | null;
}

/** Rules, imported years and own days of regions: small tables, read on the way of every promise. */
@Injectable()
export class DeadlineRepository extends BaseRepository {
  /** The rule in force on a day, or null while the region has promised nothing. */
  async ruleOn(ctx: Ctx, regionId: number, day: string): Promise<StoredRule | null> {
    const row = await this.row(
      ctx,
      'SELECT id, rule FROM reply_rule WHERE region_id = ? AND effective_from <= ? ORDER BY effective_from DESC LIMIT 1',
      [regionId, day],
    );
    return row && { id: numberOf(row.id), rule: jsonOf<ReplyRule>(row.rule) };
  }

  async rule(ctx: Ctx, regionId: number, id: number): Promise<StoredRule | null> {
    const row = await this.row(ctx, 'SELECT id, rule FROM reply_rule WHERE id = ? AND region_id = ?', [
      id,
      regionId,
    ]);
    return row && { id: numberOf(row.id), rule: jsonOf<ReplyRule>(row.rule) };
  }

  async stamp(ctx: Ctx, regionId: number): Promise<CalendarStamp> {
    const row = await this.row(
      ctx,
      'SELECT (SELECT MAX(seq) FROM calendar_year) AS year_seq, COUNT(*) AS overrides, MAX(id) AS override_id ' +
        'FROM calendar_override WHERE region_id = ?',
      [regionId],
    );
    return {
      yearSeq: numberOf(row?.year_seq),
      overrideId: numberOf(row?.override_id),
      overrides: numberOf(row?.overrides),
    };
  }

  async newestYear(ctx: Ctx): Promise<number> {
    return numberOf((await this.row(ctx, 'SELECT MAX(seq) AS seq FROM calendar_year'))?.seq);
  }

  /** What a version of a region's calendar was made of, as its log tells; a version may return. */
  async stampsOf(ctx: Ctx, regionId: number, version: string): Promise<CalendarStamp[]> {
    const rows = await this.rows(
      ctx,
      'SELECT version, version_before, cause, year_seq, override_id, year_stamp, override_stamp ' +
        `FROM calendar_version${this.byIndex('ix_calendar_version_region')} ` +
        'WHERE region_id = ? AND (version = ? OR version_before = ?) ORDER BY id DESC LIMIT 20',
      [regionId, version, version],
    );
    return rows.map((row) => {
      const after = {
        yearSeq: numberOf(row.year_stamp),
        overrideId: numberOf(row.override_stamp),
        overrides: null,
      };
      if (row.version === version) return after;
      // Before this change: every row but the one that it added.
      return row.cause === 'year'
        ? { ...after, yearSeq: numberOf(row.year_seq) - 1 }
        : { ...after, overrideId: numberOf(row.override_id) - 1 };
    });
  }

  /** The imported years in the order of their import; a later row of the same year replaces the earlier. */
  async years(ctx: Ctx, upTo: number): Promise<CalendarYear[]> {
    const rows = await this.rows(
      ctx,
      'SELECT content FROM calendar_year WHERE seq <= ? ORDER BY seq LIMIT 1000',
      [upTo],
    );
    return rows.map((row) => jsonOf<CalendarYear>(row.content));
  }

  async overrides(
    ctx: Ctx,
    regionId: number,
    upTo = Number.MAX_SAFE_INTEGER,
  ): Promise<WorkCalendarOverride[]> {
    const rows = await this.rows(
      ctx,
      'SELECT day, turn, working, decision FROM calendar_override WHERE region_id = ? AND id <= ? ORDER BY day, turn LIMIT 4000',
      [regionId, upTo],
    );
    const byDay = new Map<string, WorkCalendarOverride>();
    for (const row of rows) {
      const date = textOfRow(row.day);
      // An even turn takes back the one before.
      if (numberOf(row.turn) % 2 === 0) byDay.delete(date);
      else byDay.set(date, { date, working: flagOf(row.working), decision: textOfRow(row.decision) });
    }
    return [...byDay.values()];
  }
}
