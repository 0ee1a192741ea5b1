import { CalendarYear } from '@sunledger/shared-types';

import { checkCalendarYear } from './check-calendar-year';
import { DeadlineError } from './deadline.error';
import { type NoticeItem, readNoticeItem } from './notice-dates';

/** A year read from a notice or a file, sound enough to show on a calendar page for confirmation. */
export interface ReadYear {
  readonly year: CalendarYear;
  /** Chinese sentences on what a person should compare with the notice; empty when nothing stands out. */
  readonly warnings: readonly string[];
}

/** Longer texts are no holiday notice; the real ones have some 700 characters. */
const MAX_CHARACTERS = 50_000;

const HOLIDAY = '(?:元旦|春节|清明节?|(?:五一)?(?:国际)?劳动节|端午节?|中秋节?|国庆节?)';
const HEADING = new RegExp(`(${HOLIDAY}(?:[、，和与及]${HOLIDAY})*)[:：]`, 'gu');
/** Where the last holiday's paragraph is over: the closing request, the signature. */
const CLOSING = /节假日期间|各地区|国务院办公厅|[（(]此件/u;

/**
 * Reads the text of a 国务院办公厅关于…年部分节假日安排的通知, pasted with whatever spaces and line breaks.
 * @param text the notice
 * @param year the year to use when the text does not name one
 * @throws DeadlineError NOTICE_UNREADABLE (no year, no holidays), NOTICE_CONTRADICTORY (a weekday, a total
 *   or the law disagrees); `params.problems` lists every reason in Chinese
 */
export function parseNotice(text: string, year?: number): ReadYear {
  const plain = normalise(text);
  const named =
    /关于(\d{4})年(?:部分)?节假日/u.exec(plain)?.[1] ??
    /(\d{4})年/u.exec(plain.split(/元旦|春节/u)[0] ?? '')?.[1];
  const noticeYear = named ? Number(named) : year;
  if (noticeYear === undefined) throw unreadable(['没有找到年份，请连同标题一起粘贴，或先选择年份']);
  if (year !== undefined && year !== noticeYear)
    throw unreadable([`通知是 ${noticeYear} 年的，选择的是 ${year} 年`]);
  const items = splitItems(plain);
  if (items.length === 0) throw unreadable(['没有找到“元旦：…”“春节：…”这样的安排，请粘贴通知全文']);

  const readings = items.map((item) => readNoticeItem(item, noticeYear));
  const read: CalendarYear = {
    year: noticeYear,
    source:
      /国办发明电[〔［[(（]\d{4}[〕］\])）]\d+号/u.exec(plain)?.[0] ??
      `国务院办公厅关于${noticeYear}年部分节假日安排的通知`,
    ranges: readings.flatMap((reading) => reading.ranges).sort((a, b) => (a.from < b.from ? -1 : 1)),
    workWeekends: readings.flatMap((reading) => reading.workDays).sort(),
  };
  return accepted(
    read,
    readings.flatMap((reading) => reading.problems),
    readings.flatMap((reading) => reading.warnings),
  );
}

/**
 * Reads years from JSON: one year `{ year, source, ranges, workWeekends }`, a list of them, or an object
 * by year `{ "2027": { source, ranges, workWeekends, off? } }`. A list `off` must agree with the ranges.
 * @throws DeadlineError NOTICE_UNREADABLE, NOTICE_CONTRADICTORY
 */
export function parseCalendarJson(text: string): ReadYear[] {
  if (text.length > MAX_CHARACTERS) throw unreadable(['内容太长，不像一份放假安排']);
  const years = yearsOfJson(text);
  if (years.length === 0) throw unreadable(['文件里没有任何年份；没有公布的年份请不要导入空白']);
  return years.map((each) => {
    const parsed = CalendarYear.safeParse(each);
    if (!parsed.success) {
      throw unreadable(
        parsed.error.issues.map((issue) => `${issue.path.join('.') || '内容'}：${issue.message}`),
      );
    }
    const year = { ...parsed.data, workWeekends: [...parsed.data.workWeekends].sort() };
    return accepted(year, offListProblems(year, isRecord(each) ? each.off : undefined), []);
  });
}

/** Reads either form: JSON when the text begins like it, else a notice. Errors as the two above. */
export function readCalendarYears(text: string, year?: number): ReadYear[] {
  return /^\s*[[{]/u.test(text) ? parseCalendarJson(text) : [parseNotice(text, year)];
}

/** Half-width digits, no white space at all: pasted notices break lines and pad numbers anywhere. */
function normalise(text: string): string {
  if (text.length > MAX_CHARACTERS) throw unreadable(['内容太长，不像一份放假通知']);
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b\ufeff]+/gu, '');
}

function splitItems(plain: string): NoticeItem[] {
  const heads = [...plain.matchAll(HEADING)];
  return heads.map((head, i) => {
    const start = head.index + head[0].length;
    const body = plain.slice(start, heads[i + 1]?.index ?? plain.length);
    const closing = CLOSING.exec(body)?.index ?? body.length;
    return {
      name: (head[1] ?? '')
        .split(/[、，和与及]/u)
        .map(fullName)
        .join('、'),
      body: body.slice(0, closing),
    };
  });
}

function fullName(name: string): string {
  if (name.includes('劳动节')) return '劳动节';
  return name === '元旦' || name === '春节' || name.endsWith('节') ? name : `${name}节`;
}

function yearsOfJson(text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable([`不是有效的 JSON（${error instanceof Error ? error.message : '无法解析'}）`]);
  }
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return [];
  if ('year' in value) return [value];
  return Object.entries(value).map(([year, body]) =>
    isRecord(body) ? { year: Number(year), ...body } : body,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function offListProblems(year: CalendarYear, off: unknown): string[] {
  if (!Array.isArray(off)) return [];
  const covered = (date: unknown): boolean =>
    typeof date === 'string' && year.ranges.some(({ from, to }) => from <= date && date <= to);
  return off
    .filter((date) => !covered(date))
    .map((date) => `off 中的 ${String(date)} 不在任何节日的起止日期内`);
}

function accepted(year: CalendarYear, problems: readonly string[], warnings: readonly string[]): ReadYear {
  const findings = checkCalendarYear(year);
  const all = [...new Set([...problems, ...findings.problems])];
  if (all.length === 0) return { year, warnings: [...warnings, ...findings.warnings] };
  throw new DeadlineError(
    'NOTICE_CONTRADICTORY',
    `放假安排前后不一致：${all.join('；')}。请与通知原文核对后再导入。`,
    {
      problems: all,
    },
  );
}

function unreadable(problems: string[]): DeadlineError {
  return new DeadlineError('NOTICE_UNREADABLE', `放假安排读不出来：${problems.join('；')}。`, { problems });
}
