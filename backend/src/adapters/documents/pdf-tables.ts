import type { Rule, Rules } from './pdf-rules';
import type { PdfRun } from './pdf-text';

/** A box between four drawn lines and what is written in it. */
interface Cell {
  left: number;
  right: number;
  bottom: number;
  top: number;
  runs: PdfRun[];
}

export interface PdfTable {
  top: number;
  /** Tab separated cells, one line for each row; a cell that spans rows stands in each of them. */
  text: string;
}

const slack = 3;

/** Puts the runs of a page into the cells of its drawn tables; what stands in none is left over. */
export function tablesOf(
  runs: readonly PdfRun[],
  rules: Rules,
  textOf: (runs: readonly PdfRun[]) => string,
): { tables: PdfTable[]; rest: PdfRun[] } {
  const cells = new Map<string, Cell>();
  const rest: PdfRun[] = [];
  for (const run of runs) {
    const box = boxOf(run, rules);
    if (box === null) {
      rest.push(run);
      continue;
    }
    const key = [box.left, box.right, box.bottom, box.top].map((edge) => Math.round(edge / slack)).join(' ');
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, box);
    else cell.runs.push(run);
  }
  const tables: PdfTable[] = [];
  for (const group of connected([...cells.values()])) {
    if (group.length < 4) rest.push(...group.flatMap((cell) => cell.runs));
    else tables.push({ top: Math.max(...group.map((cell) => cell.top)), text: tableText(group, textOf) });
  }
  return { tables, rest };
}

function boxOf(run: PdfRun, rules: Rules): Cell | null {
  const x = run.x + Math.min(run.width, run.height) / 2;
  const y = run.y + run.height * 0.3;
  const left = nearest(rules.vertical, x, y, -1);
  const right = nearest(rules.vertical, x, y, 1);
  const bottom = nearest(rules.horizontal, y, x, -1);
  const top = nearest(rules.horizontal, y, x, 1);
  return left === null || right === null || bottom === null || top === null
    ? null
    : { left, right, bottom, top, runs: [run] };
}

/** The next line on one side that passes the point. */
function nearest(rules: readonly Rule[], from: number, across: number, side: -1 | 1): number | null {
  let best: number | null = null;
  for (const rule of rules) {
    const distance = (rule.at - from) * side;
    if (distance < 0 || across < rule.from - slack || across > rule.to + slack) continue;
    if (best === null || distance < (best - from) * side) best = rule.at;
  }
  return best;
}

/** Cells that touch from top to bottom are one table. */
function connected(cells: readonly Cell[]): Cell[][] {
  const groups: Cell[][] = [];
  let bottom = Number.POSITIVE_INFINITY;
  for (const cell of [...cells].sort((a, b) => b.top - a.top)) {
    if (groups.length === 0 || cell.top < bottom - slack * 2) groups.push([]);
    groups[groups.length - 1].push(cell);
    bottom = Math.min(groups[groups.length - 1].length === 1 ? cell.bottom : bottom, cell.bottom);
  }
  return groups;
}

function edges(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (out.length === 0 || value - out[out.length - 1] > slack) out.push(value);
  return out;
}

function tableText(cells: readonly Cell[], textOf: (runs: readonly PdfRun[]) => string): string {
  const columns = edges(cells.flatMap((cell) => [cell.left, cell.right]));
  const rows = edges(cells.flatMap((cell) => [cell.bottom, cell.top])).reverse();
  const texts = new Map(cells.map((cell) => [cell, textOf(cell.runs).replace(/\s+/g, ' ')]));
  const lines: string[] = [];
  for (let r = 0; r + 1 < rows.length; r++) {
    const y = (rows[r] + rows[r + 1]) / 2;
    const line: string[] = [];
    for (let c = 0; c + 1 < columns.length; c++) {
      const x = (columns[c] + columns[c + 1]) / 2;
      const cell = cells.find(
        (each) => each.left <= x && x <= each.right && each.bottom <= y && y <= each.top,
      );
      const first = cell !== undefined && cell.left >= columns[c] - slack;
      line.push(cell !== undefined && first ? (texts.get(cell) ?? '') : '');
    }
    if (line.some((text) => text !== '')) lines.push(line.join('\t'));
  }
  return lines.join('\n');
}
