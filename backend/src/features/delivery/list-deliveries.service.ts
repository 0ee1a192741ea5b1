import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { DeadLetters } from '../../core/outbox/dead-letters';
import { deliveryOf } from './delivery.mapper';

type Endpoint = typeof endpoints.delivery.list;

/** What the outbox could not deliver, of the whole deployment: no region's text or person is in it. */
@Injectable()
export class ListDeliveriesService {
  constructor(private readonly letters: DeadLetters) {}

  async run(ctx: Ctx, input: InputOf<Endpoint>): Promise<OutputOf<Endpoint>> {
    const { items, nextCursor } = await this.letters.list(ctx, input.state, input);
    const { dead = 0, unknown = 0, open = 0, attempted = 0 } = await this.letters.counts(ctx);
    return { items: items.map(deliveryOf), nextCursor, counts: { dead, unknown, open: open + attempted } };
  }
}
