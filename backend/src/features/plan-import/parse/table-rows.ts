import { isDeadlinePhrase } from './deadline-text';
import { chooseTextColumn, fit, unitShare } from './table-fit';
import { markerOf } from './marker';
import type { Column, ColumnRole } from './table-columns';
import { columnOf, isHeadRow } from './table-columns';
import type { Row, Table } from './table-grid';
import { Traced } from './traced-text';

/** A row of a task table after its cells have found their columns. */
export type TableRow =
  | { kind: 'head'; cells: Traced[] }
  | { kind: 'section'; text: Traced; cells: Traced[] }
  | { kind: 'group'; text: Traced; cells: Traced[] }
  | { kind: 'more'; text: Traced }
  | {
      kind: 'task';
      no: Traced | null;
      groups: Traced[];
      text: Traced;
      units: { role: ColumnRole; firstLeads: boolean; cell: Traced }[];
      deadline: Traced | null;
      others: Traced[];
      shifted: boolean;
    };

const ocrNumber = /^[（(]\s*[-—一=＝二三☰≡]\s*[）)]$/;

/** Rows of cells → sections, groups and tasks. Heads may repeat on every page; spans leave cells out. */
export function readRows(table: Table): TableRow[] {
  const [second] = table.rows;
  const doubled = second !== undefined && isSubHead(second.cells);
  const columns = table.head.cells.map((cell, index) =>
    columnOf(doubled ? second.cells[index]?.text.trim() || cell.text : cell.text),
  );
  while (columns.length > 1 && columns.at(-1)?.role === 'blank') columns.pop();
  const textColumn = chooseTextColumn(columns, table.rows);
  const hasNumbers = columns.some((column) => column.role === 'no');
  const out: TableRow[] = [
    { kind: 'head', cells: doubled ? [...table.head.cells, ...second.cells] : table.head.cells },
  ];
  for (const row of doubled ? table.rows.slice(1) : table.rows) {
    const filled = row.cells.filter((cell) => cell.text.trim() !== '');
    if (filled.length === 0) continue;
    if (isHeadRow(row.cells.map((cell) => cell.text)) || sameHead(filled, columns))
      out.push({ kind: 'head', cells: filled });
    else out.push(headingRow(row, filled, hasNumbers) ?? taskRow(row, columns, textColumn));
  }
  return out;
}

/** A second line of the head: 责任分工 over 牵头单位 and 配合单位. */
function isSubHead(cells: readonly Traced[]): boolean {
  const words = cells.map((cell) => cell.text.replace(/\s+/g, '')).filter((word) => word !== '');
  return (
    words.length >= 2 &&
    words.every(
      (word) =>
        word.length <= 8 &&
        /(?:单位|部门|科室|牵头|配合|责任|时限|时间|内容|任务|序号|要求|措施|要点)$/.test(word),
    ) &&
    words.some((word) => /单位|部门|科室|牵头|配合/.test(word))
  );
}

function sameHead(filled: readonly Traced[], columns: readonly Column[]): boolean {
  const heads = columns.map((column) => column.head);
  return filled.length >= 2 && filled.every((cell) => heads.includes(cell.text.replace(/\s+/g, '')));
}

function distinct(cells: readonly Traced[]): Traced[] {
  const seen = new Set<string>();
  return cells.filter((cell) => {
    const key = cell.text.replace(/\s+/g, '');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** 一、… alone in a row is a section, （一）… or a category alone a group; (-) and (=) are （一） and （二） misread. */
function headingRow(row: Row, filled: readonly Traced[], hasNumbers: boolean): TableRow | null {
  const cells = distinct(filled);
  const first = cells[0].text.trim();
  const marker = markerOf(first);
  if (cells.length <= 3 && /^[一二三四五六七八九十]+\s*[、.．]/.test(first) && marker?.kind === 'chinese') {
    const rest = cells.slice(1);
    const repeated = rest.length > 0 && markerOf(rest[0].text)?.value === marker.value;
    if (rest.length === 0 || repeated)
      return { kind: 'section', text: repeated ? rest[0] : cells[0], cells: [...filled] };
    return rest.length === 1 && first.length <= 4
      ? { kind: 'section', text: Traced.join(cells, ''), cells: [...filled] }
      : null;
  }
  if (
    /^[一二三四五六七八九十]{1,3}$/.test(first) &&
    cells.length === 2 &&
    filled.length === 2 &&
    !/[。；]/.test(cells[1].text)
  ) {
    return { kind: 'section', text: Traced.join(cells, '、'), cells: [...filled] };
  }
  const bracket = marker?.kind === 'bracketChinese' || ocrNumber.test(first);
  const shortHead =
    cells.every((cell) => cell.text.length <= 60) &&
    filled.slice(1).every((cell) => !isDeadlinePhrase(cell.text));
  if (
    bracket &&
    shortHead &&
    cells.length <= 3 &&
    !cells.slice(1).some((cell) => unitShare(cell.text) === 1 && cell.text.length < 8)
  ) {
    return { kind: 'group', text: Traced.join(cells, ''), cells: [...filled] };
  }
  if (cells.length > 1 || markerOf(first)?.kind === 'arabic' || /^\d+$/.test(first)) return null;
  const heading = first.length <= 40 && !/[。；，,]$/.test(first);
  if (heading && (row.cells.length > 1 || hasNumbers))
    return { kind: 'group', text: cells[0], cells: [...filled] };
  return hasNumbers || !/[。]$/.test(first) ? { kind: 'more', text: cells[0] } : null;
}

function taskRow(row: Row, columns: readonly Column[], textColumn: number): TableRow {
  let cells = row.cells;
  while (cells.length > columns.length && cells.at(-1)?.text.trim() === '') cells = cells.slice(0, -1);
  let shift = 0;
  let best = fit(cells, columns, textColumn, 0);
  const range = Math.max(3, Math.abs(cells.length - columns.length));
  for (let candidate = -Math.min(range, 4); candidate <= Math.min(range, 4); candidate++) {
    const score = fit(cells, columns, textColumn, candidate);
    if (score > best) [shift, best] = [candidate, score];
  }
  const out: Extract<TableRow, { kind: 'task' }> = {
    kind: 'task',
    no: null,
    groups: [],
    text: Traced.empty,
    units: [],
    deadline: null,
    others: [],
    shifted: false,
  };
  cells.forEach((cell, index) => {
    if (cell.text.trim() === '') return;
    const column = columns[index + shift];
    const role = column?.role ?? (index + shift < 0 ? 'content' : 'other');
    if (index + shift === textColumn) out.text = cell;
    else if (
      out.no === null &&
      (role === 'no' || (/^\d{1,3}[.、．]?$/.test(cell.text) && index + shift < textColumn))
    )
      out.no = cell;
    else if (role === 'content' && index + shift < textColumn) out.groups.push(cell);
    else if (role === 'lead' || role === 'responsible' || role === 'guiding')
      out.units.push({ role, firstLeads: column.firstLeads, cell });
    else if (role === 'deadline' && out.deadline === null) out.deadline = cell;
    else out.others.push(cell);
  });
  out.shifted = shift !== 0 && best < 1;
  return out;
}
