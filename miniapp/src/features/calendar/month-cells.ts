import {
  addDays,
  daysInMonth,
  formatMonthDay,
  weekdayOf,
  type CalendarMark,
  type CalendarPage,
  type DueMovesPreview,
} from '@sunledger/shared-types';

/** One day of a month grid; null before the first and after the last. */
export interface MonthCell {
  date: string;
  day: number;
  working: boolean;
  /** 休 or 班 on the days that are not simply a weekday or a weekend. */
  sign: '休' | '班' | '';
  /** Decided by the region itself. */
  own: boolean;
  today: boolean;
  /** Read out: “10月1日，国庆节放假”. */
  label: string;
}

type MarkByDate = ReadonlyMap<string, CalendarMark>;

export const marksByDate = (marks: readonly CalendarMark[]): MarkByDate =>
  new Map(marks.map((mark) => [mark.date, mark]));

/** The weeks of a month, Monday first. `month` 1–12. */
export function weeksOf(
  year: number,
  month: number,
  marks: MarkByDate,
  today: string,
): (MonthCell | null)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const before = (weekdayOf(first) + 6) % 7;
  const days = daysInMonth(year, month);
  const cells: (MonthCell | null)[] = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: days }, (_, at) => cellOf(addDays(first, at), at + 1, marks, today)),
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function cellOf(date: string, day: number, marks: MarkByDate, today: string): MonthCell {
  const mark = marks.get(date);
  const weekend = weekdayOf(date) % 6 === 0;
  const working = mark ? mark.working : !weekend;
  return {
    date,
    day,
    working,
    sign: mark ? (mark.working ? '班' : '休') : '',
    own: mark?.basis === 'override',
    today: date === today,
    label: [formatMonthDay(date), mark?.reason ?? (weekend ? '休息' : '上班'), date === today ? '今天' : '']
      .filter(Boolean)
      .join('，'),
  };
}

/** “元旦 1月1日至3日” lines of a year that is published. */
export function holidayLines(page: Pick<CalendarPage, 'holidays'>): { name: string; days: string }[] {
  return page.holidays.map(({ from, to, name }) => ({
    name,
    days: from === to ? formatMonthDay(from) : `${formatMonthDay(from)}至${formatMonthDay(to)}`,
  }));
}

/** What a change of the calendar would do to what is open, in one sentence. */
export function movesWords(moves: DueMovesPreview): string {
  const parts = [
    moves.later > 0 ? `${moves.later} 条留言的期限推后，立即生效` : '',
    moves.earlier > 0 ? `${moves.earlier} 条可以提前，等公开办确认` : '',
    moves.settled > 0 ? `${moves.settled} 条的暂定期限就此确定` : '',
  ].filter(Boolean);
  const words = parts.length > 0 ? parts.join('；') : '办理中的留言期限都不变';
  return moves.complete ? `${words}。` : `${words}。留言较多，以上只看了前 ${moves.examined} 条。`;
}
