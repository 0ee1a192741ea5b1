import * as z from 'zod/mini';
import { defineEndpoint } from '../endpoint';
import { Id, Instant, pageInput, pageOf } from '../primitives';

/** `dead` was tried often enough and may be replayed; of `unknown` nobody knows whether it arrived. */
export const deliveryStates = ['dead', 'unknown', 'open'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStateWords: Record<DeliveryState, string> = {
  dead: '投递失败',
  unknown: '结果不明',
  open: '等待投递',
};

/** A side effect that waits, failed, or may have failed. It says what and when, never whom or in which words. */
export const Delivery = z.object({
  id: z.number(),
  /** Who handles it: `notify`, `notes`, … */
  topic: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  /** A code, such as ECONNREFUSED. */
  lastError: z.nullable(z.string()),
  /** Before the first attempt when it was ordered, later when it is tried next. */
  runAt: Instant,
  finishedAt: z.nullable(Instant),
  replayedAt: z.nullable(Instant),
});
export type Delivery = z.infer<typeof Delivery>;

export const deliveryEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/deliveries',
    permission: ['admin'],
    summary: '投递失败与结果不明的提醒',
    input: z.object({ state: z._default(z.enum(deliveryStates), 'dead'), ...pageInput }),
    output: z.extend(pageOf(Delivery), {
      counts: z.object({ dead: z.number(), unknown: z.number(), open: z.number() }),
    }),
  }),
  replay: defineEndpoint({
    method: 'POST',
    path: '/deliveries/:id/replay',
    permission: ['admin'],
    summary: '重新投递一条失败的提醒',
    input: z.object({ id: Id }),
    output: Delivery,
  }),
};
