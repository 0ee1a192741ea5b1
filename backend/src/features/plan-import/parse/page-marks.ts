import { markerOf } from './marker';
import type { SourceLedger } from './source-ledger';
import type { Line } from './source-lines';
import { Traced } from './traced-text';

const dashed = /^(?:[-—–―－─_·•~～\s]+\d{1,4}[-—–―－─_·•~～\s]*|\d{1,4}\s*[-—–―－─~～]+)$/;
const worded =
  /^(?:第\s*\d{1,4}\s*页[\s,，/／、|]*(?:共\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页[\s,，/／、]*第\s*\d{1,4}\s*页|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?|\d{1,4}\s*[/／]\s*\d{1,4})$/i;
const bare = /^\d{1,3}$/;
const rule = /^[\s\p{Pd}\p{Pc}=*~·.…─━═┄┈─_]{3,}$/u;

/** Takes page numbers and drawn rules out; one remark for each kind (rule 10). Bare numbers count when they run 1, 2, 3 … */
export function dropPageMarks(lines: readonly Line[], ledger: SourceLedger): Line[] {
  const pages: Traced[] = [];
  const rules: Traced[] = [];
  const kept: Line[] = [];
  const running = runningNumbers(lines);
  lines.forEach((line, index) => {
    if (dashed.test(line.text) || worded.test(line.text) || running.has(index)) pages.push(line.piece);
    else if (rule.test(line.text)) rules.push(line.piece);
    else kept.push(line);
  });
  const heads = runningHeads(kept);
  for (const line of kept) if (heads.has(line)) ledger.remark(line.piece, 'repeated', '每页重复的页眉');
  ledger.remark(Traced.join(pages, ' '), 'pageNumber', '已去除页码');
  ledger.remark(Traced.join(rules, ' '), 'noise', '已去除分隔线');
  return kept.filter((line) => !heads.has(line));
}

/**
 * Bare numbers are page numbers when the lines between them are many: a table with one cell per line has its row numbers
 * close together, and short lines around them.
 */
function runningNumbers(lines: readonly Line[]): Set<number> {
  const found: number[] = [];
  let last = 0;
  lines.forEach((line, index) => {
    if (!bare.test(line.text)) return;
    const value = Number(line.text);
    if (found.length === 0 ? value > 3 : value !== last + 1) return;
    const shortNeighbours = [lines[index - 1], lines[index + 1]].filter(
      (near) => near !== undefined && near.text.length < 15,
    ).length;
    if (shortNeighbours === 2) return;
    found.push(index);
    last = value;
  });
  const longEnough = found.every((index, k) => k === 0 || lettersBetween(lines, found[k - 1], index) > 250);
  return new Set(longEnough && found.length > 1 ? found : []);
}

function lettersBetween(lines: readonly Line[], from: number, to: number): number {
  let sum = 0;
  for (let i = from + 1; i < to; i++) sum += lines[i].text.length;
  return sum;
}

const headWords = /公开|政府|公报|要点|文件|办公室/;

/** A running head: the same short line at least three times, a page apart. */
function runningHeads(lines: readonly Line[]): Set<Line> {
  const seen = new Map<string, { lines: Line[]; last: number; apart: boolean }>();
  let letters = 0;
  for (const line of lines) {
    letters += line.text.length;
    if (
      line.text.length > 40 ||
      line.text.length < 6 ||
      !headWords.test(line.text) ||
      /[。；：:、\t|]/.test(line.raw.text) ||
      markerOf(line.text) !== null
    )
      continue;
    const entry = seen.get(line.text);
    if (entry === undefined) seen.set(line.text, { lines: [line], last: letters, apart: true });
    else {
      entry.apart &&= letters - entry.last > 150;
      entry.lines.push(line);
      entry.last = letters;
    }
  }
  const kept = new Set(lines.slice(0, 6));
  return new Set(
    [...seen.values()]
      .filter((entry) => entry.apart && entry.lines.length >= 3)
      .flatMap((entry) => entry.lines.filter((line) => !kept.has(line))),
  );
}
