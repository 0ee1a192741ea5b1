import type { Role } from '../roles';

/** A report of a unit: shown to the public only once a second person of the unit has approved it. */
export const progressStates = ['submitted', 'approved', 'sentBack'] as const;
export type ProgressState = (typeof progressStates)[number];

export const progressStateWords: Record<ProgressState, string> = {
  submitted: '待审核',
  approved: '已审核',
  sentBack: '已退回',
};

export const progressMoves = ['approve', 'sendBack'] as const;
export type ProgressMove = (typeof progressMoves)[number];

export const progressMoveWords: Record<ProgressMove, string> = { approve: '审核通过', sendBack: '退回' };

/** A report that was sent back stays as it is; the unit reports again, with a new date. */
export const progressWorkflow: Record<
  ProgressMove,
  { from: readonly ProgressState[]; to: ProgressState; roles: readonly Role[] }
> = {
  approve: { from: ['submitted'], to: 'approved', roles: ['reviewer', 'office'] },
  sendBack: { from: ['submitted'], to: 'sentBack', roles: ['reviewer', 'office'] },
};
