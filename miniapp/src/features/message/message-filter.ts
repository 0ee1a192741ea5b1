/** The parts of 我的留言. */
export const messageFilters = ['all', 'waiting', 'answered'] as const;
export type MessageFilter = (typeof messageFilters)[number];

export const messageFilterWords: Record<MessageFilter, string> = {
  all: '全部',
  waiting: '办理中',
  answered: '已答复',
};

/** What the list is asked for; a withdrawn one is in 全部 only. */
export const stateOfFilter = (filter: MessageFilter): 'waiting' | 'answered' | undefined =>
  filter === 'all' ? undefined : filter;
