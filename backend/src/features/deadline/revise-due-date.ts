import {
  type DueExplanation,
  type WorkCalendarOverride,
  addDays,
  chinaDateOf,
} from '@sunledger/shared-types';

import { nextWorkingDay } from './add-working-days';
import { checkDate } from './check-date';
import { type DueQuestion, explainDueDate } from './count-working-days';
import { DeadlineError } from './deadline.error';
import type { WorkCalendar } from './work-calendar';

/** What a new calendar version means for one open item (reply-rule, Counting 5). */
export interface DueRevision {
  /**
   * `none`: nothing differs. `final`: the date stays and is no longer provisional (or has become so).
   * `later`: apply at once. `earlier`: ask the office, then {@link confirmedEarlierDate}.
   */
  readonly change: 'none' | 'final' | 'later' | 'earlier';
  readonly from: string;
  readonly to: string;
  readonly explanation: DueExplanation;
}

/**
 * Recounts an open item under another calendar. Closed items are not asked: they keep the version they
 * were judged by. Recounting under the same calendar always answers `none`.
 * @param current the stored promise
 * @throws DeadlineError as {@link explainDueDate}
 */
export function reviseDueDate(
  current: { readonly dueOn: string; readonly provisional: boolean },
  question: DueQuestion,
): DueRevision {
  const explanation = explainDueDate(question);
  const [from, to] = [current.dueOn, explanation.dueOn];
  const same = explanation.provisional === current.provisional ? 'none' : 'final';
  return { change: to > from ? 'later' : to < from ? 'earlier' : same, from, to, explanation };
}

/**
 * The date an item gets when the office confirms an earlier one: never before the next working day
 * after the confirmation, and never later than the date already promised.
 * @throws DeadlineError CALENDAR_YEAR_UNKNOWN, DATE_INVALID
 */
export function confirmedEarlierDate(
  calendar: WorkCalendar,
  revision: Pick<DueRevision, 'from' | 'to'>,
  confirmedAt: Date,
): string {
  const soonest = nextWorkingDay(calendar, chinaDateOf(confirmedAt));
  const wanted = revision.to > soonest ? revision.to : soonest;
  return wanted < revision.from ? wanted : revision.from;
}

/**
 * Whether an overdue mark stands when a calendar changes. A mark stays for ever, except that one made
 * on a provisional date is judged once more by the final calendar.
 * @param mark `provisional` the due date was provisional when marked; `judgedAgain` this was done before
 * @param final the due date under the new calendar
 * @param answeredAt publication of the reply, or now while there is none
 */
export function overdueMarkStands(
  mark: { readonly provisional: boolean; readonly judgedAgain: boolean },
  final: { readonly dueAt: Date; readonly provisional: boolean },
  answeredAt: Date,
): boolean {
  const judgeAgain = mark.provisional && !mark.judgedAgain && !final.provisional;
  return judgeAgain ? answeredAt.getTime() >= final.dueAt.getTime() : true;
}

/**
 * Refuses an override that would rewrite today or the past (reply-rule, Counting 6).
 * @param today `YYYY-MM-DD` of the business clock
 * @throws DeadlineError OVERRIDE_TOO_LATE, DATE_INVALID
 */
export function checkOverride(override: WorkCalendarOverride, today: string): void {
  const { date } = override;
  if (checkDate(date) > today) return;
  throw new DeadlineError(
    'OVERRIDE_TOO_LATE',
    `${date} 的安排最早只能从 ${addDays(today, 1)} 起生效，请改选日期。`,
    {
      date,
    },
  );
}

/**
 * The year whose notice is due and missing: next year's from 1 November, and this year's at any time.
 * The office is warned each day until it is imported (reply-rule, Counting 4).
 * @param today `YYYY-MM-DD`
 * @returns the year, or null when nothing is missing
 */
export function missingNoticeYear(calendar: WorkCalendar, today: string): number | null {
  const year = Number(checkDate(today).slice(0, 4));
  if (!calendar.isPublished(year)) return year;
  return today.slice(5) >= '11-01' && !calendar.isPublished(year + 1) ? year + 1 : null;
}
