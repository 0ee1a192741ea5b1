import type { ValueTransformer } from 'typeorm';
import { toChinaIso } from '../clock';

/** A number column or aggregate: MySQL gives SUM as text on some servers. */
export const numberOf = (value: unknown): number => Number(value ?? 0);

export const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

export const textOfRow = (value: unknown): string =>
  typeof value === 'string' ? value : String(value ?? '');

export const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : textOfRow(value);

/** A boolean column: 0/1 on every database. */
export const flagOf = (value: unknown): boolean => Number(value) === 1;

/** An instant column of a raw row: a Date from MySQL, UTC text from SQLite. */
export function instantOf(value: unknown): Date {
  if (value instanceof Date) return value;
  if (typeof value !== 'string') throw new TypeError(`no instant: ${typeof value}`);
  return new Date(value.includes('T') ? value : `${value.replace(' ', 'T')}Z`);
}

/** An instant column as the API writes it, `+08:00`; null stays null. */
export const wireInstantOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : toChinaIso(instantOf(value));

export const wireInstant = (value: unknown): string => toChinaIso(instantOf(value));

/** A json column (stored as text everywhere) of a raw row; the caller names what was written there. */
export function jsonOf<T>(value: unknown): T {
  return (typeof value === 'string' ? JSON.parse(value) : value) as T;
}

/**
 * JSON in an entity: `@Column({ type: 'longtext', transformer: jsonColumn<ReplyRule>() })`. TypeORM's
 * simple-json is a 64 KB TEXT on MySQL; this one holds a whole document.
 */
export function jsonColumn<T>(): ValueTransformer {
  return {
    to: (value: T | null | undefined) =>
      value === null || value === undefined ? null : JSON.stringify(value),
    from: (value: unknown): T | null => (value === null || value === undefined ? null : jsonOf<T>(value)),
  };
}

/** BIGINT as a number: MySQL's driver and TypeORM give text. */
export const bigintColumn: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: unknown): number | null => numberOrNull(value),
};
