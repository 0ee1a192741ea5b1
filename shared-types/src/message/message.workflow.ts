import type { Role } from '../roles';

export const messageKinds = ['inquiry', 'suggestion', 'complaint', 'help', 'correction'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const messageKindWords: Record<MessageKind, string> = {
  inquiry: '咨询',
  suggestion: '建议',
  complaint: '投诉',
  help: '求助',
  correction: '纠错',
};

/**
 * The life of a message. Only a published reply stops the clock: `inReview` is still open, and so is
 * everything before it.
 */
export const messageStates = ['open', 'inReview', 'answered', 'withdrawn'] as const;
export type MessageState = (typeof messageStates)[number];

export const messageStateWords: Record<MessageState, string> = {
  open: '办理中',
  inReview: '答复待审核',
  answered: '已答复',
  withdrawn: '已撤回',
};

export const messageMoves = [
  'assign',
  'transfer',
  'return',
  'reply',
  'approve',
  'sendBack',
  'withdraw',
  'rate',
] as const;
export type MessageMove = (typeof messageMoves)[number];

export const messageMoveWords: Record<MessageMove, string> = {
  assign: '交办',
  transfer: '转办',
  return: '退回公开办',
  reply: '答复',
  approve: '审核通过',
  sendBack: '退回修改',
  withdraw: '撤回',
  rate: '评价',
};

/** Who may make a move: the author, or a member of the handling unit, or the office of the region. */
export type MessageActor = 'author' | Extract<Role, 'handler' | 'reviewer' | 'office'>;

/**
 * One table of states and moves: the server's workflow enforces it and appends the event, the screens
 * draw their buttons from it. `to: null` leaves the state as it is.
 */
export const messageWorkflow: Record<
  MessageMove,
  { from: readonly MessageState[]; to: MessageState | null; by: readonly MessageActor[] }
> = {
  assign: { from: ['open'], to: null, by: ['office'] },
  transfer: { from: ['open'], to: null, by: ['handler', 'reviewer', 'office'] },
  return: { from: ['open'], to: null, by: ['handler', 'reviewer'] },
  reply: { from: ['open'], to: 'inReview', by: ['handler', 'reviewer', 'office'] },
  approve: { from: ['inReview'], to: 'answered', by: ['reviewer', 'office'] },
  sendBack: { from: ['inReview'], to: 'open', by: ['reviewer', 'office'] },
  withdraw: { from: ['open', 'inReview'], to: 'withdrawn', by: ['author'] },
  rate: { from: ['answered'], to: null, by: ['author'] },
};

/** What the chain of a message records. Codes and times only; texts enter as salted digests. */
export const messageEventCodes = [
  'received',
  'assigned',
  'transferred',
  'returned',
  'drafted',
  'sentBack',
  'replyPublished',
  'overdue',
  'withdrawn',
  'rated',
] as const;
export type MessageEventCode = (typeof messageEventCodes)[number];

export const messageEventWords: Record<MessageEventCode, string> = {
  received: '已收到您的留言',
  assigned: '已交办',
  transferred: '已转办，期限不重新计算',
  returned: '退回政务公开办重新交办',
  drafted: '已起草答复，等待审核',
  sentBack: '答复退回修改',
  replyPublished: '已答复',
  overdue: '超过答复期限',
  withdrawn: '已撤回',
  rated: '已评价',
};

/** Answers that say nothing; stopped until a reason is given. */
export const holdingPhrases = [
  '已收到',
  '正在办理',
  '请耐心等待',
  '正在处理',
  '已转相关部门',
  '我们会尽快',
] as const;

/** The first holding phrase in a text, or null. */
export function holdingPhraseIn(text: string): string | null {
  const bare = text.replace(/\s+/g, '');
  return holdingPhrases.find((phrase) => bare.includes(phrase)) ?? null;
}

/** 好差评: five levels, the lowest two open a rework. */
export const ratingLevels = [5, 4, 3, 2, 1] as const;
export type RatingLevel = (typeof ratingLevels)[number];
export const ratingWords: Record<RatingLevel, string> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};
