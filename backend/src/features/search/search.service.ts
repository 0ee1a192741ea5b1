import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, Page, SearchHit } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { SearchIndex } from './search-index.service';
import { toSearchHit } from './search.mapper';
import { SearchRepository } from './search.repository';

@Injectable()
export class SearchService {
  constructor(
    private readonly regions: RegionService,
    private readonly index: SearchIndex,
    private readonly documents: SearchRepository,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.search.search>): Promise<Page<SearchHit>> {
    const region = await this.regions.byCode(ctx, input.region);
    const lookup = await this.index.lookup(ctx, region.id, input.q);
    if (!lookup) return { items: [], nextCursor: null };
    const { items, nextCursor } = await this.documents.find(ctx, lookup, input);
    return { items: items.map((found) => toSearchHit(found, lookup.terms)), nextCursor };
  }
}
