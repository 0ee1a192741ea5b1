import type { PlanState } from '@sunledger/shared-types';
import type { Tone } from '../../ui';

/** Shape and colour beside the word of a plan's state. */
export const stateLook: Record<PlanState, { tone: Tone; shape: string }> = {
  draft: { tone: 'grey', shape: '○' },
  inReview: { tone: 'soon', shape: '◐' },
  approved: { tone: 'going', shape: '▶\uFE0E' },
  published: { tone: 'done', shape: '●' },
  withdrawn: { tone: 'grey', shape: '◇' },
};
