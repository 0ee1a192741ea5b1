import { anyNumber, chineseNumber } from './chinese-number';
import { day } from './deadline-text';

const yearForm = '(?:(?:19|20)\\d{2}|[二〇○零Oo一九]{1,2}[〇○零Oo0一二三四五六七八九]{2,3})';
const number = '[\\d一二三四五六七八九十]{1,3}';
const dateForm = new RegExp(`(${yearForm})\\s*年\\s*(${number})\\s*月\\s*(${number})\\s*[日号]`);
const numericForm = /((?:19|20)\d{2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})(?!\d)/;

export interface FoundDate {
  date: string;
  from: number;
  to: number;
}

/** The first full date in a line: 2022年7月12日, 2022年八月3日, 二〇二六年五月十二日, 2022-07-12. */
export function findDate(text: string): FoundDate | null {
  const match = dateForm.exec(text) ?? numericForm.exec(text);
  if (match === null) return null;
  const year = /^\d+$/.test(match[1]) ? Number(match[1]) : chineseNumber(match[1].replace(/[oO0]/g, '〇'));
  const date = year === null ? null : day(year, anyNumber(match[2]), anyNumber(match[3]));
  return date === null ? null : { date, from: match.index, to: match.index + match[0].length };
}

/** A line that is only a date (in brackets or not): the day below a signature. */
export function dateAlone(text: string): string | null {
  const found = findDate(text);
  if (found === null) return null;
  const rest = (text.slice(0, found.from) + text.slice(found.to)).replace(/[\s（）()【】[\]。]/g, '');
  return rest === '' ? found.date : null;
}
