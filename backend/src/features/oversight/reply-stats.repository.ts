import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { flagOf, numberOf, numberOrNull, textOfRow } from '../../core/db/row';
import type { Outcome, Tallied } from './reply-tally';

export interface Period {
  /** `YYYY-MM-DD`, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** Alike messages of one group: a unit id or a month `YYYY-MM`. */
export interface GroupedTally extends Tallied {
  readonly key: string;
  readonly simple: boolean;
}

/** A missed day stays with the unit that had it, wherever the message lies now. */
const UNIT = 'COALESCE(m.overdue_unit_id, m.unit_id)';
const KEYS = { unit: UNIT, month: 'SUBSTR(m.due_on, 1, 7)' } as const;

/** The figures of replies: one statement on one covering index, whatever is asked. */
@Injectable()
export class ReplyStatsRepository extends BaseRepository {
  /** Counts messages of a region whose due date lies in the period. */
  async tally(ctx: Ctx, regionId: number, period: Period, by: 'unit' | 'month'): Promise<GroupedTally[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${KEYS[by]} AS group_key, m.received_simple,
        CASE WHEN m.origin = 'rework' AND m.result = 'withdrawn' THEN 'withdrawnRework'
          WHEN m.origin = 'rework' AND (m.result = 'late' OR (m.result = 'open' AND m.due_at <= ?)) THEN 'lateRework'
          WHEN m.origin = 'rework' THEN 'rework'
          WHEN m.result <> 'open' THEN m.result WHEN m.due_at <= ? THEN 'openOverdue' ELSE 'notYetDue' END AS outcome,
        CASE WHEN m.origin = 'rework' THEN NULL ELSE m.answer_minutes END AS minutes,
        SUM(CASE WHEN m.origin = 'followUp' THEN 1 ELSE 0 END) AS follow_ups,
        SUM(CASE WHEN m.status = 'declined' THEN 1 ELSE 0 END) AS declined,
        SUM(m.reclassified) AS reclassified, COUNT(*) AS n
      FROM message m
      WHERE m.region_id = ? AND m.due_on BETWEEN ? AND ?
      GROUP BY group_key, m.received_simple, outcome, minutes`,
      [ctx.clock.now(), ctx.clock.now(), regionId, period.from, period.to],
    );
    return rows.map((row) => ({
      key: textOfRow(row.group_key),
      simple: flagOf(row.received_simple),
      outcome: row.outcome as Outcome,
      minutes: numberOrNull(row.minutes),
      reclassified: numberOf(row.reclassified),
      followUps: numberOf(row.follow_ups),
      declined: row.outcome === 'rework' || row.outcome === 'lateRework' ? 0 : numberOf(row.declined),
      count: numberOf(row.n),
    }));
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
