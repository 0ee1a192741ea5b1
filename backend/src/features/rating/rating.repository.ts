import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { isDuplicate } from '../../core/db/database-errors';
import { numberOf, textOfRow, textOrNull, wireInstant } from '../../core/db/row';
import { RatingEntity } from './rating.entity';

@Injectable()
export class RatingRepository extends BaseRepository {
  /** Stores a rating; false when the message has one already. */
  async insert(ctx: Ctx, rating: Omit<RatingEntity, 'id' | 'message'>): Promise<boolean> {
    try {
      await this.of(ctx, RatingEntity).insert(rating);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** What somebody thought of the answers to the own messages. */
  async ofAuthor(ctx: Ctx, authorId: number): Promise<unknown[]> {
    const rows = await this.rows(
      ctx,
      'SELECT m.number, r.level, r.text, r.rated_at FROM message m JOIN rating r ON r.message_id = m.id ' +
        'WHERE m.author_id = ? ORDER BY m.id',
      [authorId],
    );
    return rows.map((row) => ({
      message: textOfRow(row.number),
      level: numberOf(row.level),
      text: textOrNull(row.text),
      ratedAt: wireInstant(row.rated_at),
    }));
  }
}
