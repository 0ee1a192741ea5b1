import { Injectable } from '@nestjs/common';
import type { MessageRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import {
  MESSAGE_COLUMNS,
  messageJoins,
  privateJoins,
  messageRowOf,
  PUBLIC_MESSAGE_COLUMNS,
  type Look,
} from './message.mapper';

@Injectable()
export class MessageRowsRepository extends BaseRepository {
  /** Messages by id for one audience; a public look reads no private column. */
  async byIds(ctx: Ctx, ids: readonly number[], look: Look): Promise<MessageRow[]> {
    if (ids.length === 0) return [];
    const publicly = look.audience === 'public';
    const columns = publicly ? PUBLIC_MESSAGE_COLUMNS : MESSAGE_COLUMNS;
    const key = this.byIndex('PRIMARY');
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM message m${key} ${publicly ? messageJoins(key) : privateJoins(key)} WHERE m.id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
    return rows.map((row) => messageRowOf(row, look));
  }
}
