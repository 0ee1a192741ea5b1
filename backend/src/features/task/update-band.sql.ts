import { updateBands, updateLimits, type LightDay, type UpdateBand } from '@sunledger/shared-types';
import type { SqlPiece } from './light.sql';

/** The band of an open task as a condition on its row: the same judgement as `updateBandOf` of shared-types. */
export function updateBandIs(band: UpdateBand, day: LightDay, t = 't'): SqlPiece {
  const { plain, continuous } = updateLimits(day);
  const open = `${t}.closed = 0`;
  const limit = `CASE WHEN ${t}.continuous = 1 THEN ? ELSE ? END`;
  const before = (key: keyof typeof plain) => [continuous[key], plain[key]];
  const since = (key: keyof typeof plain): SqlPiece => ({
    sql: `${t}.last_progress_on >= ${limit}`,
    parameters: before(key),
  });
  const until = (key: keyof typeof plain): SqlPiece => ({
    sql: `${t}.last_progress_on < ${limit}`,
    parameters: before(key),
  });
  const both = (...pieces: SqlPiece[]): SqlPiece => ({
    sql: `(${[open, ...pieces.map(({ sql }) => sql)].join(' AND ')})`,
    parameters: pieces.flatMap(({ parameters }) => parameters),
  });
  switch (band) {
    case 'recent':
      return both(since('ageingBefore'));
    case 'ageing':
      return both(until('ageingBefore'), since('lateBefore'));
    case 'late':
      return both(until('lateBefore'), since('silentBefore'));
    case 'silent':
      return both(until('silentBefore'));
    case 'never':
      return { sql: `(${open} AND ${t}.last_progress_on IS NULL)`, parameters: [] };
  }
}

/** One column per band: `SUM(…) AS band_recent, …`. */
export function updateBandCounts(day: LightDay): SqlPiece {
  const pieces = updateBands.map((band) => ({ band, ...updateBandIs(band, day) }));
  return {
    sql: pieces.map(({ band, sql }) => `SUM(CASE WHEN ${sql} THEN 1 ELSE 0 END) AS band_${band}`).join(', '),
    parameters: pieces.flatMap(({ parameters }) => parameters),
  };
}
