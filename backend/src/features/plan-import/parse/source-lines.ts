import type { SourceLedger } from './source-ledger';
import type { StepCounter } from './steps';
import type { Traced } from './traced-text';
import { Traced as Text } from './traced-text';

/** One line of the cleaned text that is not blank. */
export interface Line {
  /** Without outer blanks, bullets and markdown marks; inner tabs are kept. */
  piece: Traced;
  text: string;
  /** As it stands, for tables whose cells are told apart by blanks, tabs and pipes. */
  raw: Traced;
  indent: number;
  /** Blank lines before it. */
  gap: number;
}

const markdownHead = /^#{1,6}\s*(?=\S)/;
const bullet = /^(?:[-*+>•●◆■▪◇□○❖➢✦]\s*)+(?=[一二三四五六七八九十（(\d①-⑳〔【[\u3400-\u9fff])/;
const digitsAfterBullet = /^[-*+]\s*\d{1,4}\s*[-*+]*$/;
const emphasis = /\*\*|__(?=[\u3400-\u9fff（])|(?<=[\u3400-\u9fff。）：])__|\\(?=[-.()[\]*_#+!|])|`/g;

/** Cleaned text → its lines; markdown heads, bullets and emphasis marks are taken off and remarked. */
export function toLines(cleaned: Traced, ledger: SourceLedger, steps: StepCounter): Line[] {
  const lines: Line[] = [];
  const marks: Traced[] = [];
  let from = 0;
  let gap = 0;
  while (from <= cleaned.length) {
    const found = cleaned.text.indexOf('\n', from);
    const to = found < 0 ? cleaned.length : found;
    const raw = cleaned.slice(from, to);
    steps.add(raw.length + 1);
    const piece = bareLine(withoutWordBlanks(raw.trim()), marks);
    if (piece.text === '') gap++;
    else {
      lines.push({ piece, text: piece.text, raw, indent: raw.length - raw.text.trimStart().length, gap });
      gap = 0;
    }
    from = to + 1;
  }
  ledger.remark(Text.join(marks, ' '), 'noise', '已去除行首项目符号和排版符号');
  return lines;
}

const wordBlank =
  /(?<=[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”]) (?=[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”])/g;

/** “信息公 开”: a single blank between Chinese letters is typesetting; wider ones may be columns and stay. */
function withoutWordBlanks(line: Traced): Traced {
  if (!line.text.includes(' ')) return line;
  return line.without(
    [...line.text.matchAll(wordBlank)].map(({ index }) => ({ from: index, to: index + 1 })),
  );
}

function bareLine(line: Traced, marks: Traced[]): Traced {
  let piece = line;
  const head = markdownHead.exec(piece.text)?.[0];
  if (head !== undefined) piece = cut(piece, head.length, marks);
  const mark = digitsAfterBullet.test(piece.text) ? undefined : bullet.exec(piece.text)?.[0];
  if (mark !== undefined) piece = cut(piece, mark.length, marks);
  if (!/\*\*|__|\\|`/.test(piece.text)) return piece;
  const ranges = [...piece.text.matchAll(emphasis)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  for (const { from, to } of ranges) marks.push(piece.slice(from, to));
  return piece.without(ranges).trim();
}

function cut(piece: Traced, length: number, marks: Traced[]): Traced {
  marks.push(piece.slice(0, length));
  return piece.slice(length).trim();
}

/** Lines joined as they were printed, without a break. */
export function joinLines(lines: readonly Line[]): Traced {
  return Text.join(
    lines.map((line) => line.piece),
    '',
  );
}
