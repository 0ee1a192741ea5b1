import type { HoldingFigures, ReplyFigures } from '@sunledger/shared-types';

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

/** So many things, and the wall minutes of each. */
export interface Minutes {
  readonly minutes: number;
  readonly count: number;
}

/** Messages that are alike for the figures. */
export interface Tallied {
  readonly outcome: Outcome;
  readonly count: number;
  readonly reclassified: number;
  readonly paused: number;
  readonly extended: number;
  readonly merged: number;
  readonly followUps: number;
  readonly declined: number;
  /** Wall minutes from receipt to publication; null while unanswered. */
  readonly minutes: number | null;
}

/** Those that have figures in parts; withdrawn ones and reworks stand apart. */
const COUNTED: readonly Outcome[] = ['onTime', 'late', 'openOverdue', 'notYetDue'];

/**
 * The figures of a group of messages, exactly as reply-rule defines them:
 * total = onTime + late + openOverdue + notYetDue; share = onTime / (onTime + late + openOverdue).
 * Withdrawn ones stand apart and are in no other figure. Pure.
 */
export function replyFiguresOf(tallied: readonly Tallied[]): ReplyFigures {
  const counted = tallied.filter(({ outcome }) => COUNTED.includes(outcome));
  const sum = (outcome: Outcome): number =>
    tallied.reduce((total, each) => total + (each.outcome === outcome ? each.count : 0), 0);
  const sumOf = (part: (each: Tallied) => number): number =>
    counted.reduce((total, each) => total + part(each), 0);
  const [onTime, late, openOverdue, notYetDue] = [
    sum('onTime'),
    sum('late'),
    sum('openOverdue'),
    sum('notYetDue'),
  ];
  const due = onTime + late + openOverdue;
  const answered = counted.flatMap(({ minutes, count }) => (minutes === null ? [] : [{ minutes, count }]));
  return {
    total: due + notYetDue,
    onTime,
    late,
    openOverdue,
    notYetDue,
    share: due === 0 ? null : onTime / due,
    medianHours: medianHours(answered),
    p90Hours: p90Hours(answered),
    reclassified: sumOf((each) => each.reclassified),
    paused: sumOf((each) => each.paused),
    extended: sumOf((each) => each.extended),
    merged: sumOf((each) => each.merged),
    followUps: sumOf((each) => each.followUps),
    declined: sumOf((each) => each.declined),
    reworks: sum('rework') + sum('lateRework'),
    lateReworks: sum('lateRework'),
    withdrawn: sum('withdrawn'),
  };
}

/** What some units have in hand at an instant: how many messages, and since when the longest. */
export interface InHand {
  readonly count: number;
  readonly since: Date;
}

/** How long messages were held: finished stays by their minutes, and what is in hand now. Pure. */
export function holdingFiguresOf(
  stays: readonly Minutes[],
  inHand: readonly InHand[],
  now: Date,
): HoldingFigures {
  const oldest = Math.min(...inHand.map(({ since }) => since.getTime()));
  return {
    stays: countOf(stays),
    medianHours: medianHours(stays),
    p90Hours: p90Hours(stays),
    now: inHand.reduce((sum, { count }) => sum + count, 0),
    longestNowHours: inHand.length === 0 ? null : hours(Math.max(0, (now.getTime() - oldest) / 60_000)),
  };
}

/** The exact median to the minute, in hours with two decimals; null of nothing. */
export function medianHours(of: readonly Minutes[]): number | null {
  const total = countOf(of);
  if (total === 0) return null;
  const sorted = ascending(of);
  return hours(
    (minutesAt(sorted, Math.floor((total - 1) / 2)) + minutesAt(sorted, Math.floor(total / 2))) / 2,
  );
}

/** The smallest time within which at least nine in ten were done (nearest rank); null of nothing. */
export function p90Hours(of: readonly Minutes[]): number | null {
  const total = countOf(of);
  return total === 0 ? null : hours(minutesAt(ascending(of), Math.ceil((total * 9) / 10) - 1));
}

const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;

const countOf = (of: readonly Minutes[]): number => of.reduce((sum, each) => sum + each.count, 0);

const ascending = (of: readonly Minutes[]): Minutes[] => [...of].sort((a, b) => a.minutes - b.minutes);

/** The minutes of the thing at a place (from 0) in the sorted run. */
function minutesAt(sorted: readonly Minutes[], place: number): number {
  let passed = 0;
  for (const { minutes, count } of sorted) {
    passed += count;
    if (passed > place) return minutes;
  }
  throw new RangeError(`nothing at place ${place}`);
}
