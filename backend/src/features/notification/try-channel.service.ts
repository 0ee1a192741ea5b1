import { Injectable } from '@nestjs/common';
import type { Channel, endpoints, InputOf, TryResult } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { GuessLimiter } from '../../core/guesses/guess-limiter';
import { requireActor } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import type { Errand, Outcome } from './channels/channel';
import { RobotChannel } from './channels/robot.channel';
import { SmsChannel } from './channels/sms.channel';
import { WechatChannel } from './channels/wechat.channel';
import { RegionChannelsService } from './region-channels.service';

const SENTENCE = '这是一条试发的提醒，收到就说明这种方式可用';
/** Messages cost money, and a group is full of people. */
const TRIES_PER_MINUTE = 5;

/** “试发一条”: the office sends itself one message, or the group one sentence, and learns how it went. */
@Injectable()
export class TryChannelService {
  constructor(
    private readonly limiter: GuessLimiter,
    private readonly regions: RegionService,
    private readonly regionChannels: RegionChannelsService,
    private readonly wechat: WechatChannel,
    private readonly sms: SmsChannel,
    private readonly robots: RobotChannel,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.subscription.tryChannel>): Promise<TryResult> {
    const regionId = await this.regionChannels.regionFor(ctx, input.code);
    const { accountId } = requireActor(ctx);
    await this.limiter.take(ctx, `try-channel:a${accountId}`, TRIES_PER_MINUTE);
    const outcome = await this.through(ctx, regionId, input.channel, accountId);
    const state = outcome.state === 'handedOn' ? 'delivered' : outcome.state;
    return { state, code: 'code' in outcome ? outcome.code : null };
  }

  private async through(ctx: Ctx, regionId: number, channel: Channel, accountId: number): Promise<Outcome> {
    if (channel === 'wecom' || channel === 'dingtalk')
      return this.robots.say(ctx, regionId, channel, SENTENCE);
    const errand: Errand = {
      // No note is stored: nothing has happened that anybody should be reminded of.
      note: {
        id: 0,
        accountId,
        topic: 'messageReminder',
        text: SENTENCE,
        target: { kind: 'inbox', id: regionId },
        createdAt: ctx.clock.now(),
        own: false,
      },
      audience: 'staff',
      region: await this.regions.byId(ctx, regionId),
      event: `try-${ctx.requestId}`,
    };
    return (channel === 'sms' ? this.sms : this.wechat).deliver(ctx, errand);
  }
}
