import * as z from 'zod/mini';
import { DateOnly, Instant } from '../primitives';

/** What happens to a task; appended and never rewritten. */
export const taskEventCodes = [
  'created',
  'assigned',
  'required',
  'amended',
  'partsAdded',
  'replaced',
  'restored',
  'livelihoodSet',
  'livelihoodTaken',
  'remarked',
  'progressReported',
  'progressApproved',
  'progressSentBack',
  'closeReturned',
  'closedOut',
  'reopened',
] as const;
export type TaskEventCode = (typeof taskEventCodes)[number];

export const taskEventWords: Record<TaskEventCode, string> = {
  created: '列入台账',
  assigned: '指定单位',
  required: '设定销号要求',
  amended: '修改任务',
  partsAdded: '分村办理',
  replaced: '拆分或合并',
  restored: '恢复合并前的任务',
  livelihoodSet: '列为民生实事',
  livelihoodTaken: '不再列为民生实事',
  remarked: '公开说明',
  progressReported: '报送进展',
  progressApproved: '公开进展',
  progressSentBack: '退回进展',
  closeReturned: '退回，不予销号',
  closedOut: '核验销号',
  reopened: '撤销销号，重新打开',
};

/** What goes on inside until it is decided, and why something was given back, is the staff's. */
export const innerTaskEvents: readonly TaskEventCode[] = [
  'progressReported',
  'progressSentBack',
  'closeReturned',
];

/** Events whose words everybody reads: why the ledger itself was changed. */
export const openlyExplained: readonly TaskEventCode[] = [
  'assigned',
  'required',
  'amended',
  'partsAdded',
  'replaced',
  'restored',
];

/** What a change replaced, in the words of the ledger. */
export const TaskEventChange = z.object({
  field: z.enum(['text', 'deadlineText', 'dueOn', 'continuous', 'leadUnits', 'responsibleUnits', 'asks']),
  was: z.string(),
  became: z.string(),
});
export type TaskEventChange = z.infer<typeof TaskEventChange>;

export const taskEventFieldWords: Record<TaskEventChange['field'], string> = {
  text: '任务内容',
  deadlineText: '时限原文',
  dueOn: '完成时限',
  continuous: '全年任务',
  leadUnits: '牵头单位',
  responsibleUnits: '责任单位',
  asks: '必备佐证',
};

export const TaskEvent = z.object({
  id: z.number(),
  code: z.enum(taskEventCodes),
  at: Instant,
  /** Who did it; for the staff of the region, and null for what follows from other things. */
  by: z.nullable(z.string()),
  /** The reason or note, as far as the caller may read it. */
  text: z.nullable(z.string()),
  changes: z.array(TaskEventChange),
  /** Of a close-out: the day that counts as its end. */
  finishedOn: z.nullable(DateOnly),
});
export type TaskEvent = z.infer<typeof TaskEvent>;
