import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { isDuplicate } from '../../core/db/database-errors';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { Scheduler } from '../../core/schedule/scheduler';
import { AnchorDigest } from '../message/chain-anchor';
import { ChainHeads } from '../message/chain-heads.service';
import type { Region } from '../region/region.mapper';
import { RegionService } from '../region/region.service';
import { AnchorRepository, type StoredHead } from './anchor.repository';

const EVERY_MS = 10 * 60_000;
const BATCH = 1000;

/**
 * 每日存证: once a day the heads of all chains of a region are written down. The job may run late, twice or on
 * several servers: a day of a region exists once, by its unique key.
 */
@Injectable()
export class MakeAnchorsService implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly chains: ChainHeads,
    private readonly anchors: AnchorRepository,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'chain-anchor', everyMs: EVERY_MS, run: (ctx) => this.run(ctx) });
  }

  async run(ctx: Ctx): Promise<void> {
    for (const region of await this.regions.all(ctx)) await this.ofRegion(ctx, region);
  }

  /** Today's anchor of a region, unless it is there. */
  async ofRegion(ctx: Ctx, region: Region): Promise<void> {
    const day = ctx.clock.today();
    const last = await this.anchors.find(ctx, region.id);
    if (last && last.day >= day) return;
    try {
      await this.uow.run(ctx, (ctx) => this.make(ctx, region, day, last));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  private async make(
    ctx: CtxInTx,
    region: Region,
    day: string,
    last: { id: number; fingerprint: string } | null,
  ): Promise<void> {
    const previous = last?.fingerprint ?? null;
    const id = await this.anchors.insert(ctx, {
      regionId: region.id,
      day,
      madeAt: ctx.clock.now(),
      messages: 0,
      events: 0,
      fingerprint: '',
      previous,
    });
    for await (const now of this.chains.batches(ctx, region.id)) {
      const changed = await this.changed(ctx, region.id, last?.id ?? 0, now);
      await this.anchors.insertHeads(ctx, region.id, id, changed);
    }
    const digest = new AnchorDigest(region.code, day, previous);
    let [messages, events] = [0, 0];
    for await (const { number, length, head } of this.heads(ctx, region.id, id)) {
      digest.add(number, [length, head]);
      messages += 1;
      events += length;
    }
    await this.anchors.complete(ctx, id, { messages, events, fingerprint: digest.end() });
  }

  /** Every head that an anchor covers, in the order of receipt. */
  async *heads(ctx: Ctx, regionId: number, anchorId: number): AsyncGenerator<StoredHead> {
    let last: number | undefined = 0;
    while (last !== undefined) {
      const heads: StoredHead[] = await this.anchors.heads(ctx, regionId, anchorId, last, BATCH);
      yield* heads;
      last = heads.at(-1)?.messageId;
    }
  }

  private async changed(
    ctx: Ctx,
    regionId: number,
    anchorId: number,
    now: readonly StoredHead[],
  ): Promise<StoredHead[]> {
    const first = (now[0]?.messageId ?? 1) - 1;
    const then = await this.anchors.heads(ctx, regionId, anchorId, first, now.length);
    const known = new Map(then.map((head) => [head.messageId, head.head]));
    return now.filter((head) => known.get(head.messageId) !== head.head);
  }
}
