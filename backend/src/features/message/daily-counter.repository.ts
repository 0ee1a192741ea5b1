import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';

/**
 * Counts by day without races: the upsert takes the row's lock, so two units of work never get the same
 * number, and one that is rolled back gives its number back. This is the file in which the two databases'
 * words for “insert or add” differ.
 */
@Injectable()
export class DailyCounterRepository extends BaseRepository {
  /** Adds one and gives the new value, 1 for the first of the day. Inside a unit of work. */
  async next(ctx: Ctx, scope: string, day: string): Promise<number> {
    const onClash =
      this.database.dialect === 'mysql'
        ? 'ON DUPLICATE KEY UPDATE value = value + 1'
        : 'ON CONFLICT (scope, day) DO UPDATE SET value = value + 1';
    await this.execute(ctx, `INSERT INTO daily_counter (scope, day, value) VALUES (?, ?, 1) ${onClash}`, [
      scope,
      day,
    ]);
    const row = await this.row(ctx, 'SELECT value FROM daily_counter WHERE scope = ? AND day = ?', [
      scope,
      day,
    ]);
    return numberOf(row?.value);
  }
}

/** The counter of a region's receipt numbers. */
export const numberScope = (regionId: number): string => `number:${regionId}`;

/** The counter of one account's messages in a region. */
export const authorScope = (regionId: number, accountId: number): string => `author:${regionId}:${accountId}`;
