import { isDeadlinePhrase } from './deadline-text';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import type { StepCounter } from './steps';
import type { Column } from './table-columns';
import { columnOf, isHeadRow } from './table-columns';
import type { Row, Table } from './table-grid';
import { Traced } from './traced-text';
import { endsLikeUnit, looksLikeUnit } from './unit-names';
import { splitUnits } from './unit-split';

/** The head of a table that has one cell per line. */
export interface VerticalHead {
  columns: Column[];
  cells: Traced[];
  /** First line behind the head. */
  next: number;
  piped: boolean;
}

const pipes = /^[|\s]+$/;
const tail = /^(?:抄\s*送|附\s*件\s*\d*|[（(]?此件|公开属性|.{0,30}(?:单位|部门)名单$)/;

/** Three to eight head words on lines of their own (pipes alone between them or not), or null. */
export function verticalHead(lines: readonly Line[], from: number): VerticalHead | null {
  if (lines[from].text.length > 16 || lines[from].raw.text.includes('\t')) return null;
  const cells: Traced[] = [];
  let piped = false;
  let next = from;
  for (; next < lines.length && next < from + 24 && cells.length < 8; next++) {
    const { text, piece } = lines[next];
    if (pipes.test(text)) {
      piped = true;
      if (
        cells.length >= 3 &&
        isHeadRow(cells.map((cell) => cell.text)) &&
        pipes.test(lines[next + 1]?.text ?? '')
      )
        break;
      continue;
    }
    if (
      text.length > 16 ||
      text.includes('|') ||
      (columnOf(text).role === 'other' && !/备注|责任人|联系/.test(text)) ||
      /^\d|[，。；、]/.test(text)
    )
      break;
    if (
      columnOf(text).role === 'content' &&
      cells.length >= 2 &&
      !isHeadRow([...cells.map((cell) => cell.text), text])
    )
      break;
    cells.push(piece);
  }
  const words = cells.map((cell) => cell.text);
  const spoken = words.map((word) => columnOf(word).role);
  const enough =
    cells.length >= 3 &&
    isHeadRow(words) &&
    spoken.some((role) => role === 'lead' || role === 'responsible' || role === 'deadline');
  return enough ? { columns: words.map(columnOf), cells, next, piped } : null;
}

type CellKind = 'number' | 'units' | 'deadline' | 'text';

function kindOf(text: string): CellKind {
  const bare = text.replace(/\s+/g, '').replace(/[、，,；;]$/, '');
  if (/^\d{1,3}[.、]?$/.test(bare)) return 'number';
  if (isDeadlinePhrase(bare) && bare.length <= 20) return 'deadline';
  const parts = splitUnits(text, true).map((part) => part.text);
  const units = parts.filter((part) =>
    looksLikeUnit(part.replace(/(?:牵头|配合|负责|按职责分工负责|负责落实)$/, '')),
  ).length;
  return parts.length > 0 &&
    units * 3 >= parts.length * 2 &&
    !/[。]/.test(bare) &&
    (endsLikeUnit(bare) || /等$|负责|落实|配合/.test(bare))
    ? 'units'
    : 'text';
}

/**
 * One cell per line: pages copied without their table. Rows are told apart by the running number, by a doubled pipe, or by the
 * last column being full. Output has the cells of each row in the order of the head.
 */
export function cellStream(
  lines: readonly Line[],
  from: number,
  head: VerticalHead,
  ledger: SourceLedger,
  steps: StepCounter,
): Table | null {
  const roles = head.columns.map((column) => column.role);
  const rows: Row[] = [];
  let pending: { piece: Traced; kind: CellKind }[] = [];
  const last = roles.at(-1) === 'deadline' ? 'deadline' : 'units';
  const numbered = roles.includes('no');
  const flush = (): void => {
    if (pending.length > 0) rows.push({ cells: spread(pending, head.columns) });
    pending = [];
  };
  let expected = 1;
  let to = head.next;
  for (; to < lines.length; to++) {
    steps.add(1);
    const line = lines[to];
    if (pipes.test(line.text)) {
      if (pipes.test(lines[to - 1]?.text ?? '') && pending.length > 0) flush();
      continue;
    }
    if (tail.test(line.text) || /[|\t]/.test(line.text)) break;
    if (pending.length > roles.length * 4) flush();
    const piece = line.raw.trim();
    const before = pending.at(-1);
    if (head.piped && before !== undefined && to > head.next && !pipes.test(lines[to - 1].text)) {
      // Between two pipes there is one cell, however many lines it has.
      before.piece = Traced.join([before.piece, piece], ' ');
      before.kind = kindOf(before.piece.text);
      continue;
    }
    const kind = kindOf(piece.text);
    const value = kind === 'number' ? Number(line.text.replace(/\D/g, '')) : -1;
    if (kind === 'number' && (numbered || value === expected)) {
      const lead =
        pending.length > 0 && pending.every((cell) => cell.kind === 'text') && rows.length > 0 && !numbered;
      if (!lead && pending.some((cell) => cell.kind !== 'text')) flush();
      else if (!lead && numbered) flush();
      expected = value + 1;
    } else if (
      kind === 'text' &&
      pending.some((cell) => cell.kind === last || (cell.kind === 'units' && !roles.includes('deadline')))
    ) {
      if (!head.piped || pending.length >= roles.length - 1) flush();
    }
    const open = pending.at(-1);
    const torn =
      !head.piped &&
      open?.kind === kind &&
      kind === 'text' &&
      !/[。！]$/.test(open.piece.text) &&
      open.piece.length > 12;
    const moreUnits =
      !head.piped && open?.kind === 'units' && kind === 'units' && /[、，,；;]$/.test(open.piece.text);
    if (open !== undefined && (torn || moreUnits)) open.piece = Traced.join([open.piece, piece], '');
    else pending.push({ piece, kind });
  }
  flush();
  for (let k = from; k < to; k++)
    for (let i = 0; i < lines[k].raw.length; i++)
      if (lines[k].raw.text[i] === '|') ledger.place(lines[k].raw.slice(i, i + 1));
  return rows.length === 0 ? null : { from, to, head: { cells: head.cells }, rows };
}

/** Puts the cells of a row under the head: numbers, units and times by what they are, texts in order from the right. */
function spread(cells: readonly { piece: Traced; kind: CellKind }[], columns: readonly Column[]): Traced[] {
  const out = columns.map(() => Traced.empty);
  if (cells.length === columns.length) return cells.map((cell) => cell.piece);
  const texts = cells.filter((cell) => cell.kind === 'text').map((cell) => cell.piece);
  const slots = (wanted: (column: Column) => boolean): number[] =>
    columns.flatMap((column, index) => (wanted(column) ? [index] : []));
  const unitSlots = slots(
    (column) => column.role === 'lead' || column.role === 'responsible' || column.role === 'guiding',
  );
  const put = (index: number | undefined, piece: Traced): void => {
    const target = index ?? out.length - 1;
    out[target] = out[target].length === 0 ? piece : Traced.join([out[target], piece], ' ');
  };
  const units = cells.filter((cell) => cell.kind === 'units');
  units.forEach((cell, k) => put(unitSlots[Math.min(k, unitSlots.length - 1)], cell.piece));
  const extra: Traced[] = [];
  for (const cell of cells) {
    if (cell.kind === 'deadline') put(slots((column) => column.role === 'deadline')[0], cell.piece);
    else if (cell.kind === 'number') {
      const slot = slots((column) => column.role === 'no')[0];
      if (slot === undefined) extra.push(cell.piece);
      else put(slot, cell.piece);
    }
  }
  const textSlots = slots((column) => column.role === 'content');
  if (units.length === 0 && texts.length > textSlots.length && unitSlots.length > 0)
    put(unitSlots[0], texts.pop() ?? Traced.empty);
  const surplus = Math.max(0, textSlots.length - texts.length);
  texts.forEach((piece, k) => put(textSlots[Math.min(k + surplus, textSlots.length - 1)], piece));
  return extra.length === 0 ? out : [...extra, ...out];
}
