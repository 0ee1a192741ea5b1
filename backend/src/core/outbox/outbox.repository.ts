import { Injectable } from '@nestjs/common';
import type { Ctx } from '../ctx';
import { BaseRepository } from '../db/base.repository';
import { jsonOf, numberOf, textOfRow } from '../db/row';
import type { OutboxState } from './outbox.entity';

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

/** All times here are system time. */
@Injectable()
export class OutboxRepository extends BaseRepository {
  /** Adds an item unless its topic and dedupe key are there already. */
  async add(ctx: Ctx, item: NewOutboxItem): Promise<void> {
    const there = await this.row(ctx, 'SELECT id FROM outbox WHERE topic = ? AND dedupe_key = ?', [
      item.topic,
      item.dedupeKey,
    ]);
    if (there) return;
    await this.execute(
      ctx,
      'INSERT INTO outbox (topic, payload, dedupe_key, run_at, lease_until, attempts, state) VALUES (?, ?, ?, ?, ?, 0, ?)',
      [item.topic, JSON.stringify(item.payload), item.dedupeKey, item.runAt, item.runAt, 'open'],
    );
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
  async lease(ctx: Ctx, id: number, owner: string, now: Date, until: Date): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      `UPDATE outbox SET lease_owner = ?, lease_until = ?, attempts = attempts + 1 ` +
        `WHERE id = ? AND state = 'open' AND lease_until <= ?`,
      [owner, until, id, now],
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
      'UPDATE outbox SET run_at = ?, lease_until = ?, last_error = ?, lease_owner = NULL WHERE id = ? AND lease_owner = ?',
      [runAt, runAt, error, id, owner],
    );
  }

  async countByState(ctx: Ctx): Promise<Record<string, number>> {
    const rows = await this.rows(ctx, 'SELECT state, COUNT(*) AS items FROM outbox GROUP BY state');
    return Object.fromEntries(rows.map((row) => [textOfRow(row.state), numberOf(row.items)]));
  }
}
