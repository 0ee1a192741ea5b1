import type { Role } from '../roles';

/** A 通报: its figures are frozen when it is made; another person looks through it and publishes it. */
export const bulletinStates = ['draft', 'inReview', 'published', 'withdrawn'] as const;
export type BulletinState = (typeof bulletinStates)[number];

export const bulletinStateWords: Record<BulletinState, string> = {
  draft: '草稿',
  inReview: '待审核',
  published: '已发布',
  withdrawn: '已撤下',
};

export const bulletinMoves = ['submit', 'publish', 'sendBack', 'withdraw'] as const;
export type BulletinMove = (typeof bulletinMoves)[number];

export const bulletinMoveWords: Record<BulletinMove, string> = {
  submit: '送审',
  publish: '审核并发布',
  sendBack: '退回',
  withdraw: '撤下',
};

/** One table of states and moves: the server enforces it, the screens draw their buttons from it. */
export const bulletinWorkflow: Record<
  BulletinMove,
  { from: readonly BulletinState[]; to: BulletinState; roles: readonly Role[] }
> = {
  submit: { from: ['draft'], to: 'inReview', roles: ['office'] },
  publish: { from: ['inReview'], to: 'published', roles: ['office', 'official'] },
  sendBack: { from: ['inReview'], to: 'draft', roles: ['office', 'official'] },
  withdraw: { from: ['draft', 'inReview', 'published'], to: 'withdrawn', roles: ['office'] },
};
