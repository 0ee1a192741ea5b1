import { decodeEntity } from './html-entities';
import { TagReader } from './html-tags';
import { pinyinAt, pinyinIsUsed } from './pinyin';
import { plainLetter } from './plain-letters';
import { simplifier } from './simplified-letters';
import type { SourceLedger } from './source-ledger';
import type { StepCounter } from './steps';
import { Traced } from './traced-text';

interface Range {
  from: number;
  to: number;
}

/** Kinds of dirt, each with what its remark says (rule 10: removed with one remark each). */
const dirt = {
  tags: '已去除网页标签',
  entities: '已去除网页空格代码',
  signs: '已去除无意义的 @ 符号',
  pinyin: '已去除汉字后的拼音',
  hidden: '已去除看不见的控制字符',
};
type Dirt = keyof typeof dirt;

const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});/iy;
const atSigns = /@{2,}/y;
const blankOtherThanTab = /[^\S\t\n]/;
const lineBreak = /[\n\r\f\v\u2028\u2029\u0085]/;
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufffe\uffff]/;

/**
 * Text → the same text without mechanical dirt: tags, entities, @@, pinyin after letters, unseen letters; full-width digits
 * and letters become plain ones, traditional letters simplified ones.
 */
export function cleanText(source: string, ledger: SourceLedger, steps: StepCounter): Traced {
  const letters: string[] = [];
  const at: number[] = [];
  const found: Record<Dirt, Range[]> = { tags: [], entities: [], signs: [], pinyin: [], hidden: [] };
  const tags = new TagReader();
  const withPinyin = pinyinIsUsed(source);
  let pipedLine = false;
  const put = (letter: string, offset: number): void => {
    pipedLine = letter === '|' || (pipedLine && letter !== '\n');
    letters.push(letter);
    at.push(offset);
  };
  let i = 0;
  while (i < source.length) {
    steps.add(1);
    const letter = source[i];
    const tag = letter === '<' ? tags.read(source, i, pipedLine) : null;
    if (tag !== null) {
      found.tags.push({ from: i, to: i + tag.length });
      if (tag.becomes !== '') put(tag.becomes, -1);
      i += tag.length;
      continue;
    }
    const dirty = dirtAt(source, i, withPinyin);
    if (dirty !== null) {
      const to = i + dirty.length;
      if (dirty.letter !== '' && dirty.letter !== ' ') {
        ledger.widen(i, dirty.length);
        put(dirty.letter, i);
      } else {
        found[dirty.kind].push({ from: i, to });
        if (dirty.letter === ' ') put(' ', -1);
      }
      i = to;
      continue;
    }
    if (lineBreak.test(letter)) {
      if (!(letter === '\r' && source[i + 1] === '\n')) put(tags.inRow(i) ? ' ' : '\n', i);
    } else put(blankOtherThanTab.test(letter) ? ' ' : plainLetter(letter), i);
    i++;
  }
  for (const kind of Object.keys(dirt) as Dirt[]) ledger.remarkRanges(found[kind], 'noise', dirt[kind]);
  const text = letters.join('');
  const simple = simplifier(text, steps);
  if (simple !== null) ledger.doubt(0, '', '原文为繁体字，已转换为简体字', 'traditional');
  return new Traced(simple ?? text, Int32Array.from(at));
}

/** Dirt that starts at this offset, and the letter it stands for ('' for none). */
function dirtAt(
  source: string,
  offset: number,
  withPinyin: boolean,
): { kind: Dirt; length: number; letter: string } | null {
  const letter = source[offset];
  if (letter === '&') {
    entity.lastIndex = offset;
    const match = entity.exec(source)?.[0];
    const decoded = match === undefined ? null : decodeEntity(match);
    if (match === undefined || decoded === null) return null;
    return {
      kind: 'entities',
      length: match.length,
      letter: decoded.trim() === '' ? ' ' : decoded.slice(0, 1),
    };
  }
  if (letter === '@') {
    atSigns.lastIndex = offset;
    const match = atSigns.exec(source)?.[0];
    return match === undefined ? null : { kind: 'signs', length: match.length, letter: '' };
  }
  if (letter === '(' || letter === '（') {
    const length = withPinyin ? pinyinAt(source, offset) : 0;
    return length === 0 ? null : { kind: 'pinyin', length, letter: '' };
  }
  return unseen.test(letter) ? { kind: 'hidden', length: 1, letter: '' } : null;
}
