import {
  lights,
  lightWords,
  ledgerChanges,
  updateBands,
  updateBandWords,
  listedParts,
  type Light,
  type LedgerChange,
  type UpdateBand,
  type ListedPart,
} from '@sunledger/shared-types';

/** A number of the board, and the list behind it; `what` is how it travels in an address. Pure. */

export type ReplyPart = ListedPart;
/** The four outcomes that together are the whole. */
export type OutcomePart = 'onTime' | 'late' | 'openOverdue' | 'notYetDue';

export const replyPartWords: Record<ReplyPart, string> = {
  onTime: '按时答复',
  late: '逾期答复',
  openOverdue: '逾期未答复',
  notYetDue: '未到期',
  total: '全部留言',
  reclassified: '改类延长',
  paused: '等待补充',
  extended: '延期',
  moved: '因本地区放假安排改期',
  merged: '并单办理',
  followUps: '追问',
  declined: '不予受理',
  reworks: '整改',
  lateReworks: '整改逾期',
  withdrawn: '留言人撤回',
  overdueNow: '现在逾期未答复',
};

/** The shape beside the word and the colour of a part. */
export const replyPartShapes: Record<OutcomePart, string> = {
  onTime: '●',
  late: '◆',
  openOverdue: '▲',
  notYetDue: '▶\uFE0E',
};

/** Due dates from and to, both included; null for the list of all times. */
export interface Period {
  from: string;
  to: string;
}

/** In an address: the tasks of a paper that stand under no section. */
export const NO_SECTION = '-';

export type ItemsAsked =
  | { kind: 'tasks'; light: Light | null }
  | { kind: 'updates'; band: UpdateBand }
  | { kind: 'changes'; what: LedgerChange; period: Period }
  | { kind: 'messages'; part: ReplyPart; period: Period | null };

export const changeWords: Record<LedgerChange, string> = {
  overdue: '新逾期',
  finished: '新销号',
  reported: '报过进展',
};

export const whatOfLight = (light: Light | null): string => `tasks.${light ?? 'all'}`;
export const whatOfBand = (band: UpdateBand): string => `updates.${band}`;
export const whatOfChange = (what: LedgerChange, { from, to }: Period): string =>
  `changes.${what}.${from}.${to}`;
export const whatOfPart = (part: ReplyPart, period: Period | null): string =>
  period ? `messages.${part}.${period.from}.${period.to}` : `messages.${part}`;

const isLight = (text: string | undefined): text is Light =>
  (lights as readonly string[]).includes(text ?? '');
const isPart = (text: string | undefined): text is ReplyPart =>
  (listedParts as readonly string[]).includes(text ?? '');
const isChange = (text: string | undefined): text is LedgerChange =>
  (ledgerChanges as readonly string[]).includes(text ?? '');
const isBand = (text: string | undefined): text is UpdateBand =>
  (updateBands as readonly string[]).includes(text ?? '');
const isDate = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

/** What an address asks for; anything unreadable is the list of all tasks. */
export function askedOf(what: string | undefined): ItemsAsked {
  const [kind, name, from, to] = (what ?? '').split('.');
  const period = isDate(from) && isDate(to) ? { from, to } : null;
  if (kind === 'messages' && isPart(name)) return { kind: 'messages', part: name, period };
  if (kind === 'changes' && isChange(name) && period) return { kind: 'changes', what: name, period };
  if (kind === 'updates' && isBand(name)) return { kind: 'updates', band: name };
  return { kind: 'tasks', light: kind === 'tasks' && isLight(name) ? name : null };
}

export function titleOf(asked: ItemsAsked): string {
  switch (asked.kind) {
    case 'messages':
      return asked.part === 'total' ? '全部留言' : `${replyPartWords[asked.part]}的留言`;
    case 'changes':
      return `${changeWords[asked.what]}的任务`;
    case 'updates':
      return `${updateBandWords[asked.band].word}的任务`;
    case 'tasks':
      return asked.light ? `${lightWords[asked.light].word}的任务` : '全部任务';
  }
}
