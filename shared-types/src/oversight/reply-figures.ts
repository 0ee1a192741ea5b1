import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { MessageRow } from '../message/message.schema';
import { messageKinds } from '../message/message-words';
import { DateOnly, Id, pageInput, pageOf, RegionCode, UnitRef } from '../primitives';

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
  /** Wall hours from receipt to publication, median and 90th percentile; null when nothing was answered. */
  medianHours: z.nullable(z.number()),
  p90Hours: z.nullable(z.number()),
  /** Given a later date by another kind; still among the simple ones when received as such. */
  reclassified: z.number(),
  /** Messages among the total whose author was asked for more, and such whose date was extended. */
  paused: z.number(),
  extended: z.number(),
  /** Messages among the total that were put together with another one; each keeps its own receipt and date. */
  merged: z.number(),
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

/** The share that was given a later date by another kind, 0…1; null when there is nothing to be a share of. */
export const lengthenedShare = ({
  total,
  reclassified,
}: Pick<ReplyFigures, 'total' | 'reclassified'>): number | null =>
  total === 0 ? null : reclassified / total;

/** How long units had messages in hand: the time from getting one to handing it on or answering it. */
export const HoldingFigures = z.object({
  /** How often a unit had one and let go of it. */
  stays: z.number(),
  /** Wall hours of one stay, median and 90th percentile; null without any. */
  medianHours: z.nullable(z.number()),
  p90Hours: z.nullable(z.number()),
  /** Messages in hand now, and the wall hours of the one that has been there longest. */
  now: z.number(),
  longestNowHours: z.nullable(z.number()),
});
export type HoldingFigures = z.infer<typeof HoldingFigures>;

const more = {
  /** Messages of the total whose date a day of the region's own had moved (reply-rule, Counting 6). */
  movedByOverride: z.number(),
  holding: HoldingFigures,
};

export const ReplyStats = z.extend(ReplyFigures, {
  ...more,
  from: DateOnly,
  to: DateOnly,
  /** Those received as simple inquiries, though they be lengthened later. */
  simple: ReplyFigures,
  groups: z.array(z.extend(ReplyFigures, { ...more, key: z.string(), name: z.string() })),
});
export type ReplyStats = z.infer<typeof ReplyStats>;

export const statsGroupings = ['unit', 'kind', 'month'] as const;
export type StatsGrouping = (typeof statsGroupings)[number];

/** The numbers of the figures that open a list. */
export const figureParts = [
  'total',
  'onTime',
  'late',
  'openOverdue',
  'notYetDue',
  'reclassified',
  'paused',
  'extended',
  'moved',
  'merged',
  'followUps',
  'declined',
  'reworks',
  'lateReworks',
  'withdrawn',
] as const;
export type FigurePart = (typeof figureParts)[number];

/** The lists there are: those behind a figure, and what is past its day now, whatever its period and reworks too. */
export const listedParts = [...figureParts, 'overdueNow'] as const;
export type ListedPart = (typeof listedParts)[number];

export const messageOutcomes = ['onTime', 'late', 'openOverdue', 'notYetDue', 'withdrawn'] as const;
export type MessageOutcome = (typeof messageOutcomes)[number];

/**
 * One message behind a number. Everybody sees kind, unit, dates and outcome; the message itself is there
 * for those only who may read it.
 */
export const FiguredMessage = z.object({
  kind: z.enum(messageKinds),
  /** The unit that the figures count it with. */
  unit: UnitRef,
  receivedOn: DateOnly,
  dueOn: DateOnly,
  answeredOn: z.nullable(DateOnly),
  outcome: z.enum(messageOutcomes),
  declined: z.boolean(),
  message: z.nullable(MessageRow),
});
export type FiguredMessage = z.infer<typeof FiguredMessage>;

const asked = {
  region: RegionCode,
  from: z.optional(DateOnly),
  to: z.optional(DateOnly),
  unit: z.optional(Id),
  kind: z.optional(z.enum(messageKinds, '没有这种留言类型')),
};

export const replyFigureEndpoints = {
  replyStats: defineEndpoint({
    method: 'GET',
    path: '/stats/replies',
    permission: 'public',
    summary: '答复统计：按期、逾期、用时、改类、暂停、延期、持有时间，按单位、类型或月份',
    input: z.object({
      ...asked,
      by: z._default(z.enum(statsGroupings, 'by 只能是 unit、kind 或 month'), 'unit'),
    }),
    output: ReplyStats,
  }),
  replyStatsMessages: defineEndpoint({
    method: 'GET',
    path: '/stats/replies/messages',
    permission: 'public',
    summary: '统计数字背后的留言：不公开的只列类型、单位、日期和结果',
    input: z.object({
      ...asked,
      part: z._default(z.enum(listedParts, '没有这项统计'), 'total'),
      ...pageInput,
    }),
    output: pageOf(FiguredMessage),
  }),
};
