import type {
  InboxItem,
  MessageRow,
  PlanRow,
  ProgressEntry,
  Supervision,
  TaskRow,
} from '@sunledger/shared-types';

const EMPTY = { message: null, progress: null, task: null, plan: null, supervision: null } as const;

export const messageItem = (kind: 'message' | 'replyReview', message: MessageRow): InboxItem => ({
  ...EMPTY,
  kind,
  id: message.id,
  message,
});

export const progressItem = ({ progress, task }: { progress: ProgressEntry; task: TaskRow }): InboxItem => ({
  ...EMPTY,
  kind: 'progressReview',
  id: progress.id,
  progress,
  task,
});

export const planItem = (plan: PlanRow): InboxItem => ({ ...EMPTY, kind: 'planReview', id: plan.id, plan });

/** A task whose unit asks for the close-out: the report that asks comes with it. */
export const closeOutItem = ({ progress, task }: { progress: ProgressEntry; task: TaskRow }): InboxItem => ({
  ...EMPTY,
  kind: 'task',
  id: task.id,
  progress,
  task,
});

export const taskItem = (task: TaskRow): InboxItem => ({ ...EMPTY, kind: 'task', id: task.id, task });

export const supervisionItem = (supervision: Supervision): InboxItem => ({
  ...EMPTY,
  kind: 'supervision',
  id: supervision.id,
  supervision,
});
