import { taskSheetHeads, type SheetProblem, type TaskSheetColumn } from '@sunledger/shared-types';
import type { ReadSheet } from '../../adapters/spreadsheet/read-sheet';
import { columnNames } from './task-sheet.mapper';
import { readCheck, type CheckedRow, type RowTexts } from './sheet-row';

export interface SheetRow {
  /** As Excel numbers it. */
  readonly row: number;
  readonly id: number;
  readonly texts: RowTexts;
  readonly check: CheckedRow;
}

export interface TaskSheet {
  readonly rows: readonly SheetRow[];
  readonly problems: readonly SheetProblem[];
}

/** How far down the heads may stand. */
const HEAD_WITHIN = 10;

/** The rows of a ledger sheet, by the names of its columns: their order may differ. Null when it is none. Pure. */
export function readTaskSheet({ rows, formulas }: ReadSheet): TaskSheet | null {
  const headAt = rows.slice(0, HEAD_WITHIN).findIndex((cells) => cells.includes(taskSheetHeads.check));
  const heads = rows[headAt];
  if (!heads) return null;
  const places = new Map(columnNames.map((name) => [name, heads.indexOf(taskSheetHeads[name])]));
  if ([...places.values()].some((place) => place < 0)) return null;
  const written = new Set(formulas);
  const found: SheetRow[] = [];
  const problems: SheetProblem[] = [];
  const seen = new Map<number, number>();
  for (const [at, cells] of rows.entries()) {
    if (at <= headAt || cells.every((cell) => cell === '')) continue;
    const row = at + 1;
    const texts = textsOf(cells, places);
    const problem = (column: TaskSheetColumn, message: string): void => {
      problems.push({ row, column: taskSheetHeads[column], message });
    };
    const formula = columnNames.find((name) => written.has(`${letterOf(places.get(name) ?? 0)}${row}`));
    if (formula) problem(formula, '单元格里是公式，请改成文字');
    const id = /^\d{1,15}$/.test(texts.id) ? Number(texts.id) : 0;
    const check = readCheck(texts);
    const before = seen.get(id);
    if (id === 0) problem('id', '这一行不是从系统导出的任务，请删去，或重新导出后再改');
    else if (before !== undefined) problem('id', `与第${before}行是同一项任务，请只留一行`);
    else if (!check) problem('check', '隐藏的校验列被改动，请重新导出后再改');
    else found.push({ row, id, texts, check });
    if (id !== 0 && before === undefined) seen.set(id, row);
  }
  return { rows: found, problems };
}

const textsOf = (cells: readonly string[], places: ReadonlyMap<TaskSheetColumn, number>): RowTexts =>
  Object.fromEntries(columnNames.map((name) => [name, cells[places.get(name) ?? -1] ?? ''])) as Record<
    TaskSheetColumn,
    string
  >;

const letterOf = (place: number): string => String.fromCharCode(65 + place);
