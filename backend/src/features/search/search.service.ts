import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, Page, SearchHit } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { SearchAnnex } from './search-annex';
import { SearchIndex } from './search-index.service';
import { toSearchHit } from './search.mapper';
import { SearchRepository } from './search.repository';

@Injectable()
export class SearchService {
  constructor(
    private readonly regions: RegionService,
    private readonly index: SearchIndex,
    private readonly documents: SearchRepository,
    private readonly annex: SearchAnnex,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.search.search>): Promise<Page<SearchHit>> {
    const region = await this.regions.byCode(ctx, input.region);
    const lookup = await this.index.lookup(ctx, region.id, input.q);
    if (!lookup) return { items: [], nextCursor: null };
    const { items, nextCursor } = await this.documents.find(ctx, lookup, input);
    const hits = items.map((found) => toSearchHit(found, lookup.terms));
    const taskIds = hits.flatMap(({ kind, id }) => (kind === 'task' ? [id] : []));
    const lights = await this.annex.lights(ctx, region.id, taskIds);
    const withLight = (hit: SearchHit): SearchHit =>
      hit.kind === 'task' ? { ...hit, light: lights.get(hit.id) ?? null } : hit;
    return { items: hits.map(withLight), nextCursor };
  }
}
