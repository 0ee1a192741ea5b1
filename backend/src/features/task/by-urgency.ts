import type { Light, TaskRow } from '@sunledger/shared-types';

const rank: Record<Light, number> = {
  overdue: 0,
  dueSoon: 1,
  stale: 2,
  notStarted: 3,
  onTrack: 4,
  doneLate: 5,
  done: 5,
};

/** The order of a desk: overdue, due soon, gone quiet, the rest; within each the nearest day first. */
export function byUrgency(a: TaskRow, b: TaskRow): number {
  const byRank = rank[a.light] - rank[b.light];
  if (byRank !== 0) return byRank;
  const [left, right] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  if (left !== right) return left < right ? -1 : 1;
  return a.id - b.id;
}
