import { addDays, daysBetween } from '../deadline';
import type { LightDay } from './light';

/**
 * How long ago an open task last had public progress, in bands of the days after which it counts as stale:
 * within half of them, within all of them, within twice as many, longer, or never. Unlike the light, which
 * shows the most pressing thing only, every open task is in exactly one band.
 */
export const updateBands = ['recent', 'ageing', 'late', 'silent', 'never'] as const;
export type UpdateBand = (typeof updateBands)[number];

export const updateBandWords: Record<UpdateBand, { shape: string; word: string }> = {
  recent: { shape: '●', word: '近期更新' },
  ageing: { shape: '◐', word: '更新变慢' },
  late: { shape: '◇', word: '超期未更' },
  silent: { shape: '▲', word: '长期未更' },
  never: { shape: '○', word: '没有进展' },
};

export interface UpdateLimits {
  /** Progress before this day is no longer recent, is late, is silent. */
  readonly ageingBefore: string;
  readonly lateBefore: string;
  readonly silentBefore: string;
}

/** The limits of plain and of continuous tasks on a day. */
export function updateLimits(day: LightDay): { plain: UpdateLimits; continuous: UpdateLimits } {
  const limits = (staleBefore: string): UpdateLimits => {
    const days = daysBetween(staleBefore, day.today);
    return {
      ageingBefore: addDays(day.today, -Math.ceil(days / 2)),
      lateBefore: staleBefore,
      silentBefore: addDays(day.today, -2 * days),
    };
  };
  return { plain: limits(day.staleBefore), continuous: limits(day.continuousStaleBefore) };
}

/** The band of one open task. */
export function updateBandOf(
  task: { continuous: boolean; lastProgressOn: string | null },
  day: LightDay,
): UpdateBand {
  const { plain, continuous } = updateLimits(day);
  const limits = task.continuous ? continuous : plain;
  const last = task.lastProgressOn;
  if (last === null) return 'never';
  if (last < limits.silentBefore) return 'silent';
  if (last < limits.lateBefore) return 'late';
  return last < limits.ageingBefore ? 'ageing' : 'recent';
}
