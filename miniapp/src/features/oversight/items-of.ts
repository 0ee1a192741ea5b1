import { addDays, lights, lightWords, type Light, type MessageRow } from '@sunledger/shared-types';

/** A number of the board, and the list behind it; `what` is how it travels in an address. Pure. */

export const replyParts = ['onTime', 'late', 'openOverdue', 'notYetDue', 'total'] as const;
export type ReplyPart = (typeof replyParts)[number];

export const replyPartWords: Record<ReplyPart, string> = {
  onTime: '按时答复',
  late: '逾期答复',
  openOverdue: '逾期未答复',
  notYetDue: '未到期',
  total: '全部留言',
};

/** The shape beside the word and the colour of a part. */
export const replyPartShapes: Record<ReplyPart, string> = {
  onTime: '●',
  late: '◆',
  openOverdue: '▲',
  notYetDue: '▶\uFE0E',
  total: '',
};

/** The `clock` filter of the message list that gives this part; the whole has none. */
export const clockOfPart: Record<ReplyPart, 'onTime' | 'late' | 'overdue' | 'running' | undefined> = {
  onTime: 'onTime',
  late: 'late',
  openOverdue: 'overdue',
  notYetDue: 'running',
  total: undefined,
};

/** Due dates from and to, both included; null for the list of all times. */
export interface Period {
  from: string;
  to: string;
}

export type ItemsAsked =
  { kind: 'tasks'; light: Light | null } | { kind: 'messages'; part: ReplyPart; period: Period | null };

export const whatOfLight = (light: Light | null): string => `tasks.${light ?? 'all'}`;
export const whatOfPart = (part: ReplyPart, period: Period | null): string =>
  period ? `messages.${part}.${period.from}.${period.to}` : `messages.${part}`;

const isLight = (text: string | undefined): text is Light =>
  (lights as readonly string[]).includes(text ?? '');
const isPart = (text: string | undefined): text is ReplyPart =>
  (replyParts as readonly string[]).includes(text ?? '');
const isDate = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

/** What an address asks for; anything unreadable is the list of all tasks. */
export function askedOf(what: string | undefined): ItemsAsked {
  const [kind, name, from, to] = (what ?? '').split('.');
  if (kind === 'messages' && isPart(name)) {
    return { kind: 'messages', part: name, period: isDate(from) && isDate(to) ? { from, to } : null };
  }
  return { kind: 'tasks', light: kind === 'tasks' && isLight(name) ? name : null };
}

export const titleOf = (asked: ItemsAsked): string => {
  if (asked.kind === 'messages')
    return asked.part === 'total' ? '全部留言' : `${replyPartWords[asked.part]}的留言`;
  return asked.light ? `${lightWords[asked.light].word}的任务` : '全部任务';
};

/** Longer than any promise, so that what was received before cannot be due in the period. */
const longestPromiseDays = 120;

/**
 * The rows of a page-by-page list that are due in the period, and whether the list has passed it: finished
 * ones come with the latest due date first, open ones with the earliest, all of them with the newest first.
 */
export function windowOf<T extends Pick<MessageRow, 'dueOn' | 'clock' | 'receivedAt'>>(
  rows: readonly T[],
  part: ReplyPart,
  period: Period | null,
): { shown: T[]; passed: boolean } {
  const counted = rows.filter((row) => row.clock !== 'stopped');
  if (!period) return { shown: counted, passed: false };
  const shown = counted.filter((row) => row.dueOn >= period.from && row.dueOn <= period.to);
  const last = rows[rows.length - 1];
  if (!last) return { shown, passed: false };
  if (part === 'total')
    return { shown, passed: last.receivedAt.slice(0, 10) < addDays(period.from, -longestPromiseDays) };
  const finished = part === 'onTime' || part === 'late';
  return { shown, passed: finished ? last.dueOn < period.from : last.dueOn > period.to };
}
