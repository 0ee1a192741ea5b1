import type { SearchKind } from '@sunledger/shared-types';
import { kindRanks } from './search-kind';

/** How a query is looked up: by its rarest gram, or, where every gram is common, along the list. */
export interface Lookup {
  readonly regionId: number;
  /** Normalised words, all of which must be found. */
  readonly terms: readonly string[];
  /** The gram to start from; null = walk the list and compare. */
  readonly gram: string | null;
}

/**
 * The lookup as a condition on a list of another feature: `t.id` is one of the documents found. The list
 * keeps its own order and its own keyset.
 */
export function foundIn(
  lookup: Lookup,
  kind: SearchKind,
  column: string,
): { sql: string; parameters: (string | number)[] } {
  const contains = lookup.terms.map(() => ' AND INSTR(d.norm, ?) > 0').join('');
  const rank = kindRanks[kind];
  if (lookup.gram === null) {
    return {
      sql: `EXISTS (SELECT 1 FROM search_document d WHERE d.kind_rank = ? AND d.ref_id = ${column}${contains})`,
      parameters: [rank, ...lookup.terms],
    };
  }
  return {
    sql:
      `${column} IN (SELECT d.ref_id FROM search_gram g JOIN search_document d ON d.id = g.document_id ` +
      `WHERE g.region_id = ? AND g.gram = ? AND g.kind_rank = ?${contains})`,
    parameters: [lookup.regionId, lookup.gram, rank, ...lookup.terms],
  };
}
