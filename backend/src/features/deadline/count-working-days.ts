import {
  type DueDay,
  type DueExplanation,
  MAX_WORKING_DAYS,
  PROVISIONAL_NOTE,
  type ReplyRule,
  addDays,
  chinaInstant,
  replyRuleText,
  toChinaIso,
  workingHoursOn,
} from '@sunledger/shared-types';

import { DeadlineError } from './deadline.error';
import { readReceipt } from './receipt';
import type { CalendarDay, WorkCalendar } from './work-calendar';

export interface DueQuestion {
  /** The instant of receipt. */
  readonly receivedAt: Date;
  /** The promise: 1–250 working days. */
  readonly workingDays: number;
  readonly rule: ReplyRule;
  readonly calendar: WorkCalendar;
}

export interface DueDate {
  /** The last day in time, `YYYY-MM-DD` of Asia/Shanghai. */
  readonly dueOn: string;
  /** The first instant that is late. */
  readonly dueAt: Date;
  /** True when a day of the count lies in a year without a published notice. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

/**
 * The due date alone, for callers that need no explanation.
 * @throws DeadlineError RECEIVED_AT_INVALID, WORKING_DAYS_INVALID, CALENDAR_YEAR_UNKNOWN
 */
export function dueDateOf(question: DueQuestion): DueDate {
  const { days } = walk(question);
  return dueDate(question, days);
}

/**
 * The due date with its reason, day by day.
 *
 * `days` begins at the first date the rule counts (the day after receipt by default) and ends at
 * `dueOn`; each date appears once, with its ordinal when it works and the reason when it does not.
 * Pure: the same question and calendar version give the same answer.
 * @throws DeadlineError RECEIVED_AT_INVALID, WORKING_DAYS_INVALID, CALENDAR_YEAR_UNKNOWN
 */
export function explainDueDate(question: DueQuestion): DueExplanation {
  const { receivedAt, workingDays, rule } = question;
  const { receipt, days } = walk(question);
  const { dueOn, dueAt, provisional, calendarVersion } = dueDate(question, days);
  const { startRule, offHoursReceipt, cutOff, dayEnd, promisedIn } = rule;
  return {
    receivedAt: toChinaIso(receivedAt),
    receivedOn: receipt.receivedOn,
    deemedReceivedOn: receipt.deemedReceivedOn,
    workingDays,
    dueOn,
    dueAt: toChinaIso(dueAt),
    provisional,
    provisionalNote: provisional ? PROVISIONAL_NOTE : null,
    rule: { startRule, offHoursReceipt, cutOff, dayEnd, promisedIn, text: replyRuleText(rule) },
    calendarVersion,
    days: numbered(days),
  };
}

/**
 * The explanation of a date that lies after the end of its count: an earlier date was kept back, or was
 * confirmed for no earlier than the next working day (reply-rule, Counting 5). The list goes on to that date.
 * @throws DeadlineError as {@link explainDueDate}
 */
export function explainKeptDate(question: DueQuestion, dueOn: string): DueExplanation {
  const explained = explainDueDate(question);
  if (dueOn <= explained.dueOn) return explained;
  const days: CalendarDay[] = [];
  for (const day of question.calendar.daysFrom(explained.days[0]?.date ?? dueOn)) {
    days.push(day);
    if (day.date === dueOn) break;
  }
  const { dueAt, provisional } = dueDate(question, days);
  return { ...explained, dueOn, dueAt: toChinaIso(dueAt), provisional, days: numbered(days) };
}

/** Every date from the first that the rule counts to the due date. */
function walk({ receivedAt, workingDays, rule, calendar }: DueQuestion): {
  receipt: ReturnType<typeof readReceipt>;
  days: CalendarDay[];
} {
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > MAX_WORKING_DAYS) {
    throw new DeadlineError('WORKING_DAYS_INVALID', `工作日数应为 1 到 ${MAX_WORKING_DAYS} 的整数。`);
  }
  const receipt = readReceipt(receivedAt, rule, calendar);
  const days: CalendarDay[] = [];
  const start = receipt.countsFirstDay ? receipt.deemedReceivedOn : addDays(receipt.deemedReceivedOn, 1);
  let counted = 0;
  for (const day of calendar.daysFrom(start)) {
    days.push(day);
    if (day.working && ++counted === workingDays) break;
  }
  return { receipt, days };
}

function dueDate({ rule, calendar }: DueQuestion, days: readonly CalendarDay[]): DueDate {
  const dueOn = days.at(-1)?.date ?? '';
  return {
    dueOn,
    dueAt: endOfDay(rule, dueOn),
    provisional: days.some((day) => day.provisional),
    calendarVersion: calendar.version,
  };
}

/**
 * The first instant that is late on a due date. 民法典第二百零三条: the last day ends at 24:00, or where business
 * hours apply, when business stops.
 */
export function endOfDay(rule: ReplyRule, dueOn: string): Date {
  return chinaInstant(dueOn, rule.dayEnd === '24:00' ? '24:00' : workingHoursOn(rule, dueOn).close);
}

function numbered(days: readonly CalendarDay[]): DueDay[] {
  let ordinal = 0;
  return days.map(({ date, working, reason, basis }) => {
    if (working) ordinal += 1;
    return { date, counted: working ? ordinal : 0, reason, basis };
  });
}
