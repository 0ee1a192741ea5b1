import { decodeEntity } from './html-entities';
import { pinyinAt, pinyinIsUsed } from './pinyin';
import { simplifier } from './simplified-letters';
import type { SourceLedger } from './source-ledger';
import type { StepCounter } from './steps';
import { Traced } from './traced-text';
import { plainLetter } from './plain-letters';

interface Range {
  from: number;
  to: number;
}

const tag =
  /<(?:!--[^<>]{0,1000}-->|!doctype[^<>]{0,200}>|\/?[a-z][a-z0-9:]{0,15}(?:\s[^<>]{0,2000})?\/?>)/iy;
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});/iy;
const atSigns = /@{2,}/y;
const lineTag =
  /^<\/?(?:p|br|div|tr|table|tbody|thead|h[1-6]|li|ul|ol|section|article|center|hr|dd|dt|dl|title|body)\b/i;
const cellTag = /^<\/(?:td|th)\b/i;
const blankOtherThanTab = /[^\S\t\n]/;
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufffe\uffff]/;

/**
 * Text → the same text without mechanical dirt (rule 10 of the contract): tags, entities, @@, pinyin after letters, unseen
 * letters; full-width digits and letters become plain ones, traditional letters simplified ones. One remark for each kind.
 */
export function cleanText(source: string, ledger: SourceLedger, steps: StepCounter): Traced {
  const letters: string[] = [];
  const at: number[] = [];
  const tags: Range[] = [];
  const entities: Range[] = [];
  const signs: Range[] = [];
  const pinyin: Range[] = [];
  const hidden: Range[] = [];
  const withPinyin = pinyinIsUsed(source);
  const put = (letter: string, offset: number): void => {
    for (const unit of letter.split('')) {
      letters.push(unit);
      at.push(offset);
    }
  };
  let i = 0;
  while (i < source.length) {
    steps.add(1);
    const letter = source[i];
    if (letter === '<') {
      tag.lastIndex = i;
      const found = tag.exec(source)?.[0];
      if (found !== undefined) {
        tags.push({ from: i, to: i + found.length });
        if (lineTag.test(found)) put('\n', -1);
        else if (cellTag.test(found)) put('\t', -1);
        i += found.length;
        continue;
      }
    } else if (letter === '&') {
      entity.lastIndex = i;
      const found = entity.exec(source)?.[0];
      const decoded = found === undefined ? null : decodeEntity(found);
      if (found !== undefined && decoded !== null) {
        const range = { from: i, to: i + found.length };
        if (decoded.trim() === '') {
          entities.push(range);
          put(' ', -1);
        } else {
          ledger.widen(i, found.length);
          put(decoded.slice(0, 1), i);
        }
        i = range.to;
        continue;
      }
    } else if (letter === '@') {
      atSigns.lastIndex = i;
      const found = atSigns.exec(source)?.[0];
      if (found !== undefined) {
        signs.push({ from: i, to: i + found.length });
        i += found.length;
        continue;
      }
    } else if (letter === '(' || letter === '（') {
      const length = withPinyin ? pinyinAt(source, i) : 0;
      if (length > 0) {
        pinyin.push({ from: i, to: i + length });
        i += length;
        continue;
      }
    }
    if (unseen.test(letter)) hidden.push({ from: i, to: i + 1 });
    else if (
      letter === '\r' ||
      letter === '\f' ||
      letter === '\v' ||
      letter === '\u2028' ||
      letter === '\u2029' ||
      letter === '\u0085'
    ) {
      if (!(letter === '\r' && source[i + 1] === '\n')) put('\n', i);
    } else put(blankOtherThanTab.test(letter) ? ' ' : plainLetter(letter), i);
    i++;
  }
  ledger.remarkRanges(tags, 'noise', '已去除网页标签');
  ledger.remarkRanges(entities, 'noise', '已去除网页空格代码');
  ledger.remarkRanges(signs, 'noise', '已去除无意义的 @ 符号');
  ledger.remarkRanges(pinyin, 'noise', '已去除汉字后的拼音');
  ledger.remarkRanges(hidden, 'noise', '已去除看不见的控制字符');
  const dirty = letters.join('');
  const simple = simplifier(dirty, steps);
  if (simple !== null) ledger.doubt(0, '', '原文为繁体字，已转换为简体字', 'traditional');
  return new Traced(simple ?? dirty, Int32Array.from(at));
}
