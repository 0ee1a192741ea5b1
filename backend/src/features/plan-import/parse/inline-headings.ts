import { chineseNumber } from './chinese-number';
import { markerOf } from './marker';
import type { Line } from './source-lines';
import type { StepCounter } from './steps';

const chinese = /[一二三四五六七八九十]{1,3}\s*、/g;
const bracket = /[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]/g;
const titleEnd =
  /^\S{6,50}?(?:要点|清单|方案|计划|安排|分解表)(?=\s|为[了深进认全切贯落做把]|根据|按照|今年|(?:19|20)\d{2}年)/;
const boundary = /[。；;！？!?：:）)”\s]/;

/**
 * Papers that lost their line breaks: numbers in the middle of long lines begin lines again. Only where numbers at line starts
 * are missing, and only in running order, so that an enumeration in a sentence stays where it is.
 */
export function splitInlineHeadings(lines: readonly Line[], steps: StepCounter): Line[] {
  const starts = lines.map((line) => markerOf(line.text)?.kind);
  const noChinese = starts.filter((kind) => kind === 'chinese').length < 2;
  const noBracket = starts.filter((kind) => kind === 'bracketChinese').length < 2;
  if (!noChinese || !lines.some((line) => line.text.length > 150)) return [...lines];
  let out = lines.flatMap((line) => cutAt(line, noChinese ? running(line.text, chinese, steps) : []));
  if (noBracket) out = out.flatMap((line) => cutAt(line, running(line.text, bracket, steps)));
  return out.flatMap((line, index) => {
    const title = index < 3 && line.text.length > 25 ? titleEnd.exec(line.text) : null;
    return title === null ? [line] : cutAt(line, [title[0].length]);
  });
}

/** Offsets of numbers that run 一, 二, 三 … and stand behind a stop (or, for （一）, behind a short heading). */
function running(text: string, pattern: RegExp, steps: StepCounter): number[] {
  steps.add(text.length);
  if (text.length < 60) return [];
  const found: number[] = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    const value = chineseNumber(match[0].replace(/[（()）、\s]/g, ''));
    if (value !== last + 1 && value !== 1) continue;
    const before = text[match.index - 1] ?? '。';
    const heading = text.slice(found.at(-1) ?? 0, match.index);
    const behindHeading =
      value === 1 && pattern === bracket && heading.length <= 45 && !/[。，]/.test(heading.slice(4));
    if (!boundary.test(before) && !behindHeading) continue;
    if (match.index > 0) found.push(match.index);
    last = value;
  }
  return last >= 2 ? found : [];
}

function cutAt(line: Line, offsets: readonly number[]): Line[] {
  if (offsets.length === 0) return [line];
  const edges = [0, ...offsets, line.piece.length];
  return edges.slice(0, -1).flatMap((from, index) => {
    const piece = line.piece.slice(from, edges[index + 1]).trim();
    return piece.text === ''
      ? []
      : [
          {
            piece,
            text: piece.text,
            raw: piece,
            indent: index === 0 ? line.indent : 2,
            gap: index === 0 ? line.gap : 0,
          },
        ];
  });
}
