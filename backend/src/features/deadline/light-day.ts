import { addDays, type LightDay, type LightThresholds } from '@sunledger/shared-types';
import { addWorkingDays } from './add-working-days';
import type { WorkCalendar } from './work-calendar';

/** The day limits by which lights are judged on a day. */
export function lightDayOf(calendar: WorkCalendar, today: string, thresholds: LightThresholds): LightDay {
  return {
    today,
    dueSoonUntil: addWorkingDays(calendar, today, thresholds.dueSoonWorkingDays),
    staleBefore: addDays(today, -thresholds.staleDays),
    continuousStaleBefore: addDays(today, -thresholds.continuousStaleDays),
  };
}
