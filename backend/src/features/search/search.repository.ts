import { Injectable } from '@nestjs/common';
import type { Page, SearchKind } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { gramsOf, normalise } from './grams';
import { SearchDocumentEntity } from './search.entity';
import { kindOfRank, kindRanks } from './search-kind';
import type { Lookup } from './lookup.sql';

/** What a feature gives to be found. */
export interface SearchDocument {
  regionId: number;
  kind: SearchKind;
  refId: number;
  planId: number | null;
  title: string;
  body: string;
  /** What else a hit of this kind shows, such as the unit that answered. */
  note?: string;
}

export interface FoundDocument {
  kind: SearchKind;
  refId: number;
  planId: number | null;
  title: string;
  body: string;
  note: string | null;
}

const CHUNK = 100;
const GRAM_ROWS = 400;
/** A gram with this many documents is common: its list is walked, not gathered. */
export const COMMON = 500;

@Injectable()
export class SearchRepository extends BaseRepository {
  /** Replaces the documents of the same kind and id. Inside a unit of work. */
  async put(ctx: Ctx, documents: readonly SearchDocument[]): Promise<void> {
    for (let at = 0; at < documents.length; at += CHUNK) {
      const chunk = documents.slice(at, at + CHUNK);
      for (const kind of new Set(chunk.map((each) => each.kind))) {
        const ofKind = chunk.filter((each) => each.kind === kind);
        await this.remove(
          ctx,
          kind,
          ofKind.map((each) => each.refId),
        );
        await this.insert(ctx, kind, ofKind);
      }
    }
  }

  private async insert(ctx: Ctx, kind: SearchKind, documents: readonly SearchDocument[]): Promise<void> {
    const rank = kindRanks[kind];
    const norms = new Map(documents.map((each) => [each.refId, normalise(`${each.title}\n${each.body}`)]));
    await this.of(ctx, SearchDocumentEntity).insert(
      documents.map(({ regionId, refId, planId, title, body, note }) => ({
        regionId,
        kindRank: rank,
        refId,
        planId,
        title,
        body,
        norm: norms.get(refId) ?? '',
        note: note ?? null,
      })),
    );
    const ids = await this.idsOf(
      ctx,
      rank,
      documents.map((each) => each.refId),
    );
    const grams = documents.flatMap(({ regionId, refId, title, body }) =>
      gramsOf(`${title}\n${body}`).map((gram) => [regionId, gram, rank, ids.get(refId) ?? 0] as const),
    );
    for (let at = 0; at < grams.length; at += GRAM_ROWS) {
      const rows = grams.slice(at, at + GRAM_ROWS);
      await this.execute(
        ctx,
        `INSERT INTO search_gram (region_id, gram, kind_rank, document_id) VALUES ${rows.map(() => '(?, ?, ?, ?)').join(', ')}`,
        rows.flat(),
      );
    }
  }

  async remove(ctx: Ctx, kind: SearchKind, refIds: readonly number[]): Promise<void> {
    for (let at = 0; at < refIds.length; at += CHUNK) {
      const ids = [...(await this.idsOf(ctx, kindRanks[kind], refIds.slice(at, at + CHUNK))).values()];
      if (ids.length === 0) continue;
      await this.execute(ctx, `DELETE FROM search_gram WHERE document_id IN (${marks(ids)})`, ids);
      await this.execute(ctx, `DELETE FROM search_document WHERE id IN (${marks(ids)})`, ids);
    }
  }

  /** refId → id of the documents that are there. */
  private async idsOf(ctx: Ctx, rank: number, refIds: readonly number[]): Promise<Map<number, number>> {
    if (refIds.length === 0) return new Map();
    const rows = await this.rows(
      ctx,
      `SELECT id, ref_id FROM search_document WHERE kind_rank = ? AND ref_id IN (${marks(refIds)})`,
      [rank, ...refIds],
    );
    return new Map(rows.map((row) => [numberOf(row.ref_id), numberOf(row.id)]));
  }

  /** How many documents have each gram, counted up to `COMMON`; one short index range per gram. */
  async frequencies(ctx: Ctx, regionId: number, grams: readonly string[]): Promise<Map<string, number>> {
    if (grams.length === 0) return new Map();
    const one = `SELECT ? AS gram, COUNT(*) AS n FROM (SELECT 1 AS one FROM search_gram${this.byIndex('PRIMARY')} WHERE region_id = ? AND gram = ? LIMIT ${COMMON}) AS c`;
    const rows = await this.rows(
      ctx,
      grams.map(() => one).join(' UNION ALL '),
      grams.flatMap((gram) => [gram, regionId, gram]),
    );
    return new Map(rows.map((row) => [textOfRow(row.gram), numberOf(row.n)]));
  }

  /** One page, best kind first, newest first. */
  find(
    ctx: Ctx,
    lookup: Lookup,
    paging: { kind?: SearchKind | undefined; limit: number; cursor?: string | undefined },
  ): Promise<Page<FoundDocument>> {
    const rank = paging.kind ? kindRanks[paging.kind] : null;
    const contains = lookup.terms.map(() => 'INSTR(d.norm, ?) > 0');
    const shared = {
      select: 'd.kind_rank, d.ref_id, d.plan_id, d.title, d.body, d.note',
      limit: paging.limit,
      cursor: paging.cursor,
    };
    if (lookup.gram === null) {
      return this.page(
        ctx,
        {
          ...shared,
          from: 'search_document d',
          index: 'ix_search_document_list',
          where: ['d.region_id = ?', ...(rank === null ? [] : ['d.kind_rank = ?']), ...contains],
          parameters: [lookup.regionId, ...(rank === null ? [] : [rank]), ...lookup.terms],
          order: [
            { column: 'd.kind_rank', type: 'number', direction: 'desc' },
            { column: 'd.id', type: 'number', direction: 'desc' },
          ],
        },
        toFound,
      );
    }
    return this.page(
      ctx,
      {
        ...shared,
        from: 'search_gram g',
        index: 'PRIMARY',
        joins: 'JOIN search_document d ON d.id = g.document_id',
        where: ['g.region_id = ?', 'g.gram = ?', ...(rank === null ? [] : ['g.kind_rank = ?']), ...contains],
        parameters: [lookup.regionId, lookup.gram, ...(rank === null ? [] : [rank]), ...lookup.terms],
        order: [
          { column: 'g.kind_rank', type: 'number', direction: 'desc' },
          { column: 'g.document_id', type: 'number', direction: 'desc' },
        ],
      },
      toFound,
    );
  }

  /** Which documents of a kind share each gram: the newest `each` per gram, so the work is bounded. */
  async sharing(
    ctx: Ctx,
    regionId: number,
    kind: SearchKind,
    grams: readonly string[],
    each: number,
  ): Promise<{ gram: string; documentId: number }[]> {
    if (grams.length === 0) return [];
    const one = (at: number) =>
      `SELECT * FROM (SELECT gram, document_id FROM search_gram${this.byIndex('PRIMARY')} WHERE region_id = ? AND gram = ? AND kind_rank = ? ` +
      `ORDER BY document_id DESC LIMIT ${each}) AS s${at}`;
    const rows = await this.rows(
      ctx,
      grams.map((_, at) => one(at)).join(' UNION ALL '),
      grams.flatMap((gram) => [regionId, gram, kindRanks[kind]]),
    );
    return rows.map((row) => ({ gram: textOfRow(row.gram), documentId: numberOf(row.document_id) }));
  }

  async byIds(ctx: Ctx, ids: readonly number[]): Promise<Map<number, FoundDocument>> {
    if (ids.length === 0) return new Map();
    const rows = await this.rows(
      ctx,
      `SELECT d.id, d.kind_rank, d.ref_id, d.plan_id, d.title, d.body, d.note FROM search_document d WHERE d.id IN (${marks(ids)})`,
      ids,
    );
    return new Map(rows.map((row) => [numberOf(row.id), toFound(row)]));
  }
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

const toFound = (row: Row): FoundDocument => ({
  kind: kindOfRank(numberOf(row.kind_rank)),
  refId: numberOf(row.ref_id),
  planId: numberOrNull(row.plan_id),
  title: textOfRow(row.title),
  body: textOfRow(row.body),
  note: textOrNull(row.note),
});
