import { Inject, Injectable } from '@nestjs/common';
import {
  templateUses,
  type endpoints,
  type InputOf,
  type Subscription,
  type TemplateUse,
} from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { requireActor } from '../../core/policy/membership';
import { SubscriptionRepository } from './subscription.repository';

type Report = InputOf<typeof endpoints.subscription.report>;

/** What a person allowed WeChat to tell them, and how much of it is left. */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly subscriptions: SubscriptionRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(ctx: Ctx): Promise<{ items: Subscription[] }> {
    const { accountId } = requireActor(ctx);
    const left = await this.subscriptions.remaining(ctx, accountId);
    const { templates } = this.config.wechat;
    const items = templateUses.flatMap((use) => {
      const template = templates[use];
      return template ? [{ use, templateId: template.id, remaining: left.get(use) ?? 0 }] : [];
    });
    return { items };
  }

  /** The phone tells what was tapped. Where WeChat itself tells it by push, that word counts and this one does not. */
  async report(ctx: Ctx, { choices }: Report): Promise<{ items: Subscription[] }> {
    const { accountId } = requireActor(ctx);
    if (this.config.wechat.pushToken === null) {
      await this.uow.run(ctx, async (ctx) => {
        for (const { use, accepted } of choices) if (accepted) await this.accept(ctx, accountId, use);
      });
    }
    return this.list(ctx);
  }

  async accept(ctx: CtxInTx, accountId: number, use: TemplateUse): Promise<void> {
    if (this.config.wechat.templates[use])
      await this.subscriptions.accept(ctx, accountId, use, ctx.clock.now());
  }

  /** The use of a template id of the console; null for one that is not ours. */
  useOf(templateId: string): TemplateUse | null {
    return templateUses.find((use) => this.config.wechat.templates[use]?.id === templateId) ?? null;
  }
}
