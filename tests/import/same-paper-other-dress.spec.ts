import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/cn2t';
import { parsePlan } from '../../backend/src/features/plan-import/parse/parse-plan';
import { differences, readLabel } from './plan-label';

// What a paper says does not depend on how it was typed, printed or copied: each paper of ours is dressed in every form below and
// must be read the same.
const toTraditional = Converter({ from: 'cn', to: 't' });
const isTable = (line: string): boolean => /[\t|]|\s{4,}\S/.test(line);

function wrapped(text: string, letters: number, blank: boolean, pages: boolean): string {
  const out: string[] = [];
  let page = 1;
  let printed = 0;
  for (const line of text.split('\n')) {
    const bare = line.trim();
    if (isTable(line)) out.push(line);
    else
      for (let i = 0; i < bare.length; i += letters) {
        out.push(bare.slice(i, i + letters));
        if (pages && ++printed % 22 === 0) out.push(`- ${page++} -`);
      }
  }
  return out.join(blank ? '\n\n' : '\n');
}

const rows = (
  text: string,
  dress: (cells: string[]) => string,
  other: (line: string) => string = (line) => line,
): string =>
  text
    .split('\n')
    .map((line) => (line.includes('\t') ? dress(line.split('\t')) : other(line)))
    .join('\n');

const note = /（((?:责任|牵头)单位[^（）]*)）/g;
const dresses: Record<string, (text: string) => string> = {
  'half-width punctuation': (text) =>
    text.replace(/，/g, ',').replace(/：/g, ':').replace(/（/g, '(').replace(/）/g, ')').replace(/；/g, ';'),
  'blank lines': (text) => text.split('\n').join('\n\n\n'),
  'line ends of Windows': (text) => text.replace(/\n/g, '\r\n'),
  'lines set in': (text) =>
    rows(
      text,
      (cells) => cells.join('\t'),
      (line) => (line.includes('|') ? line : `　　${line}`),
    ),
  'lines of 40 letters': (text) => wrapped(text, 40, false, false),
  'pages of 33 letters': (text) => wrapped(text, 33, false, true),
  'pages of 28 letters, blank lines': (text) => wrapped(text, 28, true, true),
  'full-width digits': (text) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'blanks inside words': (text) =>
    text.replace(/([\u4e00-\u9fff])([\u4e00-\u9fff])/g, (pair, a: string, b: string, at: number) =>
      at % 7 === 0 ? `${a} ${b}` : pair,
    ),
  markdown: (text) =>
    text
      .replace(/^\s*([一二三四五六七八九十]+、[^\t|\n]*)$/gm, '## $1')
      .replace(/^\s*([（(][一二三四五六七八九十]+[）)][^\t|\n]*)$/gm, '- **$1**'),
  'paragraph tags': (text) =>
    rows(
      text,
      (cells) => `<tr>${cells.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`,
      (line) => `<p class="a">${line}</p>`,
    ),
  'traditional letters': (text) => toTraditional(text),
  'notes in square brackets': (text) => text.replace(note, '[$1]'),
  'notes in lenticular brackets': (text) => text.replace(note, '【$1】'),
  'notes on lines of their own': (text) => text.replace(/。（((?:责任|牵头)单位[^（）]*)）/g, '。\n（$1）'),
  'notes as label lines': (text) => text.replace(/。（((?:责任|牵头)单位[^（）]*)）/g, '。\n$1'),
  'rows between pipes': (text) => rows(text, (cells) => `| ${cells.join(' | ')} |`),
};

/** Dress that would tear what a paper is about: its tags, its pinyin, its lost line breaks, its broken rows. */
const unfit: Record<string, RegExp> = {
  '11-traditional-pinyin': /letters of|of \d+ letters|blanks/,
  '16-dirty-text': /letters/,
  '18-no-year': /letters/,
  '19-one-line': /letters/,
  '20-html-in-text': /letters|digits/,
  '23-two-line-head': /pipes|tags/,
  // Their notes are broken at the page's width; a label line cut loose from it no longer fills the page.
  '01-printed-pages': /label lines/,
  '27-running-heads': /label lines/,
};

const folder = join(__dirname, 'papers');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const name = file.replace('.txt', '');
  const source = readFileSync(join(folder, file), 'utf8');
  const label = readLabel(join(folder, `${name}.json`));
  describe(name, () => {
    it.each(Object.keys(dresses).filter((dress) => !unfit[name]?.test(dress)))('%s', (dress) => {
      expect(differences(parsePlan(dresses[dress](source)), label)).toEqual([]);
    });
  });
}
