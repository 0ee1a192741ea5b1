import { Injectable } from '@nestjs/common';
import type { NotificationTopic, Role } from '@sunledger/shared-types';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import type { Message } from './message';

type Told = Pick<Message, 'id' | 'regionId' | 'unitId' | 'number' | 'dueOn' | 'chainLength'>;

/**
 * Orders notes about a message, for delivery after the commit. Each is keyed by the event it tells of, so
 * a unit of work that runs twice tells once.
 */
@Injectable()
export class MessageNotices {
  constructor(private readonly outbox: Outbox) {}

  /** To the staff of the handling unit; the office itself answers for its own unit. */
  async toUnit(
    ctx: CtxInTx,
    message: Told,
    note: { topic: NotificationTopic; text: string; roles: Role[]; except?: number | null },
  ): Promise<void> {
    const { regionId, unitId } = message;
    await this.order(ctx, message, note.topic, 'unit', { ...note, regionId, unitId });
  }

  async toOffice(
    ctx: CtxInTx,
    message: Told,
    note: { topic: NotificationTopic; text: string },
  ): Promise<void> {
    await this.order(ctx, message, note.topic, 'office', {
      ...note,
      regionId: message.regionId,
      roles: ['office'],
    });
  }

  async toAccount(
    ctx: CtxInTx,
    message: Told,
    note: { topic: NotificationTopic; text: string; accountId: number },
  ): Promise<void> {
    const { accountId, ...rest } = note;
    await this.order(ctx, message, note.topic, 'account', { ...rest, accountIds: [accountId] });
  }

  /** To one member of the unit's staff, and to whoever stands in for them. */
  async toColleague(
    ctx: CtxInTx,
    message: Told,
    note: { topic: NotificationTopic; text: string; accountId: number },
  ): Promise<void> {
    const { accountId, ...rest } = note;
    const payload = { ...rest, accountIds: [accountId], deputiesIn: message.unitId };
    await this.order(ctx, message, note.topic, 'account', payload);
  }

  private order(
    ctx: CtxInTx,
    message: Told,
    topic: NotificationTopic,
    whom: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    return this.outbox.add(ctx, {
      topic: 'notify',
      payload: { regionId: message.regionId, ...payload, target: { kind: 'message', id: message.id } },
      dedupeKey: `${topic}:${message.id}:${message.chainLength}:${whom}`,
    });
  }
}
