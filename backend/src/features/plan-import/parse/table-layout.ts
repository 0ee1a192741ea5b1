import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import type { StepCounter } from './steps';
import { columnOf, isHeadRow } from './table-columns';
import type { Row, Table } from './table-grid';
import { Traced } from './traced-text';

interface Chunk {
  piece: Traced;
  /** First and last printed column, Chinese letters two wide. */
  from: number;
  to: number;
}

const end = /^(?:抄\s*送|附\s*件\s*\d*|[（(]?此件|公开属性|[一二三四五六七八九十]+、.{20})/;

/** The pieces of a line that stand apart by two blanks or more, with their place on the line. */
export function chunksOf(line: Line): Chunk[] {
  const { text } = line.raw;
  const chunks: Chunk[] = [];
  let column = 0;
  let from = -1;
  let start = 0;
  let blanks = 2;
  for (let i = 0; i <= text.length; i++) {
    const letter = text[i];
    const blank = letter === undefined || letter === ' ' || letter === '\t';
    if (blank) {
      blanks++;
      if (from >= 0 && (blanks >= 2 || letter === undefined)) {
        chunks.push({ piece: line.raw.slice(from, i).trim(), from: start, to: column });
        from = -1;
      }
    } else {
      if (from < 0) {
        from = i;
        start = column;
      }
      blanks = 0;
    }
    column += letter === undefined ? 0 : letter.charCodeAt(0) < 0x2000 ? 1 : 2;
  }
  return chunks;
}

/**
 * A table printed with blanks, its cells broken over lines (text taken from a page with its layout). Every piece belongs to
 * the column it stands under; a row begins with its number, or behind a blank line where rows are set apart by them.
 */
export function layoutTable(
  lines: readonly Line[],
  from: number,
  ledger: SourceLedger,
  steps: StepCounter,
): Table | null {
  const head = chunksOf(lines[from]);
  if (head.length < 3 || !isHeadRow(head.map((chunk) => chunk.piece.text))) return null;
  const roles = head.map((chunk) => columnOf(chunk.piece.text).role);
  const numbered = roles[0] === 'no';
  const rows: { pieces: Traced[][] }[] = [];
  let to = from + 1;
  for (; to < lines.length; to++) {
    const chunks = chunksOf(lines[to]);
    steps.add(1 + chunks.length);
    if (
      end.test(lines[to].text) ||
      (chunks.length === 1 &&
        /[。]$/.test(lines[to].text) &&
        chunks[0].from < head[0].to &&
        lines[to].gap > 0)
    )
      break;
    if (isHeadRow(chunks.map((chunk) => chunk.piece.text))) {
      ledger.remark(lines[to].piece, 'tableHead', '任务表的表头');
      continue;
    }
    const starts = numbered
      ? /^\d{1,3}[.、]?$/.test(chunks[0]?.piece.text ?? '') && columnFor(chunks[0], head) === 0
      : lines[to].gap > 0 || columnFor(chunks[0], head) === 0;
    if (starts || rows.length === 0) rows.push({ pieces: head.map(() => []) });
    const row = rows[rows.length - 1];
    for (const chunk of chunks) row.pieces[columnFor(chunk, head)].push(chunk.piece);
  }
  const filled = rows.filter((row) => row.pieces.some((pieces) => pieces.length > 0));
  if (filled.length === 0) return null;
  const out: Row[] = filled.map((row) => ({ cells: row.pieces.map((pieces) => Traced.join(pieces, '')) }));
  return { from, to, head: { cells: head.map((chunk) => chunk.piece) }, rows: out };
}

/** The column whose head stands above a piece: most overlap, else the nearest start. */
function columnFor(chunk: Chunk, head: readonly Chunk[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  head.forEach((column, index) => {
    const distance = Math.min(
      Math.abs(column.from - chunk.from),
      Math.abs((column.from + column.to) / 2 - (chunk.from + chunk.to) / 2),
    );
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}
