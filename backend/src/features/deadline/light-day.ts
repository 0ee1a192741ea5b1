import { addDays, weekdayOf, type LightDay, type LightThresholds } from '@sunledger/shared-types';
import { addWorkingDays } from './add-working-days';
import { DeadlineError } from './deadline.error';
import type { WorkCalendar } from './work-calendar';

/** The day limits by which lights are judged on a day. */
export function lightDayOf(calendar: WorkCalendar, today: string, thresholds: LightThresholds): LightDay {
  return {
    today,
    dueSoonUntil: dueSoonUntil(calendar, today, thresholds.dueSoonWorkingDays),
    staleBefore: addDays(today, -thresholds.staleDays),
    continuousStaleBefore: addDays(today, -thresholds.continuousStaleDays),
  };
}

/**
 * A promise in a year that nobody knows is refused (reply-rule, Counting 4); a light is not: old ledgers stay
 * readable for ever, and Monday to Friday is near enough to say that a day is near.
 */
function dueSoonUntil(calendar: WorkCalendar, today: string, workingDays: number): string {
  try {
    return addWorkingDays(calendar, today, workingDays);
  } catch (error) {
    if (!(error instanceof DeadlineError) || error.code !== 'CALENDAR_YEAR_UNKNOWN') throw error;
    return weekdaysAfter(today, workingDays);
  }
}

function weekdaysAfter(today: string, count: number): string {
  let day = today;
  for (let counted = 0; counted < count;) {
    day = addDays(day, 1);
    const weekday = weekdayOf(day);
    if (weekday !== 0 && weekday !== 6) counted += 1;
  }
  return day;
}
