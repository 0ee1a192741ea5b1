import { formatMonthDayWeekday, type NotificationTopic } from '@sunledger/shared-types';
import type { WaitingMark } from './message-mark.repository';
import type { MarkKind } from './reminder-plan';

/** Whom a mark is told, and in which words. Pure. */

export type Audience = 'handler' | 'reviewer' | 'office' | 'official' | 'author';

export interface MarkNote {
  readonly accountId: number;
  readonly topic: NotificationTopic;
  readonly text: string;
  readonly target: { readonly kind: 'message' | 'inbox'; readonly id: number };
  /** Delivered twice, stored once. */
  readonly key: string;
}

/** A note before it is known whether its receiver gets it, or a digest of many. */
export interface DraftNote extends MarkNote {
  readonly audience: Audience;
  readonly kind: MarkKind;
}

const AUDIENCES: Record<MarkKind, readonly Audience[]> = {
  resumed: ['handler', 'author'],
  halfTime: ['handler'],
  reviewDue: ['reviewer'],
  softTarget: ['handler'],
  lastCall: ['handler', 'reviewer'],
  overdue: ['handler', 'reviewer', 'office', 'author'],
  escalated: ['official'],
};

/** A reply in review waits for the reviewer: there the handler has nothing left to do. */
export function audiencesOf({ kind, message }: WaitingMark): readonly Audience[] {
  if (message.status !== 'inReview' || (kind !== 'halfTime' && kind !== 'softTarget')) return AUDIENCES[kind];
  return ['reviewer'];
}

export function wordsOf(
  { kind, message }: WaitingMark,
  audience: Audience,
  unitName: string,
): { topic: NotificationTopic; text: string } {
  const { number } = message;
  const day = formatMonthDayWeekday(message.dueOn);
  const missed = formatMonthDayWeekday(message.overdueOn ?? message.dueOn);
  const inReview = message.status === 'inReview';
  const reminder = inReview && audience === 'reviewer' ? 'replyToReview' : 'messageReminder';
  switch (kind) {
    case 'resumed': {
      const what = `${number} 等待补充的时间已到，继续计时，最迟${day}答复`;
      return { topic: 'dueMoved', text: audience === 'author' ? `您的留言 ${what}` : `留言 ${what}` };
    }
    case 'halfTime':
      return { topic: reminder, text: `留言 ${number} 答复时间已经过半，${day}到期，${todo(inReview)}` };
    case 'reviewDue':
      return inReview
        ? { topic: reminder, text: `留言 ${number} 今日到期，两小时后下班，答复在等您审核` }
        : { topic: reminder, text: `留言 ${number} 今日到期，两小时后下班，答复还没有送审，请催促` };
    case 'softTarget':
      return { topic: reminder, text: `留言 ${number} 今日到期，已到下班时间，${todo(inReview)}` };
    case 'lastCall':
      return { topic: reminder, text: `最后提醒：留言 ${number} 今晚 24:00 到期，${todo(inReview)}` };
    case 'overdue':
      return overdueWords(audience, number, missed, unitName);
    case 'escalated':
      return {
        topic: 'messageEscalated',
        text: `留言 ${number} 应于${missed}答复，${unitName}逾期一个工作日仍未答复，请您督办`,
      };
  }
}

const todo = (inReview: boolean): string => (inReview ? '请尽快审核' : '请尽快答复');

function overdueWords(
  audience: Audience,
  number: string,
  missed: string,
  unitName: string,
): { topic: NotificationTopic; text: string } {
  if (audience === 'author') {
    const text = `很抱歉，您的留言 ${number} 没有在${missed}之前答复。现由${unitName}办理，我们会督促尽快答复您`;
    return { topic: 'messageDelayed', text };
  }
  const who = audience === 'office' ? `${unitName}没有按期答复，请督促` : '已经逾期，请尽快答复';
  return { topic: 'messageOverdue', text: `留言 ${number} 应于${missed}答复，${who}` };
}

/** So many single notes at once are still read; more become one. */
export const FEW = 3;

/** One note a person and message, the latest; and a person who would get more than a few gets one in all. */
export function digested(drafts: readonly DraftNote[], regionId: number): MarkNote[] {
  const people = new Map<string, Map<number, DraftNote>>();
  for (const draft of drafts) {
    // As an author and at work somebody is two people.
    const person = `${draft.accountId} ${draft.audience === 'author' ? 'author' : 'staff'}`;
    const notes = people.get(person) ?? new Map<number, DraftNote>();
    notes.set(draft.target.id, draft);
    people.set(person, notes);
  }
  return [...people.values()].flatMap((notes) => {
    const all = [...notes.values()];
    return all.length > FEW ? [digestOf(all, regionId)] : all.map(plain);
  });
}

const plain = ({ accountId, topic, text, target, key }: DraftNote): MarkNote => ({
  accountId,
  topic,
  text,
  target,
  key,
});

/** What is worst comes first, and names the note. */
const WEIGHTS: readonly NotificationTopic[] = [
  'messageEscalated',
  'messageOverdue',
  'messageDelayed',
  'replyToReview',
  'messageReminder',
  'dueMoved',
];
const DIGEST_WORDS: Partial<Record<NotificationTopic, string>> = {
  messageEscalated: '逾期一个工作日',
  messageOverdue: '已经逾期',
  replyToReview: '等待审核',
  messageReminder: '临近到期',
  dueMoved: '继续计时',
};

function digestOf(all: readonly DraftNote[], regionId: number): MarkNote {
  const [first] = all;
  if (!first) throw new RangeError('a digest of nothing');
  const topics = WEIGHTS.filter((topic) => all.some((note) => note.topic === topic));
  const counts = topics.map((topic) => {
    const count = all.filter((note) => note.topic === topic).length;
    return `${DIGEST_WORDS[topic] ?? ''} ${count} 条`;
  });
  const text =
    first.audience === 'author'
      ? authorDigest(all)
      : `有 ${all.length} 条留言需要处理：${counts.join('，')}，请打开列表查看`;
  return {
    accountId: first.accountId,
    topic: topics[0] ?? first.topic,
    text,
    target: { kind: 'inbox', id: regionId },
    key: `digest:${first.key}`,
  };
}

function authorDigest(all: readonly DraftNote[]): string {
  const late = all.filter((note) => note.topic === 'messageDelayed').length;
  return late > 0
    ? `很抱歉，您有 ${late} 条留言没有按期答复，我们会督促尽快答复您，请打开我的留言查看`
    : `您有 ${all.length} 条留言继续计算答复期限，请打开我的留言查看`;
}
