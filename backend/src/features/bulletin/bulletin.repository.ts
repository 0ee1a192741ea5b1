import { Injectable } from '@nestjs/common';
import type { BulletinFigures, BulletinKind, BulletinState, Page } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { isDuplicate } from '../../core/db/database-errors';
import { instantOf, jsonOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import { AppError } from '../../core/errors/app-error';
import type { Ctx } from '../../core/ctx';
import { BulletinEntity, BulletinEventEntity, type BulletinEventCode } from './bulletin.entity';

/** A bulletin without its figures. */
export interface BulletinHead {
  id: number;
  regionId: number;
  kind: BulletinKind;
  year: number;
  part: number;
  title: string;
  asOf: string;
  status: BulletinState;
  publishedAt: Date | null;
}

export interface Bulletin extends BulletinHead {
  figures: BulletinFigures;
  remark: string | null;
  createdBy: number | null;
  submittedBy: number | null;
  reviewNote: string | null;
}

export type NewBulletin = Omit<BulletinEntity, 'id' | 'region'>;
export type BulletinChanges = Partial<
  Pick<
    BulletinEntity,
    'remark' | 'published' | 'periodKey' | 'submittedBy' | 'publishedBy' | 'publishedAt' | 'reviewNote'
  >
>;

const head = 'b.id, b.region_id, b.kind, b.year, b.part, b.title, b.as_of, b.status, b.published_at';
const whole = `${head}, b.figures, b.remark, b.created_by, b.submitted_by, b.review_note`;

@Injectable()
export class BulletinRepository extends BaseRepository {
  /** The newest first. */
  list(
    ctx: Ctx,
    regionId: number,
    paging: { drafts: boolean; limit: number; cursor?: string | undefined },
  ): Promise<Page<BulletinHead>> {
    return this.page(
      ctx,
      {
        select: head,
        from: 'bulletin b',
        index: paging.drafts ? 'ix_bulletin_region' : 'ix_bulletin_published',
        where: ['b.region_id = ?', ...(paging.drafts ? [] : ['b.published = 1'])],
        parameters: [regionId],
        order: [{ column: 'b.id', type: 'number', direction: 'desc' }],
        limit: paging.limit,
        cursor: paging.cursor,
      },
      toHead,
    );
  }

  /** Those of a region that wait to be published, the longest waiting first. */
  async inReview(ctx: Ctx, regionId: number, limit: number): Promise<Bulletin[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${whole} FROM bulletin b${this.byIndex('ix_bulletin_status')} ` +
        `WHERE b.region_id = ? AND b.status = 'inReview' ORDER BY b.id LIMIT ${Math.trunc(limit)}`,
      [regionId],
    );
    return rows.map(toBulletin);
  }

  async find(ctx: Ctx, id: number): Promise<Bulletin | null> {
    const row = await this.row(ctx, `SELECT ${whole} FROM bulletin b WHERE b.id = ?`, [id]);
    return row && toBulletin(row);
  }

  async insert(ctx: Ctx, bulletin: NewBulletin): Promise<number> {
    try {
      const { identifiers } = await this.em(ctx).insert(BulletinEntity, bulletin);
      return numberOf(identifiers[0]?.id);
    } catch (error) {
      // The only unique key is that of the period.
      if (isDuplicate(error)) throw new AppError('BULLETIN_EXISTS', { title: bulletin.title });
      throw error;
    }
  }

  /** Changes a bulletin that is still as it was read; false when somebody else was faster. */
  async change(
    ctx: Ctx,
    bulletin: BulletinHead,
    to: BulletinState,
    changes: BulletinChanges,
  ): Promise<boolean> {
    const { affected } = await this.of(ctx, BulletinEntity).update(
      { id: bulletin.id, regionId: bulletin.regionId, status: bulletin.status },
      { ...changes, status: to },
    );
    return affected === 1;
  }

  async appendEvent(
    ctx: Ctx,
    bulletin: Pick<BulletinHead, 'id' | 'regionId'>,
    code: BulletinEventCode,
    note: string | null = null,
  ): Promise<void> {
    await this.of(ctx, BulletinEventEntity).insert({
      regionId: bulletin.regionId,
      bulletinId: bulletin.id,
      code,
      at: ctx.clock.now(),
      accountId: ctx.actor?.accountId ?? null,
      note,
    });
  }
}

const toHead = (row: Row): BulletinHead => ({
  id: numberOf(row.id),
  regionId: numberOf(row.region_id),
  kind: textOfRow(row.kind) as BulletinKind,
  year: numberOf(row.year),
  part: numberOf(row.part),
  title: textOfRow(row.title),
  asOf: textOfRow(row.as_of),
  status: textOfRow(row.status) as BulletinState,
  publishedAt: row.published_at === null ? null : instantOf(row.published_at),
});

const toBulletin = (row: Row): Bulletin => ({
  ...toHead(row),
  figures: jsonOf(row.figures),
  remark: textOrNull(row.remark),
  createdBy: numberOrNull(row.created_by),
  submittedBy: numberOrNull(row.submitted_by),
  reviewNote: textOrNull(row.review_note),
});
