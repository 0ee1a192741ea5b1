import type { Light, UnitBoardRow } from '@sunledger/shared-types';
import { totalOf } from '../task/light-parts';
import type { OutcomePart } from './items-of';

/** The columns of the table of units, and how its rows are arranged. Pure. */
export const lightColumns: readonly Light[] = [
  'overdue',
  'dueSoon',
  'stale',
  'notStarted',
  'onTrack',
  'doneLate',
  'done',
];
export const replyColumns: readonly OutcomePart[] = ['openOverdue', 'late', 'notYetDue', 'onTime'];

/** `pressing` is the order of the server: what is overdue first. */
export type UnitColumn = 'pressing' | 'name' | 'tasks' | 'share' | 'reclassified' | Light | OutcomePart;

export interface Sorting {
  readonly column: UnitColumn;
  readonly down: boolean;
}

const isLight = (column: UnitColumn): column is Light => (lightColumns as readonly string[]).includes(column);

/** A unit to which nothing was due has no share: it comes after all others. */
function valueOf(
  { lights, replies }: UnitBoardRow,
  column: Exclude<UnitColumn, 'pressing' | 'name'>,
): number {
  if (column === 'tasks') return totalOf(lights);
  if (column === 'share') return replies.share ?? -1;
  if (column === 'reclassified') return replies.reclassified;
  return isLight(column) ? lights[column] : replies[column];
}

/** The rows whose unit has the word in its name, sorted; equal ones stay in the order of the server. */
export function arranged(
  rows: readonly UnitBoardRow[],
  { column, down }: Sorting,
  word: string,
): UnitBoardRow[] {
  const found = rows.filter(({ unit }) => unit.name.includes(word.trim()));
  const sign = down ? -1 : 1;
  if (column === 'pressing') return found;
  if (column === 'name') {
    return [...found].sort(
      (a, b) => sign * (a.unit.name < b.unit.name ? -1 : a.unit.name > b.unit.name ? 1 : 0),
    );
  }
  return [...found].sort((a, b) => sign * (valueOf(a, column) - valueOf(b, column)));
}
