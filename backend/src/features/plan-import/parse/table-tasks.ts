import type { TaskFlag } from '@sunledger/shared-types';
import { markerOf } from './marker';
import { RowsAbove } from './rows-above';
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

function sectionTitle(text: string): string {
  return tidy(text)
    .replace(/[\]】］|]/g, '')
    .replace(/[。：:；;，,]+$/, '');
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
