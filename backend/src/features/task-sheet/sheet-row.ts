import { createHash } from 'node:crypto';
import { editableColumns, taskSheetHeads, type TaskSheetColumn } from '@sunledger/shared-types';

export type RowTexts = Readonly<Record<TaskSheetColumn, string>>;

/** What the system computes: shown, never read back. Links are not watched, programs rewrite them. */
const computed = ['no', 'dueOn', 'light', 'percent', 'lastProgressOn', 'finishedOn', 'section'] as const;

const VERSION = 'v1';
const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/** The state of the cells that may be changed; a sheet and the ledger agree when theirs is the same. */
export const editedState = (row: Pick<RowTexts, (typeof editableColumns)[number]>): string =>
  digest(JSON.stringify(editableColumns.map((column) => row[column])), 16);

/** What the hidden cell holds: the state at export, and a digest of each computed cell to tell which was touched. */
export const checkOf = (row: Omit<RowTexts, 'check'>): string =>
  [VERSION, editedState(row), ...computed.map((column) => digest(row[column], 4))].join('.');

export interface CheckedRow {
  /** Somebody wrote into a cell that may be changed. */
  readonly edited: boolean;
  /** The state of the cells when the sheet was made. */
  readonly exported: string;
  /** Headings of computed cells that somebody wrote into. */
  readonly touched: readonly string[];
}

/** Compares a row with its hidden cell; null when that cell is damaged. */
export function readCheck(row: RowTexts): CheckedRow | null {
  const [version, exported = '', ...digests] = row.check.split('.');
  if (version !== VERSION || digests.length !== computed.length) return null;
  const touched = computed.filter((column, at) => digest(row[column], 4) !== digests[at]);
  return {
    edited: editedState(row) !== exported,
    exported,
    touched: touched.map((column) => taskSheetHeads[column]),
  };
}

const BETWEEN = /[、，,；;\n]+/;

/** Names in a cell: as papers separate them. */
export const namesIn = (cell: string): string[] =>
  cell
    .split(BETWEEN)
    .map((name) => name.trim())
    .filter((name) => name !== '');
