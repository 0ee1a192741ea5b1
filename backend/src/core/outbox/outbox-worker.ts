import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, systemNow, type Clock } from '../clock';
import { systemCtx, type Ctx } from '../ctx';
import { databaseErrorCode } from '../db/database-errors';
import { UnitOfWork } from '../db/unit-of-work';
import { AppError } from '../errors/app-error';
import { Outbox, PermanentFailure } from './outbox';
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
    for (;;) {
      const ctx = systemCtx(this.clock, 'outbox');
      const ids = await this.orders.dueIds(ctx, new Date(systemNow()), this.outbox.topics(), BATCH);
      for (const id of ids) if (await this.tryOne(ctx, id)) tried += 1;
      if (ids.length < BATCH) return tried;
    }
  }

  private async tryOne(ctx: Ctx, id: number): Promise<boolean> {
    const now = systemNow();
    const claimed = await this.uow.run(ctx, async (ctx) => {
      const until = new Date(now + LEASE_MS);
      return (await this.orders.lease(ctx, id, this.owner, new Date(now), until))
        ? this.orders.item(ctx, id)
        : null;
    });
    if (!claimed) return false;
    await this.run(ctx, claimed);
    return true;
  }

  private async run(ctx: Ctx, item: OutboxItem): Promise<void> {
    const handler = this.outbox.handlerOf(item.topic);
    if (!handler) return;
    try {
      await handler(ctx, item.payload, item.id);
      await this.uow.run(ctx, (ctx) =>
        this.orders.finish(ctx, item.id, this.owner, 'done', new Date(systemNow()), null),
      );
    } catch (error) {
      await this.failed(ctx, item, error);
    }
  }

  private async failed(ctx: Ctx, item: OutboxItem, error: unknown): Promise<void> {
    const code = codeOf(error);
    const dead = error instanceof PermanentFailure || item.attempts >= MAX_ATTEMPTS;
    this.logger.warn({ order: item.id, topic: item.topic, attempts: item.attempts, code, dead });
    const now = systemNow();
    await this.uow.run(ctx, (ctx) =>
      dead
        ? this.orders.finish(ctx, item.id, this.owner, 'dead', new Date(now), code)
        : this.orders.postpone(ctx, item.id, this.owner, new Date(now + backOff(item.attempts)), code),
    );
  }
}

/** 2 s, 4 s, 8 s … at most an hour, plus up to a quarter so that orders do not come back together. */
function backOff(attempts: number): number {
  return Math.min(3_600_000, 1000 * 2 ** attempts) * (1 + Math.random() / 4);
}

/** A code for the row and the log; a message could quote private text. */
function codeOf(error: unknown): string {
  if (error instanceof PermanentFailure || error instanceof AppError) return error.code.slice(0, 120);
  return databaseErrorCode(error) || (error instanceof Error ? error.name : 'unknown');
}
