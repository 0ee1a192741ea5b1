import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';
import { MessageEntity } from './message.entity';
import type { QueryKey } from './query-code';

/** Finds a message by the keyed hash of its number and query code. */
@Injectable()
export class MessageQueryRepository extends BaseRepository {
  async idOf(ctx: Ctx, hash: string): Promise<number | null> {
    const row = await this.row(
      ctx,
      `SELECT m.id FROM message m${this.byIndex('ix_message_query')} WHERE m.query_hash = ? LIMIT 1`,
      [hash],
    );
    return row && numberOf(row.id);
  }

  async set(ctx: Ctx, id: number, key: QueryKey): Promise<void> {
    await this.of(ctx, MessageEntity).update({ id }, { ...key });
  }
}
