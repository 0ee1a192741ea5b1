import type { SearchKind } from '@sunledger/shared-types';

/** The higher, the earlier among the answers: what was answered, what is being done, what was written. */
export const kindRanks: Record<SearchKind, number> = { answer: 4, task: 3, plan: 2, point: 1 };

export function kindOfRank(rank: number): SearchKind {
  for (const [kind, each] of Object.entries(kindRanks)) if (each === rank) return kind as SearchKind;
  throw new RangeError(`no kind of rank ${rank}`);
}
