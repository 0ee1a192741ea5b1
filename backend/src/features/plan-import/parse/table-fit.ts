import { isDeadlinePhrase } from './deadline-text';
import type { Column } from './table-columns';
import type { Row } from './table-grid';
import type { Traced } from './traced-text';
import { looksLikeUnit } from './unit-names';
import { splitUnits } from './unit-split';

/** 具体措施 says more than 重点任务, and that more than 类别. */
function rank(head: string): number {
  if (/目标|成效|标准$/.test(head)) return 0;
  if (/内容|举措|措施|具体|要求/.test(head)) return 2;
  return /任务|工作|事项|要点/.test(head) ? 1 : 0;
}

/** Several columns may hold text: the task itself is in the one that says most, what stands before it is its group (rule 6). */
export function chooseTextColumn(columns: readonly Column[], rows: readonly Row[]): number {
  const letters = columns.map((_column, index) =>
    rows.reduce((sum, row) => sum + (row.cells[index]?.text ?? '').length, 0),
  );
  const contents = columns.flatMap((column, index) => (column.role === 'content' ? [index] : []));
  const most = Math.max(0, ...contents.map((index) => letters[index]));
  const telling = contents.filter((index) => letters[index] >= most * 0.4);
  return telling.reduce((best, index) => {
    if (best < 0) return index;
    const difference = rank(columns[index].head) - rank(columns[best].head);
    return difference > 0 || (difference === 0 && letters[index] > letters[best]) ? index : best;
  }, -1);
}

/** How much of a cell are names of units, 0 to 1. */
export function unitShare(text: string): number {
  const parts = splitUnits(text, true);
  return parts.length === 0 ? 0 : parts.filter((part) => looksLikeUnit(part.text)).length / parts.length;
}

/** How well do the cells fit under the columns when moved by `shift`? Spans at the left leave cells out, so rows move right. */
export function fit(
  cells: readonly Traced[],
  columns: readonly Column[],
  textColumn: number,
  shift: number,
): number {
  let score = shift === 0 ? 0.5 : 0;
  const longest = cells.reduce((best, cell, index) => (cell.length > cells[best].length ? index : best), 0);
  columns.forEach((column, index) => {
    const text = cells[index - shift]?.text.trim() ?? '';
    if (text === '') score -= index === textColumn ? 3 : 0;
    else if (column.role === 'no')
      score += /^[\d（(一二三四五六七八九十]{1,3}/.test(text) && text.length <= 6 ? 2 : -2;
    else if (column.role === 'deadline')
      score += isDeadlinePhrase(text) || /月|年|季|持续|长期|常态/.test(text) ? 2 : -1;
    else if (column.role === 'lead' || column.role === 'responsible')
      score += unitShare(text) >= 0.5 ? 2 : /牵头|负责|配合/.test(text) ? 1 : -2;
    else if (index === textColumn)
      score += (index - shift === longest ? 2 : 0) - (/^\d{1,3}$/.test(text) ? 4 : 0);
  });
  const lost = cells.filter((cell, index) => cell.text !== '' && index + shift >= columns.length).length;
  return score - lost * 3;
}
