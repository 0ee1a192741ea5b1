import { Injectable } from '@nestjs/common';
import type { Page } from '@sunledger/shared-types';
import type { Ctx } from '../ctx';
import { BaseRepository } from '../db/base.repository';
import type { Row } from '../db/database';
import { isDuplicate } from '../db/database-errors';
import { instantOf, jsonOf, numberOf, textOfRow, textOrNull } from '../db/row';
import type { OutboxState } from './outbox.entity';

/** An order may hold a hundred notes: so many of them stay far below what a statement may hold. */
const ADDED_AT_ONCE = 20;

export interface NewOutboxItem {
  topic: string;
  payload: Record<string, unknown>;
  dedupeKey: string;
  runAt: Date;
}

export interface OutboxItem {
  id: number;
  topic: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/** An order as an admin sees it: what and when, never whom or in which words. */
export interface FailedOrder {
  readonly id: number;
  readonly topic: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly runAt: Date;
  readonly finishedAt: Date | null;
  readonly replayedAt: Date | null;
}

const FAILED_COLUMNS =
  'o.id, o.topic, o.state, o.attempts, o.last_error, o.run_at, o.finished_at, o.replayed_at';

const failedOrderOf = (row: Row): FailedOrder => ({
  id: numberOf(row.id),
  topic: textOfRow(row.topic),
  state: row.state as OutboxState,
  attempts: numberOf(row.attempts),
  lastError: textOrNull(row.last_error),
  runAt: instantOf(row.run_at),
  finishedAt: row.finished_at === null ? null : instantOf(row.finished_at),
  replayedAt: row.replayed_at === null ? null : instantOf(row.replayed_at),
});

/** All times here are system time. */
@Injectable()
export class OutboxRepository extends BaseRepository {
  /** Adds items, except those whose topic and dedupe key are there already. */
  async add(ctx: Ctx, items: readonly NewOutboxItem[]): Promise<void> {
    for (let from = 0; from < items.length; from += ADDED_AT_ONCE) {
      const fresh = await this.fresh(ctx, items.slice(from, from + ADDED_AT_ONCE));
      if (fresh.length === 0 || (await this.insert(ctx, fresh))) continue;
      // Ordered elsewhere in this moment: which of them, only each alone can tell.
      for (const item of fresh) await this.insert(ctx, [item]);
    }
  }

  /** False when one of them is there, and nothing is added then. */
  private async insert(ctx: Ctx, items: readonly NewOutboxItem[]): Promise<boolean> {
    const values = items.flatMap(({ topic, payload, dedupeKey, runAt }) => [
      topic,
      JSON.stringify(payload),
      dedupeKey,
      runAt,
      runAt,
    ]);
    const rows = items.map(() => "(?, ?, ?, ?, ?, 0, 'open')").join(', ');
    const columns = 'topic, payload, dedupe_key, run_at, lease_until, attempts, state';
    try {
      await this.execute(ctx, `INSERT INTO outbox (${columns}) VALUES ${rows}`, values);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  private async fresh(ctx: Ctx, items: readonly NewOutboxItem[]): Promise<NewOutboxItem[]> {
    const byKey = new Map([...items].reverse().map((item) => [`${item.topic} ${item.dedupeKey}`, item]));
    const rows = await this.rows(
      ctx,
      `SELECT topic, dedupe_key FROM outbox WHERE ${items.map(() => '(topic = ? AND dedupe_key = ?)').join(' OR ')}`,
      items.flatMap(({ topic, dedupeKey }) => [topic, dedupeKey]),
    );
    for (const row of rows) byKey.delete(`${textOfRow(row.topic)} ${textOfRow(row.dedupe_key)}`);
    return [...byKey.values()];
  }

  /** Ids of items that are due and not leased, the oldest first. */
  async dueIds(ctx: Ctx, now: Date, topics: readonly string[], limit: number): Promise<number[]> {
    if (topics.length === 0) return [];
    const places = topics.map(() => '?').join(', ');
    const rows = await this.rows(
      ctx,
      `SELECT id FROM outbox WHERE state = 'open' AND run_at <= ? AND lease_until <= ? AND topic IN (${places}) ` +
        `ORDER BY run_at, id LIMIT ${Math.trunc(limit)}`,
      [now, now, ...topics],
    );
    return rows.map((row) => numberOf(row.id));
  }

  /** One conditional UPDATE per item: who changed the row has it (TiDB and SQLite have no SKIP LOCKED). */
  async lease(
    ctx: Ctx,
    id: number,
    { owner, now, until, state }: { owner: string; now: Date; until: Date; state: 'open' | 'attempted' },
  ): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      `UPDATE outbox SET lease_owner = ?, lease_until = ?, attempts = attempts + 1, state = ? ` +
        `WHERE id = ? AND state = 'open' AND lease_until <= ?`,
      [owner, until, state, id, now],
    );
    return changed === 1;
  }

  /** Orders that were recorded as attempted and whose worker was never heard of again. */
  async abandonedIds(ctx: Ctx, now: Date, limit: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT id FROM outbox${this.byIndex('ix_outbox_state')} WHERE state = 'attempted' AND lease_until <= ? ` +
        `ORDER BY id LIMIT ${Math.trunc(limit)}`,
      [now],
    );
    return rows.map((row) => numberOf(row.id));
  }

  async abandon(ctx: Ctx, id: number, now: Date): Promise<void> {
    await this.execute(
      ctx,
      "UPDATE outbox SET state = 'unknown', finished_at = ?, last_error = 'PROCESS_ENDED', lease_owner = NULL " +
        "WHERE id = ? AND state = 'attempted' AND lease_until <= ?",
      [now, id, now],
    );
  }

  /** What ended without being delivered for sure, the newest first; nothing of what it says. */
  failures(
    ctx: Ctx,
    state: OutboxState,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<FailedOrder>> {
    return this.page(
      ctx,
      {
        select: FAILED_COLUMNS,
        from: 'outbox o',
        index: 'ix_outbox_state',
        where: ['o.state = ?'],
        parameters: [state],
        order: [{ column: 'o.id', type: 'number', direction: 'desc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      failedOrderOf,
    );
  }

  async failure(ctx: Ctx, id: number): Promise<FailedOrder | null> {
    const row = await this.row(ctx, `SELECT ${FAILED_COLUMNS} FROM outbox o WHERE o.id = ?`, [id]);
    return row && failedOrderOf(row);
  }

  /** Opens a dead letter again; false when it is none. */
  async replay(ctx: Ctx, id: number, by: number, now: Date): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      "UPDATE outbox SET state = 'open', attempts = 0, run_at = ?, lease_until = ?, finished_at = NULL, " +
        "replayed_by = ?, replayed_at = ? WHERE id = ? AND state = 'dead'",
      [now, now, by, now, id],
    );
    return changed === 1;
  }

  async item(ctx: Ctx, id: number): Promise<OutboxItem | null> {
    const row = await this.row(ctx, 'SELECT id, topic, payload, attempts FROM outbox WHERE id = ?', [id]);
    return (
      row && {
        id: numberOf(row.id),
        topic: textOfRow(row.topic),
        payload: jsonOf<Record<string, unknown>>(row.payload),
        attempts: numberOf(row.attempts),
      }
    );
  }

  /** Ends an item, if this worker still holds it: a lease that ran out may have gone to another. */
  async finish(ctx: Ctx, id: number, owner: string, state: OutboxState, at: Date, error: string | null) {
    await this.execute(
      ctx,
      'UPDATE outbox SET state = ?, finished_at = ?, last_error = ?, lease_owner = NULL WHERE id = ? AND lease_owner = ?',
      [state, at, error, id, owner],
    );
  }

  async postpone(ctx: Ctx, id: number, owner: string, runAt: Date, error: string): Promise<void> {
    await this.execute(
      ctx,
      "UPDATE outbox SET state = 'open', run_at = ?, lease_until = ?, last_error = ?, lease_owner = NULL " +
        'WHERE id = ? AND lease_owner = ?',
      [runAt, runAt, error, id, owner],
    );
  }

  async countByState(ctx: Ctx): Promise<Record<string, number>> {
    // Done orders are many and nobody's business.
    const rows = await this.rows(
      ctx,
      `SELECT state, COUNT(*) AS items FROM outbox${this.byIndex('ix_outbox_state')}
        WHERE state IN ('open', 'attempted', 'dead', 'unknown') GROUP BY state`,
    );
    return Object.fromEntries(rows.map((row) => [textOfRow(row.state), numberOf(row.items)]));
  }
}
