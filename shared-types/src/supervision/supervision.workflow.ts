import type { Role } from '../roles';

/** 督办单: an official asks a unit about one task or message, in writing, with a day by which it answers. */
export const supervisionStates = ['issued', 'answered', 'closed', 'cancelled'] as const;
export type SupervisionState = (typeof supervisionStates)[number];

export const supervisionStateWords: Record<SupervisionState, string> = {
  issued: '待反馈',
  answered: '待核定',
  closed: '已办结',
  cancelled: '已撤销',
};

export const supervisionMoves = ['answer', 'close', 'return', 'cancel'] as const;
export type SupervisionMove = (typeof supervisionMoves)[number];

export const supervisionMoveWords: Record<SupervisionMove, string> = {
  answer: '反馈',
  close: '核定办结',
  return: '退回重办',
  cancel: '撤销',
};

/** The office answers for its own unit only; who issued it and who closes it may be two officials. */
export const supervisionWorkflow: Record<
  SupervisionMove,
  { from: readonly SupervisionState[]; to: SupervisionState; roles: readonly Role[] }
> = {
  answer: { from: ['issued'], to: 'answered', roles: ['handler', 'reviewer', 'office'] },
  close: { from: ['answered'], to: 'closed', roles: ['official'] },
  return: { from: ['answered'], to: 'issued', roles: ['official'] },
  cancel: { from: ['issued', 'answered'], to: 'cancelled', roles: ['official'] },
};

/** What its log records; `overdue` and `escalated` are dated by the day, not by when they were noticed. */
export const supervisionEventCodes = [
  'issued',
  'answered',
  'returned',
  'closed',
  'cancelled',
  'overdue',
  'escalated',
] as const;
export type SupervisionEventCode = (typeof supervisionEventCodes)[number];

export const supervisionEventWords: Record<SupervisionEventCode, string> = {
  issued: '下达督办单',
  answered: '单位反馈',
  returned: '退回重办',
  closed: '核定办结',
  cancelled: '撤销督办',
  overdue: '到期没有反馈',
  escalated: '逾期一个工作日，报领导',
};
