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
  ledger.remark(Traced.join(pages, ' '), 'pageNumber', '已去除页码');
  ledger.remark(Traced.join(rules, ' '), 'noise', '已去除分隔线');
  return kept;
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
  return new Set(longEnough ? found : []);
}

function lettersBetween(lines: readonly Line[], from: number, to: number): number {
  let sum = 0;
  for (let i = from + 1; i < to; i++) sum += lines[i].text.length;
  return sum;
}
