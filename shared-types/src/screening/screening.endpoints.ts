import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Attachment } from '../attachment/attachment.schema';
import { Done, Id, Instant, pageInput, pageOf, RegionCode, textOf, UnitRef } from '../primitives';

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

/** A message or a photo that waits for a person, with what that person has to look at. */
export const ScreeningItem = z.object({
  id: z.number(),
  kind: z.enum(['message', 'photo']),
  doubt: z.nullable(z.string()),
  orderedAt: Instant,
  unit: UnitRef,
  message: z.nullable(z.object({ id: z.number(), number: z.string(), text: z.string() })),
  photo: z.nullable(
    z.object({ attachment: Attachment, progressId: z.number(), taskId: z.number(), taskText: z.string() }),
  ),
});
export type ScreeningItem = z.infer<typeof ScreeningItem>;

const decision = { publish: z.boolean('请选择能否公开'), note: textOf('理由', 2, 200) };

const staff = ['handler', 'reviewer', 'office'] as const;

export const screeningEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/regions/:code/screenings',
    permission: ['reviewer', 'office'],
    summary: '等待人工核对的留言和照片：审核人看本单位的，政务公开办看全地区的',
    input: z.object({ code: RegionCode, ...pageInput }),
    /** `waiting`: how many there are. */
    output: z.extend(pageOf(ScreeningItem), { waiting: z.number() }),
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
    input: z.object({ id: Id, ...decision }),
    output: z.object({ screening: z.nullable(Screening) }),
  }),
  decidePhoto: defineEndpoint({
    method: 'POST',
    path: '/attachments/:id/screening',
    permission: ['reviewer', 'office'],
    summary: '人工核对一张照片：能否公开',
    input: z.object({ id: Id, ...decision }),
    output: Done,
  }),
};
