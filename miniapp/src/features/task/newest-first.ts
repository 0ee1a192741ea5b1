import type { TaskRow } from '@sunledger/shared-types';

type Moved<T> = T & { lastProgressOn: string };

const moved = <T extends Pick<TaskRow, 'lastProgressOn'>>(task: T): task is Moved<T> =>
  task.lastProgressOn !== null;

/** The tasks with the newest progress; those of one day keep the order of the paper. */
export function newestFirst<T extends Pick<TaskRow, 'lastProgressOn'>>(
  tasks: readonly T[],
  count: number,
): Moved<T>[] {
  return tasks
    .filter((task): task is Moved<T> => moved(task))
    .map((task, at) => ({ task, at }))
    .sort((a, b) =>
      a.task.lastProgressOn === b.task.lastProgressOn
        ? a.at - b.at
        : a.task.lastProgressOn < b.task.lastProgressOn
          ? 1
          : -1,
    )
    .slice(0, count)
    .map(({ task }) => task);
}
