import * as z from 'zod/mini';
import { DateOnly, Id, Instant, textOf, UnitRef } from '../primitives';

/** What may be done to published tasks by two people. */
export const taskChangeKinds = ['amend', 'split', 'merge', 'unmerge', 'carry'] as const;
export type TaskChangeKind = (typeof taskChangeKinds)[number];

export const taskChangeWords: Record<TaskChangeKind, string> = {
  amend: '修改任务',
  split: '拆分任务',
  merge: '合并任务',
  unmerge: '恢复合并前的任务',
  carry: '转入新年度',
};

export const taskChangeStates = ['pending', 'applied', 'rejected'] as const;
export type TaskChangeState = (typeof taskChangeStates)[number];

export const taskChangeStateWords: Record<TaskChangeState, string> = {
  pending: '待审核',
  applied: '已生效',
  rejected: '未通过',
};

export const TaskText = textOf('任务内容', 4, 2000);
export const DueOn = z.nullable(DateOnly);

/** One of the tasks that a task is split into. */
export const SplitPart = z.object({
  text: TaskText,
  /** Left out: that of the whole. Never later than it. */
  dueOn: z.optional(DueOn),
  /** Units by id; left out: those of the whole. */
  leadUnits: z.optional(z.array(Id)),
  responsibleUnits: z.optional(z.array(Id)),
});
export type SplitPart = z.infer<typeof SplitPart>;

/** What is proposed; which fields it has follows from the kind. */
export const TaskChangePayload = z.object({
  text: z.optional(z.string()),
  deadlineText: z.optional(z.nullable(z.string())),
  dueOn: z.optional(DueOn),
  continuous: z.optional(z.boolean()),
  parts: z.optional(z.array(SplitPart)),
  taskIds: z.optional(z.array(z.number())),
  planId: z.optional(z.number()),
});
export type TaskChangePayload = z.infer<typeof TaskChangePayload>;

export const TaskChange = z.object({
  id: z.number(),
  kind: z.enum(taskChangeKinds),
  state: z.enum(taskChangeStates),
  reason: z.string(),
  payload: TaskChangePayload,
  /** The tasks it is about as they are now, the first of them the one it was proposed on. */
  tasks: z.array(
    z.object({
      id: z.number(),
      no: z.nullable(z.string()),
      text: z.string(),
      deadlineText: z.nullable(z.string()),
      dueOn: DueOn,
    }),
  ),
  proposedBy: z.nullable(z.string()),
  proposedAt: Instant,
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(Instant),
  note: z.nullable(z.string()),
  /** The caller is the second person who may decide it now. */
  mayDecide: z.boolean(),
});
export type TaskChange = z.infer<typeof TaskChange>;

/** One village of a task. */
export const memberStates = ['none', 'submitted', 'approved', 'done'] as const;
export type MemberState = (typeof memberStates)[number];

export const memberStateWords: Record<MemberState, { shape: string; word: string }> = {
  none: { shape: '○', word: '未报' },
  submitted: { shape: '◐', word: '待审核' },
  approved: { shape: '▶', word: '已报' },
  done: { shape: '●', word: '已报完成' },
};

/** A collective unit beside a task with what each member has reported. */
export const ExpandedUnit = z.object({
  name: z.string(),
  members: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      state: z.enum(memberStates),
      lastReportOn: z.nullable(DateOnly),
    }),
  ),
  /** Members with an approved report. */
  reported: z.number(),
});
export type ExpandedUnit = z.infer<typeof ExpandedUnit>;

/** A task that became this one, or that this one became. */
export const taskLinkKinds = ['split', 'merge', 'carry'] as const;
export const TaskLink = z.object({
  id: z.number(),
  no: z.nullable(z.string()),
  text: z.string(),
  year: z.number(),
  kind: z.enum(taskLinkKinds),
});
export type TaskLink = z.infer<typeof TaskLink>;

export const TaskRemark = z.object({
  id: z.number(),
  text: z.string(),
  author: z.string(),
  at: Instant,
});
export type TaskRemark = z.infer<typeof TaskRemark>;

export const Checker = z.object({
  accountId: z.number(),
  name: z.string(),
  units: z.array(UnitRef),
});
export type Checker = z.infer<typeof Checker>;
