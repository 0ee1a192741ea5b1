import { taskEndpoints } from '@sunledger/shared-types';
import { ApiError, useCall } from '../../platform';

export interface MessageTarget {
  region: string;
  /** 0 for a message to the region. */
  taskId: number;
  /** The task that was asked for does not exist: the message goes to the region. */
  taskGone: boolean;
  /** The key of the counter at which it is written. */
  counter?: string;
}

/** Whom a message is for: the region of the task, else the region being looked at. */
export function useTarget(here: string, askedTaskId: number): MessageTarget {
  const task = useCall(taskEndpoints.get, { id: askedTaskId }, { enabled: askedTaskId > 0 });
  const taskGone = task.error instanceof ApiError && task.error.status === 404;
  return { region: task.data?.regionCode ?? here, taskId: taskGone ? 0 : askedTaskId, taskGone };
}
