import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Ctx } from '../ctx';
import { Database } from './database';
import { isRetryable } from './database-errors';

const MAX_ATTEMPTS = 10;

export type CtxInTx = Ctx & { readonly tx: EntityManager };

/**
 * Writes that belong together: all or none, retried whole when the database asks for it.
 *
 * ```ts
 * return this.uow.run(ctx, async (ctx) => {
 *   const task = await this.tasks.lock(ctx, id);
 *   await this.tasks.save(ctx, task);
 *   await this.outbox.add(ctx, { topic: 'task.closed', payload: { taskId: id }, dedupeKey: `…` });
 * });
 * ```
 *
 * `work` may run several times, so it has no effect outside the database: no network, no sending, no
 * in-memory change; leave outbox rows instead. Inside a running unit `run` joins it.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly database: Database) {}

  async run<T>(ctx: Ctx, work: (ctx: CtxInTx) => Promise<T>): Promise<T> {
    if (ctx.tx) return work(ctx as CtxInTx);
    this.database.scope.assertOutside();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const done = await this.once(ctx, work);
        // The embedded database answers within one turn of the event loop: without this a job of many units
        // would let no request in before its end, and the driver would free nothing.
        if (this.database.dialect === 'sqlite') await nextTurn();
        return done;
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
        await sleep(backOff(attempt));
      }
    }
  }

  private once<T>(ctx: Ctx, work: (ctx: CtxInTx) => Promise<T>): Promise<T> {
    const { dataSource, scope } = this.database;
    return dataSource.transaction((tx) => scope.run(() => work({ ...ctx, tx })));
  }
}

/** 5, 10, 20 … 320 ms with full jitter, so that two losers do not meet again. */
function backOff(attempt: number): number {
  return Math.ceil(Math.random() * 5 * 2 ** Math.min(attempt, 6));
}
