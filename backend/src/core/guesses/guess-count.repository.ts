import { Injectable } from '@nestjs/common';
import type { Ctx } from '../ctx';
import { BaseRepository } from '../db/base.repository';
import { isDuplicate } from '../db/database-errors';
import { instantOf } from '../db/row';
import { GuessCountEntity } from './guess-count.entity';

/** All times here are system time. */
@Injectable()
export class GuessCountRepository extends BaseRepository {
  /**
   * Takes one of the guesses of a window by a conditional UPDATE, which servers that ask at the same moment
   * cannot both win.
   * @returns null when it was granted, else since when the window runs
   */
  async take(
    ctx: Ctx,
    subject: string,
    most: number,
    { now, windowMs }: { now: Date; windowMs: number },
  ): Promise<Date | null> {
    const over = new Date(now.getTime() - windowMs);
    const counted = await this.execute(
      ctx,
      'UPDATE guess_count SET taken = taken + 1 WHERE subject = ? AND since > ? AND taken < ?',
      [subject, over, most],
    );
    if (counted === 1) return null;
    const begun = await this.execute(
      ctx,
      'UPDATE guess_count SET taken = 1, since = ? WHERE subject = ? AND since <= ?',
      [now, subject, over],
    );
    if (begun === 1) return null;
    const row = await this.row(ctx, 'SELECT since FROM guess_count WHERE subject = ?', [subject]);
    if (row) return instantOf(row.since);
    try {
      await this.em(ctx).insert(GuessCountEntity, { subject, since: now, taken: 1 });
      return null;
    } catch (error) {
      // Another server began the window in this moment: what it left is counted.
      if (!isDuplicate(error)) throw error;
      return this.take(ctx, subject, most, { now, windowMs });
    }
  }
}
