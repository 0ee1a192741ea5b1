import type { CalendarMark } from '@sunledger/shared-types';
import type { WorkCalendar } from '../deadline';

/** The days of a year that are not simply a weekday or a weekend, in order. Errors as `WorkCalendar.daysOf`. */
export function marksOf(calendar: WorkCalendar, year: number): CalendarMark[] {
  return calendar
    .daysOf(year)
    .filter((day) => day.basis !== 'weekday' && day.basis !== 'weekend')
    .map(({ date, working, basis, reason }) => ({ date, working, basis, reason }));
}
