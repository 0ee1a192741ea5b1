import {
  type CalendarYear,
  addDays,
  dateOf,
  daysBetween,
  isChinaDate,
  weekdayName,
} from '@sunledger/shared-types';

/** One holiday's paragraph of a notice, without spaces: “10月1日（周四）至7日（周三）放假调休，共7天。…”. */
export interface NoticeItem {
  readonly name: string;
  readonly body: string;
}

/** What one paragraph says, and what in it contradicts the calendar or was not understood. */
export interface ItemReading {
  readonly ranges: CalendarYear['ranges'];
  readonly workDays: string[];
  readonly problems: string[];
  readonly warnings: string[];
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** No holiday has come near this; a longer span is a misread year or month. */
const LONGEST_HOLIDAY = 31;

const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})(?:日|(?=[-—–~～]))(?:[（(]([^（）()]*)[）)])?`;
const TOKEN = new RegExp(
  [
    String.raw`(?<span>${DAY}(?:(?:至|到|[-—–~～]+)${DAY})?)`,
    // “2月3日起正常上班” says when a prolonged holiday is over; it names no make-up day.
    String.raw`(?<ignored>起(?:正常)?上班|休息|休假)`,
    String.raw`(?<work>上班|补班)`,
    String.raw`(?<off>放假|补休)`,
    String.raw`共(?<total>\d{1,2})天`,
    String.raw`(?<end>[。；;])`,
  ].join('|'),
  'gu',
);

/**
 * Reads the dates of one paragraph: dates gather until a word says what they are: 放假 off, 上班 worked,
 * 休息 (“鼓励…安排职工在除夕休息”) neither. Weekdays in brackets and “共N天” are checked against the dates.
 */
export function readNoticeItem(item: NoticeItem, year: number): ItemReading {
  const reading: ItemReading = { ranges: [], workDays: [], problems: [], warnings: [] };
  const reader = new SpanReader(item.name, year, reading.problems);
  let waiting: Span[] = [];
  let lastOff: Span[] = [];
  for (const token of item.body.matchAll(TOKEN)) {
    const groups = token.groups ?? {};
    if (groups.span) waiting.push(...reader.read(token));
    else if (groups.total) checkTotal(item.name, lastOff, Number(groups.total), reading.problems);
    else {
      if (groups.off && waiting.length > 0) {
        reading.ranges.push(...waiting.map((span) => ({ ...span, name: item.name })));
        lastOff = waiting;
      }
      if (groups.work) reading.workDays.push(...waiting.flatMap(datesOf));
      if (groups.end) reading.warnings.push(...waiting.map((span) => unclear(item.name, span)));
      waiting = [];
    }
  }
  reading.warnings.push(...waiting.map((span) => unclear(item.name, span)));
  if (reading.ranges.length === 0) reading.problems.push(`没有读出${item.name}的放假日期`);
  return reading;
}

/** Turns a matched span into dates; a missing month or year is that of the date before it. */
class SpanReader {
  private month = 0;

  constructor(
    private readonly name: string,
    private readonly year: number,
    private readonly problems: string[],
  ) {}

  read(token: RegExpExecArray): Span[] {
    const [, , y1, m1, d1, note1, y2, m2, d2, note2] = token;
    this.month = Number(m1 ?? this.month);
    const isNewYearsEve = this.name.includes('元旦') && this.month === 12;
    const fromYear = y1 ? Number(y1) : isNewYearsEve ? this.year - 1 : this.year;
    const from = this.day(fromYear, this.month, Number(d1), note1);
    if (!d2) return from ? [{ from, to: from }] : [];
    const toMonth = Number(m2 ?? this.month);
    const toYear = y2 ? Number(y2) : toMonth < this.month ? fromYear + 1 : fromYear;
    this.month = toMonth;
    const to = this.day(toYear, toMonth, Number(d2), note2);
    if (!from || !to) return [];
    const length = daysBetween(from, to) + 1;
    if (length >= 1 && length <= LONGEST_HOLIDAY) return [{ from, to }];
    const fault = length < 1 ? '结束日期早于开始日期' : `长达 ${length} 天`;
    this.problems.push(`${this.name} ${from} 至 ${to} ${fault}`);
    return [];
  }

  private day(year: number, month: number, day: number, note = ''): string | null {
    const date = dateOf(year, month, day);
    if (!isChinaDate(date)) {
      this.problems.push(`${this.name}中的“${month}月${day}日”不是日期`);
      return null;
    }
    const said = /(?:周|星期|礼拜)([一二三四五六日天])/u.exec(note)?.[1]?.replace('天', '日');
    if (said && `周${said}` !== weekdayName(date)) {
      this.problems.push(`${date} 是${weekdayName(date)}，通知写的是周${said}`);
    }
    return date;
  }
}

const datesOf = ({ from, to }: Span): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));

function checkTotal(name: string, spans: readonly Span[], total: number, problems: string[]): void {
  const days = spans.flatMap(datesOf).length;
  if (days !== total) problems.push(`${name}写明共 ${total} 天，日期却是 ${days} 天`);
}

const unclear = (name: string, { from, to }: Span): string =>
  `${name}中的 ${from === to ? from : `${from} 至 ${to}`} 没有写明放假还是上班，未采用`;
