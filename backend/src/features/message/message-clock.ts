import {
  ARCHIVE_AFTER_DAYS,
  CLAIM_HOURS,
  chinaDateOf,
  chinaInstant,
  addDays,
  MAX_PAUSED_DAYS,
  type DueExplanation,
  type MessageKind,
  type MessageState,
} from '@sunledger/shared-types';
import type { Clock } from '../../core/clock';
import { addWorkingDays, workingDaysBetween, type WorkCalendar } from '../deadline';

/** The pure part of a message's clock: pauses, and what a reclassification may give back. */

/** A question to the author: the working days after `askedOn` up to and including `until` are not counted. */
export interface Pause {
  readonly askedOn: string;
  readonly until: string;
  readonly answered: boolean;
}

/** What a message was before it was lengthened. */
export interface ClassBefore {
  readonly kind: MessageKind;
  readonly simple: boolean;
  readonly workingDays: number;
  readonly dueOn: string;
}

export const pausedDays = (calendar: WorkCalendar, pauses: readonly Pause[]): number =>
  pauses.reduce((sum, { askedOn, until }) => sum + workingDaysBetween(calendar, askedOn, until), 0);

/** A question asked today: it may wait for all the days that earlier ones have left; null when none are left. */
export function pauseFrom(calendar: WorkCalendar, pauses: readonly Pause[], today: string): Pause | null {
  const left = MAX_PAUSED_DAYS - pausedDays(calendar, pauses);
  if (left <= 0) return null;
  return { askedOn: today, until: addWorkingDays(calendar, today, left), answered: false };
}

/**
 * A pause that still runs, under another calendar: it waits for as many working days as before, so that its
 * last day moves with them; null when nothing moves.
 */
export function pausesUnder(
  calendar: WorkCalendar,
  pauses: readonly Pause[] | null,
): { pauses: readonly Pause[]; pausedUntil: string } | null {
  const asked = openQuestion(pauses);
  if (!pauses || !asked) return null;
  const earlier = pauses.slice(0, -1);
  const left = MAX_PAUSED_DAYS - pausedDays(calendar, earlier);
  const until = addWorkingDays(calendar, asked.askedOn, left);
  return until === asked.until ? null : { pauses: [...earlier, { ...asked, until }], pausedUntil: until };
}

/** The pause as the answer of a day ends it; one that has run out before keeps its last day. */
export const answeredOn = (pause: Pause, day: string): Pause => ({
  ...pause,
  until: day < pause.until ? day : pause.until,
  answered: true,
});

/** The question that the author has not answered yet. */
export function openQuestion(pauses: readonly Pause[] | null): Pause | null {
  const last = pauses?.at(-1);
  return last && !last.answered ? last : null;
}

/** From here the clock of a paused message runs again by itself. */
export const resumesAt = (pausedUntil: string): Date => chinaInstant(addDays(pausedUntil, 1), '00:00');

/** The first instant after the last day on which an answer may be rated, objected to or followed up. */
export const archivesAt = (answeredAt: Date): Date =>
  chinaInstant(addDays(chinaDateOf(answeredAt), ARCHIVE_AFTER_DAYS + 1), '00:00');

/** Whether colleagues may take a claimed message over: after a day, and from its due date on. */
export const claimIsStale = (claim: { claimedAt: Date; dueOn: string }, clock: Clock): boolean =>
  clock.today() >= claim.dueOn || clock.now().getTime() >= claim.claimedAt.getTime() + CLAIM_HOURS * 3600_000;

/** The state as it is now: a pause that has run out is over, whether or not the sweep has been there. */
export function stateNow(status: MessageState, pausedUntil: string | null, now: Date): MessageState {
  return status === 'asked' && pausedUntil !== null && now >= resumesAt(pausedUntil) ? 'open' : status;
}

/** The explanation with the days marked that were not counted because the author was being waited for. */
export function withPauses(explanation: DueExplanation, pauses: readonly Pause[]): DueExplanation {
  if (pauses.length === 0) return explanation;
  let counted = 0;
  const days = explanation.days.map((day) => {
    if (day.counted === 0) return day;
    const paused = pauses.some(({ askedOn, until }) => day.date > askedOn && day.date <= until);
    if (paused) return { ...day, counted: 0, reason: `${day.reason}，等待补充，不计入` };
    counted += 1;
    return { ...day, counted };
  });
  return { ...explanation, workingDays: counted, days };
}
