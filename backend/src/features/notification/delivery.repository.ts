import { Injectable } from '@nestjs/common';
import type { Channel, Notification, NotificationTopic } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { isDuplicate } from '../../core/db/database-errors';
import { instantOf, numberOf, numberOrNull, textOfRow } from '../../core/db/row';
import { DeliveryEntity, WechatPushEntity, type DeliveryState } from './delivery.entity';

/** A note as the channels see it. */
export interface Note {
  readonly id: number;
  readonly accountId: number;
  readonly topic: NotificationTopic;
  readonly text: string;
  readonly target: Notification['target'];
  readonly createdAt: Date;
  /** It is about a message that its receiver wrote. */
  readonly own: boolean;
}

@Injectable()
export class DeliveryRepository extends BaseRepository {
  async note(ctx: Ctx, accountId: number, dedupeKey: string): Promise<Note | null> {
    const row = await this.row(
      ctx,
      'SELECT n.id, n.account_id, n.topic, n.text, n.target_kind, n.target_id, n.created_at, m.author_id ' +
        "FROM notification n LEFT JOIN message m ON n.target_kind = 'message' AND m.id = n.target_id " +
        'WHERE n.account_id = ? AND n.dedupe_key = ?',
      [accountId, dedupeKey],
    );
    return (
      row && {
        id: numberOf(row.id),
        accountId: numberOf(row.account_id),
        topic: textOfRow(row.topic) as NotificationTopic,
        text: textOfRow(row.text),
        target: { kind: row.target_kind as Note['target']['kind'], id: numberOf(row.target_id) },
        createdAt: instantOf(row.created_at),
        own: numberOrNull(row.author_id) === accountId,
      }
    );
  }

  async state(ctx: Ctx, notificationId: number, channel: Channel): Promise<DeliveryState | null> {
    const row = await this.row(ctx, 'SELECT state FROM delivery WHERE notification_id = ? AND channel = ?', [
      notificationId,
      channel,
    ]);
    return row && (textOfRow(row.state) as DeliveryState);
  }

  /** Written before the call; the row is there already when an earlier try was not sent. */
  async attempt(
    ctx: Ctx,
    { notificationId, regionId }: { notificationId: number; regionId: number | null },
    channel: Channel,
    at: Date,
  ): Promise<void> {
    const changed = await this.execute(
      ctx,
      "UPDATE delivery SET state = 'attempted', attempted_at = ? WHERE notification_id = ? AND channel = ?",
      [at, notificationId, channel],
    );
    if (changed > 0) return;
    await this.em(ctx).insert(DeliveryEntity, {
      notificationId,
      regionId,
      channel,
      state: 'attempted',
      code: null,
      externalId: null,
      attemptedAt: at,
      finishedAt: null,
    });
  }

  async finish(
    ctx: Ctx,
    notificationId: number,
    channel: Channel,
    end: {
      state: DeliveryState;
      code?: string | undefined;
      externalId?: string | null | undefined;
      at: Date;
    },
  ): Promise<void> {
    await this.execute(
      ctx,
      'UPDATE delivery SET state = ?, code = ?, external_id = ?, finished_at = ? WHERE notification_id = ? AND channel = ?',
      [end.state, end.code?.slice(0, 60) ?? null, end.externalId ?? null, end.at, notificationId, channel],
    );
  }

  async setOutside(ctx: Ctx, notificationId: number, outside: Notification['outside']): Promise<void> {
    await this.execute(ctx, 'UPDATE notification SET outside = ? WHERE id = ?', [outside, notificationId]);
  }

  /** A report of WeChat: the message did not reach the person. Gives the note when that is news. */
  async failedLater(
    ctx: Ctx,
    externalId: string,
    at: Date,
  ): Promise<{ accountId: number; dedupeKey: string; regionId: number | null } | null> {
    const row = await this.row(
      ctx,
      'SELECT d.id, d.region_id, n.account_id, n.dedupe_key FROM delivery d JOIN notification n ON n.id = d.notification_id ' +
        "WHERE d.external_id = ? AND d.channel = 'wechat'",
      [externalId],
    );
    if (!row) return null;
    const changed = await this.execute(
      ctx,
      "UPDATE delivery SET state = 'notReached', code = 'REPORTED', finished_at = ? WHERE id = ? AND state = 'delivered'",
      [at, numberOf(row.id)],
    );
    return changed === 1
      ? {
          accountId: numberOf(row.account_id),
          dedupeKey: textOfRow(row.dedupe_key),
          regionId: numberOrNull(row.region_id),
        }
      : null;
  }

  /** True when this push was not taken in before; inside the unit that does what it says. */
  async claimPush(ctx: Ctx, pushKey: string, kind: string, at: Date): Promise<boolean> {
    if (await this.row(ctx, 'SELECT id FROM wechat_push WHERE push_key = ?', [pushKey])) return false;
    try {
      await this.em(ctx).insert(WechatPushEntity, { pushKey, kind, receivedAt: at });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async purgePushes(ctx: Ctx, before: Date): Promise<void> {
    await this.execute(ctx, 'DELETE FROM wechat_push WHERE received_at < ?', [before]);
  }
}
