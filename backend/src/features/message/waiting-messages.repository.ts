import { Injectable } from '@nestjs/common';
import type { MessageRow, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { numberOf } from '../../core/db/row';
import { MESSAGE_COLUMNS, type Look } from './message.mapper';
import { BY_ID, byDue, MessagePageRepository, type Condition } from './message-page.repository';

/** What waits for somebody, for the inbox. */
@Injectable()
export class WaitingMessagesRepository extends MessagePageRepository {
  /** What waits in some units, the least time left first. */
  waiting(
    ctx: Ctx,
    unitIds: readonly number[],
    status: 'open' | 'inReview',
    page: { limit: number; cursor?: string | undefined },
    look: Look,
    extra: readonly Condition[] = [],
  ): Promise<Page<MessageRow>> {
    const conditions: Condition[] = [
      { sql: `m.unit_id IN (${unitIds.map(() => '?').join(', ')})`, parameters: unitIds },
      { sql: 'm.status = ?', parameters: [status] },
      ...extra,
    ];
    return this.list(ctx, MESSAGE_COLUMNS, 'ix_message_unit_status', byDue('asc'), conditions, page, look);
  }

  /** Drafts that the office approves, and those of an account's own units; bounded by what is open in the region. */
  toReviewInRegion(
    ctx: Ctx,
    desk: { regionId: number; accountId: number; unitIds: readonly number[] },
    page: { limit: number; cursor?: string | undefined },
    look: Look,
  ): Promise<Page<MessageRow>> {
    const { regionId, accountId, unitIds } = desk;
    const { now } = look;
    const ownUnits = unitIds.length > 0 ? `m.unit_id IN (${unitIds.map(() => '?').join(', ')}) OR ` : '';
    const conditions: Condition[] = [
      { sql: 'm.region_id = ?', parameters: [regionId] },
      { sql: "m.result = 'open' AND m.status = 'inReview'", parameters: [] },
      { sql: 'm.author_id <> ? AND r.drafter_id <> ?', parameters: [accountId, accountId] },
      {
        sql:
          `(${ownUnits}u.is_office = 1 OR NOT EXISTS (SELECT 1 FROM membership b WHERE b.unit_id = m.unit_id ` +
          "AND b.role = 'reviewer' AND b.account_id <> r.drafter_id AND b.account_id <> m.author_id " +
          'AND b.active_from <= ? AND (b.active_until IS NULL OR b.active_until > ?)))',
        parameters: [...unitIds, now, now],
      },
    ];
    return this.list(ctx, MESSAGE_COLUMNS, 'ix_message_region_result', byDue('asc'), conditions, page, look);
  }

  async countOpen(
    ctx: Ctx,
    unitIds: readonly number[],
    accountId: number,
    today: string,
  ): Promise<{ reply: number; today: number }> {
    const row = await this.row(
      ctx,
      `SELECT COUNT(*) AS reply, SUM(CASE WHEN due_on <= ? THEN 1 ELSE 0 END) AS today FROM message
      WHERE unit_id IN (${unitIds.map(() => '?').join(', ')}) AND status = 'open' AND author_id <> ?`,
      [today, ...unitIds, accountId],
    );
    return { reply: numberOf(row?.reply), today: numberOf(row?.today) };
  }

  /** What some units answered, the newest message first. */
  answered(
    ctx: Ctx,
    unitIds: readonly number[],
    page: { limit: number; cursor?: string | undefined },
    look: Look,
  ): Promise<Page<MessageRow>> {
    const conditions: Condition[] = [
      { sql: `m.unit_id IN (${unitIds.map(() => '?').join(', ')})`, parameters: unitIds },
      { sql: "m.status IN ('answered', 'declined')", parameters: [] },
    ];
    return this.list(ctx, MESSAGE_COLUMNS, 'ix_message_unit', BY_ID, conditions, page, look);
  }
}
