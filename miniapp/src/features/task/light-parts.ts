import { lights, lightWords, type Light, type LightCounts } from '@sunledger/shared-types';
import { lightTones, type Part } from '../../ui';

/** From finished to untouched: the order in which bars and rings are filled. */
const barOrder: readonly Light[] = [
  'done',
  'doneLate',
  'onTrack',
  'stale',
  'dueSoon',
  'overdue',
  'notStarted',
];

export const totalOf = (counts: LightCounts): number => lights.reduce((sum, light) => sum + counts[light], 0);

/** Finished on time or late; late ones keep their own light. */
export const finishedOf = (counts: LightCounts): number => counts.done + counts.doneLate;

/** A bar's parts; lights of one tone stay apart, so that their words can be read out. */
export const lightPartsOf = (counts: LightCounts): Part[] =>
  barOrder.map((light) => ({ tone: lightTones[light], count: counts[light], word: lightWords[light].word }));

/** The finished share in whole percent, cut: 45 of 46 is 97%, and only all of them are 100%. */
export function finishedPercent(counts: LightCounts): number {
  const total = totalOf(counts);
  return total === 0 ? 0 : Math.floor((finishedOf(counts) / total) * 100);
}

/** The one light that most needs to be seen under a point, or null when all goes well. */
export function pressingLight(counts: LightCounts): { light: Light; count: number } | null {
  const first = (['overdue', 'dueSoon', 'stale'] as const).find((light) => counts[light] > 0);
  return first ? { light: first, count: counts[first] } : null;
}

/** “46 项任务 · 13 项完成”. */
export function lightSummary(counts: LightCounts): string {
  const total = totalOf(counts);
  return total === 0 ? '没有单列的任务' : `${total} 项任务 · ${finishedOf(counts)} 项完成`;
}
