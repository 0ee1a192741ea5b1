import { addDays } from '@sunledger/shared-types';

import { type WorkCalendar, checkDate } from './work-calendar';

/**
 * The n-th working day after a date; the date itself never counts.
 * @param date `YYYY-MM-DD`
 * @param workingDays 0 gives the date itself, working or not
 * @throws DeadlineError CALENDAR_YEAR_UNKNOWN, DATE_INVALID
 */
export function addWorkingDays(calendar: WorkCalendar, date: string, workingDays: number): string {
  let current = checkDate(date);
  for (let counted = 0; counted < workingDays;) {
    current = addDays(current, 1);
    if (calendar.isWorkingDay(current)) counted += 1;
  }
  return current;
}

/** The first working day after a date. Errors as {@link addWorkingDays}. */
export const nextWorkingDay = (calendar: WorkCalendar, date: string): string =>
  addWorkingDays(calendar, date, 1);

/**
 * Working days after `from`, up to and including `to`; 0 when `to` is not later.
 * @throws DeadlineError CALENDAR_YEAR_UNKNOWN, DATE_INVALID
 */
export function workingDaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  let counted = 0;
  checkDate(to);
  for (let current = addDays(checkDate(from), 1); current <= to; current = addDays(current, 1)) {
    if (calendar.isWorkingDay(current)) counted += 1;
  }
  return counted;
}
