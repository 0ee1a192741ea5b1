import { addDays, chinaDateOf } from '@sunledger/shared-types';

import { workingDaysBetween } from './add-working-days';
import type { WorkCalendar } from './work-calendar';

export interface TimeLeft {
  /** `dueToday` is in time; `late` begins at `dueAt`, not before. */
  readonly state: 'left' | 'dueTomorrow' | 'dueToday' | 'late';
  /** Working days after today up to the due date; when late, working days after the due date up to today. */
  readonly workingDays: number;
  /** “剩 3 个工作日”, “明天到期”, “今日到期”, “已逾期”, “已逾期 2 个工作日”. */
  readonly text: string;
}

/**
 * How long an open item has.
 * @param due `dueOn` `YYYY-MM-DD`; `dueAt` the first late instant
 * @param now the business clock
 * @throws DeadlineError CALENDAR_YEAR_UNKNOWN, DATE_INVALID
 */
export function workingDaysLeft(
  calendar: WorkCalendar,
  due: { readonly dueOn: string; readonly dueAt: Date },
  now: Date,
): TimeLeft {
  const today = chinaDateOf(now);
  if (now.getTime() >= due.dueAt.getTime()) {
    const workingDays = workingDaysBetween(calendar, due.dueOn, today);
    return {
      state: 'late',
      workingDays,
      text: workingDays > 0 ? `已逾期 ${workingDays} 个工作日` : '已逾期',
    };
  }
  if (due.dueOn <= today) return { state: 'dueToday', workingDays: 0, text: '今日到期' };
  const workingDays = workingDaysBetween(calendar, today, due.dueOn);
  if (due.dueOn === addDays(today, 1)) return { state: 'dueTomorrow', workingDays, text: '明天到期' };
  return { state: 'left', workingDays, text: `剩 ${workingDays} 个工作日` };
}
