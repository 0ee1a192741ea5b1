import type { StepCounter } from './steps';
import { Traced } from './traced-text';
import type { NoteReading } from './unit-note';
import { isUnitNote, labelPattern, readNote, startsWithLabel } from './unit-note';

export interface ExtractedNotes {
  /** The text without its notes. */
  rest: Traced;
  /** Each note as printed, brackets included. */
  notes: Traced[];
  reading: NoteReading;
}

interface Range {
  from: number;
  to: number;
}

const opener = /[（([【〔]/;
const closer = /[）)\]】〕]/;
const terminal = /[。；;！!？?：:\n”"]/;
const inlineLabel = new RegExp(`(?<=[。；;！!？?）)”]\\s{0,4})${labelPattern}`, 'g');

/** Finds every unit note of an item: bracketed, label lines and labels behind the last sentence (rule 3: several in one). */
export function extractNotes(text: Traced, steps: StepCounter): ExtractedNotes {
  steps.add(text.length);
  const ranges = [...bracketNotes(text.text), ...labelNotes(text.text)].sort((a, b) => a.from - b.from);
  const separate: Range[] = [];
  for (const range of ranges) if (range.from >= (separate.at(-1)?.to ?? 0)) separate.push(range);
  const reading: NoteReading = {
    lead: [],
    responsible: [],
    guiding: [],
    rules: [],
    doubtful: [],
    deadlines: [],
  };
  const notes = separate.map(({ from, to }) => text.slice(from, to).trim());
  for (const note of notes) mergeReading(reading, readNote(withoutBrackets(note.text)));
  return { rest: text.without(separate.map((range) => withStop(text.text, range))), notes, reading };
}

export function mergeReading(into: NoteReading, from: NoteReading): void {
  for (const key of ['lead', 'responsible', 'guiding', 'rules', 'doubtful'] as const) {
    for (const name of from[key]) if (!into[key].includes(name)) into[key].push(name);
  }
  into.deadlines.push(...from.deadlines);
}

export function withoutBrackets(note: string): string {
  const bracketed = /^[（([【〔]\s*([^]*?)\s*[）)\]】〕][。；;，,]?$/.exec(note);
  const inside =
    bracketed !== null && !/^[（([【〔][^（）()[\]【】〔〕]*[）)\]】〕]\s*[：:]/.test(note)
      ? bracketed[1]
      : note.replace(/^[（(]\s*/, '');
  return inside.replace(/\n/g, '；');
}

/** A stop behind a note that stands behind a stop goes with it: “…公开。（牵头单位：县府办）。” */
function withStop(text: string, { from, to }: Range): Range {
  const before = text.slice(0, from).trimEnd().at(-1) ?? '。';
  return /[。；;！!？?\n]/.test(before) && /[。；;，,]/.test(text[to] ?? '')
    ? { from, to: to + 1 }
    : { from, to };
}

function bracketNotes(text: string): Range[] {
  const found: Range[] = [];
  let depth = 0;
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (opener.test(letter)) {
      if (depth === 0) start = i;
      depth++;
    } else if (closer.test(letter) && depth > 0) {
      depth--;
      if (depth > 0) continue;
      const before =
        text
          .slice(Math.max(0, start - 3), start)
          .trimEnd()
          .at(-1) ?? '\n';
      const after = text.slice(i + 1, i + 4).trimStart()[0] ?? '\n';
      const apart = terminal.test(before) || closer.test(before) ? /^[^，,、]$/.test(after) : false;
      const closing = /[。；;\n]/.test(after) && (text[i + 1] === undefined || /[。；;\n]/.test(after));
      if (
        isUnitNote(text.slice(start + 1, i), apart || (closing && labelledOrPlural(text.slice(start + 1, i))))
      )
        found.push({ from: start, to: i + 1 });
    } else if (letter === '\n' && depth > 0) {
      const line = text.slice(start + 1, i);
      if (startsWithLabel(line) && !startsWithLabel(text.slice(i + 1, i + 40))) {
        found.push({ from: start, to: i });
        depth = 0;
      } else if (!startsWithLabel(line)) depth = 0;
    }
  }
  if (depth > 0 && startsWithLabel(text.slice(start + 1))) found.push({ from: start, to: text.length });
  return found;
}

/** A bracket that ends its sentence without a stop before it is a note only when it says so itself. */
function labelledOrPlural(inner: string): boolean {
  return (
    /^(?:责任|牵头|配合|落实|完成)/.test(inner.trim()) || /(?:负责|落实|牵头|配合|完成)$/.test(inner.trim())
  );
}

function labelNotes(text: string): Range[] {
  const found: Range[] = [];
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, to);
    if (startsWithLabel(line)) found.push({ from, to });
    else {
      inlineLabel.lastIndex = 0;
      const match = inlineLabel.exec(line);
      if (match !== null && !insideBracket(line, match.index)) found.push({ from: from + match.index, to });
    }
    from = to + 1;
  }
  return found;
}

function insideBracket(line: string, offset: number): boolean {
  let depth = 0;
  for (let i = 0; i < offset; i++) {
    if (opener.test(line[i])) depth++;
    else if (closer.test(line[i])) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}
