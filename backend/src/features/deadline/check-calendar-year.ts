import {
  type CalendarYear,
  addDays,
  daysBetween,
  isChinaDate,
  weekdayOf,
  yearOf,
} from '@sunledger/shared-types';

import { fixedStatutoryDays, hasStatutoryDays, statutoryDaysOf, statutoryNames } from './statutory-days';
import { WorkCalendar } from './work-calendar';

/** What is wrong with a year (it must not be imported) and what merely deserves a second look. */
export interface YearFindings {
  readonly problems: string[];
  readonly warnings: string[];
}

/**
 * Checks a year of holidays against itself, the weekdays and the law before it is imported:
 * every statutory day (《全国年节及纪念日放假办法》第二条) is off, every holiday is named, ranges do not overlap,
 * make-up days are Saturdays or Sundays outside the holidays. Warned: the balance of days off and
 * make-up days differs from the statutory number, and more than six working days in a row (第七条).
 * @returns Chinese sentences, each naming the date it is about; both lists empty for a sound year
 */
export function checkCalendarYear(year: CalendarYear): YearFindings {
  const problems = misplacedDates(year);
  // Dates that do not exist would stop the further checks with an error of their own.
  if (problems.length > 0) return { problems, warnings: [] };
  const off = offDates(year);
  problems.push(...overlaps(year), ...wrongMakeUpDays(year, off), ...missingHolidays(year, off));
  return { problems, warnings: problems.length > 0 ? [] : [...unbalanced(year, off), ...longRuns(year)] };
}

function misplacedDates(year: CalendarYear): string[] {
  const isNear = (date: string): boolean =>
    isChinaDate(date) && date >= `${year.year - 1}-12-20` && date <= `${year.year + 1}-01-10`;
  const dates = [...year.ranges.flatMap(({ from, to }) => [from, to]), ...year.workWeekends];
  const reversed = year.ranges.filter(({ from, to }) => from > to);
  return [
    ...dates.filter((date) => !isNear(date)).map((date) => `${date} 不是 ${year.year} 年安排中的日期`),
    ...reversed.map(({ from, to, name }) => `${name}的结束日期 ${to} 早于开始日期 ${from}`),
  ];
}

function offDates(year: CalendarYear): Set<string> {
  const spread = ({ from, to }: { from: string; to: string }): string[] =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
  return new Set(year.ranges.flatMap(spread));
}

function overlaps(year: CalendarYear): string[] {
  const sorted = [...year.ranges].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap((range, i) => {
    const before = sorted[i - 1];
    return before && before.to >= range.from
      ? [`${before.name}与${range.name}的放假日期在 ${range.from} 重叠`]
      : [];
  });
}

function wrongMakeUpDays(year: CalendarYear, off: ReadonlySet<string>): string[] {
  return year.workWeekends.flatMap((date) => [
    ...(weekdayOf(date) % 6 === 0 ? [] : [`调休上班日 ${date} 不是周六或周日`]),
    ...(off.has(date) ? [`${date} 既放假又上班`] : []),
  ]);
}

function missingHolidays(year: CalendarYear, off: ReadonlySet<string>): string[] {
  const statutory = hasStatutoryDays(year.year) ? statutoryDaysOf(year.year) : fixedStatutoryDays(year.year);
  const named = year.ranges.map((range) => range.name).join('、');
  return [
    ...statutoryNames.filter((name) => !named.includes(name)).map((name) => `没有找到${name}的安排`),
    ...statutory
      .filter((day) => !off.has(day.date))
      .map((day) => `法定节假日 ${day.date}（${day.name}）没有放假`),
  ];
}

/**
 * A notice only moves rest days about, so its days off from Monday to Friday less its make-up days equal
 * the statutory days: 11 until 2024, 13 since (and 13 in 2020, when 春节 was prolonged).
 */
function unbalanced(year: CalendarYear, off: ReadonlySet<string>): string[] {
  const inYear = (date: string): boolean => yearOf(date) === year.year;
  const weekdaysOff = [...off].filter((date) => inYear(date) && weekdayOf(date) % 6 !== 0).length;
  const balance = weekdaysOff - year.workWeekends.filter(inYear).length;
  const expected = year.year >= 2025 ? 13 : 11;
  if (balance === expected) return [];
  return [`周一至周五放假减去调休上班为 ${balance} 天，法定节假日应为 ${expected} 天，请与通知原文核对`];
}

function longRuns(year: CalendarYear): string[] {
  const found: string[] = [];
  let run = 0;
  for (const day of new WorkCalendar({ baseYears: [year] }).daysOf(year.year)) {
    run = day.working ? run + 1 : 0;
    if (run === 7) found.push(`到 ${day.date} 已连续上班 7 天，请与通知原文核对`);
  }
  return found;
}
