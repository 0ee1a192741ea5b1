import { addDays, type LightFacts } from '@sunledger/shared-types';

/** A task as it stands now, without its text. */
export interface TaskNow extends LightFacts {
  readonly id: number;
}

export interface PastEvent {
  readonly taskId: number;
  readonly code: string;
  readonly at: Date;
  readonly finishedOn: string | null;
}

/** An amendment and what it replaced. */
export interface PastAmendment {
  readonly taskId: number;
  readonly decidedAt: Date;
  readonly dueOn: string | null;
  readonly continuous: boolean;
}

export interface Past {
  /** In the order they happened. */
  readonly events: readonly PastEvent[];
  readonly amendments: readonly PastAmendment[];
  /** The last day on which something was reported before the moment, approved by then. */
  readonly lastProgressOn: string | null;
}

/**
 * What a task was at a moment of the past, read from what was appended since: the same however late it is
 * asked. Null when it did not stand in the ledger then. Pure.
 */
export function factsAt(now: TaskNow, past: Past, moment: Date): LightFacts | null {
  const before = past.events.filter((event) => event.at < moment);
  const created = past.events.find((event) => event.code === 'created');
  if (created && created.at >= moment) return null;
  const standing = before.filter(({ code }) => code === 'replaced' || code === 'restored').at(-1);
  if (standing?.code === 'replaced') return null;
  const isEnd = ({ code }: PastEvent): boolean => code === 'closedOut' || code === 'reopened';
  const end = before.filter(isEnd).at(-1);
  // Bulk data has tasks without events: they are what they are now.
  const silent = now.closed && !past.events.some(isEnd);
  const closed = silent || end?.code === 'closedOut';
  const later = past.amendments
    .filter((each) => each.decidedAt >= moment)
    .reduce<PastAmendment | null>((a, b) => (a && a.decidedAt <= b.decidedAt ? a : b), null);
  return {
    dueOn: later ? later.dueOn : now.dueOn,
    continuous: later ? later.continuous : now.continuous,
    closed,
    finishedOn: closed ? (silent ? now.finishedOn : (end?.finishedOn ?? null)) : null,
    lastProgressOn: past.lastProgressOn,
  };
}

/** `2026-03` → `2026-04`. */
export function nextMonth(month: string): string {
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
}

/** The months after `from` up to the one before today's, at most so many. */
export function monthsToFreeze(from: string, today: string, most: number): string[] {
  const months: string[] = [];
  for (let month = from; month < today.slice(0, 7) && months.length < most; month = nextMonth(month))
    months.push(month);
  return months;
}

/** The last day of a month and the moment at which it is over in China. */
export function endOf(month: string): { day: string; moment: Date } {
  const first = `${nextMonth(month)}-01`;
  return { day: addDays(first, -1), moment: new Date(`${first}T00:00:00+08:00`) };
}

/** For each task everything that became it, itself included; chains may close in circles. */
export function originsOf(links: readonly { fromId: number; toId: number }[]): (id: number) => Set<number> {
  const from = new Map<number, number[]>();
  for (const { fromId, toId } of links) from.set(toId, [...(from.get(toId) ?? []), fromId]);
  return (id) => {
    const seen = new Set([id]);
    for (const each of seen) for (const origin of from.get(each) ?? []) seen.add(origin);
    return seen;
  };
}
