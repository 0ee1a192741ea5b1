import type { NamedTest } from './test-names';

/** A sentence of the rule with the heading and the number or bullet that it stands under. */
export interface Sentence {
  readonly section: string;
  readonly item: string;
  readonly text: string;
  /** The line that it stands in, as it is compared, and its place there. */
  readonly line: string;
  readonly from: number;
  readonly to: number;
}

/** A clause between semicolons counts as a sentence: each says something of its own. */
const SENTENCE = /.+?(?:[.;?](?=\s)|$)/gu;
/** Shorter quotations could be from anywhere. */
const SHORTEST = 9;

/** The sentences under the headings of a Markdown text, in their order. */
export function sentencesOf(markdown: string): Sentence[] {
  const found: Sentence[] = [];
  let section = '';
  let [number, bullet] = [0, 0];
  for (const written of markdown.split('\n')) {
    const heading = /^##\s+(.*)$/u.exec(written)?.[1];
    if (heading !== undefined) {
      [section, number, bullet] = [heading, 0, 0];
      continue;
    }
    if (section === '' || written.trim() === '') continue;
    const [, mark = '', body = ''] = /^(\d+\.|-)?\s*(.*)$/u.exec(written.trim()) ?? [];
    if (mark === '-') bullet += 1;
    else if (mark !== '') number = Number(mark.slice(0, -1));
    const item = mark === '' ? '' : mark === '-' ? `• ${bullet}` : `${number}`;
    const line = plain(body);
    for (const match of line.matchAll(SENTENCE)) {
      const to = match.index + match[0].length;
      found.push({ section, item, text: match[0].trim(), line, from: match.index, to });
    }
  }
  return found;
}

/** What a test's name quotes between “ and ”, quotations inside of it included, cut at each ellipsis. */
export function quotationsOf(name: string): string[] {
  const letters = [...name];
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, letter] of letters.entries()) {
    if (letter === '“' && (depth += 1) === 1) start = at + 1;
    if (letter === '”' && depth > 0 && (depth -= 1) === 0) found.push(letters.slice(start, at).join(''));
  }
  return found
    .flatMap((text) => text.split('…'))
    .map(plain)
    .filter((text) => text.length >= SHORTEST);
}

/** Letters and signs as they count for comparing: no marks of Markdown, no quotation marks, no line breaks. */
export const plain = (text: string): string =>
  text
    .replace(/[`*“”"‘’']/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/** The tests whose names quote a part of a sentence. */
export function quotedBy({ line, from, to }: Sentence, tests: readonly NamedTest[]): NamedTest[] {
  const inside = (quotation: string): boolean => {
    const at = line.indexOf(quotation);
    return (
      at >= 0 && Math.min(to, at + quotation.length) - Math.max(from, at) >= Math.min(SHORTEST, to - from)
    );
  };
  return tests.filter(({ name }) => quotationsOf(name).some(inside));
}
