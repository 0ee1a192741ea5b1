import * as z from 'zod/mini';
import { ReplyDays, ReplyRule } from '../deadline';
import { defineEndpoint } from '../endpoint';
import { DateOnly, Instant, pageInput, pageOf, RegionCode, textOf } from '../primitives';

/** The promise of a region from a day on. */
export const ReplyRuleVersion = z.object({
  id: z.number(),
  effectiveFrom: DateOnly,
  /** Valid until the day before the next version; null while none follows. */
  effectiveUntil: z.nullable(DateOnly),
  /** `past`, in force today, or from a later day on. */
  state: z.enum(['past', 'current', 'future']),
  rule: ReplyRule,
  source: z.nullable(z.string()),
  createdAt: Instant,
});
export type ReplyRuleVersion = z.infer<typeof ReplyRuleVersion>;

/** What a real document promises, to start from; what it does not say is the product's default. */
export const ReplyRulePreset = z.object({
  region: z.string(),
  documentNumber: z.nullable(z.string()),
  title: z.string(),
  /** The days that the document itself names. */
  promised: z.partial(ReplyDays),
  days: ReplyDays,
});
export type ReplyRulePreset = z.infer<typeof ReplyRulePreset>;

export const replyRuleEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/reply-rules',
    permission: 'public',
    summary: '答复承诺的现行版本和历史，留言按收到当天的承诺计',
    input: z.object({ code: RegionCode, ...pageInput }),
    output: z.extend(pageOf(ReplyRuleVersion), {
      /** What holds today; the product's defaults while the region has promised nothing. */
      current: ReplyRule,
    }),
  }),
  add: defineEndpoint({
    method: 'POST',
    path: '/regions/:code/reply-rules',
    permission: ['office'],
    summary: '发布新的答复承诺，附承诺文件，最早从明天起执行',
    status: 201,
    input: z.object({
      code: RegionCode,
      effectiveFrom: DateOnly,
      /** The document that makes the promise. */
      source: textOf('承诺文件', 4, 200),
      ...z.omit(ReplyRule, { promisedIn: true }).shape,
    }),
    output: ReplyRuleVersion,
  }),
  presets: defineEndpoint({
    method: 'GET',
    path: '/reply-rule-presets',
    permission: ['office', 'admin'],
    summary: '各地文件中的答复承诺，供参考',
    input: z.object({}),
    output: z.object({ items: z.array(ReplyRulePreset) }),
  }),
};
