import type { SearchHit } from '@sunledger/shared-types';
import { excerptOf } from './grams';
import type { FoundDocument } from './search.repository';

export const toSearchHit = (found: FoundDocument, terms: readonly string[]): SearchHit => ({
  kind: found.kind,
  id: found.refId,
  planId: found.planId,
  title: excerptOf(found.title, terms, 120),
  light: null,
  excerpt: excerptOf(found.body, terms),
});
