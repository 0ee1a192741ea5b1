import type { TaskChangePayload } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { TaskFacts } from './task.facts';

/** Only an open row of the ledger without villages is split, merged or divided. */
export function assertPlain(task: TaskFacts, move: string): void {
  if (task.standing === null && task.parts === 0 && !task.closed) return;
  throw new AppError('TASK_NOT_PLAIN', { no: task.no ?? task.text.slice(0, 12), move });
}

/**
 * A missed day stays missed (product.md, Honest lights): once the day has passed it is not moved back, and a
 * task that was closed out keeps the day it was judged by.
 */
export function assertMayMoveDue(
  task: Pick<TaskFacts, 'closed' | 'dueOn'>,
  dueOn: string | null,
  today: string,
): void {
  if (dueOn === task.dueOn) return;
  if (task.closed) throw new AppError('AMEND_CLOSED');
  const passed = task.dueOn !== null && task.dueOn < today;
  if (passed && (dueOn === null || dueOn > (task.dueOn ?? ''))) throw new AppError('AMEND_DUE_PASSED');
}

/** What an amendment would really change; fields that say what stands there already drop out. */
export function amendmentOf(task: TaskFacts, wish: TaskChangePayload): TaskChangePayload {
  return {
    ...(wish.text !== undefined && wish.text !== task.text ? { text: wish.text } : {}),
    ...(wish.deadlineText !== undefined && wish.deadlineText !== task.deadlineText
      ? { deadlineText: wish.deadlineText }
      : {}),
    ...(wish.dueOn !== undefined && wish.dueOn !== task.dueOn ? { dueOn: wish.dueOn } : {}),
    ...(wish.continuous !== undefined && wish.continuous !== task.continuous
      ? { continuous: wish.continuous }
      : {}),
  };
}

/** The day of a merged task: the earliest, so that no missed or near day disappears. */
export function earliestDue(tasks: readonly Pick<TaskFacts, 'dueOn'>[]): string | null {
  const days = tasks.flatMap(({ dueOn }) => dueOn ?? []);
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}

/** The day of a part of a split task: its own, but never later than that of the whole. */
export function partDue(whole: Pick<TaskFacts, 'dueOn'>, wish: string | null | undefined): string | null {
  if (wish === undefined || whole.dueOn === null) return wish ?? whole.dueOn;
  return wish === null || wish > whole.dueOn ? whole.dueOn : wish;
}
