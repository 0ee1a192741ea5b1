import { addDays } from '@sunledger/shared-types';

import { checkDate } from './check-date';
import { DeadlineError } from './deadline.error';
import type { WorkCalendar } from './work-calendar';

/**
 * The n-th working day after a date; the date itself never counts.
 * @param date `YYYY-MM-DD`
 * @param workingDays 0 gives the date itself, working or not
 * @throws DeadlineError CALENDAR_YEAR_UNKNOWN, DATE_INVALID, WORKING_DAYS_INVALID
 */
export function addWorkingDays(calendar: WorkCalendar, date: string, workingDays: number): string {
  if (!Number.isInteger(workingDays) || workingDays < 0) {
    throw new DeadlineError('WORKING_DAYS_INVALID', '工作日数应为 0 或正整数。');
  }
  if (workingDays === 0) return checkDate(date);
  let counted = 0;
  for (const day of calendar.daysFrom(addDays(checkDate(date), 1))) {
    if (day.working && ++counted === workingDays) return day.date;
  }
  throw new RangeError('a calendar has no last day');
}

/** The first working day after a date. Errors as {@link addWorkingDays}. */
export const nextWorkingDay = (calendar: WorkCalendar, date: string): string =>
  addWorkingDays(calendar, date, 1);

/**
 * Working days after `from`, up to and including `to`; 0 when `to` is not later.
 * @throws DeadlineError CALENDAR_YEAR_UNKNOWN, DATE_INVALID
 */
export function workingDaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  if (checkDate(to) <= checkDate(from)) return 0;
  let counted = 0;
  for (const day of calendar.daysFrom(addDays(from, 1))) {
    if (day.working) counted += 1;
    if (day.date === to) break;
  }
  return counted;
}
