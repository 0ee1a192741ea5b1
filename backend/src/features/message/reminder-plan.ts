import { addDays, chinaDateOf, chinaInstant, workingHoursOn, type ReplyRule } from '@sunledger/shared-types';
import { nextWorkingDay, readReceipt, type WorkCalendar } from '../deadline';
import type { Message } from './message';
import { resumesAt } from './message-clock';

/**
 * When the clock of a message has something to tell (reply-rule, “Enforced means”). Pure: the message, the
 * rule of its day and the calendar give every mark with its instant, so that it never matters who looks,
 * when, or how often.
 */
export const markKinds = [
  /** a pause ran out */
  'resumed',
  /** opening hour of the ⌈N/2⌉-th counted day */
  'halfTime',
  /** two hours before close on the due date */
  'reviewDue',
  /** close of business on the due date */
  'softTarget',
  /** 20:00 of the due date */
  'lastCall',
  /** the first instant that is late */
  'overdue',
  /** opening hour, one working day after the day on which it became overdue */
  'escalated',
] as const;
export type MarkKind = (typeof markKinds)[number];

export interface PlannedMark {
  readonly kind: MarkKind;
  readonly at: Date;
  /** The date it belongs to: the due date, or the last day of a pause. One mark of a kind per date. */
  readonly day: string;
}

/** The hours and days that a message is judged by. */
export interface Terms {
  readonly calendar: WorkCalendar;
  readonly rule: ReplyRule;
}

type Planned = Pick<
  Message,
  | 'result'
  | 'status'
  | 'receivedAt'
  | 'dueOn'
  | 'dueAt'
  | 'pauses'
  | 'pausedUntil'
  | 'overdueMarkedAt'
  | 'overdueOn'
>;

const HOUR_MS = 3_600_000;
/** The last call is the only reminder outside working hours. */
const LAST_CALL = '20:00';
/** A sweep that comes a little after the close still tells of the soft target. */
const CLOSING_GRACE_MS = 15 * 60_000;

/** Everything that time does to a message from its receipt on, in the order of time. */
export function planOf(message: Planned, terms: Terms): PlannedMark[] {
  if (message.result !== 'open') return [];
  if (message.status === 'asked')
    return message.pausedUntil === null ? [] : [resumption(message.pausedUntil)];
  const { dueOn, dueAt, receivedAt } = message;
  const close = chinaInstant(dueOn, workingHoursOn(terms.rule, dueOn).close);
  const reminders: PlannedMark[] = [
    { kind: 'halfTime', at: opening(terms, halfTimeDay(message, terms)), day: dueOn },
    { kind: 'reviewDue', at: new Date(close.getTime() - 2 * HOUR_MS), day: dueOn },
    { kind: 'softTarget', at: close, day: dueOn },
    { kind: 'lastCall', at: chinaInstant(dueOn, LAST_CALL), day: dueOn },
  ];
  const ended = (message.pauses ?? []).filter((pause) => !pause.answered);
  return [
    ...ended.map(({ until }) => resumption(until)),
    ...reminders.filter(({ at }) => at > receivedAt && at < dueAt),
    { kind: 'overdue', at: dueAt, day: dueOn } as const,
    ...(message.overdueMarkedAt === null ? [] : [escalation(dueOn, dueAt, terms)]),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}

const resumption = (until: string): PlannedMark => ({ kind: 'resumed', at: resumesAt(until), day: until });

/** The day on which it became overdue is day zero, as the day of receipt is. */
function escalation(dueOn: string, dueAt: Date, terms: Terms): PlannedMark {
  return {
    kind: 'escalated',
    at: opening(terms, nextWorkingDay(terms.calendar, chinaDateOf(dueAt))),
    day: dueOn,
  };
}

/** The ⌈N/2⌉-th of the N days that are counted; a day of waiting for the author is not. */
function halfTimeDay(
  { receivedAt, dueOn, pauses }: Pick<Planned, 'receivedAt' | 'dueOn' | 'pauses'>,
  { calendar, rule }: Terms,
): string {
  const { deemedReceivedOn, countsFirstDay } = readReceipt(receivedAt, rule, calendar);
  const paused = (date: string): boolean =>
    (pauses ?? []).some(({ askedOn, until }) => date > askedOn && date <= until);
  const counted: string[] = [];
  for (let date = countsFirstDay ? deemedReceivedOn : addDays(deemedReceivedOn, 1); date <= dueOn;) {
    if (calendar.isWorkingDay(date) && !paused(date)) counted.push(date);
    date = addDays(date, 1);
  }
  return counted[Math.ceil(counted.length / 2) - 1] ?? dueOn;
}

const opening = ({ rule }: Terms, date: string): Date => chinaInstant(date, workingHoursOn(rule, date).open);

/**
 * When a mark that is noticed now may be told: at once inside working hours; else at the next opening,
 * except a last call and an overdue, which do not wait.
 */
export function tellAt(kind: MarkKind, now: Date, terms: Terms): Date {
  if (kind === 'lastCall' || kind === 'overdue') return now;
  const today = chinaDateOf(now);
  const { open, close } = workingHoursOn(terms.rule, today);
  if (terms.calendar.isWorkingDay(today)) {
    if (now < chinaInstant(today, open)) return chinaInstant(today, open);
    if (now.getTime() <= chinaInstant(today, close).getTime() + CLOSING_GRACE_MS) return now;
  }
  return opening(terms, nextWorkingDay(terms.calendar, today));
}

/** What decides whether a mark is still worth telling. */
export type Judged = Pick<
  Message,
  'result' | 'status' | 'dueOn' | 'overdueOn' | 'overdueMarkedAt' | 'heldSince'
>;

/**
 * A reminder that makes no sense any more is not sent: the message is closed or paused, has another date,
 * was handed on since, or the day of the reminder is past.
 */
export function makesSense(mark: PlannedMark, message: Judged, now: Date): boolean {
  if (message.result !== 'open' || message.status === 'asked') return false;
  switch (mark.kind) {
    case 'resumed':
      return message.overdueMarkedAt === null;
    case 'overdue':
    case 'escalated':
      return message.overdueMarkedAt !== null && message.overdueOn === mark.day;
    default:
      return (
        mark.day === message.dueOn &&
        message.overdueMarkedAt === null &&
        message.heldSince <= mark.at &&
        chinaDateOf(mark.at) === chinaDateOf(now)
      );
  }
}
