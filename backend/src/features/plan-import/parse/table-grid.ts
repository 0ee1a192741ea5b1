import { isHeadRow } from './table-columns';
import { markerOf } from './marker';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import type { StepCounter } from './steps';
import { layoutTable } from './table-layout';
import { cellStream, verticalHead } from './table-stream';
import { Traced } from './traced-text';

export interface Row {
  cells: Traced[];
}

/** A task table: the lines it takes, its head and its rows (repeated heads among them). */
export interface Table {
  from: number;
  to: number;
  head: Row;
  rows: Row[];
}

const pipeRule = /^[|\s:=+-]*-{2,}[|\s:=+-]*$/;
const lonePipe = /^[|\s]+$/;

/** Finds the task tables of a paper: rows by tab or pipe, one cell per line with or without pipes, columns by blanks. */
export function findTables(lines: readonly Line[], ledger: SourceLedger, steps: StepCounter): Table[] {
  const tables: Table[] = [];
  let i = 0;
  while (i < lines.length) {
    steps.add(1);
    const table = tableAt(lines, i, ledger, steps);
    if (table === null) i++;
    else {
      tables.push(table);
      i = table.to;
    }
  }
  return tables;
}

function tableAt(
  lines: readonly Line[],
  from: number,
  ledger: SourceLedger,
  steps: StepCounter,
): Table | null {
  const stream = verticalHead(lines, from);
  if (stream !== null) return cellStream(lines, from, stream, ledger, steps);
  const cells = cellsOf(lines[from]);
  if (cells === null || !isHeadRow(cells.map((cell) => cell.text))) return null;
  const columns = cells.filter((cell) => cell.text !== '').length;
  const form = formOf(lines[from]);
  if (form === 'blanks') return layoutTable(lines, from, ledger, steps);
  const rows: Row[] = [];
  let to = from + 1;
  while (to < lines.length) {
    const next = formOf(lines[to]) === form ? cellsOf(lines[to]) : null;
    if (next !== null) {
      placePipes(lines[to], ledger);
      if (!pipeRule.test(lines[to].text) && !completes(rows.at(-1), next, [columns, cells.length]))
        rows.push({ cells: next });
      to++;
      continue;
    }
    const resume = resumesAt(lines, to, form);
    if (resume <= to) break;
    for (; to < resume; to++) takeLooseLine(rows, lines[to], cells.length);
  }
  placePipes(lines[from], ledger);
  steps.add(to - from);
  return rows.length === 0 ? null : { from, to, head: { cells }, rows };
}

/** A cell with a line break of its own cuts its row in two: the rest comes on the next line, together they fill the columns. */
function completes(row: Row | undefined, next: readonly Traced[], columns: readonly number[]): boolean {
  if (
    row === undefined ||
    row.cells.length < 2 ||
    next.length < 2 ||
    !columns.includes(row.cells.length + next.length - 1)
  )
    return false;
  const first = next[0].text;
  if (/^\d{1,3}$/.test(first) || markerOf(first) !== null || first === '') return false;
  const last = row.cells[row.cells.length - 1];
  row.cells = [...row.cells.slice(0, -1), Traced.join([last, next[0]], '\n'), ...next.slice(1)];
  return true;
}

/** A line without cells belongs to the table when rows go on soon: it is a heading row or the rest of the last cell. */
function resumesAt(lines: readonly Line[], at: number, form: Form): number {
  for (let k = at; k < Math.min(lines.length, at + 4); k++) {
    if (/^附\s*件|^抄\s*送|(?:名单|清单|要点|分解表)$/.test(lines[k].text) && cellsOf(lines[k]) === null)
      return -1;
    const cells = cellsOf(lines[k]);
    if (cells !== null && cells.length > 1 && formOf(lines[k]) === form) return k;
  }
  return -1;
}

function takeLooseLine(rows: Row[], line: Line, columns: number): void {
  const last = rows.at(-1);
  const marker = markerOf(line.text);
  const heading = marker !== null && (marker.kind === 'chinese' || marker.kind === 'bracketChinese');
  if (last === undefined || heading || last.cells.length >= columns || last.cells.length < 2)
    rows.push({ cells: [line.piece] });
  else last.cells[last.cells.length - 1] = Traced.join([last.cells[last.cells.length - 1], line.piece], '');
}

type Form = 'tabs' | 'pipes' | 'blanks';

function formOf(line: Line): Form {
  if (line.raw.text.includes('\t')) return 'tabs';
  return line.raw.text.includes('|') ? 'pipes' : 'blanks';
}

/** The cells of a line that has them; null for plain text. Trailing blank cells count: they tell where the row ends. */
export function cellsOf(line: Line): Traced[] | null {
  const text = line.raw.text;
  if (text.includes('\t')) return cut(line.raw, /\t/g);
  const pipes = text.match(/\|/g)?.length ?? 0;
  if (pipes >= 2 || (pipes === 1 && /\S\s*\|\s*\S/.test(text) && text.length < 400)) {
    if (lonePipe.test(text)) return null;
    const cells = cut(line.raw, /\|/g);
    return /^\s*\|/.test(text) ? cells.slice(1) : cells;
  }
  const gaps = text.trim().match(/\S\s{2,}(?=\S)/g)?.length ?? 0;
  if (gaps >= 2 && text.length < 400) return cut(line.raw.trim(), /\s{2,}/g);
  return null;
}

function cut(line: Traced, separator: RegExp): Traced[] {
  const cells: Traced[] = [];
  let from = 0;
  for (const match of line.text.matchAll(separator)) {
    cells.push(line.slice(from, match.index).trim());
    from = match.index + match[0].length;
  }
  cells.push(line.slice(from).trim());
  return cells;
}

/** The drawn lines of a table are part of it. */
export function placePipes(line: Line, ledger: SourceLedger): void {
  const { raw } = line;
  if (!raw.text.includes('|')) return;
  const drawn = pipeRule.test(raw.text);
  for (let i = 0; i < raw.length; i++) if (raw.text[i] === '|' || drawn) ledger.place(raw.slice(i, i + 1));
}
