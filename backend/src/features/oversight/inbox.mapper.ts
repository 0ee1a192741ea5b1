import type {
  BulletinRow,
  InboxDecision,
  InboxItem,
  MessageRow,
  PlanRow,
  ProgressEntry,
  Supervision,
  TaskChange,
  TaskRow,
} from '@sunledger/shared-types';

const EMPTY = {
  message: null,
  progress: null,
  task: null,
  plan: null,
  change: null,
  bulletin: null,
  supervision: null,
} as const;

export const messageItem = (
  kind: 'message' | 'replyReview' | InboxDecision,
  message: MessageRow,
): InboxItem => ({ ...EMPTY, kind, id: message.id, regionId: message.regionId, message });

interface Report {
  progress: ProgressEntry;
  task: TaskRow;
}

export const progressItem = (regionId: number, { progress, task }: Report): InboxItem => ({
  ...EMPTY,
  kind: 'progressReview',
  id: progress.id,
  regionId,
  progress,
  task,
});

export const planItem = (regionId: number, plan: PlanRow): InboxItem => ({
  ...EMPTY,
  kind: 'planReview',
  id: plan.id,
  regionId,
  plan,
});

export const changeItem = (regionId: number, change: TaskChange): InboxItem => ({
  ...EMPTY,
  kind: 'taskChange',
  id: change.id,
  regionId,
  change,
});

export const bulletinItem = (regionId: number, bulletin: BulletinRow): InboxItem => ({
  ...EMPTY,
  kind: 'bulletinReview',
  id: bulletin.id,
  regionId,
  bulletin,
});

/** A task whose unit asks for the close-out: the report that asks comes with it. */
export const closeOutItem = (regionId: number, { progress, task }: Report): InboxItem => ({
  ...EMPTY,
  kind: 'task',
  id: task.id,
  regionId,
  progress,
  task,
});

export const taskItem = (regionId: number, task: TaskRow): InboxItem => ({
  ...EMPTY,
  kind: 'task',
  id: task.id,
  regionId,
  task,
});

export const supervisionItem = (regionId: number, supervision: Supervision): InboxItem => ({
  ...EMPTY,
  kind: 'supervision',
  id: supervision.id,
  regionId,
  supervision,
});
