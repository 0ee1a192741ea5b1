import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PushEvent } from '../../adapters/wechat/push-event';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { Scheduler } from '../../core/schedule/scheduler';
import { AccountService } from '../account/account.service';
import { ScreeningService } from '../screening/screening.service';
import { DeliverOutside } from './deliver-outside.service';
import { DeliveryRepository } from './delivery.repository';
import { SubscriptionRepository } from './subscription.repository';
import { SubscriptionsService } from './subscriptions.service';

const DAY = 24 * 3600_000;

/** Does what a push of WeChat says, once: the claim of its key and the effect are one unit of work. */
@Injectable()
export class TakePushService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly accounts: AccountService,
    private readonly deliveries: DeliveryRepository,
    private readonly ledger: SubscriptionRepository,
    private readonly subscriptions: SubscriptionsService,
    private readonly outside: DeliverOutside,
    private readonly screening: ScreeningService,
  ) {}

  onModuleInit(): void {
    // WeChat tries a push three times within a minute.
    this.scheduler.register({
      name: 'push-purge',
      everyMs: DAY,
      run: (ctx) =>
        this.uow.run(ctx, (ctx) => this.deliveries.purgePushes(ctx, new Date(systemNow() - 7 * DAY))),
    });
  }

  async run(ctx: Ctx, event: PushEvent): Promise<void> {
    if (event.kind === 'other') return;
    const key = createHash('sha256').update(event.key).digest('hex');
    await this.uow.run(ctx, async (ctx) => {
      if (await this.deliveries.claimPush(ctx, key, event.kind, new Date(systemNow())))
        await this.apply(ctx, event);
    });
  }

  private async apply(ctx: CtxInTx, event: PushEvent): Promise<void> {
    if (event.kind === 'subscribePopup' || event.kind === 'subscribeChange') {
      const accountId = await this.accounts.idOfOpenid(ctx, event.openid);
      if (accountId === null) return;
      for (const { templateId, accepted } of event.choices) {
        const use = this.subscriptions.useOf(templateId);
        if (use === null) continue;
        if (accepted) await this.subscriptions.accept(ctx, accountId, use);
        // Refusing once in the popup leaves earlier consents; switching off in the settings ends them.
        else if (event.kind === 'subscribeChange')
          await this.ledger.empty(ctx, accountId, use, ctx.clock.now());
      }
    }
    if (event.kind === 'mediaChecked')
      await this.screening.takePictureVerdict(ctx, event.traceId, event.suggest, event.label);
    if (event.kind === 'subscribeSent') {
      for (const { messageId, ok } of event.sent) if (!ok) await this.tryNext(ctx, messageId);
    }
  }

  /** WeChat took the message and could not bring it: the next channel gets its chance. */
  private async tryNext(ctx: CtxInTx, messageId: string): Promise<void> {
    const failed = await this.deliveries.failedLater(ctx, messageId, new Date(systemNow()));
    if (failed) await this.outside.order(ctx, failed.regionId, [failed], ':again');
  }
}
