import type { Role } from '../roles';

/** A task is open until the office has verified it (销号); its light says the rest. */
export const taskStates = ['open', 'closed'] as const;
export type TaskState = (typeof taskStates)[number];

export const taskStateWords: Record<TaskState, string> = { open: '办理中', closed: '已销号' };

export const taskMoves = ['report', 'closeOut', 'returnCloseOut', 'reopen'] as const;
export type TaskMove = (typeof taskMoves)[number];

export const taskMoveWords: Record<TaskMove, string> = {
  report: '报送进展',
  closeOut: '销号',
  returnCloseOut: '退回销号',
  reopen: '重新打开',
};

/** One table of states and moves: the server enforces it, the screens draw their buttons from it. */
export const taskWorkflow: Record<
  TaskMove,
  { from: readonly TaskState[]; to: TaskState; roles: readonly Role[] }
> = {
  report: { from: ['open'], to: 'open', roles: ['handler', 'reviewer'] },
  // By the office, or by the person it named for this task, never from inside the reporting unit.
  closeOut: { from: ['open'], to: 'closed', roles: ['office', 'reviewer', 'handler', 'official'] },
  returnCloseOut: { from: ['open'], to: 'open', roles: ['office', 'reviewer', 'handler', 'official'] },
  reopen: { from: ['closed'], to: 'open', roles: ['office'] },
};
