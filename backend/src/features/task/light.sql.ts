import { lights, type Light, type LightDay } from '@sunledger/shared-types';

/** A piece of SQL with its `?` parameters in order. */
export interface SqlPiece {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/**
 * The light of a task as a condition on its row: the same judgement as `lightOf` of shared-types, for
 * filters and counts. Exactly one of the seven conditions holds for any row (a property test compares
 * the two on both databases). `t` is the alias of the table `task`; dates are text and compare as such.
 */
export function lightIs(light: Light, day: LightDay, t = 't'): SqlPiece {
  const late = `${t}.finished_on > ${t}.due_on`;
  const open = `${t}.closed = 0`;
  const notPressing = `(${t}.due_on IS NULL OR (${t}.due_on >= ? AND ${t}.due_on > ?))`;
  const pressing = [day.today, day.dueSoonUntil];
  const staleLimit = `CASE WHEN ${t}.continuous = 1 THEN ? ELSE ? END`;
  const staleLimits = [day.continuousStaleBefore, day.staleBefore];
  switch (light) {
    case 'done':
      return {
        sql: `(${t}.closed = 1 AND (${t}.due_on IS NULL OR ${t}.finished_on IS NULL OR NOT ${late}))`,
        parameters: [],
      };
    case 'doneLate':
      return { sql: `(${t}.closed = 1 AND ${late})`, parameters: [] };
    case 'overdue':
      return { sql: `(${open} AND ${t}.due_on < ?)`, parameters: [day.today] };
    case 'dueSoon':
      return { sql: `(${open} AND ${t}.due_on >= ? AND ${t}.due_on <= ?)`, parameters: pressing };
    case 'notStarted':
      return { sql: `(${open} AND ${notPressing} AND ${t}.last_progress_on IS NULL)`, parameters: pressing };
    case 'stale':
      return {
        sql: `(${open} AND ${notPressing} AND ${t}.last_progress_on < ${staleLimit})`,
        parameters: [...pressing, ...staleLimits],
      };
    case 'onTrack':
      return {
        sql: `(${open} AND ${notPressing} AND ${t}.last_progress_on >= ${staleLimit})`,
        parameters: [...pressing, ...staleLimits],
      };
  }
}

/** The days of a request are the same object for seconds, see `TaskDayService`; so is their SQL. */
const countsOfDay = new WeakMap<LightDay, SqlPiece>();

/** One column per light, named like it, for the table `task t`: `SUM(…) AS light_done, … AS light_stale`. */
export function lightCounts(day: LightDay): SqlPiece {
  const known = countsOfDay.get(day);
  if (known) return known;
  const pieces = lights.map((light) => ({ light, ...lightIs(light, day) }));
  const counts = {
    sql: pieces
      .map(({ light, sql }) => `SUM(CASE WHEN ${sql} THEN 1 ELSE 0 END) AS light_${light}`)
      .join(', '),
    parameters: pieces.flatMap((piece) => piece.parameters),
  };
  countsOfDay.set(day, counts);
  return counts;
}
