import { Inject, Injectable, Logger } from '@nestjs/common';
import type { NotificationTopic, TemplateSource, TemplateUse } from '@sunledger/shared-types';
import { WechatError, WechatGateway } from '../../../adapters/wechat';
import { CONFIG, type Config } from '../../../config/config';
import { toChinaIso } from '../../../core/clock';
import type { Ctx } from '../../../core/ctx';
import { UnitOfWork } from '../../../core/db/unit-of-work';
import { AccountService } from '../../account/account.service';
import { SubscriptionRepository } from '../subscription.repository';
import type { Errand, NotificationChannel, Outcome } from './channel';
import { pageOfNote } from './page-of-note';

/** A subscribe message. 43101 is an outcome: the person allowed no further one. */
@Injectable()
export class WechatChannel implements NotificationChannel {
  readonly repeatable = false;
  private readonly logger = new Logger('wechat-channel');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly wechat: WechatGateway,
    private readonly accounts: AccountService,
    private readonly subscriptions: SubscriptionRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async deliver(ctx: Ctx, errand: Errand): Promise<Outcome> {
    const { note } = errand;
    const use = useOfNote(errand);
    const template = this.config.wechat.templates[use];
    if (!this.wechat.enabled || !template) return { state: 'notReached', code: 'NO_TEMPLATE' };
    const { openid } = await this.accounts.contact(ctx, note.accountId);
    if (openid === null) return { state: 'notReached', code: 'NO_OPENID' };
    const left = (await this.subscriptions.remaining(ctx, note.accountId)).get(use) ?? 0;
    if (left === 0) return { state: 'notReached', code: 'NO_CONSENT_LEFT' };
    const { page, query } = pageOfNote(errand);
    const fields = Object.fromEntries(
      Object.entries(template.fields).map(([key, source]) => [key, textFor(source, errand)]),
    );
    try {
      const externalId = await this.wechat.sendSubscribe({
        openid,
        templateId: template.id,
        page: `${page}?${query}`,
        fields,
      });
      await this.uow.run(ctx, (ctx) => this.subscriptions.spend(ctx, note.accountId, use, ctx.clock.now()));
      return { state: 'delivered', externalId };
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      return this.outcomeOf(ctx, note.accountId, use, error);
    }
  }

  private async outcomeOf(
    ctx: Ctx,
    accountId: number,
    use: TemplateUse,
    error: WechatError,
  ): Promise<Outcome> {
    if (error.reason === 'NO_CONSENT_LEFT') {
      await this.uow.run(ctx, (ctx) => this.subscriptions.empty(ctx, accountId, use, ctx.clock.now()));
    }
    if (error.fault === 'setup' || error.fault === 'input')
      this.logger.error({ reason: error.reason, errcode: error.errcode, template: use });
    if (!error.outcomeKnown) return { state: 'unknown', code: error.code };
    const waits = error.fault === 'busy' || error.fault === 'down' || error.fault === 'quota';
    return { state: waits ? 'waiting' : 'notReached', code: error.code };
  }
}

function useOfNote({ note, audience }: Errand): TemplateUse {
  if (audience === 'staff') return 'staff';
  return note.topic === 'questionAsked' ? 'question' : 'answered';
}

const states: Partial<Record<NotificationTopic, string>> = {
  messageAnswered: '已答复',
  questionAsked: '请补充',
  messageTransferred: '已转办',
  messageOverdue: '已逾期',
  replyToReview: '待审核',
  replySentBack: '请修改',
};

function textFor(source: TemplateSource, { note, audience, region }: Errand): string {
  switch (source) {
    case 'text':
      return note.text;
    case 'number':
      return /[A-Z]{2,}\d{8}-\d+/.exec(note.text)?.[0] ?? '';
    case 'region':
      return region?.name ?? '';
    case 'unit':
      return region ? `${region.name}政务公开办` : '';
    case 'time':
      return toChinaIso(note.createdAt);
    case 'state':
      return states[note.topic] ?? (audience === 'staff' ? '待办理' : '有进展');
  }
}
