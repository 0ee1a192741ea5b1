import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { DateOnly, Id, pageInput, pageOf, RegionCode, UnitRef } from '../primitives';
import { MessageRow } from '../message/message.schema';
import { BulletinRow } from '../bulletin/bulletin.schema';
import { TaskChange } from '../task/task-change.schema';
import { LightCountsSchema, ProgressEntry, TaskRow, UpdateCounts } from '../task/task.schema';
import { PlanRow } from '../plan/plan.schema';
import { Supervision } from '../supervision/supervision.schema';
import { HoldingFigures, replyFigureEndpoints, ReplyFigures } from './reply-figures';

export const UnitBoardRow = z.object({
  unit: z.object({ id: z.number(), name: z.string() }),
  lights: LightCountsSchema,
  replies: ReplyFigures,
});
export type UnitBoardRow = z.infer<typeof UnitBoardRow>;

/** What changed in a week: tasks that became overdue, were closed out, or were reported on. */
export const ledgerChanges = ['overdue', 'finished', 'reported'] as const;
export type LedgerChange = (typeof ledgerChanges)[number];

export const ChangeCounts = z.object({
  from: DateOnly,
  to: DateOnly,
  overdue: z.number(),
  finished: z.number(),
  reported: z.number(),
});
export type ChangeCounts = z.infer<typeof ChangeCounts>;

const SupervisionCounts = z.object({ issued: z.number(), overdue: z.number(), answered: z.number() });

export const Board = z.object({
  today: DateOnly,
  from: DateOnly,
  to: DateOnly,
  lights: LightCountsSchema,
  updates: UpdateCounts,
  replies: ReplyFigures,
  units: z.array(UnitBoardRow),
  /** The sections of the newest year's plans in the order of the paper. */
  sections: z.array(
    z.object({ year: z.number(), section: z.nullable(z.string()), lights: LightCountsSchema }),
  ),
  /** This week, from Monday to today. */
  changes: ChangeCounts,
  supervisions: SupervisionCounts,
  /** The longest overdue first, at most 20; the task list opens the rest. */
  overdueTasks: z.array(TaskRow),
  /** How many messages are past their day now, and the longest of them, at most 20. */
  overdueNow: z.number(),
  overdueMessages: z.array(MessageRow),
});
export type Board = z.infer<typeof Board>;

/** A unit's own page: what it has to do, how it answers, and for staff what was asked of it. */
export const UnitPage = z.object({
  unit: UnitRef,
  today: DateOnly,
  from: DateOnly,
  to: DateOnly,
  lights: LightCountsSchema,
  updates: UpdateCounts,
  replies: z.extend(ReplyFigures, { movedByOverride: z.number(), holding: HoldingFigures }),
  changes: ChangeCounts,
  /** Messages past their day now, of whatever period. */
  overdueNow: z.number(),
  /** Null for those who may not see 督办. */
  supervisions: z.nullable(SupervisionCounts),
});
export type UnitPage = z.infer<typeof UnitPage>;

const boardPeriod = z._default(z.enum(['week', 'month', 'quarter', 'year']), 'month');

export const inboxTabs = ['reply', 'review', 'task', 'supervision', 'done'] as const;
export type InboxTab = (typeof inboxTabs)[number];

/** What somebody has to decide about a message: the same names as the screens use for its cards. */
export const inboxDecisions = ['extension', 'delivery', 'objection', 'hiding', 'revision'] as const;
export type InboxDecision = (typeof inboxDecisions)[number];

/** One thing that waits for the caller (or that the caller's unit has done), ready to be drawn. */
export const InboxItem = z.object({
  kind: z.enum([
    'message',
    'replyReview',
    ...inboxDecisions,
    'progressReview',
    'planReview',
    'taskChange',
    'bulletinReview',
    'task',
    'supervision',
  ]),
  /** The region that it belongs to: the inbox holds those of every region that the caller works in. */
  regionId: z.number(),
  /** Opens the thing: the id of a message, a report, a plan, a change, a bulletin, a task or a 督办单. */
  id: z.number(),
  message: z.nullable(MessageRow),
  /** The report to review; beside a task in the tab `review`, the one that asks for its close-out. */
  progress: z.nullable(ProgressEntry),
  task: z.nullable(TaskRow),
  plan: z.nullable(PlanRow),
  /** A change of published tasks that waits for a second person. */
  change: z.nullable(TaskChange),
  bulletin: z.nullable(BulletinRow),
  supervision: z.nullable(Supervision),
});
export type InboxItem = z.infer<typeof InboxItem>;

export const oversightEndpoints = {
  inbox: defineEndpoint({
    method: 'GET',
    path: '/inbox',
    permission: ['handler', 'reviewer', 'office', 'official'],
    summary: '待办：等我办的事，按剩余时间排序',
    input: z.object({ tab: z._default(z.enum(inboxTabs), 'reply'), ...pageInput }),
    output: z.extend(pageOf(InboxItem), {
      counts: z.object({
        reply: z.number(),
        review: z.number(),
        task: z.number(),
        supervision: z.number(),
        today: z.number(),
      }),
    }),
  }),
  ...replyFigureEndpoints,
  board: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/board',
    permission: ['official', 'office'],
    summary: '督办看板：任务灯、答复率、逾期清单',
    input: z.object({ code: RegionCode, period: boardPeriod }),
    output: Board,
  }),
  unitPage: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/units/:id/board',
    permission: 'public',
    summary: '一个单位的任务、答复和本周变化；督办情况只给工作人员',
    input: z.object({ code: RegionCode, id: Id, period: boardPeriod }),
    output: UnitPage,
  }),
  ledgerChanges: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/board/changes',
    permission: 'public',
    summary: '一段日子里新逾期、销号、报过进展的任务，最近的在前',
    input: z.object({
      code: RegionCode,
      what: z.enum(ledgerChanges, '没有这种变化'),
      from: DateOnly,
      to: DateOnly,
      unit: z.optional(Id),
      ...pageInput,
    }),
    output: pageOf(TaskRow),
  }),
};
