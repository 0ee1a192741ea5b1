import { Injectable } from '@nestjs/common';
import { systemNow } from '../clock';
import type { CtxInTx } from '../db/unit-of-work';
import type { Ctx } from '../ctx';
import { OutboxRepository } from './outbox.repository';

export interface OutboxOrder {
  /** Who handles it: `reply.published`, `notify`. */
  readonly topic: string;
  /** Ids and codes, no private text: the handler reads the rest when it runs. */
  readonly payload: Record<string, unknown>;
  /** Unique per topic: the same key a second time is the same order and is not added again. */
  readonly dedupeKey: string;
  /** Not before this system time; now when left out. */
  readonly runAt?: Date;
}

/** Does one topic's orders. Under `again` it may run twice for one order, so it must be idempotent. */
export type OutboxHandler = (ctx: Ctx, payload: Record<string, unknown>, orderId: number) => Promise<void>;

/**
 * How often a delivery may be tried.
 *
 * `again`: the receiver knows a repetition (a unique key, an idempotency key); any failure is tried again,
 * later each time, and after twelve attempts the order is a dead letter.
 *
 * `once`: the receiver has no key by which it knows a repetition (a WeChat message). The order is stored as
 * `attempted` before the handler runs. A handler that returns has delivered. `NotDelivered` says that the
 * receiver surely has nothing (it refused, or was never reached): tried again like any other. After every
 * other failure, a time-out, or the death of the process nobody knows: the order ends as `unknown`, is never
 * sent again, and is shown to the admin. The person still sees the note inside the app, which is stored first.
 */
export type OutboxMode = 'again' | 'once';

/** Throw it in a `once` handler when the receiver surely has nothing, so that trying again repeats nothing. */
export class NotDelivered extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'NotDelivered';
  }
}

/** Throw it in a handler when trying again is senseless: the order becomes a dead letter at once. */
export class PermanentFailure extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'PermanentFailure';
  }
}

/**
 * Side effects leave a unit of work as rows in the same transaction; the worker does them after the
 * commit, with retry and dead letters.
 *
 * ```ts
 * await this.outbox.add(ctx, { topic: 'notify', payload: { messageId }, dedupeKey: `answered:${replyId}` });
 * // in the module's onModuleInit:
 * this.outbox.handle('notify', (ctx, payload) => this.sendNotice.run(ctx, payload));
 * this.outbox.handle('wechat', (ctx, payload) => this.push.run(ctx, payload), 'once');
 * ```
 */
@Injectable()
export class Outbox {
  private readonly handlers = new Map<string, { run: OutboxHandler; mode: OutboxMode }>();

  constructor(private readonly orders: OutboxRepository) {}

  /** Their payloads go out with `at`, the business time of the order: it may be done much later. */
  async add(ctx: CtxInTx, ...orders: readonly OutboxOrder[]): Promise<void> {
    const at = ctx.clock.now().toISOString();
    const now = new Date(systemNow());
    await this.orders.add(
      ctx,
      orders.map((order) => ({ ...order, payload: { ...order.payload, at }, runAt: order.runAt ?? now })),
    );
  }

  handle(topic: string, run: OutboxHandler, mode: OutboxMode = 'again'): void {
    if (this.handlers.has(topic)) throw new Error(`two handlers for the topic ${topic}`);
    this.handlers.set(topic, { run, mode });
  }

  handlerOf(topic: string): { run: OutboxHandler; mode: OutboxMode } | undefined {
    return this.handlers.get(topic);
  }

  topics(): string[] {
    return [...this.handlers.keys()];
  }
}
