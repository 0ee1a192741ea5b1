import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { DateOnly, pageInput, pageOf, RegionCode } from '../primitives';
import { MessageRow } from '../message/message.schema';
import { LightCountsSchema, ProgressEntry, TaskRow } from '../task/task.schema';
import { PlanRow } from '../plan/plan.schema';

/**
 * Reply figures count items whose due date lies in the period:
 * total = onTime + late + openOverdue + notYetDue; share = onTime / (onTime + late + openOverdue).
 */
export const ReplyFigures = z.object({
  total: z.number(),
  onTime: z.number(),
  late: z.number(),
  openOverdue: z.number(),
  notYetDue: z.number(),
  /** 0…1; null when nothing was due. */
  share: z.nullable(z.number()),
  /** Wall hours from receipt to publication, median; null when nothing was answered. */
  medianHours: z.nullable(z.number()),
  /** Given a later date by another kind; still among the simple ones when received as such. */
  reclassified: z.number(),
  /** Follow-ups among the total: each has its own clock. */
  followUps: z.number(),
  /** Declined ones among the total, told apart. */
  declined: z.number(),
  /** Reworks after bad ratings whose date lies in the period, and those of them that missed it; not in the total. */
  reworks: z.number(),
  lateReworks: z.number(),
  /** Shown apart, in no other figure. */
  withdrawn: z.number(),
});
export type ReplyFigures = z.infer<typeof ReplyFigures>;

export const ReplyStats = z.extend(ReplyFigures, {
  from: DateOnly,
  to: DateOnly,
  simple: ReplyFigures,
  /** Messages due in the period whose date a day of the region's own had moved (reply-rule, Counting 6). */
  movedByOverride: z.number(),
  groups: z.array(z.extend(ReplyFigures, { key: z.string(), name: z.string() })),
});
export type ReplyStats = z.infer<typeof ReplyStats>;

export const UnitBoardRow = z.object({
  unit: z.object({ id: z.number(), name: z.string() }),
  lights: LightCountsSchema,
  replies: ReplyFigures,
});
export type UnitBoardRow = z.infer<typeof UnitBoardRow>;

export const Board = z.object({
  today: DateOnly,
  from: DateOnly,
  to: DateOnly,
  lights: LightCountsSchema,
  replies: ReplyFigures,
  units: z.array(UnitBoardRow),
  /** The longest overdue first, at most 20; the task list opens the rest. */
  overdueTasks: z.array(TaskRow),
  overdueMessages: z.array(MessageRow),
});
export type Board = z.infer<typeof Board>;

export const inboxTabs = ['reply', 'review', 'task', 'done'] as const;
export type InboxTab = (typeof inboxTabs)[number];

/** One thing that waits for the caller (or that the caller's unit has done), ready to be drawn. */
export const InboxItem = z.object({
  kind: z.enum(['message', 'replyReview', 'progressReview', 'planReview', 'task']),
  /** Opens the thing: a message id, a progress id, a plan id or a task id. */
  id: z.number(),
  message: z.nullable(MessageRow),
  /** The report to review; beside a task in the tab `review`, the one that asks for its close-out. */
  progress: z.nullable(ProgressEntry),
  task: z.nullable(TaskRow),
  plan: z.nullable(PlanRow),
});
export type InboxItem = z.infer<typeof InboxItem>;

export const oversightEndpoints = {
  inbox: defineEndpoint({
    method: 'GET',
    path: '/inbox',
    permission: ['handler', 'reviewer', 'office'],
    summary: '待办：等我办的事，按剩余时间排序',
    input: z.object({ tab: z._default(z.enum(inboxTabs), 'reply'), ...pageInput }),
    output: z.extend(pageOf(InboxItem), {
      counts: z.object({ reply: z.number(), review: z.number(), task: z.number(), today: z.number() }),
    }),
  }),
  replyStats: defineEndpoint({
    method: 'GET',
    path: '/stats/replies',
    permission: 'public',
    summary: '答复统计：按期、逾期、中位用时，按单位或月份',
    input: z.object({
      region: RegionCode,
      from: z.optional(DateOnly),
      to: z.optional(DateOnly),
      by: z._default(z.enum(['unit', 'month'], 'by 只能是 unit 或 month'), 'unit'),
    }),
    output: ReplyStats,
  }),
  board: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/board',
    permission: ['official', 'office'],
    summary: '督办看板：任务灯、答复率、逾期清单',
    input: z.object({
      code: RegionCode,
      period: z._default(z.enum(['week', 'month', 'quarter', 'year']), 'month'),
    }),
    output: Board,
  }),
};
