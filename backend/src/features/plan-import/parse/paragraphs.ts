import type { Marker } from './marker';
import { markerOf } from './marker';
import type { Line } from './source-lines';
import type { StepCounter } from './steps';
import { Traced } from './traced-text';
import { endsLikeUnit } from './unit-names';
import { endsWithNote, startsWithLabel } from './unit-note';

/** Lines that belong together, with the marker at their start. */
export interface Paragraph {
  piece: Traced;
  text: string;
  marker: Marker | null;
}

/** How a paper breaks its lines: printed pages are broken at a width, web pages at paragraphs. */
export interface LineHabit {
  wrapped: boolean;
  width: number;
  measure: (text: string) => number;
}

const stop = /[。！!？?][”"’」』）)】\]]{0,2}$/;
const open = /[，,、：:（([《“‘〔【—-]$/;
const structural =
  /^(?:附\s*(?:件|表|录)|抄\s*送|主\s*送|抄\s*报|分\s*送|印\s*发|公开(?:属性|方式|形式)|[（(【]?此件|[（([【〔]\s*(?:牵头|责任|配合|主办|承办|落实|完成时限|负责)|目\s*录$)/;
const dateLine =
  /^[（(]?(?:(?:19|20)\d{2}|[二〇○零一九]{2}[\u3400-\u9fff〇○]{2})\s*年[^，。；]{2,12}日(?:\s*印\s*发)?[）)]?$/;

/** The width at which lines end, by printed width or by number of letters, whichever the paper keeps better to. */
export function lineHabit(lines: readonly Line[]): LineHabit {
  const [printed, counted] = [width, (text: string): number => text.length].map((measure) =>
    habitBy(lines, measure),
  );
  return counted.share > printed.share ? counted : printed;
}

function habitBy(lines: readonly Line[], measure: (text: string) => number): LineHabit & { share: number } {
  const lengths = lines
    .map((line) => measure(line.text))
    .filter((length) => length > 14)
    .sort((a, b) => a - b);
  if (lengths.length < 8) return { wrapped: false, width: 0, measure, share: 0 };
  const full = lengths[Math.floor(lengths.length * 0.85)];
  const share = lengths.filter((length) => Math.abs(length - full) <= 3).length / lengths.length;
  return { wrapped: full <= 60 && share > 0.45, width: full, measure, share };
}

/** Printed width in Chinese letters: Latin letters and digits take half. */
export function width(text: string): number {
  let half = 0;
  for (let i = 0; i < text.length; i++) half += text.charCodeAt(i) < 0x2000 ? 1 : 2;
  return half / 2;
}

/** The lines of a paragraph so far. */
class Run {
  private readonly lines: Line[] = [];
  /** Its end, long enough to hold a note. */
  tail = '';
  /** Brackets that are open at its end. */
  depth = 0;

  constructor(
    first: Line,
    readonly marker: Marker | null,
  ) {
    this.add(first);
  }

  get first(): string {
    return this.lines[0].text;
  }

  get last(): Line {
    return this.lines[this.lines.length - 1];
  }

  add(line: Line): void {
    this.lines.push(line);
    this.tail = (this.tail + line.text).slice(-400);
    for (const letter of line.text) {
      if ('（([【〔'.includes(letter)) this.depth++;
      else if ('）)]】〕'.includes(letter)) this.depth = Math.max(0, this.depth - 1);
    }
  }

  paragraph(): Paragraph {
    const piece = Traced.join(
      this.lines.map((line) => line.piece),
      '',
    );
    return { piece, text: piece.text, marker: this.marker };
  }
}

/** Joins lines that a page or a line end has torn apart; a marker, a label or a closed sentence begins a new paragraph. */
export function toParagraphs(lines: readonly Line[], habit: LineHabit, steps: StepCounter): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let run: Run | null = null;
  for (const line of lines) {
    steps.add(line.text.length);
    const own = markerOf(line.text);
    if (run !== null && continues(run, line, own, habit)) run.add(line);
    else {
      if (run !== null) paragraphs.push(run.paragraph());
      run = new Run(line, own);
    }
  }
  if (run !== null) paragraphs.push(run.paragraph());
  return paragraphs;
}

function continues(run: Run, line: Line, own: Marker | null, habit: LineHabit): boolean {
  const before = run.last.text;
  const label = startsWithLabel(line.text);
  if (/^[，。、；：）)】\]”》]/.test(line.text)) return true;
  if (run.depth > 0 && (label || /^[^（([【〔]*[）)\]】〕]/.test(line.text))) return true;
  if (structural.test(line.text) || label || dateLine.test(line.text)) return false;
  const full = habit.wrapped && habit.measure(before) >= habit.width - 2.5;
  if (own !== null && !(own.kind !== 'bracketChinese' && tornInside(before, own, run.marker, full)))
    return false;
  if (stop.test(before))
    return full && line.indent === 0 && habit.measure(before) >= habit.width - 1 && run.last.gap === line.gap;
  if (/[）)\]】〕][；;，,]?$/.test(before) && endsWithNote(run.tail)) return false;
  if (startsWithLabel(run.first))
    return full || /[、，,；;：:（(]$/.test(before) || run.depth > 0 || cutInName(before, line.text);
  if (/[；;：:]$/.test(before)) return full;
  if (open.test(before) || unbalanced(before)) return true;
  const heading = !/[。；;！？]/.test(run.first) && width(run.first) <= 45;
  return heading ? full : true;
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
