import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { NewestEvent } from '../../core/newest-event';
import type { Region } from '../region/region.mapper';
import { RegionService } from '../region/region.service';
import type { ChainAnchor, RegionAnchor } from './chain-anchor';
import { erasedRows } from './chain-texts';
import { ChainRepository } from './chain.repository';
import { verifyChain, type ChainFault, type StoredChain } from './verify-chain';

const BATCH = 200;

export interface VerificationReport {
  /** Messages looked at. */
  readonly messages: number;
  /** Rows of their chains. */
  readonly events: number;
  readonly faultCount: number;
  readonly firstFault: ChainFault | null;
  /** Texts that their authors had erased: reported, no fault. */
  readonly erased: number;
  /** What the chains are now, to be kept outside; null unless asked for, as it grows with them. */
  readonly anchor: ChainAnchor | null;
}

/** `npm run verify`: walks every chain of a region, or of all, and tells the first thing that does not fit. */
@Injectable()
export class ChainVerificationService implements OnModuleInit {
  constructor(
    private readonly regions: RegionService,
    private readonly chains: ChainRepository,
    private readonly newest: NewestEvent,
    @Inject(CONFIG) private readonly config: Pick<Config, 'chainKey'>,
  ) {}

  onModuleInit(): void {
    this.newest.from((ctx) => this.chains.newestAt(ctx));
  }

  async run(
    ctx: Ctx,
    options: { region?: string; anchor?: ChainAnchor; keepAnchor?: boolean } = {},
  ): Promise<VerificationReport> {
    const regions =
      options.region === undefined
        ? await this.regions.all(ctx)
        : [await this.regions.byCode(ctx, options.region)];
    const tally = { messages: 0, events: 0, erased: 0, faults: [] as ChainFault[], count: 0 };
    const anchors: Record<string, RegionAnchor> | null = options.keepAnchor ? {} : null;
    const note = (found: ChainFault | null): void => {
      if (!found) return;
      tally.count += 1;
      if (tally.faults.length === 0) tally.faults.push(found);
    };
    for (const region of regions) {
      const anchored = options.anchor?.regions[region.code];
      const kept: RegionAnchor['chains'] | null = anchors && {};
      const count = await this.region(ctx, region, anchored, tally, note, kept);
      if (anchors && kept) anchors[region.code] = { count, chains: kept };
    }
    if (options.region === undefined) note(await this.orphan(ctx));
    return {
      messages: tally.messages,
      events: tally.events,
      faultCount: tally.count,
      firstFault: tally.faults[0] ?? null,
      erased: tally.erased,
      anchor: anchors && { madeAt: ctx.clock.now().toISOString(), regions: anchors },
    };
  }

  private async region(
    ctx: Ctx,
    region: Region,
    anchored: RegionAnchor | undefined,
    tally: { messages: number; events: number; erased: number },
    note: (found: ChainFault | null) => void,
    kept: RegionAnchor['chains'] | null,
  ): Promise<number> {
    const missing = new Set(Object.keys(anchored?.chains ?? {}));
    let count = 0;
    for await (const chain of this.everyChain(ctx, region.id)) {
      note(await this.check(ctx, chain, anchored?.chains[chain.number]));
      if (kept) kept[chain.number] = [chain.length, chain.head];
      missing.delete(chain.number);
      count += 1;
      tally.messages += 1;
      tally.events += chain.rows.length;
      tally.erased += erasedRows(chain.rows).size;
    }
    for (const number of missing) note({ number, seq: null, what: '存证里有这条留言，现在整条不在了' });
    for (const { day, stored, given } of await this.chains.numbersByDay(ctx, region.id)) {
      if (stored !== given) {
        note({
          number: `${region.code} ${day}`,
          seq: null,
          what: `当日发出 ${given} 个编号，库里有 ${stored} 条留言`,
        });
      }
    }
    return count;
  }

  /** A message that is being handled while it is read may look torn: a fault counts when it is there twice. */
  private async check(
    ctx: Ctx,
    chain: StoredChain,
    entry: RegionAnchor['chains'][string] | undefined,
  ): Promise<ChainFault | null> {
    const anchored = entry && { length: entry[0], head: entry[1] };
    if (!verifyChain(this.config.chainKey, chain, anchored)) return null;
    const [again] = await this.chains.batch(ctx, chain.regionId, chain.id - 1, 1);
    if (again?.id !== chain.id) return { number: chain.number, seq: null, what: '核对时留言被删除' };
    return verifyChain(this.config.chainKey, again, anchored);
  }

  private async *everyChain(ctx: Ctx, regionId: number): AsyncGenerator<StoredChain> {
    let afterId = 0;
    for (;;) {
      const batch = await this.chains.batch(ctx, regionId, afterId, BATCH);
      yield* batch;
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) return;
      afterId = last.id;
    }
  }

  private async orphan(ctx: Ctx): Promise<ChainFault | null> {
    const id = await this.chains.orphan(ctx);
    return id === null ? null : { number: `#${id}`, seq: null, what: '记录还在，留言被删除' };
  }
}
