import type { Marker } from './marker';
import { markerOf } from './marker';
import type { Line } from './source-lines';
import type { StepCounter } from './steps';
import { Traced } from './traced-text';
import { endsLikeUnit } from './unit-names';
import { startsWithLabel } from './unit-note';

/** Lines that belong together, with the marker at their start. */
export interface Paragraph {
  piece: Traced;
  text: string;
  marker: Marker | null;
  /** Letters of its last line, to tell a full line from a short one. */
  lines: number;
}

/** How a paper breaks its lines: printed pages are broken at a width, web pages at paragraphs. */
export interface LineHabit {
  wrapped: boolean;
  width: number;
}

const stop = /[。！!？?][”"’」』）)】\]]{0,2}$/;
const open = /[，,、：:（([《“‘〔【—-]$/;
const structural =
  /^(?:附\s*(?:件|表|录)|抄\s*送|主\s*送|抄\s*报|分\s*送|印\s*发|公开(?:属性|方式|形式)|[（(【]?此件|[（([【〔]\s*(?:牵头|责任|配合|主办|承办|落实|完成时限|负责)|目\s*录$)/;
const dateLine =
  /^[（(]?(?:(?:19|20)\d{2}|[二〇○零一九]{2}[\u3400-\u9fff〇○]{2})\s*年[^，。；]{2,12}日(?:\s*印\s*发)?[）)]?$/;

export function lineHabit(lines: readonly Line[]): LineHabit {
  const lengths = lines
    .map((line) => width(line.text))
    .filter((length) => length > 14)
    .sort((a, b) => a - b);
  if (lengths.length < 8) return { wrapped: false, width: 0 };
  const full = lengths[Math.floor(lengths.length * 0.85)];
  const near = lengths.filter((length) => Math.abs(length - full) <= 3).length;
  return { wrapped: full <= 60 && near / lengths.length > 0.45, width: full };
}

/** Printed width in Chinese letters: Latin letters and digits take half. */
export function width(text: string): number {
  let half = 0;
  for (let i = 0; i < text.length; i++) half += text.charCodeAt(i) < 0x2000 ? 1 : 2;
  return half / 2;
}

/** Joins lines that a page or a line end has torn apart; a marker, a label or a closed sentence begins a new paragraph. */
export function toParagraphs(lines: readonly Line[], habit: LineHabit, steps: StepCounter): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let run: Line[] = [];
  let marker: Marker | null = null;
  const flush = (): void => {
    if (run.length === 0) return;
    const piece = Traced.join(
      run.map((line) => line.piece),
      '',
    );
    paragraphs.push({ piece, text: piece.text, marker, lines: run.length });
    run = [];
  };
  for (const line of lines) {
    steps.add(line.text.length);
    const last = run.at(-1);
    const own = markerOf(line.text);
    if (last !== undefined && continues(last, line, own, run[0].text, marker, habit)) run.push(line);
    else {
      flush();
      run = [line];
      marker = own;
    }
  }
  flush();
  return paragraphs;
}

function continues(
  last: Line,
  line: Line,
  own: Marker | null,
  first: string,
  marker: Marker | null,
  habit: LineHabit,
): boolean {
  const before = last.text;
  if (structural.test(line.text) || startsWithLabel(line.text) || dateLine.test(line.text)) return false;
  const full = habit.wrapped && width(before) >= habit.width - 2.5;
  if (own !== null && !(own.kind !== 'bracketChinese' && tornInside(before, own, marker, full))) return false;
  if (stop.test(before))
    return (
      full && line.indent === 0 && habit.wrapped && width(before) >= habit.width - 1 && last.gap === line.gap
    );
  if (startsWithLabel(first) && cutInName(before, line.text)) return true;
  if (startsWithLabel(first)) return full || /[、，,；;：:（(]$/.test(before) || unbalanced(before);
  if (/[；;：:]$/.test(before)) return full;
  if (open.test(before) || unbalanced(before)) return true;
  const heading = !/[。；;！？]/.test(first) && width(first) <= 45;
  if (heading) return full;
  return true;
}

/** A line that begins with a number in the middle of a sentence: “…新增床位\n3、…” is rare, “…第\n5.2版” is not. */
function tornInside(before: string, own: Marker, marker: Marker | null, full: boolean): boolean {
  if (stop.test(before) || /[；;：:]$/.test(before)) return false;
  const expected = marker !== null && marker.kind === own.kind && own.value === marker.value + 1;
  return full && !expected && own.value !== 1 && /[\u3400-\u9fff，、]$/.test(before);
}

/** “…、市市场监督” + “管理局”: a label line broken inside a name. */
function cutInName(before: string, after: string): boolean {
  const name = before.split(/[、，,；;：:]/).at(-1) ?? '';
  const rest = after.split(/[、，,；;]/)[0];
  return (
    name !== '' &&
    !endsLikeUnit(name) &&
    rest.length <= 15 &&
    !/[。：:]/.test(after.slice(0, -1)) &&
    endsLikeUnit(name + rest.replace(/。$/, ''))
  );
}

function unbalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if ('（([【《“〔'.includes(letter)) depth++;
    else if ('）)]】》”〕'.includes(letter)) depth--;
  }
  return depth > 0;
}
