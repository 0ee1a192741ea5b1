import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Channel, ChannelAudience, Notification, NotificationTopic } from '@sunledger/shared-types';
import { WechatGateway } from '../../adapters/wechat';
import { CONFIG, type Config } from '../../config/config';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import { RegionService } from '../region/region.service';
import type { Errand, NotificationChannel, Outcome } from './channels/channel';
import { RobotChannel } from './channels/robot.channel';
import { SmsChannel } from './channels/sms.channel';
import { WechatChannel } from './channels/wechat.channel';
import { DeliveryRepository, type Note } from './delivery.repository';
import { RegionChannelRepository } from './region-channel.repository';

/** Told to citizens, as everything is that is about a message of their own; all else is told to people at work. */
const TO_CITIZENS: readonly NotificationTopic[] = [
  'messageAnswered',
  'messageTransferred',
  'messageDelayed',
  'questionAsked',
  'followedProgress',
  'followedClosed',
  'followedOverdue',
];
/** Until a region chooses for itself. */
const USUAL: Record<ChannelAudience, readonly Channel[]> = { citizen: ['wechat', 'sms'], staff: ['wechat'] };

/** No channel took the note and one of them may take it later. */
class NotYet extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'NotYet';
  }
}

/**
 * The one port through which notes leave the app: the channels of the region and of the kind of person, tried
 * in order until one has it. The note itself is in the app before, whatever happens out here. A channel whose
 * other end knows no key is recorded as attempted first; an unknown outcome is shown, not sent again.
 */
@Injectable()
export class DeliverOutside implements OnModuleInit {
  private readonly channels: Record<Channel, NotificationChannel>;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly regions: RegionService,
    private readonly wechat: WechatGateway,
    private readonly deliveries: DeliveryRepository,
    private readonly chosen: RegionChannelRepository,
    @Inject(CONFIG) private readonly config: Config,
    wechatChannel: WechatChannel,
    sms: SmsChannel,
    robots: RobotChannel,
  ) {
    this.channels = {
      wechat: wechatChannel,
      sms,
      wecom: robots.as('wecom'),
      dingtalk: robots.as('dingtalk'),
    };
  }

  onModuleInit(): void {
    this.outbox.handle('deliver', (ctx, payload) => this.run(ctx, payload));
  }

  /** Orders the ways out of some notes, in the unit of work that stores them. */
  async order(
    ctx: CtxInTx,
    regionId: number | null,
    notes: readonly { accountId: number; dedupeKey: string }[],
    round = '',
  ): Promise<void> {
    const robots = regionId !== null && (await this.chosen.chosenBy(ctx, regionId)).length > 0;
    if (!this.wechat.enabled && !this.config.sms && !robots) return;
    const orders = notes.map(({ accountId, dedupeKey }) => ({
      topic: 'deliver',
      payload: { accountId, key: dedupeKey, regionId },
      dedupeKey: `${dedupeKey}:${accountId}${round}`,
    }));
    await this.outbox.add(ctx, ...orders);
  }

  private async run(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
    const event = String(payload.key);
    const note = await this.deliveries.note(ctx, Number(payload.accountId), event);
    if (!note) return;
    const audience: ChannelAudience = note.own || TO_CITIZENS.includes(note.topic) ? 'citizen' : 'staff';
    const region =
      typeof payload.regionId === 'number' ? await this.regions.byId(ctx, payload.regionId) : null;
    const errand: Errand = { note, audience, region, event };
    let waiting: string | null = null;
    for (const channel of await this.orderOf(ctx, region?.id ?? null, audience)) {
      const outcome = await this.through(ctx, channel, errand);
      if (outcome.state === 'notReached') continue;
      if (outcome.state !== 'waiting') return this.shown(ctx, note, outcome);
      waiting ??= outcome.code;
    }
    if (waiting !== null) throw new NotYet(waiting);
    await this.uow.run(ctx, (ctx) => this.deliveries.setOutside(ctx, note.id, 'notReached'));
  }

  private async orderOf(
    ctx: Ctx,
    regionId: number | null,
    audience: ChannelAudience,
  ): Promise<readonly Channel[]> {
    const chosen = regionId === null ? [] : await this.chosen.chosenBy(ctx, regionId);
    const own = chosen.filter((each) => each.audience === audience).map((each) => each.channel);
    return own.length > 0 ? own : USUAL[audience];
  }

  private async through(ctx: Ctx, name: Channel, errand: Errand): Promise<Outcome> {
    const channel = this.channels[name];
    const { id } = errand.note;
    const before = await this.deliveries.state(ctx, id, name);
    if (before === 'delivered' || before === 'handedOn') return { state: before };
    if (before === 'notReached' || before === 'unknown') return { state: before, code: 'BEFORE' };
    if (before === 'attempted' && !channel.repeatable) {
      // The process ended between the attempt and its outcome.
      return this.record(ctx, id, name, { state: 'unknown', code: 'INTERRUPTED' });
    }
    const whose = { notificationId: id, regionId: errand.region?.id ?? null };
    await this.uow.run(ctx, (ctx) => this.deliveries.attempt(ctx, whose, name, new Date(systemNow())));
    return this.record(ctx, id, name, await channel.deliver(ctx, errand));
  }

  private async record(ctx: Ctx, id: number, channel: Channel, outcome: Outcome): Promise<Outcome> {
    const at = new Date(systemNow());
    const end = {
      state: outcome.state,
      at,
      code: 'code' in outcome ? outcome.code : undefined,
      externalId: outcome.state === 'delivered' ? outcome.externalId : undefined,
    };
    await this.uow.run(ctx, (ctx) => this.deliveries.finish(ctx, id, channel, end));
    return outcome;
  }

  private async shown(ctx: Ctx, note: Note, { state }: Outcome): Promise<void> {
    const outside: Notification['outside'] = state === 'unknown' ? 'unknown' : 'delivered';
    await this.uow.run(ctx, (ctx) => this.deliveries.setOutside(ctx, note.id, outside));
  }
}
