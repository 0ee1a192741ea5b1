import type { TaskFlag } from '@sunledger/shared-types';
import { markerOf } from './marker';
import type { SourceLedger } from './source-ledger';
import type { StepCounter } from './steps';
import type { TableRow } from './table-rows';
import { readRows } from './table-rows';
import type { Table } from './table-grid';
import { Traced } from './traced-text';
import { tidy } from './traced-text';
import type { NoteReading } from './unit-note';
import { promoteFirst, readNote } from './unit-note';
import { extractNotes, mergeReading } from './extract-notes';

/** A task before its units and dates are judged. */
export interface TaskDraft {
  no: number | string | null;
  text: string;
  section: string | null;
  group: string | null;
  unitText: string[];
  reading: NoteReading;
  deadlineText: string | null;
  hasDeadlineColumn: boolean;
  flags: TaskFlag[];
  /** A source offset in the row, for remarks. */
  at: number;
  /** Unit cells as printed, in order. */
  unitCells: { role: 'lead' | 'responsible'; text: string }[];
}

export interface TableSection {
  number: string;
  title: string;
}

type TaskRow = Extract<TableRow, { kind: 'task' }>;

export interface TaskTable {
  tasks: TaskDraft[];
  sections: TableSection[];
}

/** The rows of one table → task drafts in order, with the section and group rows they stand under. */
export function readTaskTable(
  table: Table,
  bodySections: boolean,
  ledger: SourceLedger,
  steps: StepCounter,
): TaskTable {
  const out: TaskTable = { tasks: [], sections: [] };
  const heads: Traced[] = [];
  const above = new RowsAbove(ledger);
  const rows = readRows(table);
  const hasDeadlineColumn = rows.some((row) => row.kind === 'task' && row.deadline !== null);
  for (const row of rows) {
    steps.add(1);
    if (row.kind === 'head') heads.push(...row.cells);
    else if (row.kind === 'section') {
      const marker = markerOf(row.text.text);
      above.section(marker?.number ?? null);
      if (!bodySections && marker !== null) {
        ledger.place(row.text);
        out.sections.push({ number: marker.number, title: sectionTitle(row.text.text.slice(marker.length)) });
      }
      ledger.remark(Traced.join(row.cells, ' '), 'repeated', '表格中的分节行，与章节标题重复');
    } else if (row.kind === 'group') above.group(row.text, row.cells);
    else if (row.kind === 'more') {
      const last = out.tasks.at(-1);
      if (last === undefined) ledger.remark(row.text, 'unplaced', '表格中不成行的文字');
      else {
        last.text = tidy(last.text + row.text.text).replace(/\n/g, '');
        ledger.place(row.text);
      }
    } else {
      const group = above.groupFor(row.groups);
      out.tasks.push(draft(row, above.sectionNumber, group, hasDeadlineColumn, ledger, steps));
    }
  }
  above.end();
  ledger.remark(Traced.join(heads, ' '), 'tableHead', '任务表的表头');
  return out;
}

/** The section and group that a task stands under: rows of their own, or cells that span the rows below. */
class RowsAbove {
  sectionNumber: string | null = null;
  private text: string | null = null;
  private columns: string[] = [];
  private count = 0;
  /** A group row is placed by the first task below it; without one it is a remark. */
  private waiting: { text: Traced; cells: Traced[] } | null = null;

  constructor(private readonly ledger: SourceLedger) {}

  section(number: string | null): void {
    this.end();
    this.sectionNumber = number;
    this.text = null;
    this.columns = [];
    this.count = 0;
  }

  group(text: Traced, cells: Traced[]): void {
    this.end();
    this.columns = [];
    this.count++;
    this.text = groupText(text.text, this.count);
    this.waiting = { text, cells };
  }

  groupFor(cells: readonly Traced[]): string | null {
    if (this.waiting !== null) {
      this.ledger.place(this.waiting.text);
      this.ledger.remark(Traced.join(this.waiting.cells, ' '), 'repeated', '表格中重复的分组文字');
      this.waiting = null;
    }
    if (cells.length > 0) {
      const texts = cells.map((cell) => tidy(cell.text).replace(/\n/g, ''));
      const lower = cells.length < this.columns.length && markerOf(texts[0])?.kind !== 'chinese';
      this.columns = lower ? [...this.columns.slice(0, this.columns.length - cells.length), ...texts] : texts;
    }
    return this.columns.length > 0 ? this.columns.join(' / ') : this.text;
  }

  end(): void {
    if (this.waiting !== null)
      this.ledger.remark(Traced.join(this.waiting.cells, ' '), 'unplaced', '表格中没有任务的分组行');
    this.waiting = null;
  }
}

function sectionTitle(text: string): string {
  return tidy(text)
    .replace(/[\]】］|]/g, '')
    .replace(/[。：:；;，,]+$/, '');
}

/** (-)聚焦… → (一)聚焦…: the misread number is the place among the groups of the section. */
function groupText(text: string, count: number): string {
  const bare = tidy(text);
  const misread = /^[（(][-—=＝≡☰][）)]/.exec(bare);
  if (misread === null) return bare;
  const rest = bare.slice(misread[0].length);
  return markerOf(rest)?.kind === 'bracketChinese'
    ? rest
    : `(${'一二三四五六七八九十'[count - 1] ?? count})${rest}`;
}

function draft(
  row: TaskRow,
  section: string | null,
  group: string | null,
  hasDeadlineColumn: boolean,
  ledger: SourceLedger,
  steps: StepCounter,
): TaskDraft {
  const marker = markerOf(row.text.text);
  const numberInText = row.no === null && marker !== null && marker.kind === 'arabic';
  const body =
    marker !== null &&
    (numberInText || (marker.kind === 'arabic' && row.no !== null && Number(row.no.text) === marker.value))
      ? row.text.slice(marker.length)
      : row.text;
  const inText = extractNotes(body, steps);
  const reading = inText.reading;
  const unitText = inText.notes.map((note) => tidy(note.text));
  const unitCells: TaskDraft['unitCells'] = [];
  for (const { role, firstLeads, cell } of row.units) {
    const own = readNote(
      cell.text,
      role === 'lead' ? 'lead' : role === 'guiding' ? 'guiding' : 'responsible',
      true,
    );
    if (firstLeads) promoteFirst(own);
    mergeReading(reading, own);
    unitText.push(cell.text.replace(/\s+/g, ' '));
    if (role !== 'guiding')
      unitCells.push({ role: role === 'lead' ? 'lead' : 'responsible', text: cell.text });
    ledger.place(cell);
  }
  for (const piece of [row.text, row.no, row.deadline, ...row.groups])
    if (piece !== null) ledger.place(piece);
  if (row.others.length > 0)
    ledger.remark(Traced.join(row.others, ' '), 'tableColumn', '表格中没有对应字段的列');
  const printed =
    row.no === null
      ? numberInText
        ? (marker?.number ?? null)
        : null
      : row.no.text.replace(/\s+/g, '').replace(/[.、．]$/, '');
  return {
    no: printed === null ? null : /^\d+$/.test(printed) ? Number(printed) : printed,
    text: tidy(inText.rest.text).replace(/\n/g, ''),
    section,
    group,
    unitText,
    reading,
    deadlineText:
      row.deadline === null ? (reading.deadlines.at(-1) ?? null) : tidy(row.deadline.text).replace(/\n/g, ''),
    hasDeadlineColumn,
    flags: row.shifted ? ['columnsShifted'] : [],
    at:
      [row.text, ...row.units.map((unit) => unit.cell), row.no].find(
        (piece) => piece !== null && piece.start >= 0,
      )?.start ?? 0,
    unitCells,
  };
}
