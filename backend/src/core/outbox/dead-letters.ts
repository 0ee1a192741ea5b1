import { Injectable } from '@nestjs/common';
import type { Page } from '@sunledger/shared-types';
import { systemNow } from '../clock';
import type { Ctx } from '../ctx';
import type { CtxInTx } from '../db/unit-of-work';
import type { OutboxState } from './outbox.entity';
import { OutboxRepository, type FailedOrder } from './outbox.repository';

/** What the outbox could not deliver, for the feature that shows it; payloads stay here. */
@Injectable()
export class DeadLetters {
  constructor(private readonly orders: OutboxRepository) {}

  list(
    ctx: Ctx,
    state: OutboxState,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<FailedOrder>> {
    return this.orders.failures(ctx, state, page);
  }

  /** How many orders are in each state, done ones left out. */
  counts(ctx: Ctx): Promise<Record<string, number>> {
    return this.orders.countByState(ctx);
  }

  find(ctx: Ctx, id: number): Promise<FailedOrder | null> {
    return this.orders.failure(ctx, id);
  }

  /** Opens a dead letter again as if it were new; false when it is none any more. */
  replay(ctx: CtxInTx, id: number, by: number): Promise<boolean> {
    return this.orders.replay(ctx, id, by, new Date(systemNow()));
  }
}
