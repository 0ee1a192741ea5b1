import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, Instant, pageInput, pageOf, RegionCode, textOf } from '../primitives';

/** `pending` waits for the check, `held` for a person; `allowed` and `refused` are a person's word. */
export const screeningStates = ['pending', 'pass', 'held', 'allowed', 'refused'] as const;
export type ScreeningState = (typeof screeningStates)[number];

export const screeningStateNames: Record<ScreeningState, string> = {
  pending: '等待检测',
  pass: '检测通过',
  held: '需要人工核对',
  allowed: '人工核对可以公开',
  refused: '人工核对不宜公开',
};

/** The content check of one message. It only keeps a text from publication and never touches the message. */
export const Screening = z.object({
  messageId: z.number(),
  state: z.enum(screeningStates),
  /** What the check doubts, in a word for staff; null when nothing. */
  doubt: z.nullable(z.string()),
  checkedAt: z.nullable(Instant),
  decidedAt: z.nullable(Instant),
  note: z.nullable(z.string()),
});
export type Screening = z.infer<typeof Screening>;

const staff = ['handler', 'reviewer', 'office'] as const;

export const screeningEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/screenings',
    permission: ['office'],
    summary: '等待人工核对的内容检测',
    input: z.object({ code: RegionCode, ...pageInput }),
    output: pageOf(Screening),
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/messages/:id/screening',
    permission: staff,
    summary: '一条留言的内容检测',
    input: z.object({ id: Id }),
    output: z.object({ screening: z.nullable(Screening) }),
  }),
  decide: defineEndpoint({
    method: 'POST',
    path: '/messages/:id/screening',
    permission: ['reviewer', 'office'],
    summary: '人工核对：能否公开',
    input: z.object({
      id: Id,
      publish: z.boolean('请选择能否公开'),
      note: textOf('理由', 2, 200),
    }),
    output: z.object({ screening: z.nullable(Screening) }),
  }),
};
