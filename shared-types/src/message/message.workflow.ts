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
  'reclassify',
  'undoReclassify',
  'askMore',
  'supplement',
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
  reclassify: '改类',
  undoReclassify: '撤销改类',
  askMore: '请补充材料',
  supplement: '补充说明',
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
  assign: { from: ['open'], to: null, by: ['office'] },
  transfer: { from: ['open'], to: null, by: ['handler', 'reviewer', 'office'] },
  return: { from: ['open'], to: null, by: ['handler', 'reviewer'] },
  reply: { from: ['open'], to: 'inReview', by: ['handler', 'reviewer', 'office'] },
  approve: { from: ['inReview'], to: 'answered', by: ['reviewer', 'office'] },
  sendBack: { from: ['inReview'], to: 'open', by: ['reviewer', 'office'] },
  reclassify: { from: ['open', 'inReview'], to: null, by: ['reviewer', 'office'] },
  undoReclassify: { from: ['open', 'inReview'], to: null, by: ['office'] },
  askMore: { from: ['open'], to: 'asked', by: ['handler', 'reviewer', 'office'] },
  // An answer that comes after the pause has run out still helps; it no longer moves the clock.
  supplement: { from: ['asked', 'open'], to: 'open', by: ['author'] },
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

/** What the chain of a message records. Codes and times only; texts enter as salted digests. */
export const messageEventCodes = [
  'received',
  'assigned',
  'transferred',
  'returned',
  'drafted',
  'sentBack',
  'reclassified',
  'reclassifyUndone',
  'askedMore',
  'supplemented',
  'resumed',
  'extensionAsked',
  'extended',
  'extensionRefused',
  'replyPublished',
  'overdue',
  // a new version of the calendar, see reply-rule, Counting 5
  'dueMoved',
  'dueSettled',
  'overdueJudged',
  'declineDrafted',
  'declined',
  'objected',
  'objectionUpheld',
  'objectionRejected',
  'revisionDrafted',
  'revisionSentBack',
  'replyRevised',
  'answerHidden',
  'hideConfirmed',
  'hideUndone',
  'followedUp',
  'withdrawn',
  'rated',
  // the person had their data removed: texts named in the facts are gone for good
  'erased',
] as const;
export type MessageEventCode = (typeof messageEventCodes)[number];

export const messageEventWords: Record<MessageEventCode, string> = {
  received: '已收到您的留言',
  assigned: '已交办',
  transferred: '已转办，期限不重新计算',
  returned: '退回政务公开办重新交办',
  drafted: '已起草答复，等待审核',
  sentBack: '答复退回修改',
  reclassified: '留言类型有调整',
  reclassifyUndone: '类型调整已撤销',
  askedMore: '请您补充，等待期间不计入答复期限',
  supplemented: '已收到您的补充，继续计算期限',
  resumed: '等待补充的时间已到，继续计算期限',
  extensionAsked: '申请延长答复期限，等待政务公开办审批',
  extended: '答复期限已延长',
  extensionRefused: '没有同意延期，期限不变',
  replyPublished: '已答复',
  overdue: '超过答复期限',
  dueMoved: '工作日历调整，答复期限随之改变',
  dueSettled: '放假安排已公布，答复期限不再是暂定',
  overdueJudged: '放假安排公布后，逾期已按正式日历重新核定',
  declineDrafted: '拟不予受理，等待审核',
  declined: '不予受理',
  objected: '留言人提出异议，等待政务公开办决定',
  objectionUpheld: '异议成立，重新办理并另行计算期限',
  objectionRejected: '异议不成立，维持不予受理',
  revisionDrafted: '拟修改答复，等待审核',
  revisionSentBack: '修改稿退回',
  replyRevised: '答复已修改，原答复保留可查',
  answerHidden: '暂不公开，等待确认',
  hideConfirmed: '已确认不再公开',
  hideUndone: '恢复公开',
  followedUp: '已追问，追问另行计算期限',
  withdrawn: '已撤回',
  rated: '已评价',
  erased: '留言人已注销账号，个人内容已删除',
};
