/** Drawn lines of a PDF page in page coordinates (y grows upwards); they tell table cells apart. */
export interface Rule {
  /** Where it lies: y of a horizontal, x of a vertical line. */
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

/** The part of pdf.js's operator codes that moves and draws. */
export interface DrawingCodes {
  save: number;
  restore: number;
  transform: number;
  constructPath: number;
  endPath: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];
/** Thicker boxes are areas and not lines; shorter strokes are parts of pictures. */
const thickest = 3;
const shortest = 6;
const most = 8_000;
/** Numbers that follow each step of a path in pdf.js: move, line, curve, quadratic curve, close. */
const stepSizes = [2, 2, 6, 4, 0];

/** Operators of a page → its horizontal and vertical lines, whether stroked or filled as thin boxes. */
export function rulesOf(codes: readonly number[], args: readonly unknown[], drawing: DrawingCodes): Rules {
  const rules: Rules = { horizontal: [], vertical: [] };
  const stack: Matrix[] = [];
  let matrix = identity;
  codes.forEach((code, index) => {
    if (code === drawing.save) stack.push(matrix);
    else if (code === drawing.restore) matrix = stack.pop() ?? identity;
    else if (code === drawing.transform) matrix = multiply(matrix, numbersOf(args[index]));
    else if (code === drawing.constructPath && rules.horizontal.length + rules.vertical.length < most) {
      const [paint, paths] = args[index] as [number, unknown[]];
      if (paint !== drawing.endPath)
        for (const points of subpaths(numbersOf(paths[0]), matrix)) addRules(points, rules);
    }
  });
  return rules;
}

function numbersOf(value: unknown): number[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<number>) : [];
}

function multiply([a, b, c, d, e, f]: Matrix, by: readonly number[]): Matrix {
  const [p, q, r, s, t, u] = by;
  if (u === undefined) return [a, b, c, d, e, f];
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

interface Point {
  x: number;
  y: number;
}

function subpaths(data: readonly number[], [a, b, c, d, e, f]: Matrix): Point[][] {
  const out: Point[][] = [];
  let points: Point[] = [];
  for (let i = 0; i < data.length;) {
    const step = data[i];
    const size = stepSizes[step];
    if (size === undefined) break;
    const x = data[i + size - 1];
    const y = data[i + size];
    if (step === 0) points = [];
    if (step === 0) out.push(points);
    if (size > 0) points.push({ x: a * x + c * y + e, y: b * x + d * y + f });
    else if (points.length > 0) points.push(points[0]);
    i += size + 1;
  }
  return out;
}

function addRules(points: readonly Point[], rules: Rules): void {
  if (points.length < 2) return;
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (top - bottom <= thickest && right - left >= shortest)
    rules.horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (right - left <= thickest && top - bottom >= shortest)
    rules.vertical.push({ at: (left + right) / 2, from: bottom, to: top });
  else if (points.length <= 6) {
    for (let i = 1; i < points.length; i++) addRules(points.slice(i - 1, i + 1), rules);
  }
}
