import type { Role } from '../roles';

/** The life of a plan: read in, checked by a second person, published, and if need be taken down. */
export const planStates = ['draft', 'inReview', 'approved', 'published', 'withdrawn'] as const;
export type PlanState = (typeof planStates)[number];

export const planStateWords: Record<PlanState, string> = {
  draft: '草稿',
  inReview: '待审核',
  approved: '已审核，待发布',
  published: '已发布',
  withdrawn: '已撤下',
};

export const planMoves = ['submit', 'approve', 'sendBack', 'publish', 'withdraw'] as const;
export type PlanMove = (typeof planMoves)[number];

export const planMoveWords: Record<PlanMove, string> = {
  submit: '送审',
  approve: '审核通过',
  sendBack: '退回',
  publish: '发布',
  withdraw: '撤下',
};

/** One table of states and moves: the server enforces it, the screens draw their buttons from it. */
export const planWorkflow: Record<
  PlanMove,
  { from: readonly PlanState[]; to: PlanState; roles: readonly Role[] }
> = {
  submit: { from: ['draft'], to: 'inReview', roles: ['office'] },
  approve: { from: ['inReview'], to: 'approved', roles: ['office', 'reviewer'] },
  sendBack: { from: ['inReview', 'approved'], to: 'draft', roles: ['office', 'reviewer'] },
  publish: { from: ['approved'], to: 'published', roles: ['office'] },
  withdraw: { from: ['published'], to: 'withdrawn', roles: ['office'] },
};
