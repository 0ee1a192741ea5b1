import {
  type ReplyRule,
  chinaDateOf,
  millisecondOfChinaDay,
  minutesOfTime,
  workingHoursOn,
} from '@sunledger/shared-types';

import { nextWorkingDay } from './add-working-days';
import { DeadlineError } from './deadline.error';
import type { WorkCalendar } from './work-calendar';

/** Which date counts as the day of receipt, and whether that day is itself the first working day. */
export interface Receipt {
  readonly receivedOn: string;
  readonly deemedReceivedOn: string;
  readonly countsFirstDay: boolean;
}

/**
 * Reads the start of a count from the instant of receipt.
 *
 * The default (nextDay, asIs): the day of receipt is day zero, working or not, whatever the hour
 * (民法典第二百零一条). Under `deemNextWorkday` a message that comes on a day off, or at or after the cut-off of
 * a working day (the close of business when there is none), counts as received at the opening of the
 * next working day. Under `sameDayIfInHours` a message received on a working day before the close of
 * business counts that day as the first; one sent before opening lies there when the office opens and
 * is treated alike, so an earlier message is never promised a later day.
 *
 * The calendar is asked only by rules that need it.
 * @throws DeadlineError RECEIVED_AT_INVALID, CALENDAR_YEAR_UNKNOWN
 */
export function readReceipt(receivedAt: Date, rule: ReplyRule, calendar: WorkCalendar): Receipt {
  if (!Number.isFinite(receivedAt.getTime())) {
    throw new DeadlineError(
      'RECEIVED_AT_INVALID',
      '收到时间不正确，请写成 2026-02-13T17:45:00+08:00 的样子。',
    );
  }
  const receivedOn = chinaDateOf(receivedAt);
  const isBefore = (time: string): boolean =>
    millisecondOfChinaDay(receivedAt) < minutesOfTime(time) * 60_000;
  const asks = rule.offHoursReceipt === 'deemNextWorkday' || rule.startRule === 'sameDayIfInHours';
  if (!asks) return { receivedOn, deemedReceivedOn: receivedOn, countsFirstDay: false };

  const { close } = workingHoursOn(rule, receivedOn);
  const sameDay = rule.startRule === 'sameDayIfInHours';
  const working = calendar.isWorkingDay(receivedOn);
  if (rule.offHoursReceipt === 'deemNextWorkday' && !(working && isBefore(rule.cutOff ?? close))) {
    return { receivedOn, deemedReceivedOn: nextWorkingDay(calendar, receivedOn), countsFirstDay: sameDay };
  }
  return { receivedOn, deemedReceivedOn: receivedOn, countsFirstDay: sameDay && working && isBefore(close) };
}
