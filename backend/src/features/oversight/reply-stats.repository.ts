import { Injectable } from '@nestjs/common';
import type { StatsGrouping } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { flagOf, instantOf, numberOf, numberOrNull, textOfRow } from '../../core/db/row';
import { COUNTED, figuredWhere, groupKey, type Figured } from './figured.sql';
import type { InHand, Minutes, Outcome, Tallied } from './reply-tally';

/** Something of one group: a unit id, a kind, or a month `YYYY-MM`. */
export type Grouped<T> = T & { readonly key: string };
export type GroupedTally = Grouped<Tallied> & { readonly simple: boolean };

/** Everything the figures need is in this index: none of these statements but `moved` reads a row. */
const COVERING = 'ix_message_figures';

/** The figures of replies: exact, and one range of one covering index each, whatever is asked. */
@Injectable()
export class ReplyStatsRepository extends BaseRepository {
  /** Counts messages whose due date lies in the period. */
  async tally(ctx: Ctx, figured: Figured, by: StatsGrouping): Promise<GroupedTally[]> {
    const { sql, parameters } = figuredWhere(figured);
    const now = ctx.clock.now();
    const rows = await this.rows(
      ctx,
      `SELECT ${groupKey(by)} AS group_key, m.received_simple,
        CASE WHEN m.origin = 'rework' AND m.result = 'withdrawn' THEN 'withdrawnRework'
          WHEN m.origin = 'rework' AND (m.result = 'late' OR (m.result = 'open' AND m.due_at <= ?)) THEN 'lateRework'
          WHEN m.origin = 'rework' THEN 'rework'
          WHEN m.result <> 'open' THEN m.result WHEN m.due_at <= ? THEN 'openOverdue' ELSE 'notYetDue' END AS outcome,
        m.answer_minutes AS minutes,
        SUM(CASE WHEN m.origin = 'followUp' THEN 1 ELSE 0 END) AS follow_ups,
        SUM(CASE WHEN m.status = 'declined' THEN 1 ELSE 0 END) AS declined,
        SUM(CASE WHEN m.was_paused = 1 THEN 1 ELSE 0 END) AS paused,
        SUM(CASE WHEN m.extra_days IS NULL THEN 0 ELSE 1 END) AS extended,
        SUM(CASE WHEN m.merged_into IS NULL THEN 0 ELSE 1 END) AS merged,
        SUM(m.reclassified) AS reclassified, COUNT(*) AS n
      FROM message m${this.byIndex(COVERING)}
      WHERE ${sql}
      GROUP BY group_key, m.received_simple, outcome, minutes`,
      [now, now, ...parameters],
    );
    return rows.map((row) => ({
      key: textOfRow(row.group_key),
      simple: flagOf(row.received_simple),
      outcome: row.outcome as Outcome,
      minutes: numberOrNull(row.minutes),
      reclassified: numberOf(row.reclassified),
      paused: numberOf(row.paused),
      extended: numberOf(row.extended),
      merged: numberOf(row.merged),
      followUps: numberOf(row.follow_ups),
      declined: numberOf(row.declined),
      count: numberOf(row.n),
    }));
  }

  /** The finished stays of those messages with units, by their minutes; a unit's are its own. */
  async stays(ctx: Ctx, figured: Figured, by: StatsGrouping): Promise<Grouped<Minutes>[]> {
    const { sql, parameters } = figuredWhere(figured, 's.unit_id');
    const key = groupKey(by, 's.unit_id');
    const rows = await this.rows(
      ctx,
      `SELECT ${key} AS group_key, s.minutes, COUNT(*) AS n
      FROM message m${this.byIndex(COVERING)} JOIN message_stay s${this.byIndex('PRIMARY')} ON s.message_id = m.id
      WHERE ${sql} AND ${COUNTED}
      GROUP BY group_key, s.minutes`,
      parameters,
    );
    return rows.map((row) => ({
      key: textOfRow(row.group_key),
      minutes: numberOf(row.minutes),
      count: numberOf(row.n),
    }));
  }

  /** What of those messages lies with whom now. */
  async inHand(ctx: Ctx, figured: Figured, by: StatsGrouping): Promise<Grouped<InHand>[]> {
    const { sql, parameters } = figuredWhere(figured, 'm.unit_id');
    const rows = await this.rows(
      ctx,
      `SELECT ${groupKey(by, 'm.unit_id')} AS group_key, COUNT(*) AS n, MIN(m.held_since) AS since
      FROM message m${this.byIndex(COVERING)}
      WHERE ${sql} AND ${COUNTED} AND m.result = 'open'
      GROUP BY group_key`,
      parameters,
    );
    return rows.map((row) => ({
      key: textOfRow(row.group_key),
      count: numberOf(row.n),
      since: instantOf(row.since),
    }));
  }

  /** How many of those messages had their date moved by a day of the region's own (reply-rule, Counting 6). */
  async moved(ctx: Ctx, figured: Figured, by: StatsGrouping): Promise<Grouped<{ count: number }>[]> {
    const { sql, parameters } = figuredWhere(figured);
    const rows = await this.rows(
      ctx,
      `SELECT ${groupKey(by)} AS group_key, COUNT(DISTINCT m.id) AS n
      FROM due_move d${this.byIndex('ix_due_move_figures')} JOIN message m${this.byIndex('PRIMARY')} ON m.id = d.message_id
      WHERE d.region_id = ? AND d.cause = 'override' AND d.status IN ('applied', 'confirmed') AND ${sql} AND ${COUNTED}
      GROUP BY group_key`,
      [figured.regionId, ...parameters],
    );
    return rows.map((row) => ({ key: textOfRow(row.group_key), count: numberOf(row.n) }));
  }

  /** Messages of a region that have been answered, ever. */
  async answered(ctx: Ctx, regionId: number): Promise<number> {
    const row = await this.row(
      ctx,
      "SELECT COUNT(*) AS n FROM message WHERE region_id = ? AND result IN ('onTime', 'late')",
      [regionId],
    );
    return numberOf(row?.n);
  }
}
