import { Injectable } from '@nestjs/common';
import type { Anchor, endpoints, InputOf, OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { requireMembership } from '../../core/policy/membership';
import type { AnchoredChain, ChainAnchor } from '../message/chain-anchor';
import type { Region } from '../region/region.mapper';
import { RegionService } from '../region/region.service';
import { AnchorRepository, type StoredAnchor } from './anchor.repository';
import { MakeAnchorsService } from './make-anchors.service';

type Calls = typeof endpoints.anchor;

/** The daily anchors for the office, which keeps the files, and for bulletins, which print the fingerprint. */
@Injectable()
export class AnchorService {
  constructor(
    private readonly regions: RegionService,
    private readonly anchors: AnchorRepository,
    private readonly made: MakeAnchorsService,
  ) {}

  /**
   * The newest anchor of a region, made now when today has none yet: `{ day, fingerprint, short, … }`. A
   * bulletin prints `day` and `short`.
   */
  async latest(ctx: Ctx, regionId: number): Promise<Anchor> {
    await this.made.ofRegion(ctx, await this.regions.byId(ctx, regionId));
    const anchor = await this.anchors.find(ctx, regionId);
    if (!anchor) throw new AppError('ANCHOR_NOT_FOUND');
    return shownOf(anchor);
  }

  async list(ctx: Ctx, input: InputOf<Calls['list']>): Promise<OutputOf<Calls['list']>> {
    const region = await this.regionFor(ctx, input.code);
    const page = await this.anchors.list(ctx, region.id, input);
    return { ...page, items: page.items.map(shownOf) };
  }

  /** The file of one day as `npm run verify -- --anchor` reads it. */
  async file(ctx: Ctx, input: InputOf<Calls['file']>): Promise<ChainAnchor> {
    const region = await this.regionFor(ctx, input.code);
    const anchor = await this.anchors.find(ctx, region.id, input.day);
    if (!anchor) throw new AppError('ANCHOR_NOT_FOUND');
    const chains: Record<string, AnchoredChain> = {};
    for await (const { number, length, head } of this.made.heads(ctx, region.id, anchor.id))
      chains[number] = [length, head];
    const { day, madeAt, previous, fingerprint, messages } = anchor;
    return { madeAt, day, previous, fingerprint, regions: { [region.code]: { count: messages, chains } } };
  }

  private async regionFor(ctx: Ctx, code: string): Promise<Region> {
    const region = await this.regions.byCode(ctx, code);
    const roles = ['office', 'official'] as const;
    requireMembership(ctx, { regionId: region.id, roles, notFound: 'REGION_NOT_FOUND' });
    return region;
  }
}

function shownOf({ previous: _previous, ...anchor }: StoredAnchor): Anchor {
  return anchor;
}
