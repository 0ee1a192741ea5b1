import * as z from 'zod/mini';
import { DateOnly } from '../primitives';

/** How a region is doing, for its card and its page: counts of what is published. */
export const RegionSummary = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  /** 县, 区, 市, 功能区. */
  kind: z.string(),
  /** 备案编号 of the mini-program; null while it has none. */
  filingNumber: z.nullable(z.string()),
  counts: z.object({
    plans: z.number(),
    tasks: z.number(),
    answered: z.number(),
  }),
  /** Share of replies on time over the last 30 days, 0…1; null when nothing was due. */
  onTimeShare: z.nullable(z.number()),
});
export type RegionSummary = z.infer<typeof RegionSummary>;

export const RegionDetail = z.extend(RegionSummary, {
  /** What the region promises, in working days per kind, and the document that promises it. */
  promise: z.object({
    simple: z.number(),
    inquiry: z.number(),
    correction: z.number(),
    help: z.number(),
    suggestion: z.number(),
    complaint: z.number(),
    source: z.nullable(z.string()),
  }),
  today: DateOnly,
  repliesLast30Days: z.object({
    total: z.number(),
    onTime: z.number(),
    late: z.number(),
    openOverdue: z.number(),
    notYetDue: z.number(),
    /** Wall hours from receipt to publication; null when nothing was answered. */
    medianHours: z.nullable(z.number()),
    p90Hours: z.nullable(z.number()),
    reclassified: z.number(),
    declined: z.number(),
    withdrawn: z.number(),
  }),
  lights: z.record(z.string(), z.number()),
});
export type RegionDetail = z.infer<typeof RegionDetail>;
