import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { ChainRepository, type ChainHead } from './chain.repository';

const BATCH = 1000;

/** The heads of all chains of a region, for whoever keeps them elsewhere. */
@Injectable()
export class ChainHeads {
  constructor(private readonly chains: ChainRepository) {}

  /** In the order of receipt, a batch at a time: a region may hold more than fits into memory. */
  async *batches(ctx: Ctx, regionId: number): AsyncGenerator<readonly ChainHead[]> {
    let last: number | undefined = 0;
    while (last !== undefined) {
      const heads: ChainHead[] = await this.chains.heads(ctx, regionId, last, BATCH);
      if (heads.length > 0) yield heads;
      last = heads.at(-1)?.messageId;
    }
  }
}
