import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, systemNow, type Clock } from '../clock';
import { systemCtx, type Ctx } from '../ctx';
import { databaseErrorCode } from '../db/database-errors';
import { UnitOfWork } from '../db/unit-of-work';
import { AppError } from '../errors/app-error';
import { NotDelivered, Outbox, PermanentFailure, type OutboxHandler, type OutboxMode } from './outbox';
import type { OutboxState } from './outbox.entity';
import { OutboxRepository, type OutboxItem } from './outbox.repository';

const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 12;
const BATCH = 50;

/** Claims due orders and runs their handlers; any number of processes may do so at once. */
@Injectable()
export class OutboxWorker {
  private readonly logger = new Logger('outbox');
  private readonly owner = `${hostname().slice(0, 20)}-${randomUUID().slice(0, 12)}`;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OutboxRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Does what is due now; gives the number of orders tried. Tests call it instead of waiting. */
  async drain(): Promise<number> {
    let tried = 0;
    await this.giveUpAbandoned(systemCtx(this.clock, 'outbox'));
    for (;;) {
      const ctx = systemCtx(this.clock, 'outbox');
      const ids = await this.orders.dueIds(ctx, new Date(systemNow()), this.outbox.topics(), BATCH);
      for (const id of ids) if (await this.tryOne(ctx, id)) tried += 1;
      if (ids.length < BATCH) return tried;
    }
  }

  /** Recorded as attempted, and its process died with the outcome: it is not sent again. */
  private async giveUpAbandoned(ctx: Ctx): Promise<void> {
    const now = new Date(systemNow());
    for (const id of await this.orders.abandonedIds(ctx, now, BATCH)) {
      await this.uow.run(ctx, (ctx) => this.orders.abandon(ctx, id, now));
      this.logger.warn({ order: id, code: 'PROCESS_ENDED', outcome: 'unknown' });
    }
  }

  private async tryOne(ctx: Ctx, id: number): Promise<boolean> {
    const now = systemNow();
    const claimed = await this.uow.run(ctx, async (ctx) => {
      const item = await this.orders.item(ctx, id);
      const handler = item && this.outbox.handlerOf(item.topic);
      if (!item || !handler) return null;
      const taken = await this.orders.lease(ctx, id, {
        owner: this.owner,
        now: new Date(now),
        until: new Date(now + LEASE_MS),
        state: handler.mode === 'once' ? 'attempted' : 'open',
      });
      return taken ? { item: { ...item, attempts: item.attempts + 1 }, handler } : null;
    });
    if (!claimed) return false;
    await this.run(ctx, claimed.item, claimed.handler);
    return true;
  }

  private async run(
    ctx: Ctx,
    item: OutboxItem,
    { run, mode }: { run: OutboxHandler; mode: OutboxMode },
  ): Promise<void> {
    try {
      await run(ctx, item.payload, item.id);
    } catch (error) {
      await this.failed(ctx, item, mode, error);
      return;
    }
    await this.end(ctx, item, 'done', null);
  }

  private async failed(ctx: Ctx, item: OutboxItem, mode: OutboxMode, error: unknown): Promise<void> {
    const code = codeOf(error);
    const outcome = outcomeOf(item, mode, error);
    this.logger.warn({ order: item.id, topic: item.topic, attempts: item.attempts, code, outcome });
    if (outcome !== 'again') {
      await this.end(ctx, item, outcome, code);
      return;
    }
    const runAt = new Date(systemNow() + backOff(item.attempts));
    await this.uow.run(ctx, (ctx) => this.orders.postpone(ctx, item.id, this.owner, runAt, code));
  }

  private async end(ctx: Ctx, { id }: OutboxItem, state: OutboxState, code: string | null): Promise<void> {
    const now = new Date(systemNow());
    await this.uow.run(ctx, (ctx) => this.orders.finish(ctx, id, this.owner, state, now, code));
  }
}

/** What becomes of an order whose handler failed; see `OutboxMode`. */
function outcomeOf(item: OutboxItem, mode: OutboxMode, error: unknown): 'again' | 'dead' | 'unknown' {
  if (error instanceof PermanentFailure) return 'dead';
  if (mode === 'once' && !(error instanceof NotDelivered)) return 'unknown';
  return item.attempts >= MAX_ATTEMPTS ? 'dead' : 'again';
}

/** 2 s, 4 s, 8 s … at most an hour, plus up to a quarter so that orders do not come back together. */
function backOff(attempts: number): number {
  return Math.min(3_600_000, 1000 * 2 ** attempts) * (1 + Math.random() / 4);
}

/** A code for the row and the log; a message could quote private text. */
function codeOf(error: unknown): string {
  if (error instanceof PermanentFailure || error instanceof NotDelivered || error instanceof AppError)
    return error.code.slice(0, 120);
  return databaseErrorCode(error) || (error instanceof Error ? error.name : 'unknown');
}
