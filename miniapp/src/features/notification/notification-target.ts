import type { Notification, NotificationTopic } from '@sunledger/shared-types';
import type { IconName, Tone } from '../../ui';

/** A place in the app: the name of a page and the id it is opened with; `desk` opens on its list. */
export type Place =
  | { name: 'desk' }
  | {
      name:
        | 'message'
        | 'handle'
        | 'review'
        | 'task'
        | 'progressReview'
        | 'planManage'
        | 'plan'
        | 'calendar'
        | 'supervision'
        | 'deputies'
        | 'taskChange';
      id: number;
    };

/**
 * The page a note opens. Who is told decides it: an assignment goes to those who handle, an answer to its
 * author; where both are told, staff see the page of their work.
 */
export function placeOf(note: Pick<Notification, 'topic' | 'target'>, isStaff: boolean): Place {
  const { kind, id } = note.target;
  if (kind === 'inbox') return { name: 'desk' };
  if (kind === 'task') return { name: 'task', id };
  if (kind === 'progress') return { name: 'progressReview', id };
  if (kind === 'deputy') return { name: 'deputies', id };
  if (kind === 'calendar') return { name: 'calendar', id };
  if (kind === 'supervision') return { name: 'supervision', id };
  if (kind === 'change') return { name: 'taskChange', id };
  if (kind === 'plan') return { name: isStaff ? 'planManage' : 'plan', id };
  switch (note.topic) {
    case 'messageAssigned':
    case 'replySentBack':
      return { name: 'handle', id };
    case 'replyToReview':
      return { name: 'review', id };
    case 'questionAnswered':
    case 'decisionAsked':
    case 'messageTransferred':
    case 'messageReminder':
    case 'messageOverdue':
    case 'dueMoved':
    case 'urged':
      return { name: isStaff ? 'handle' : 'message', id };
    case 'messageAnswered':
    case 'messageDelayed':
    case 'messageEscalated':
    case 'questionAsked':
    case 'dueToConfirm':
    case 'calendarMissing':
    case 'deputyNamed':
    case 'progressToReview':
    case 'progressSentBack':
    case 'progressApproved':
    case 'planToReview':
    case 'supervisionIssued':
    case 'supervisionAnswered':
    case 'supervisionReturned':
    case 'supervisionClosed':
    case 'supervisionOverdue':
    case 'tasksDue':
    case 'followedProgress':
    case 'followedClosed':
    case 'followedOverdue':
    case 'changeToReview':
    case 'changeDecided':
    case 'closeOutAsked':
    case 'closeOutReturned':
      return { name: 'message', id };
  }
}

/** What kind of note it is, beside its text. */
export const topicMarks: Record<NotificationTopic, { icon: IconName; tone: Tone; word: string }> = {
  messageAssigned: { icon: 'desk', tone: 'going', word: '新的留言' },
  replyToReview: { icon: 'check', tone: 'going', word: '待审核' },
  replySentBack: { icon: 'edit', tone: 'soon', word: '请修改' },
  messageAnswered: { icon: 'chat', tone: 'done', word: '已答复' },
  messageTransferred: { icon: 'swap', tone: 'going', word: '转办' },
  messageReminder: { icon: 'clock', tone: 'soon', word: '临近到期' },
  messageDelayed: { icon: 'warn', tone: 'late', word: '延迟致歉' },
  messageEscalated: { icon: 'warn', tone: 'late', word: '请督办' },
  messageOverdue: { icon: 'warn', tone: 'late', word: '逾期' },
  questionAsked: { icon: 'chat', tone: 'soon', word: '请您补充' },
  questionAnswered: { icon: 'chat', tone: 'going', word: '已补充' },
  decisionAsked: { icon: 'check', tone: 'going', word: '待决定' },
  progressToReview: { icon: 'check', tone: 'going', word: '待审核' },
  progressSentBack: { icon: 'edit', tone: 'soon', word: '请修改' },
  progressApproved: { icon: 'tasks', tone: 'done', word: '进展通过' },
  planToReview: { icon: 'file', tone: 'going', word: '待审核' },
  followedProgress: { icon: 'tasks', tone: 'going', word: '新进展' },
  followedClosed: { icon: 'check', tone: 'done', word: '已完成' },
  followedOverdue: { icon: 'warn', tone: 'late', word: '逾期' },
  changeToReview: { icon: 'edit', tone: 'going', word: '待审核' },
  changeDecided: { icon: 'edit', tone: 'done', word: '有结果' },
  closeOutAsked: { icon: 'check', tone: 'going', word: '申请销号' },
  closeOutReturned: { icon: 'edit', tone: 'soon', word: '请补齐' },
  dueMoved: { icon: 'calendar', tone: 'soon', word: '期限更新' },
  deputyNamed: { icon: 'swap', tone: 'going', word: '请您代办' },
  dueToConfirm: { icon: 'calendar', tone: 'going', word: '待确认' },
  calendarMissing: { icon: 'warn', tone: 'soon', word: '放假安排' },
  supervisionIssued: { icon: 'file', tone: 'late', word: '督办' },
  supervisionAnswered: { icon: 'check', tone: 'going', word: '待核定' },
  supervisionReturned: { icon: 'edit', tone: 'soon', word: '督办退回' },
  supervisionClosed: { icon: 'check', tone: 'done', word: '督办办结' },
  supervisionOverdue: { icon: 'warn', tone: 'late', word: '督办逾期' },
  urged: { icon: 'bell', tone: 'soon', word: '催办' },
  tasksDue: { icon: 'tasks', tone: 'soon', word: '任务提醒' },
};
