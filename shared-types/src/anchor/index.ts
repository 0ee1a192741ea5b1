import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { DateOnly, Instant, pageInput, pageOf, RegionCode } from '../primitives';

/** 存证 of one day: what the chains of a region's messages were, to be kept outside the system. */
export const Anchor = z.object({
  id: z.number(),
  day: DateOnly,
  madeAt: Instant,
  /** Messages and the rows of their chains. */
  messages: z.number(),
  events: z.number(),
  /** SHA-256 of the day's file, 64 hex digits. */
  fingerprint: z.string(),
  /** What bulletins print of it: 20 digits in groups of four. */
  short: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;

/** The first 80 bits of a fingerprint as people compare it. */
export const shortFingerprint = (fingerprint: string): string =>
  (fingerprint.slice(0, 20).match(/.{4}/g) ?? []).join(' ');

export const anchorEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/anchors',
    permission: ['office', 'official'],
    summary: '每日存证：本地区全部留言记录的链首和条数',
    input: z.object({ code: RegionCode, ...pageInput }),
    output: pageOf(Anchor),
  }),
  file: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/anchors/:day',
    permission: ['office', 'official'],
    summary: '某一天的存证文件，供 npm run verify -- --anchor 核对',
    input: z.object({ code: RegionCode, day: DateOnly }),
    output: z.record(z.string(), z.unknown()),
    produces: 'application/json',
  }),
};
