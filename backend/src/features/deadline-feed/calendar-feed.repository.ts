import { Injectable } from '@nestjs/common';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { instantOf, numberOf } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { CalendarFeedEntity } from './calendar-feed.entity';

export type CalendarFeed = Pick<CalendarFeedEntity, 'regionId' | 'accountId' | 'unitId' | 'createdAt'>;

const columns = 'f.region_id, f.account_id, f.unit_id, f.created_at';

@Injectable()
export class CalendarFeedRepository extends BaseRepository {
  async byToken(ctx: Ctx, tokenHash: string): Promise<CalendarFeed | null> {
    const row = await this.row(ctx, `SELECT ${columns} FROM calendar_feed f WHERE f.token_hash = ?`, [
      tokenHash,
    ]);
    return row ? toFeed(row) : null;
  }

  /** Few per person: one for each unit they answer for. */
  async ofAccount(ctx: Ctx, accountId: number): Promise<CalendarFeed[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM calendar_feed f${this.byIndex('ux_calendar_feed_account')} ` +
        'WHERE f.account_id = ? ORDER BY f.unit_id LIMIT 100',
      [accountId],
    );
    return rows.map(toFeed);
  }

  async put(ctx: Ctx, feed: Omit<CalendarFeedEntity, 'id' | 'unit'>): Promise<void> {
    await this.remove(ctx, feed.accountId, feed.unitId);
    await this.em(ctx).insert(CalendarFeedEntity, feed);
  }

  /** All addresses of an account that ends. */
  async forget(ctx: Ctx, accountId: number): Promise<void> {
    await this.execute(ctx, 'DELETE FROM calendar_feed WHERE account_id = ?', [accountId]);
  }

  async remove(ctx: Ctx, accountId: number, unitId: number): Promise<void> {
    await this.execute(ctx, 'DELETE FROM calendar_feed WHERE account_id = ? AND unit_id = ?', [
      accountId,
      unitId,
    ]);
  }
}

const toFeed = (row: Row): CalendarFeed => ({
  regionId: numberOf(row.region_id),
  accountId: numberOf(row.account_id),
  unitId: numberOf(row.unit_id),
  createdAt: instantOf(row.created_at),
});
