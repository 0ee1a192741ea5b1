import * as z from 'zod/mini';
import { DateOnly, Instant, UnitRef } from '../primitives';

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

/** 县, 区, 市, 功能区: what may be a tenant; a 镇 or 街道 is a unit of one. */
export const regionKinds = ['县', '区', '市', '功能区'] as const;
export type RegionKind = (typeof regionKinds)[number];

/** What a region decides for itself and the office may change. */
export const RegionOptions = z.object({
  /** 备案编号, shown at the foot of the home page. */
  filingNumber: z.nullable(z.string()),
  /** A first message needs a phone number verified by WeChat. */
  requireVerifiedPhone: z.boolean(),
  /** Messages that one account may send in a day. */
  messagesPerDay: z.number(),
});
export type RegionOptions = z.infer<typeof RegionOptions>;

/** A region that was founded a moment ago: its office, and the one code by which the first person joins it. */
export const FoundedRegion = z.object({
  code: z.string(),
  name: z.string(),
  office: UnitRef,
  secret: z.string(),
  expiresAt: Instant,
});
export type FoundedRegion = z.infer<typeof FoundedRegion>;
