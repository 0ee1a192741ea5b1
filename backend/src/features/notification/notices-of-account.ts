import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NOTIFICATIONS_KEPT_DAYS } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { PersonalData } from '../../core/personal-data';
import { Retention } from '../../core/retention/retention';
import { NotificationRepository } from './notification.repository';
import { SubscriptionRepository } from './subscription.repository';

const DAY = 24 * 3600_000;

/** The notes of one account, and what it still allows WeChat to send, in export, erasure and retention. */
@Injectable()
export class NoticesOfAccount implements OnModuleInit {
  constructor(
    private readonly notes: NotificationRepository,
    private readonly consents: SubscriptionRepository,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'notifications',
      read: (ctx, accountId) => this.notes.all(ctx, accountId),
      erase: (ctx, accountId) => this.notes.forget(ctx, accountId),
    });
    this.personalData.register({
      name: 'subscriptions',
      read: async (ctx, accountId) =>
        [...(await this.consents.remaining(ctx, accountId))].map(([use, remaining]) => ({ use, remaining })),
    });
    const before = (ctx: Ctx): Date => new Date(ctx.clock.now().getTime() - NOTIFICATIONS_KEPT_DAYS * DAY);
    const after = `${NOTIFICATIONS_KEPT_DAYS} 天后`;
    // The ways they went first: they point at their note.
    this.retention.register({
      name: 'deliveries',
      what: '提醒的发送记录',
      after,
      expired: (ctx) => [
        {
          table: 'delivery',
          where: 'x.notification_id IN (SELECT n.id FROM notification n WHERE n.created_at < ?)',
          parameters: [before(ctx)],
        },
      ],
    });
    this.retention.register({
      name: 'notifications',
      what: '提醒消息',
      after,
      expired: (ctx) => [{ table: 'notification', where: 'x.created_at < ?', parameters: [before(ctx)] }],
    });
  }

  count(ctx: Ctx, accountId: number): Promise<number> {
    return this.notes.count(ctx, accountId);
  }
}
