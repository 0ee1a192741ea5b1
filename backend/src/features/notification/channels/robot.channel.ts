import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Channel } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../../config/config';
import type { Ctx } from '../../../core/ctx';
import { UnitOfWork } from '../../../core/db/unit-of-work';
import { NotDelivered, Outbox } from '../../../core/outbox/outbox';
import { RegionChannelRepository } from '../region-channel.repository';
import type { Errand, NotificationChannel, Outcome } from './channel';
import { postJson } from './post-json';

type Robot = Extract<Channel, 'wecom' | 'dingtalk'>;

/**
 * A robot speaks to a whole group, so what is told to five people is said there once. It knows no key,
 * so its order is delivered at most once.
 */
@Injectable()
export class RobotChannel implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly channels: RegionChannelRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.outbox.handle('robot', (ctx, payload) => this.speak(ctx, payload), 'once');
  }

  as(robot: Robot): NotificationChannel {
    return { repeatable: false, deliver: (ctx, errand) => this.handOn(ctx, robot, errand) };
  }

  private async handOn(ctx: Ctx, robot: Robot, { region, note, event }: Errand): Promise<Outcome> {
    const address = region && (await this.channels.address(ctx, region.id, robot));
    if (!region || !address) return { state: 'notReached', code: 'NO_ADDRESS' };
    await this.uow.run(ctx, (ctx) =>
      this.outbox.add(ctx, {
        topic: 'robot',
        payload: { robot, regionId: region.id, text: note.text, event },
        dedupeKey: `${robot}:${event}`,
      }),
    );
    return { state: 'handedOn' };
  }

  private async speak(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
    const robot: Robot = payload.robot === 'dingtalk' ? 'dingtalk' : 'wecom';
    const outcome = await this.say(ctx, Number(payload.regionId), robot, String(payload.text));
    if (outcome.state === 'waiting') throw new NotDelivered(outcome.code);
    if (outcome.state === 'unknown') throw new Error('the robot may have spoken');
  }

  /** Says one sentence in the group now. Both makers answer HTTP 200 with an `errcode` that is not 0 for a refusal. */
  async say(ctx: Ctx, regionId: number, robot: Robot, sentence: string): Promise<Outcome> {
    const address = await this.channels.address(ctx, regionId, robot);
    if (address === null || !allowedAddress(address, this.config.robotHosts))
      return { state: 'notReached', code: 'NO_ADDRESS' };
    const text = { content: `【阳光台账】${sentence}` };
    const answer = await postJson(address, JSON.stringify({ msgtype: 'text', text }));
    if (answer.kind === 'silence')
      return answer.sent
        ? { state: 'unknown', code: 'ROBOT_SILENT' }
        : { state: 'waiting', code: 'ROBOT_UNREACHABLE' };
    if (answer.status >= 400) return { state: 'waiting', code: `ROBOT_${answer.status}` };
    const refused = /"errcode"\s*:\s*([1-9]\d*)/.exec(answer.text)?.[1];
    return refused === undefined
      ? { state: 'delivered' }
      : { state: 'waiting', code: `ROBOT_ERRCODE_${refused}` };
  }
}

/**
 * Only hosts that the operator named, by https: the server must not be sent about in its own network. A host
 * that was named with its port is a gateway of the intranet and may speak plain HTTP.
 */
export function allowedAddress(address: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, host } = new URL(address);
  if (host !== hostname && hosts.includes(host)) return protocol === 'https:' || protocol === 'http:';
  return protocol === 'https:' && hosts.includes(hostname);
}
