import type { Light } from '@sunledger/shared-types';

/** The five tones of the look; `grey` is neutral. */
export type Tone = 'done' | 'going' | 'soon' | 'late' | 'grey';

export const lightTones: Record<Light, Tone> = {
  done: 'done',
  doneLate: 'late',
  onTrack: 'going',
  dueSoon: 'soon',
  overdue: 'late',
  notStarted: 'grey',
  stale: 'soon',
};
