import { Injectable } from '@nestjs/common';
import type { MessageRow, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { numberOf } from '../../core/db/row';
import { numberOrNull, flagOf, textOrNull } from '../../core/db/row';
import type { Row } from '../../core/db/database';
import type { Awaiting } from './decisions';
import { MESSAGE_COLUMNS, messageRowOf, privateJoins, type Look } from './message.mapper';
import { BY_ID, byDue, MessagePageRepository, type Condition } from './message-page.repository';

/** Who reviews: for some units, and for the regions whose office it is. */
export interface ReviewDesk {
  readonly accountId: number;
  readonly regionIds: readonly number[];
  readonly officeRegionIds: readonly number[];
  readonly unitIds: readonly number[];
}

const placesOf = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

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
      { sql: `m.unit_id IN (${placesOf(unitIds)})`, parameters: unitIds },
      { sql: 'm.status = ?', parameters: [status] },
      ...extra,
    ];
    return this.list(ctx, MESSAGE_COLUMNS, 'ix_message_unit_status', byDue('asc'), conditions, page, look);
  }

  /** Drafts that the office approves, and those of an account's own units; bounded by what is open in the region. */
  toReviewInRegion(
    ctx: Ctx,
    desk: ReviewDesk,
    page: { limit: number; cursor?: string | undefined },
    look: Look,
  ): Promise<Page<MessageRow>> {
    const { regionIds, officeRegionIds, accountId, unitIds } = desk;
    const { now } = look;
    const ownUnits = unitIds.length > 0 ? `m.unit_id IN (${placesOf(unitIds)}) OR ` : '';
    const conditions: Condition[] = [
      { sql: `m.region_id IN (${placesOf(regionIds)})`, parameters: regionIds },
      { sql: "m.result = 'open' AND m.status = 'inReview'", parameters: [] },
      { sql: 'm.author_id <> ? AND r.drafter_id <> ?', parameters: [accountId, accountId] },
      {
        sql:
          `(${ownUnits}m.region_id IN (${placesOf(officeRegionIds)}) AND (u.is_office = 1 OR NOT EXISTS (SELECT 1 FROM membership b${this.byIndex('ix_membership_unit')} WHERE b.unit_id = m.unit_id ` +
          "AND b.role = 'reviewer' AND b.account_id <> r.drafter_id AND b.account_id <> m.author_id " +
          'AND b.active_from <= ? AND (b.active_until IS NULL OR b.active_until > ?))))',
        parameters: [...unitIds, ...officeRegionIds, now, now],
      },
    ];
    return this.list(ctx, MESSAGE_COLUMNS, 'ix_message_region_result', byDue('asc'), conditions, page, look);
  }

  /** Messages about which somebody has to decide something, the least time left first; at most 200. */
  async awaiting(
    ctx: Ctx,
    scope: { regionIds: readonly number[]; unitIds: readonly number[] | null; accountId: number },
    look: Look,
  ): Promise<{ row: MessageRow; awaiting: Awaiting }[]> {
    const { regionIds, unitIds, accountId } = scope;
    const now = ctx.clock.now();
    const primary = this.byIndex('PRIMARY');
    const rows = await this.rows(
      ctx,
      `SELECT ${MESSAGE_COLUMNS}, u.is_office, m.extend_by, m.objection, m.hidden, m.hidden_by,
        r.drafter_id, r.reviewer_id, v.drafter_id AS revision_by, l.status AS leader_status, lr.drafter_id AS leader_drafter_id,
        EXISTS (SELECT 1 FROM membership b${this.byIndex('ix_membership_unit')} WHERE b.unit_id = m.unit_id AND b.role = 'reviewer'
          AND b.account_id <> COALESCE(lr.drafter_id, v.drafter_id, 0) AND b.account_id <> m.author_id
          AND b.active_from <= ? AND (b.active_until IS NULL OR b.active_until > ?)) AS other_reviewer
      FROM message m${this.byIndex('ix_message_awaits')} ${privateJoins(primary)}
      LEFT JOIN reply v${primary} ON v.id = m.revision_id
      LEFT JOIN message l${primary} ON l.id = m.merged_into
      LEFT JOIN reply lr${primary} ON lr.id = l.reply_id
      WHERE m.region_id IN (${placesOf(regionIds)}) AND m.awaits_decision = 1 AND m.author_id <> ?
        ${unitIds ? `AND m.unit_id IN (${placesOf(unitIds)})` : ''}
      ORDER BY m.due_at, m.id LIMIT 200`,
      [now, now, ...regionIds, accountId, ...(unitIds ?? [])],
    );
    return rows.map((row) => ({ row: messageRowOf(row, look), awaiting: awaitingOf(row) }));
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
      WHERE unit_id IN (${placesOf(unitIds)}) AND status = 'open' AND author_id <> ?`,
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
      { sql: `m.unit_id IN (${placesOf(unitIds)})`, parameters: unitIds },
      { sql: "m.status IN ('answered', 'declined')", parameters: [] },
    ];
    return this.list(ctx, MESSAGE_COLUMNS, 'ix_message_unit', BY_ID, conditions, page, look);
  }
}

const awaitingOf = (row: Row): Awaiting => ({
  unitId: numberOf(row.unit_id),
  regionId: numberOf(row.region_id),
  unitIsOffice: flagOf(row.is_office),
  otherReviewer: flagOf(row.other_reviewer),
  open: row.result === 'open',
  extendBy: numberOrNull(row.extend_by),
  objection: textOrNull(row.objection),
  drafterId: numberOrNull(row.drafter_id),
  reviewerId: numberOrNull(row.reviewer_id),
  hidden: textOrNull(row.hidden),
  hiddenBy: numberOrNull(row.hidden_by),
  revisionBy: numberOrNull(row.revision_by),
  leaderAnswered: row.leader_status === 'answered',
  leaderDrafterId: numberOrNull(row.leader_drafter_id),
});
