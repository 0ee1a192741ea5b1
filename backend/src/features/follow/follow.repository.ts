import { Injectable } from '@nestjs/common';
import type { FollowKind, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { isDuplicate } from '../../core/db/database-errors';
import { instantOf, numberOf, textOfRow } from '../../core/db/row';
import { FollowEntity } from './follow.entity';

export type StoredFollow = Omit<FollowEntity, 'account' | 'region'>;

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

@Injectable()
export class FollowRepository extends BaseRepository {
  /** Following twice is following. */
  async add(ctx: Ctx, follow: Omit<StoredFollow, 'id'>): Promise<void> {
    if (await this.follows(ctx, follow.accountId, follow.kind, follow.refId)) return;
    try {
      await this.em(ctx).insert(FollowEntity, follow);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  async remove(ctx: Ctx, accountId: number, kind: FollowKind, refId: number): Promise<void> {
    await this.execute(ctx, 'DELETE FROM follow WHERE account_id = ? AND kind = ? AND ref_id = ?', [
      accountId,
      kind,
      refId,
    ]);
  }

  async follows(ctx: Ctx, accountId: number, kind: FollowKind, refId: number): Promise<boolean> {
    const sql = 'SELECT id FROM follow WHERE account_id = ? AND kind = ? AND ref_id = ?';
    return (await this.row(ctx, sql, [accountId, kind, refId])) !== null;
  }

  async count(ctx: Ctx, accountId: number): Promise<number> {
    const row = await this.row(ctx, 'SELECT COUNT(*) AS n FROM follow WHERE account_id = ?', [accountId]);
    return numberOf(row?.n);
  }

  list(
    ctx: Ctx,
    accountId: number,
    page: { kind?: FollowKind | undefined; limit: number; cursor?: string | undefined },
  ): Promise<Page<StoredFollow>> {
    return this.page(
      ctx,
      {
        select: 'f.id, f.account_id, f.region_id, f.kind, f.ref_id, f.followed_at',
        from: 'follow f',
        index: 'ix_follow_account',
        where: ['f.account_id = ?', ...(page.kind ? ['f.kind = ?'] : [])],
        parameters: [accountId, ...(page.kind ? [page.kind] : [])],
        order: [{ column: 'f.id', type: 'number', direction: 'desc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      toFollow,
    );
  }

  /** Who follows a task or one of the units that answer for it, each once; the accounts after `after`. */
  async followers(
    ctx: Ctx,
    taskId: number,
    unitIds: readonly number[],
    after: number,
    limit: number,
  ): Promise<number[]> {
    const units = unitIds.length > 0 ? ` OR (f.kind = ? AND f.ref_id IN (${marks(unitIds)}))` : '';
    const rows = await this.rows(
      ctx,
      `SELECT DISTINCT f.account_id FROM follow f${this.byIndex('ix_follow_ref')} WHERE ((f.kind = ? AND f.ref_id = ?)${units}) ` +
        `AND f.account_id > ? ORDER BY f.account_id LIMIT ${Math.trunc(limit)}`,
      ['task', taskId, ...(unitIds.length > 0 ? ['unit', ...unitIds] : []), after],
    );
    return rows.map((row) => numberOf(row.account_id));
  }

  /** Whether anything of a region is followed at all. */
  async anyIn(ctx: Ctx, regionId: number): Promise<boolean> {
    return (await this.row(ctx, 'SELECT id FROM follow WHERE region_id = ? LIMIT 1', [regionId])) !== null;
  }

  async all(ctx: Ctx, accountId: number): Promise<StoredFollow[]> {
    const rows = await this.rows(
      ctx,
      `SELECT f.id, f.account_id, f.region_id, f.kind, f.ref_id, f.followed_at FROM follow f${this.byIndex('ix_follow_account')} ` +
        'WHERE f.account_id = ? ORDER BY f.id',
      [accountId],
    );
    return rows.map(toFollow);
  }

  async forget(ctx: Ctx, accountId: number): Promise<void> {
    await this.execute(ctx, 'DELETE FROM follow WHERE account_id = ?', [accountId]);
  }
}

const toFollow = (row: Row): StoredFollow => ({
  id: numberOf(row.id),
  accountId: numberOf(row.account_id),
  regionId: numberOf(row.region_id),
  kind: textOfRow(row.kind) as FollowKind,
  refId: numberOf(row.ref_id),
  followedAt: instantOf(row.followed_at),
});
