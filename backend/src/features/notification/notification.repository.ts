import { Injectable } from '@nestjs/common';
import type { Notification, NotificationTopic, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { isDuplicate } from '../../core/db/database-errors';
import { numberOf, textOfRow, wireInstant, wireInstantOrNull } from '../../core/db/row';
import { NotificationEntity } from './notification.entity';

export type NewNote = Omit<NotificationEntity, 'id' | 'readAt' | 'outside'>;

const INSERTED_AT_ONCE = 100;

@Injectable()
export class NotificationRepository extends BaseRepository {
  /** Stores each note once per account and key; a second delivery changes nothing. Inside a unit of work. */
  async insertOnce(ctx: Ctx, notes: readonly NewNote[]): Promise<void> {
    for (let from = 0; from < notes.length; from += INSERTED_AT_ONCE) {
      const fresh = await this.fresh(ctx, notes.slice(from, from + INSERTED_AT_ONCE));
      if (fresh.length === 0) continue;
      try {
        await this.insert(ctx, fresh);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        // Delivered elsewhere in this moment: which of them, only each alone can tell.
        for (const note of fresh) await this.insertUnlessThere(ctx, note);
      }
    }
  }

  private async fresh(ctx: Ctx, notes: readonly NewNote[]): Promise<NewNote[]> {
    const byKey = new Map(notes.map((note) => [`${note.accountId} ${note.dedupeKey}`, note]));
    const rows = await this.rows(
      ctx,
      'SELECT account_id, dedupe_key FROM notification WHERE ' +
        notes.map(() => '(account_id = ? AND dedupe_key = ?)').join(' OR '),
      notes.flatMap(({ accountId, dedupeKey }) => [accountId, dedupeKey]),
    );
    for (const row of rows) byKey.delete(`${numberOf(row.account_id)} ${textOfRow(row.dedupe_key)}`);
    return [...byKey.values()];
  }

  private async insert(ctx: Ctx, notes: readonly NewNote[]): Promise<void> {
    const rows = notes.map((note) => ({ ...note, readAt: null, outside: null }));
    await this.of(ctx, NotificationEntity).insert(rows);
  }

  private async insertUnlessThere(ctx: Ctx, note: NewNote): Promise<void> {
    try {
      await this.insert(ctx, [note]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  list(
    ctx: Ctx,
    accountId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Notification>> {
    return this.page(
      ctx,
      {
        select: 'n.id, n.topic, n.text, n.target_kind, n.target_id, n.created_at, n.read_at, n.outside',
        from: 'notification n',
        index: 'ix_notification_account',
        where: ['n.account_id = ?'],
        parameters: [accountId],
        order: [{ column: 'n.id', type: 'number', direction: 'desc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      notificationOf,
    );
  }

  async unread(ctx: Ctx, accountId: number): Promise<number> {
    const row = await this.row(
      ctx,
      'SELECT COUNT(*) AS n FROM notification WHERE account_id = ? AND read_at IS NULL',
      [accountId],
    );
    return numberOf(row?.n);
  }

  async all(ctx: Ctx, accountId: number): Promise<Notification[]> {
    const rows = await this.rows(
      ctx,
      'SELECT n.id, n.topic, n.text, n.target_kind, n.target_id, n.created_at, n.read_at, n.outside FROM notification n ' +
        'WHERE n.account_id = ? ORDER BY n.id',
      [accountId],
    );
    return rows.map(notificationOf);
  }

  async count(ctx: Ctx, accountId: number): Promise<number> {
    const row = await this.row(ctx, 'SELECT COUNT(*) AS n FROM notification WHERE account_id = ?', [
      accountId,
    ]);
    return numberOf(row?.n);
  }

  /** With the ways they went, and what the person still allowed. */
  async forget(ctx: Ctx, accountId: number): Promise<void> {
    await this.execute(
      ctx,
      'DELETE FROM delivery WHERE notification_id IN (SELECT id FROM notification WHERE account_id = ?)',
      [accountId],
    );
    await this.execute(ctx, 'DELETE FROM notification WHERE account_id = ?', [accountId]);
    await this.execute(ctx, 'DELETE FROM subscription WHERE account_id = ?', [accountId]);
  }

  /** Marks one's own note as read, once; false when there is no such note of this account. */
  async read(ctx: Ctx, accountId: number, id: number, at: Date): Promise<boolean> {
    const own = await this.row(ctx, 'SELECT id FROM notification WHERE id = ? AND account_id = ?', [
      id,
      accountId,
    ]);
    if (!own) return false;
    await this.execute(ctx, 'UPDATE notification SET read_at = ? WHERE id = ? AND read_at IS NULL', [at, id]);
    return true;
  }
}

const notificationOf = (row: Row): Notification => ({
  id: numberOf(row.id),
  topic: row.topic as NotificationTopic,
  text: textOfRow(row.text),
  target: { kind: row.target_kind as Notification['target']['kind'], id: numberOf(row.target_id) },
  createdAt: wireInstant(row.created_at),
  readAt: wireInstantOrNull(row.read_at),
  outside: row.outside as Notification['outside'],
});
