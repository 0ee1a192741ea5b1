import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';
import { MessageEntity } from './message.entity';

/** Whose a batch of messages is for a while. `until` is system time: a lease does not follow the demo clock. */
export interface SweepLease {
  readonly owner: string;
  readonly until: Date;
}

/** Messages whose stored time has come, claimed by one server at a time. */
@Injectable()
export class SweepRepository extends BaseRepository {
  /** The oldest first: work grows with what is due, not with what is stored. */
  async dueIds(ctx: Ctx, now: Date, systemTime: Date, limit: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT id FROM message${this.byIndex('ix_message_sweep')} WHERE sweep_at <= ?
        AND (sweep_until IS NULL OR sweep_until <= ?) ORDER BY sweep_at, id LIMIT ${Math.trunc(limit)}`,
      [now, systemTime],
    );
    return rows.map((row) => numberOf(row.id));
  }

  /**
   * One conditional UPDATE; the affected rows are this server's, whoever else asked for them in the same
   * moment (TiDB and SQLite have no SKIP LOCKED).
   */
  async claim(
    ctx: Ctx,
    ids: readonly number[],
    lease: SweepLease,
    now: Date,
    systemTime: Date,
  ): Promise<number[]> {
    const changed = await this.execute(
      ctx,
      `UPDATE message SET sweep_owner = ?, sweep_until = ? WHERE id IN (${places(ids)}) AND sweep_at <= ?
        AND (sweep_until IS NULL OR sweep_until <= ?)`,
      [lease.owner, lease.until, ...ids, now, systemTime],
    );
    if (changed === ids.length) return [...ids];
    if (changed === 0) return [];
    const rows = await this.rows(
      ctx,
      `SELECT id FROM message WHERE id IN (${places(ids)}) AND sweep_owner = ? AND sweep_until = ? ORDER BY id`,
      [...ids, lease.owner, lease.until],
    );
    return rows.map((row) => numberOf(row.id));
  }

  /** What is still this server's: a move gives a message back, to be looked at afresh. */
  claimed(ctx: Ctx, ids: readonly number[], { owner }: SweepLease): Promise<MessageEntity[]> {
    return this.of(ctx, MessageEntity).find({
      where: { id: In([...ids]), sweepOwner: owner },
      order: { sweepAt: 'ASC', id: 'ASC' },
    });
  }

  /** Stores when to look again and gives the messages back, unless somebody moved them meanwhile. */
  async release(
    ctx: Ctx,
    ids: readonly number[],
    { owner }: SweepLease,
    sweepAt: Date | null,
  ): Promise<void> {
    await this.execute(
      ctx,
      `UPDATE message SET sweep_at = ?, sweep_owner = NULL, sweep_until = NULL
        WHERE id IN (${places(ids)}) AND sweep_owner = ?`,
      [sweepAt, ...ids, owner],
    );
  }
}

const places = (list: readonly unknown[]): string => list.map(() => '?').join(', ');
