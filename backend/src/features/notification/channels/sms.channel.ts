import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { WechatError, WechatGateway } from '../../../adapters/wechat';
import { CONFIG, type Config } from '../../../config/config';
import type { Ctx } from '../../../core/ctx';
import { AccountService } from '../../account/account.service';
import type { Errand, NotificationChannel, Outcome } from './channel';
import { pageOfNote } from './page-of-note';
import { RegionChannelRepository } from '../region-channel.repository';
import { postJson } from './post-json';
import { allowedAddress } from './robot.channel';

/** Where and with which secret; sealed as JSON where a region has its own. */
export type SmsGateway = NonNullable<Config['sms']>;

/**
 * The county's SMS gateway behind a plain webhook: POST `{ id, phone, text }`. `Idempotency-Key` lets it drop
 * a second one; `X-Signature` is HMAC-SHA256 of the body with the shared secret, in hex.
 */
@Injectable()
export class SmsChannel implements NotificationChannel {
  readonly repeatable = true;

  constructor(
    private readonly accounts: AccountService,
    private readonly wechat: WechatGateway,
    private readonly channels: RegionChannelRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async deliver(ctx: Ctx, errand: Errand): Promise<Outcome> {
    const sms = await this.gatewayOf(ctx, errand);
    if (!sms) return { state: 'notReached', code: 'NO_GATEWAY' };
    const { phone } = await this.accounts.contact(ctx, errand.note.accountId);
    if (phone === null) return { state: 'notReached', code: 'NO_PHONE' };
    // A tried message is no note: the event is its key.
    const id = errand.note.id === 0 ? errand.event : `note-${errand.note.id}`;
    const link = await this.linkTo(errand);
    const text = `【${errand.region?.name ?? ''}阳光台账】${errand.note.text}${link === null ? '' : ` ${link}`}`;
    const body = JSON.stringify({ id, phone, text });
    const answer = await postJson(sms.url, body, {
      'idempotency-key': id,
      'x-signature': createHmac('sha256', sms.secret).update(body).digest('hex'),
    });
    if (answer.kind !== 'answer' || answer.status >= 500) return { state: 'waiting', code: 'SMS_DOWN' };
    if (answer.status >= 400) return { state: 'notReached', code: `SMS_${answer.status}` };
    return { state: 'delivered' };
  }

  /** The region's own gateway before that of the server; its host stays on the operator's list. */
  private async gatewayOf(ctx: Ctx, { region }: Errand): Promise<SmsGateway | null> {
    const own = region && (await this.channels.address(ctx, region.id, 'sms'));
    if (!own) return this.config.sms;
    const gateway = JSON.parse(own) as SmsGateway;
    return allowedAddress(gateway.url, this.config.robotHosts) ? gateway : null;
  }

  /** A link into the mini-program for 30 days; without WeChat the address of the web pages, or none. */
  private async linkTo(errand: Errand): Promise<string | null> {
    const web = this.config.publicUrl;
    const { page, query } = pageOfNote(errand);
    if (!this.wechat.enabled) return web && `${web.replace(/\/$/, '')}/${page}?${query}`;
    try {
      return await this.wechat.urlLink({ page, query, days: 30 });
    } catch (error) {
      if (error instanceof WechatError) return null;
      throw error;
    }
  }
}
