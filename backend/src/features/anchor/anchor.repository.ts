import { Injectable } from '@nestjs/common';
import { shortFingerprint, type Anchor, type Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, textOfRow, textOrNull, wireInstant } from '../../core/db/row';
import { ChainAnchorEntity, ChainAnchorHeadEntity } from './anchor.entity';

const COLUMNS = 'a.id, a.day, a.made_at, a.messages, a.events, a.fingerprint, a.previous';
const INSERT_AT_ONCE = 500;

export interface StoredHead {
  readonly messageId: number;
  readonly number: string;
  readonly length: number;
  readonly head: string;
}

export type StoredAnchor = Anchor & { readonly previous: string | null };

@Injectable()
export class AnchorRepository extends BaseRepository {
  list(
    ctx: Ctx,
    regionId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<StoredAnchor>> {
    return this.page(
      ctx,
      {
        select: COLUMNS,
        from: 'chain_anchor a',
        index: 'ux_chain_anchor_day',
        where: ['a.region_id = ?'],
        parameters: [regionId],
        order: [
          { column: 'a.day', type: 'string', direction: 'desc' },
          { column: 'a.id', type: 'number', direction: 'desc' },
        ],
        limit: page.limit,
        cursor: page.cursor,
      },
      anchorOf,
    );
  }

  /** The anchor of a day, or the newest one when no day is given. */
  async find(ctx: Ctx, regionId: number, day?: string): Promise<StoredAnchor | null> {
    const onDay = day === undefined ? '' : 'AND a.day = ?';
    const row = await this.row(
      ctx,
      `SELECT ${COLUMNS} FROM chain_anchor a WHERE a.region_id = ? ${onDay} ORDER BY a.day DESC LIMIT 1`,
      day === undefined ? [regionId] : [regionId, day],
    );
    return row && anchorOf(row);
  }

  async insert(ctx: Ctx, anchor: Omit<ChainAnchorEntity, 'id' | 'region'>): Promise<number> {
    const done = await this.of(ctx, ChainAnchorEntity).insert(anchor);
    return numberOf(done.identifiers[0]?.id);
  }

  async complete(
    ctx: Ctx,
    id: number,
    made: Pick<ChainAnchorEntity, 'messages' | 'events' | 'fingerprint'>,
  ): Promise<void> {
    await this.of(ctx, ChainAnchorEntity).update({ id }, made);
  }

  async insertHeads(
    ctx: Ctx,
    regionId: number,
    anchorId: number,
    heads: readonly StoredHead[],
  ): Promise<void> {
    for (let at = 0; at < heads.length; at += INSERT_AT_ONCE) {
      const rows = heads.slice(at, at + INSERT_AT_ONCE).map((head) => ({ ...head, regionId, anchorId }));
      await this.of(ctx, ChainAnchorHeadEntity).insert(rows);
    }
  }

  /** The heads of messages after an id as an anchor knows them: of each message the newest up to it. */
  async heads(
    ctx: Ctx,
    regionId: number,
    anchorId: number,
    afterId: number,
    limit: number,
  ): Promise<StoredHead[]> {
    const rows = await this.rows(
      ctx,
      `SELECT h.message_id, h.number, h.length, h.head FROM chain_anchor_head h${this.byIndex('ux_chain_anchor_head_message')}
      WHERE h.region_id = ? AND h.message_id > ? AND h.anchor_id <= ? AND NOT EXISTS (
        SELECT 1 FROM chain_anchor_head n WHERE n.region_id = h.region_id AND n.message_id = h.message_id
          AND n.anchor_id > h.anchor_id AND n.anchor_id <= ?)
      ORDER BY h.message_id LIMIT ${Math.trunc(limit)}`,
      [regionId, afterId, anchorId, anchorId],
    );
    return rows.map((row) => ({
      messageId: numberOf(row.message_id),
      number: textOfRow(row.number),
      length: numberOf(row.length),
      head: textOfRow(row.head),
    }));
  }
}

function anchorOf(row: Row): StoredAnchor {
  const fingerprint = textOfRow(row.fingerprint);
  return {
    id: numberOf(row.id),
    day: textOfRow(row.day),
    madeAt: wireInstant(row.made_at),
    messages: numberOf(row.messages),
    events: numberOf(row.events),
    fingerprint,
    short: shortFingerprint(fingerprint),
    previous: textOrNull(row.previous),
  };
}
