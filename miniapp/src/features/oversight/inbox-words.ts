import {
  inboxDecisions,
  type InboxDecision,
  type InboxItem,
  type InboxTab,
  type Me,
  type MessageRow,
  type Role,
  type TaskRow,
} from '@sunledger/shared-types';
import type { Tone } from '../../ui';
import { timeLeftOf } from '../message/message-words';

/** What stands on the desk, in words, and where each thing is worked on. Pure: today comes from the caller. */

export const tabWords: Record<InboxTab, string> = {
  reply: '待答复',
  review: '待审核',
  task: '任务',
  supervision: '督办',
  done: '已办',
};

/** The page a thing opens. A report is written where the person may report; who verifies goes to the evidence. */
export type Place =
  | {
      name:
        | 'handle'
        | 'review'
        | 'progressReview'
        | 'planManage'
        | 'taskChange'
        | 'bulletin'
        | 'closeOut'
        | 'message'
        | 'task'
        | 'supervision';
      id: number;
    }
  | { name: 'progressNew'; taskId: number };

export function placeOf(item: Pick<InboxItem, 'kind' | 'id'>, tab: InboxTab, roles: readonly Role[]): Place {
  const { kind, id } = item;
  switch (kind) {
    case 'message':
      return { name: tab === 'done' ? 'message' : 'handle', id };
    case 'replyReview':
    case 'revision':
      return { name: 'review', id };
    case 'extension':
    case 'delivery':
    case 'objection':
    case 'hiding':
      return { name: 'handle', id };
    case 'progressReview':
      return { name: 'progressReview', id };
    case 'planReview':
      return { name: 'planManage', id };
    case 'taskChange':
      return { name: 'taskChange', id };
    case 'bulletinReview':
      return { name: 'bulletin', id };
    case 'supervision':
      return { name: 'supervision', id };
    case 'task':
      if (tab === 'review') return { name: 'closeOut', id };
      return tab === 'task' && (roles.includes('handler') || roles.includes('reviewer'))
        ? { name: 'progressNew', taskId: id }
        : { name: 'task', id };
  }
}

/** What is to be decided about a message, on its card. */
export const decisionWords: Record<InboxDecision, string> = {
  extension: '延期待审批',
  delivery: '并单待送达',
  objection: '异议待决定',
  hiding: '撤下待确认',
  revision: '修改稿待审核',
};

/** What is asked for about a message, besides answering it; null where nothing is. */
export function markOfItem({ kind }: Pick<InboxItem, 'kind'>): string | null {
  if (kind === 'replyReview') return '答复待审核';
  return inboxDecisions.includes(kind as InboxDecision) ? decisionWords[kind as InboxDecision] : null;
}

/** “由您办理”, “经办甲在办”; nothing for what nobody claimed. */
export function claimWords({ claim }: Pick<MessageRow, 'claim'>): string {
  if (!claim) return '';
  return claim.mine ? '由您办理' : `${claim.name}在办`;
}

/** Ids of different kinds may be equal, so a thing is known by both. */
export const itemKey = (item: Pick<InboxItem, 'kind' | 'id'>): string => `${item.kind}-${item.id}`;

/** A thing as it was written into an address; null for anything else. */
export function itemOf(key: string | undefined): Pick<InboxItem, 'kind' | 'id'> | null {
  const match =
    /^(message|replyReview|extension|delivery|objection|hiding|revision|progressReview|planReview|taskChange|bulletinReview|task|supervision)-([1-9]\d{0,15})$/.exec(
      key ?? '',
    );
  return match ? { kind: match[1] as InboxItem['kind'], id: Number(match[2]) } : null;
}

export interface Urgency {
  tone: Tone;
  shape: string;
  word: string;
}

const going = '▶\uFE0E';

/** How pressing a message is: late, due today, or under way. */
export function urgencyOf(message: Pick<MessageRow, 'clock' | 'dueOn' | 'status'>, today: string): Urgency {
  if (message.status === 'answered') {
    return message.clock === 'late'
      ? { tone: 'late', shape: '◆', word: '逾期答复' }
      : { tone: 'done', shape: '●', word: '按时答复' };
  }
  if (message.clock === 'overdue') return { tone: 'late', shape: '▲', word: '已逾期' };
  if (message.dueOn <= today) return { tone: 'soon', shape: '◐', word: '今天要办' };
  return { tone: 'going', shape: going, word: message.status === 'inReview' ? '答复待审核' : '在办' };
}

/** “逾期 1 天”, “今日到期”, “剩 4 个工作日”; for what is done, nothing. */
export const leftOf = (
  message: Pick<MessageRow, 'clock' | 'dueOn' | 'workingDaysLeft'>,
  today: string,
): string | null => timeLeftOf(message, today)?.replace('已逾期', '逾期') ?? null;

/** Under which heading a thing stands. */
export type Section = 'today' | 'later' | 'undated' | 'late' | 'soon' | 'other';

export const sectionWords: Record<Section, string> = {
  today: '今天要办',
  later: '明天以后',
  undated: '进展、任务和通报',
  late: '已经逾期',
  soon: '快到期',
  other: '其他',
};

const taskSection = (task: Pick<TaskRow, 'light'>): Section =>
  task.light === 'overdue' ? 'late' : task.light === 'dueSoon' ? 'soon' : 'other';

/** The heading of a thing on its tab; null where a tab has no headings. */
export function sectionOf(item: InboxItem, tab: InboxTab, today: string): Section | null {
  if (tab === 'done') return null;
  if (tab === 'task') return item.task ? taskSection(item.task) : null;
  if (item.supervision) return item.supervision.overdue ? 'late' : 'other';
  if (!item.message) return 'undated';
  return item.message.clock === 'overdue' || item.message.dueOn <= today ? 'today' : 'later';
}

/** The heading to write above a thing: only where a new one begins. */
export function headingAt(
  items: readonly InboxItem[],
  at: number,
  tab: InboxTab,
  today: string,
): string | null {
  const item = items[at];
  const section = item ? sectionOf(item, tab, today) : null;
  if (section === null) return null;
  const before = items[at - 1];
  return before && sectionOf(before, tab, today) === section ? null : sectionWords[section];
}

/** “县人社局”, “2 个单位”, “政务公开办”: for whom this desk is. */
export function deskName(me: Me | null, regionCode: string): string {
  const here = (me?.memberships ?? []).filter(
    (each) => each.regionCode === regionCode && each.role !== 'official',
  );
  const names = [...new Set(here.flatMap((each) => (each.unitName ? [each.unitName] : [])))];
  const [first] = names;
  if (!first) return here.some((each) => each.role === 'office') ? '政务公开办' : '';
  return names.length === 1 ? first : `${names.length} 个单位`;
}

/** Where the next thing is found once one was finished: at its place, or the last one. */
export const nextAt = (length: number, position: number): number =>
  Math.max(0, Math.min(position, length - 1));
