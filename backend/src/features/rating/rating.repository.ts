import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { isDuplicate } from '../../core/db/database-errors';
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
}
