import type { Role } from '../roles';

/**
 * The life of a message. Only a published reply stops the clock: `inReview` is still open, and so is
 * everything before it. In `asked` (待补充) the days are not counted.
 */
export const messageStates = ['open', 'asked', 'inReview', 'answered', 'declined', 'withdrawn'] as const;
export type MessageState = (typeof messageStates)[number];

export const messageStateWords: Record<MessageState, string> = {
  open: '办理中',
  asked: '待补充',
  inReview: '答复待审核',
  answered: '已答复',
  declined: '不予受理',
  withdrawn: '已撤回',
};

export const messageMoves = [
  'assign',
  'transfer',
  'return',
  'reply',
  'approve',
  'sendBack',
  'edit',
  'claim',
  'release',
  'merge',
  'unmerge',
  'deliver',
  'reclassify',
  'undoReclassify',
  'askMore',
  'supplement',
  'endAsk',
  'extend',
  'approveExtension',
  'refuseExtension',
  'decline',
  'publishDecline',
  'object',
  'decideObjection',
  'revise',
  'approveRevision',
  'sendBackRevision',
  'hide',
  'confirmHide',
  'undoHide',
  'followUp',
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
  edit: '改稿',
  claim: '认领',
  release: '放下',
  merge: '并单',
  unmerge: '取消并单',
  deliver: '一并答复',
  reclassify: '改类',
  undoReclassify: '撤销改类',
  askMore: '请补充材料',
  supplement: '补充说明',
  endAsk: '不再等补充',
  extend: '延期',
  approveExtension: '同意延期',
  refuseExtension: '不同意延期',
  decline: '不予受理',
  publishDecline: '审核通过不予受理',
  object: '提出异议',
  decideObjection: '决定异议',
  revise: '修改答复',
  approveRevision: '审核通过修改',
  sendBackRevision: '退回修改稿',
  hide: '撤下公开',
  confirmHide: '确认撤下',
  undoHide: '恢复公开',
  followUp: '追问',
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
  // Handing on leaves the clock alone, a pause too: the question to the author goes along.
  assign: { from: ['open', 'asked'], to: null, by: ['office'] },
  transfer: { from: ['open', 'asked'], to: null, by: ['handler', 'reviewer', 'office'] },
  return: { from: ['open', 'asked'], to: null, by: ['handler', 'reviewer'] },
  reply: { from: ['open'], to: 'inReview', by: ['handler', 'reviewer', 'office'] },
  approve: { from: ['inReview'], to: 'answered', by: ['reviewer', 'office'] },
  sendBack: { from: ['inReview'], to: 'open', by: ['reviewer', 'office'] },
  // Who changes the words of a draft is its drafter from then on: somebody else approves it.
  edit: { from: ['inReview'], to: null, by: ['reviewer', 'office'] },
  // Shows colleagues who works on it; it binds nobody and moves no clock.
  claim: { from: ['open', 'asked'], to: null, by: ['handler', 'reviewer', 'office'] },
  release: { from: ['open', 'asked', 'inReview'], to: null, by: ['handler', 'reviewer', 'office'] },
  // A merged message is as open as before, on its own clock, until its own author has a reply.
  merge: { from: ['open'], to: null, by: ['handler', 'reviewer', 'office'] },
  unmerge: { from: ['open'], to: null, by: ['handler', 'reviewer', 'office'] },
  deliver: { from: ['open'], to: 'answered', by: ['reviewer', 'office'] },
  reclassify: { from: ['open', 'inReview'], to: null, by: ['reviewer', 'office'] },
  undoReclassify: { from: ['open', 'inReview'], to: null, by: ['office'] },
  askMore: { from: ['open'], to: 'asked', by: ['handler', 'reviewer', 'office'] },
  // An answer that comes after the pause has run out still helps; it no longer moves the clock.
  supplement: { from: ['asked', 'open'], to: 'open', by: ['author'] },
  // The question is no longer needed: the pause ends today.
  endAsk: { from: ['asked'], to: 'open', by: ['handler', 'reviewer', 'office'] },
  extend: { from: ['open'], to: null, by: ['handler', 'reviewer', 'office'] },
  approveExtension: { from: ['open', 'inReview'], to: null, by: ['office'] },
  refuseExtension: { from: ['open', 'inReview'], to: null, by: ['office'] },
  // Declining is a reply like any other: drafted by one, approved by another.
  decline: { from: ['open'], to: 'inReview', by: ['handler', 'reviewer', 'office'] },
  publishDecline: { from: ['inReview'], to: 'declined', by: ['reviewer', 'office'] },
  object: { from: ['declined'], to: null, by: ['author'] },
  decideObjection: { from: ['declined'], to: null, by: ['office'] },
  // The first result stands; the version before stays visible as such.
  revise: { from: ['answered', 'declined'], to: null, by: ['handler', 'reviewer', 'office'] },
  approveRevision: { from: ['answered', 'declined'], to: null, by: ['reviewer', 'office'] },
  sendBackRevision: { from: ['answered', 'declined'], to: null, by: ['reviewer', 'office'] },
  // At once by one, confirmed or taken back by another.
  hide: { from: ['answered', 'declined'], to: null, by: ['reviewer', 'office'] },
  confirmHide: { from: ['answered', 'declined'], to: null, by: ['reviewer', 'office'] },
  undoHide: { from: ['answered', 'declined'], to: null, by: ['reviewer', 'office'] },
  followUp: { from: ['answered'], to: null, by: ['author'] },
  withdraw: { from: ['open', 'asked', 'inReview'], to: 'withdrawn', by: ['author'] },
  rate: { from: ['answered', 'declined'], to: null, by: ['author'] },
};
