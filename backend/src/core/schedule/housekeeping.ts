import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemNow } from '../clock';
import type { Ctx } from '../ctx';
import { UnitOfWork } from '../db/unit-of-work';
import { IdempotencyRepository } from '../http/idempotency.repository';
import { OutboxRepository } from '../outbox/outbox.repository';
import { Scheduler } from './scheduler';

const HOUR = 3600_000;
/** Longer than any client goes on retrying one request. */
const KEYS_KEPT_MS = 48 * HOUR;
/** Done orders are the memory of their dedupe keys; dead ones stay until somebody decides. */
const ORDERS_KEPT_MS = 60 * 24 * HOUR;

/** Throws away what core no longer needs. */
@Injectable()
export class Housekeeping implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly uow: UnitOfWork,
    private readonly keys: IdempotencyRepository,
    private readonly orders: OutboxRepository,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'housekeeping', everyMs: 6 * HOUR, run: (ctx) => this.run(ctx) });
  }

  async run(ctx: Ctx): Promise<void> {
    const now = systemNow();
    await this.uow.run(ctx, (ctx) => this.keys.purge(ctx, new Date(now - KEYS_KEPT_MS)));
    await this.uow.run(ctx, (ctx) => this.orders.purge(ctx, new Date(now - ORDERS_KEPT_MS)));
  }
}
