import type { Node } from './outline';
import { Traced } from './traced-text';

export interface TitleCut {
  title: Traced | null;
  rest: Traced;
}

/** Which first sentences of a level are titles. */
export interface TitleHabit {
  /** Longest title in letters; 0: the paragraphs of this level have no titles. */
  longest: number;
}

const trailing = /[。：:；;，,、.！!\s]+$/;

/** Offset behind the first sentence, brackets not counted: 标题。|正文 */
function firstStop(text: string, stops: RegExp): number {
  let depth = 0;
  for (let i = 0; i < text.length && i < 120; i++) {
    if ('（([【《“'.includes(text[i])) depth++;
    else if ('）)]】》”'.includes(text[i])) depth = Math.max(0, depth - 1);
    else if (depth === 0 && stops.test(text[i])) return i;
    if (text[i] === '\n') return -1;
  }
  return -1;
}

/** Number of letters, blanks not counted. */
function size(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** Cuts the title off a paragraph: a short first sentence, “标题：正文”, or “标题  正文” with a wide blank. */
export function runInTitle(text: Traced, longest: number): TitleCut {
  const body = text.trim();
  const stop = firstStop(body.text, /[。！!？?]/);
  const colon = firstStop(body.text, /[：:。，,；;]/);
  if (
    colon > 0 &&
    /[：:]/.test(body.text[colon]) &&
    size(body.text.slice(0, colon)) <= Math.min(longest, 25) &&
    size(body.text.slice(0, colon)) >= 2 &&
    !/如下|以下|包括|是$|为$/.test(body.text.slice(0, colon))
  )
    return cutAt(body, colon);
  const blank = /^([^\s。，；：、]{4,25})\s{2,}(?=\S{6})/.exec(body.text.slice(0, 80));
  if (blank !== null && (stop < 0 || stop > blank[0].length)) return cutAt(body, blank[1].length);
  if (stop > 0 && size(body.text.slice(0, stop)) <= longest && !/[；;]/.test(body.text.slice(0, stop)))
    return cutAt(body, stop);
  return { title: null, rest: body };
}

function cutAt(body: Traced, at: number): TitleCut {
  const rest = body.slice(at + 1).trim();
  return rest.text === '' ? { title: null, rest: body } : { title: body.slice(0, at), rest };
}

/** A line of its own: no stop inside, short. */
export function isOwnLineTitle(text: string): boolean {
  const bare = text.trim();
  return bare !== '' && size(bare) <= 60 && !/[。；;！!？?]/.test(bare.replace(/[。：:；;]$/, ''));
}

/** Title of a node from its first paragraph; `followed`: paragraphs or nodes stand below it. */
export function titleOf(first: Traced, followed: boolean, habit: TitleHabit): TitleCut {
  const bare = first.trim();
  if (habit.longest > 0) {
    const cut = runInTitle(first, habit.longest);
    if (cut.title !== null) return cut;
  }
  const closed = /[。；;！!？?]$/.test(bare.text);
  if (
    isOwnLineTitle(bare.text) &&
    (followed || (!closed && habit.longest > 0 && !/，|,/.test(bare.text.slice(30))))
  ) {
    return { title: bare, rest: Traced.empty };
  }
  return { title: null, rest: bare };
}

export function plainTitle(title: Traced): string {
  return title.text.replace(/\s+/g, '').replace(trailing, '');
}

/** Level by level: （一） papers say their titles first; 1. paragraphs do in some papers and in others are plain sentences. */
export function titleHabit(nodes: readonly Node[]): TitleHabit {
  if (nodes.length === 0) return { longest: 0 };
  const arabic = nodes.filter(
    (node) => node.marker.kind === 'arabic' || node.marker.kind === 'bracketArabic',
  );
  if (arabic.length * 2 < nodes.length) return { longest: 45 };
  const titled = arabic.filter((node) => {
    const first = node.paragraphs[0];
    return (
      briefTitle(first) ||
      (isOwnLineTitle(first.text) &&
        !/[。；]$/.test(first.text.trim()) &&
        (node.paragraphs.length > 1 || node.children.length > 0))
    );
  }).length;
  return { longest: titled >= arabic.length * 0.55 ? 32 : 0 };
}

/** Short enough to be a name and not a sentence: no half of it longer than twelve letters. */
function briefTitle(first: Traced): boolean {
  const { title } = runInTitle(first, 22);
  return (
    title !== null &&
    (!/[，,]/.test(title.text) || title.text.split(/[，,]/).every((half) => size(half) <= 12))
  );
}
