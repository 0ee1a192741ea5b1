import { Injectable } from '@nestjs/common';
import type { SearchKind } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { gramsOf, termsOf } from './grams';
import type { Lookup } from './lookup.sql';
import { COMMON, SearchRepository, type SearchDocument } from './search.repository';

/** Counting more grams than this costs more than it saves. */
const GRAMS_TO_COUNT = 8;

/** What may be found is put in when it becomes public and taken out when it ceases to be. */
@Injectable()
export class SearchIndex {
  constructor(private readonly documents: SearchRepository) {}

  /** Inside the unit of work that publishes. Replaces what was there of the same kind and id. */
  put(ctx: Ctx, ...documents: readonly SearchDocument[]): Promise<void> {
    return this.documents.put(ctx, documents);
  }

  remove(ctx: Ctx, kind: SearchKind, ...refIds: readonly number[]): Promise<void> {
    return this.documents.remove(ctx, kind, refIds);
  }

  /** Decides how a query is looked up; null when it holds nothing to look for. */
  async lookup(ctx: Ctx, regionId: number, query: string): Promise<Lookup | null> {
    const terms = termsOf(query);
    if (terms.length === 0) return null;
    const grams = [...new Set(terms.flatMap((term) => gramsOf(term)))].slice(0, GRAMS_TO_COUNT);
    const counted = [...(await this.documents.frequencies(ctx, regionId, grams))];
    const [rarest] = counted.sort((a, b) => a[1] - b[1]);
    return { regionId, terms, gram: rarest && rarest[1] < COMMON ? rarest[0] : null };
  }
}
