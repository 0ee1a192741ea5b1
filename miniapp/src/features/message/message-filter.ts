import type { MessageRow } from '@sunledger/shared-types';

/** The parts of 我的留言. */
export const messageFilters = ['all', 'waiting', 'answered'] as const;
export type MessageFilter = (typeof messageFilters)[number];

export const messageFilterWords: Record<MessageFilter, string> = {
  all: '全部',
  waiting: '办理中',
  answered: '已答复',
};

/** Whether a message belongs to a part. A withdrawn one is in 全部 only. */
export function isIn(filter: MessageFilter, message: Pick<MessageRow, 'status'>): boolean {
  if (filter === 'answered') return message.status === 'answered';
  if (filter === 'waiting') return message.status === 'open' || message.status === 'inReview';
  return true;
}
