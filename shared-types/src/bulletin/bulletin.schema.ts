import * as z from 'zod/mini';
import { DateOnly, Instant } from '../primitives';
import { lights } from '../task/light';
import { LightCountsSchema } from '../task/task.schema';
import { bulletinKinds } from './bulletin-period';
import { bulletinMoves, bulletinStates } from './bulletin.workflow';

const ReplyCounts = z.object({
  total: z.number(),
  onTime: z.number(),
  late: z.number(),
  openOverdue: z.number(),
  notYetDue: z.number(),
  /** 0…1; null when nothing was due. */
  share: z.nullable(z.number()),
  medianHours: z.nullable(z.number()),
  /** Lengthened by another kind, and declined, both among the total; withdrawn ones apart. Not in older bulletins. */
  reclassified: z.optional(z.number()),
  declined: z.optional(z.number()),
  withdrawn: z.optional(z.number()),
});
export type BulletinReplies = z.infer<typeof ReplyCounts>;

/** A task as it stood when the bulletin was made. */
const BulletinTask = z.object({
  id: z.number(),
  no: z.nullable(z.string()),
  text: z.string(),
  units: z.string(),
  dueOn: z.nullable(DateOnly),
  finishedOn: z.nullable(DateOnly),
  light: z.enum(lights),
});
export type BulletinTask = z.infer<typeof BulletinTask>;

/** The numbers of a bulletin: counted once, then never again. Units are counted, people are not. */
export const BulletinFigures = z.object({
  from: DateOnly,
  to: DateOnly,
  /** The lights are those of this day. */
  asOf: DateOnly,
  tasks: z.number(),
  lights: LightCountsSchema,
  /** Tasks whose completion was first reported in the period: in time, and after their day. */
  finishedOnTime: z.number(),
  finishedLate: z.number(),
  replies: ReplyCounts,
  units: z.array(z.object({ name: z.string(), lights: LightCountsSchema, replies: ReplyCounts })),
  /** The longest overdue first, at most 50; `lights.overdue` counts them all. */
  overdue: z.array(BulletinTask),
  /** Finished after their day, in the period, at most 50. */
  doneLate: z.array(BulletinTask),
  /** The newest daily anchor of the region's message chains, printed so that nobody can rewrite them. */
  anchor: z.nullable(z.object({ date: DateOnly, fingerprint: z.string() })),
});
export type BulletinFigures = z.infer<typeof BulletinFigures>;

export const BulletinRow = z.object({
  id: z.number(),
  regionCode: z.string(),
  kind: z.enum(bulletinKinds),
  year: z.number(),
  part: z.number(),
  title: z.string(),
  status: z.enum(bulletinStates),
  asOf: DateOnly,
  publishedAt: z.nullable(Instant),
});
export type BulletinRow = z.infer<typeof BulletinRow>;

export const BulletinDetail = z.extend(BulletinRow, {
  regionName: z.string(),
  issuer: z.string(),
  figures: BulletinFigures,
  /** What the office says about the figures. */
  remark: z.nullable(z.string()),
  /** Why it was sent back; for the office only. */
  reviewNote: z.nullable(z.string()),
  /** Whether the caller may still write the remark. */
  editable: z.boolean(),
  moves: z.array(z.enum(bulletinMoves)),
});
export type BulletinDetail = z.infer<typeof BulletinDetail>;

/** “年度工作要点落实情况”, a section of the yearly report on government information disclosure. */
export const AnnualSection = z.object({
  year: z.number(),
  asOf: DateOnly,
  heading: z.string(),
  paragraphs: z.array(z.string()),
  table: z.array(
    z.object({
      section: z.string(),
      tasks: z.number(),
      done: z.number(),
      doneLate: z.number(),
      open: z.number(),
      overdue: z.number(),
    }),
  ),
  /** How each unit answered over the year, in the order of the region. */
  units: z.array(
    z.object({
      name: z.string(),
      total: z.number(),
      share: z.nullable(z.number()),
      reclassified: z.number(),
      declined: z.number(),
    }),
  ),
});
export type AnnualSection = z.infer<typeof AnnualSection>;
