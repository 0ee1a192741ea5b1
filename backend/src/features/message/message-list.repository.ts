import { Injectable } from '@nestjs/common';
import type { MessageKind, MessageRow, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';
import type { KeysetOrder, KeysetSpec } from '../../core/db/keyset';
import {
  MESSAGE_COLUMNS,
  MESSAGE_JOINS,
  messageRowOf,
  PUBLIC_MESSAGE_COLUMNS,
  type Look,
} from './message.mapper';

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number | Date)[];
}

export type ClockFilter = 'running' | 'overdue' | 'onTime' | 'late';

export interface ListFilter {
  readonly kind?: MessageKind | undefined;
  readonly clock?: ClockFilter | undefined;
  /** A search as a condition on `m.id` or `m.text`. */
  readonly found?: Condition | null;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const BY_ID: KeysetOrder[] = [{ column: 'm.id', type: 'number', direction: 'desc' }];
const byDue = (direction: 'asc' | 'desc'): KeysetOrder[] => [
  { column: 'm.due_at', type: 'string', direction },
  { column: 'm.id', type: 'number', direction },
];

/** The message lists: each one statement on one index, never a walk over the table. */
@Injectable()
export class MessageListRepository extends BaseRepository {
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
    return this.list(ctx, MESSAGE_COLUMNS, 'ix_message_author', BY_ID, conditions, filter, look);
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
      { sql: "m.status = 'answered'", parameters: [] },
    ];
    return this.list(ctx, MESSAGE_COLUMNS, 'ix_message_unit', BY_ID, conditions, page, look);
  }

  private list(
    ctx: Ctx,
    select: string,
    index: string,
    order: KeysetOrder[],
    conditions: readonly Condition[],
    filter: ListFilter,
    look: Look,
  ): Promise<Page<MessageRow>> {
    const all = [...conditions, ...filterConditions(filter, look.now)];
    const spec: KeysetSpec = {
      select,
      from: 'message m',
      index,
      joins: MESSAGE_JOINS,
      where: all.map((condition) => condition.sql),
      parameters: all.flatMap((condition) => [...condition.parameters]),
      order,
      limit: filter.limit,
      cursor: filter.cursor,
    };
    return this.page(ctx, spec, (row) => messageRowOf(row, look));
  }
}

function filterConditions({ kind, clock, found }: ListFilter, now: Date): Condition[] {
  return [
    ...(kind ? [{ sql: 'm.kind = ?', parameters: [kind] }] : []),
    ...(clock ? [clockCondition(clock, now)] : []),
    ...(found ? [found] : []),
  ];
}

function clockCondition(clock: ClockFilter, now: Date): Condition {
  if (clock === 'onTime' || clock === 'late') return { sql: 'm.result = ?', parameters: [clock] };
  return { sql: `m.result = 'open' AND m.due_at ${clock === 'overdue' ? '<=' : '>'} ?`, parameters: [now] };
}

/** A search in texts that are private: bounded by the lists it is used on, never by the whole table. */
export function textContains(word: string): Condition {
  const pattern = `%${word.replace(/[!%_]/g, (character) => `!${character}`)}%`;
  return { sql: `(m.text LIKE ? ESCAPE '!' OR m.number LIKE ? ESCAPE '!')`, parameters: [pattern, pattern] };
}
