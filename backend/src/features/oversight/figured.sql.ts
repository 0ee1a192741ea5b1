import type { FigurePart, MessageKind, StatsGrouping } from '@sunledger/shared-types';

/** Which messages the figures are about; a missed day stays with the unit that had it. */
export interface Figured {
  readonly regionId: number;
  /** `YYYY-MM-DD`, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly unitId?: number | undefined;
  readonly kind?: MessageKind | undefined;
}

export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly (string | number | Date)[];
}

/** A missed day stays with the unit that had it, wherever the message lies now. */
export const FIGURED_UNIT = 'COALESCE(m.overdue_unit_id, m.unit_id)';

/** What a group is known by; `unit` is the column that names the unit. */
export const groupKey = (by: StatsGrouping, unit = FIGURED_UNIT): string =>
  ({ unit, kind: 'm.kind', month: 'SUBSTR(m.due_on, 1, 7)' })[by];

/** The messages `m` that are asked for; `unit` as for `groupKey`. */
export function figuredWhere(figured: Figured, unit = FIGURED_UNIT): SqlCondition {
  const { regionId, from, to, unitId, kind } = figured;
  return {
    sql:
      'm.region_id = ? AND m.due_on BETWEEN ? AND ?' +
      (unitId === undefined ? '' : ` AND ${unit} = ?`) +
      (kind === undefined ? '' : ' AND m.kind = ?'),
    parameters: [
      regionId,
      from,
      to,
      ...(unitId === undefined ? [] : [unitId]),
      ...(kind === undefined ? [] : [kind]),
    ],
  };
}

/** Where to look for what is past its day now. */
export type OverdueIn = Pick<Figured, 'regionId' | 'unitId' | 'kind'>;

/** Past its day and not answered, of whatever period; reworks too. */
export function overdueWhere({ regionId, unitId, kind }: OverdueIn, now: Date): SqlCondition {
  return {
    sql:
      "m.region_id = ? AND m.result = 'open' AND m.due_at <= ?" +
      (unitId === undefined ? '' : ` AND ${FIGURED_UNIT} = ?`) +
      (kind === undefined ? '' : ' AND m.kind = ?'),
    parameters: [
      regionId,
      now,
      ...(unitId === undefined ? [] : [unitId]),
      ...(kind === undefined ? [] : [kind]),
    ],
  };
}

const REWORK = "m.origin = 'rework'";
const NO_REWORK = "(m.origin IS NULL OR m.origin <> 'rework')";
/** Counts in the total. */
export const COUNTED = `${NO_REWORK} AND m.result <> 'withdrawn'`;
/** A day of the region's own moved its date (reply-rule, Counting 6). */
const MOVED =
  "EXISTS (SELECT 1 FROM due_move d WHERE d.region_id = ? AND d.message_id = m.id AND d.cause = 'override' " +
  "AND d.status IN ('applied', 'confirmed'))";

/** The messages behind one number: the same judgement as the tally, as a condition. */
export function partWhere(part: FigurePart, regionId: number, now: Date): SqlCondition {
  const plain = (sql: string): SqlCondition => ({ sql, parameters: [] });
  const timed = (sql: string): SqlCondition => ({ sql, parameters: [now] });
  switch (part) {
    case 'total':
      return plain(COUNTED);
    case 'onTime':
    case 'late':
      return plain(`${COUNTED} AND m.result = '${part}'`);
    case 'openOverdue':
      return timed(`${COUNTED} AND m.result = 'open' AND m.due_at <= ?`);
    case 'notYetDue':
      return timed(`${COUNTED} AND m.result = 'open' AND m.due_at > ?`);
    case 'reclassified':
      return plain(`${COUNTED} AND m.reclassified = 1`);
    case 'paused':
      return plain(`${COUNTED} AND m.was_paused = 1`);
    case 'extended':
      return plain(`${COUNTED} AND m.extra_days IS NOT NULL`);
    case 'moved':
      return { sql: `${COUNTED} AND ${MOVED}`, parameters: [regionId] };
    case 'merged':
      return plain(`${COUNTED} AND m.merged_into IS NOT NULL`);
    case 'followUps':
      return plain(`${COUNTED} AND m.origin = 'followUp'`);
    case 'declined':
      return plain(`${COUNTED} AND m.status = 'declined'`);
    case 'reworks':
      return plain(`${REWORK} AND m.result <> 'withdrawn'`);
    case 'lateReworks':
      return timed(`${REWORK} AND (m.result = 'late' OR (m.result = 'open' AND m.due_at <= ?))`);
    case 'withdrawn':
      return plain(`${NO_REWORK} AND m.result = 'withdrawn'`);
  }
}
