import type { ReplyFigures } from '@sunledger/shared-types';

/** How a message counts in a period: its result, with the open ones split by whether their day has passed. */
export type Outcome =
  | 'onTime'
  | 'late'
  | 'openOverdue'
  | 'notYetDue'
  | 'withdrawn'
  // Reworks have figures of their own: they are no messages of citizens.
  | 'rework'
  | 'lateRework'
  | 'withdrawnRework';

/** Messages that are alike for the figures. */
export interface Tallied {
  readonly outcome: Outcome;
  readonly count: number;
  readonly reclassified: number;
  readonly followUps: number;
  readonly declined: number;
  /** Wall minutes from receipt to publication; null while unanswered. */
  readonly minutes: number | null;
}

/**
 * The figures of a group of messages, exactly as reply-rule defines them:
 * total = onTime + late + openOverdue + notYetDue; share = onTime / (onTime + late + openOverdue).
 * Withdrawn ones stand apart and are in no other figure. Pure.
 */
export function replyFiguresOf(tallied: readonly Tallied[]): ReplyFigures {
  const sum = (outcome: Outcome): number =>
    tallied.reduce((total, each) => total + (each.outcome === outcome ? each.count : 0), 0);
  const [onTime, late, openOverdue, notYetDue] = [
    sum('onTime'),
    sum('late'),
    sum('openOverdue'),
    sum('notYetDue'),
  ];
  const due = onTime + late + openOverdue;
  return {
    total: due + notYetDue,
    onTime,
    late,
    openOverdue,
    notYetDue,
    share: due === 0 ? null : onTime / due,
    medianHours: medianHours(tallied),
    reclassified: sumOf(tallied, (each) => each.reclassified),
    followUps: sumOf(tallied, (each) => each.followUps),
    declined: sumOf(tallied, (each) => each.declined),
    reworks: sum('rework') + sum('lateRework'),
    lateReworks: sum('lateRework'),
    withdrawn: sum('withdrawn'),
  };
}

/** A part of those that count, withdrawn ones left out. */
const sumOf = (tallied: readonly Tallied[], part: (each: Tallied) => number): number =>
  tallied.reduce((total, each) => total + (each.outcome === 'withdrawn' ? 0 : part(each)), 0);

/** The exact median to the minute, in hours with two decimals; null when nothing was answered. */
function medianHours(tallied: readonly Tallied[]): number | null {
  const answered = tallied
    .flatMap(({ minutes, count }) => (minutes === null ? [] : [{ minutes, count }]))
    .sort((a, b) => a.minutes - b.minutes);
  const total = answered.reduce((sum, each) => sum + each.count, 0);
  if (total === 0) return null;
  const median =
    (minutesAt(answered, Math.floor((total - 1) / 2)) + minutesAt(answered, Math.floor(total / 2))) / 2;
  return Math.round((median / 60) * 100) / 100;
}

/** The minutes of the message at a place (from 0) in the sorted run. */
function minutesAt(sorted: readonly { minutes: number; count: number }[], place: number): number {
  let passed = 0;
  for (const { minutes, count } of sorted) {
    passed += count;
    if (passed > place) return minutes;
  }
  throw new RangeError(`no message at place ${place}`);
}
