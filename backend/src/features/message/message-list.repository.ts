import { Injectable } from '@nestjs/common';
import type { MessageRow, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { numberOf } from '../../core/db/row';
import { MESSAGE_COLUMNS, PUBLIC_MESSAGE_COLUMNS, type Look } from './message.mapper';
import {
  BY_ID,
  byDue,
  MessagePageRepository,
  type Condition,
  type ListFilter,
} from './message-page.repository';

/** The message lists: each one statement on one index, never a walk over the table. */
@Injectable()
export class MessageListRepository extends MessagePageRepository {
  /** Answered and shown in public, newest first; of a task, of a unit, or of the region. */
  public(
    ctx: Ctx,
    scope: { regionId: number; taskId?: number | undefined; unitId?: number | undefined },
    filter: ListFilter,
    look: Look,
  ): Promise<Page<MessageRow>> {
    const { taskId, unitId, regionId } = scope;
    const conditions: Condition[] = [{ sql: 'm.public_shown = 1', parameters: [] }];
    if (taskId !== undefined) conditions.push({ sql: 'm.task_id = ?', parameters: [taskId] });
    if (unitId !== undefined) conditions.push({ sql: 'm.unit_id = ?', parameters: [unitId] });
    conditions.push({ sql: 'm.region_id = ?', parameters: [regionId] });
    const index =
      taskId !== undefined
        ? 'ix_message_task'
        : unitId !== undefined
          ? 'ix_message_public_unit'
          : filter.kind
            ? 'ix_message_public_kind'
            : 'ix_message_public';
    return this.list(ctx, PUBLIC_MESSAGE_COLUMNS, index, BY_ID, conditions, filter, look);
  }

  /** What an account wrote, newest first. */
  mine(
    ctx: Ctx,
    accountId: number,
    regionId: number | null,
    filter: ListFilter,
    look: Look,
  ): Promise<Page<MessageRow>> {
    const conditions: Condition[] = [{ sql: 'm.author_id = ?', parameters: [accountId] }];
    if (regionId !== null) conditions.push({ sql: 'm.region_id = ?', parameters: [regionId] });
    const index = filter.state ? 'ix_message_author_result' : 'ix_message_author';
    return this.list(ctx, MESSAGE_COLUMNS, index, BY_ID, conditions, filter, look);
  }

  /** The regions in which an account has messages that still count down. */
  async regionsOf(ctx: Ctx, accountId: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      "SELECT DISTINCT region_id FROM message WHERE author_id = ? AND result = 'open' LIMIT 50",
      [accountId],
    );
    return rows.map((row) => numberOf(row.region_id));
  }

  /** What the staff of some units, or of a whole region (`unitIds` null), may see; by time left when asked by clock. */
  staff(
    ctx: Ctx,
    scope: { regionId: number; unitIds: readonly number[] | null },
    filter: ListFilter,
    look: Look,
  ): Promise<Page<MessageRow>> {
    const { regionId, unitIds } = scope;
    const conditions: Condition[] = [{ sql: 'm.region_id = ?', parameters: [regionId] }];
    if (unitIds) {
      conditions.push({ sql: `m.unit_id IN (${unitIds.map(() => '?').join(', ')})`, parameters: unitIds });
    }
    const place = unitIds ? 'unit' : 'region';
    if (!filter.clock)
      return this.list(ctx, MESSAGE_COLUMNS, `ix_message_${place}`, BY_ID, conditions, filter, look);
    const order = byDue(filter.clock === 'running' || filter.clock === 'overdue' ? 'asc' : 'desc');
    return this.list(ctx, MESSAGE_COLUMNS, `ix_message_${place}_result`, order, conditions, filter, look);
  }
}
