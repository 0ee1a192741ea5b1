import { Inject, Injectable } from '@nestjs/common';
import {
  channelNames,
  templateUses,
  type endpoints,
  type InputOf,
  type OutputOf,
  type RegionChannels,
} from '@sunledger/shared-types';
import { WechatGateway } from '../../adapters/wechat';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor, requireMembership } from '../../core/policy/membership';
import { RegionService } from '../region/region.service';
import { allowedAddress } from './channels/robot.channel';
import { RegionChannelRepository } from './region-channel.repository';

type Endpoints = typeof endpoints.subscription;

/** Which channels a region uses, for whom, in which order. */
@Injectable()
export class RegionChannelsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly chosen: RegionChannelRepository,
    private readonly wechat: WechatGateway,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async show(ctx: Ctx, code: string): Promise<OutputOf<Endpoints['channels']>> {
    return this.read(ctx, await this.regionFor(ctx, code));
  }

  async set(ctx: Ctx, input: InputOf<Endpoints['setChannels']>): Promise<OutputOf<Endpoints['setChannels']>> {
    const regionId = await this.regionFor(ctx, input.code);
    const addresses = { wecom: input.wecomUrl, dingtalk: input.dingtalkUrl } as const;
    for (const robot of ['wecom', 'dingtalk'] as const) {
      const address = addresses[robot];
      if (address !== undefined && address !== '' && !allowedAddress(address, this.config.robotHosts))
        throw new AppError('CHANNEL_ADDRESS', { name: channelNames[robot] });
    }
    const smsUrl = input.smsUrl?.trim();
    if (smsUrl) {
      if (!allowedAddress(smsUrl, this.config.robotHosts))
        throw new AppError('CHANNEL_ADDRESS', { name: channelNames.sms });
      // Our messages are signed with it: the new gateway must not get the old one's.
      if (input.smsSecret === undefined) throw new AppError('CHANNEL_SECRET');
    }
    return this.uow.run(ctx, async (ctx) => {
      if (smsUrl !== undefined) {
        const gateway = { url: smsUrl, secret: input.smsSecret ?? '' };
        await this.chosen.setAddress(ctx, regionId, 'sms', smsUrl === '' ? '' : JSON.stringify(gateway));
      }
      await this.chosen.setOrder(ctx, regionId, 'citizen', input.citizen);
      await this.chosen.setOrder(ctx, regionId, 'staff', input.staff);
      for (const robot of ['wecom', 'dingtalk'] as const) {
        const address = addresses[robot];
        if (address !== undefined) await this.chosen.setAddress(ctx, regionId, robot, address);
      }
      const now = await this.read(ctx, regionId);
      for (const robot of ['wecom', 'dingtalk'] as const) {
        const used = [...input.citizen, ...input.staff].includes(robot);
        if (used && !now.robots.includes(robot))
          throw new AppError('CHANNEL_ADDRESS', { name: channelNames[robot] });
      }
      return now;
    });
  }

  async regionFor(ctx: Ctx, code: string): Promise<number> {
    const { id } = await this.regions.byCode(ctx, code);
    const admin = requireActor(ctx).memberships.some((membership) => membership.role === 'admin');
    if (!admin) requireMembership(ctx, { regionId: id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    return id;
  }

  private async read(ctx: Ctx, regionId: number): Promise<OutputOf<Endpoints['channels']>> {
    const rows = await this.chosen.chosenBy(ctx, regionId);
    const of = (audience: string) =>
      rows.filter((row) => row.audience === audience).map((row) => row.channel);
    const addressed = of('robot');
    const robots = addressed.filter((channel) => channel === 'wecom' || channel === 'dingtalk');
    const shared = this.config.sms ? ('server' as const) : ('none' as const);
    return {
      citizen: of('citizen'),
      staff: of('staff'),
      robots,
      sms: addressed.includes('sms') ? 'own' : shared,
      wechat: this.wechat.enabled,
      templates: this.templates(),
    };
  }

  private templates(): RegionChannels['templates'] {
    return templateUses.flatMap((use) => {
      const template = this.config.wechat.templates[use];
      if (!template) return [];
      const fields = Object.entries(template.fields).map(([key, source]) => ({ key, source }));
      return [{ use, templateId: template.id, fields }];
    });
  }
}
