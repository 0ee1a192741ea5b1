import { createHash, randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  regionRoles,
  toChinaIso,
  type endpoints,
  type InputOf,
  type OutputOf,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { fileAnswer } from '../../core/http/file-answer';
import { PersonalData } from '../../core/personal-data';
import { membershipsIn, requireActor, requireMembership } from '../../core/policy/membership';
import { AccountService } from '../account/account.service';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import type { UnitRow } from '../unit/unit.mapper';
import { CalendarFeedRepository } from './calendar-feed.repository';
import { DeadlineDaysService } from './deadline-days.service';
import { iCalendar } from './icalendar';

type Calls = typeof endpoints.deadlineFeed;

/** 期限日历: public ones of a unit's tasks, and private ones that add the messages waiting for it. */
@Injectable()
export class DeadlineFeedService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly accounts: AccountService,
    private readonly feeds: CalendarFeedRepository,
    private readonly days: DeadlineDaysService,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'calendarFeeds',
      read: async (ctx, accountId) =>
        (await this.feeds.ofAccount(ctx, accountId)).map(({ unitId, createdAt }) => ({
          unitId,
          createdAt: toChinaIso(createdAt),
        })),
      erase: (ctx, accountId) => this.feeds.forget(ctx, accountId),
    });
  }

  async ofUnit(ctx: Ctx, { code, unit: unitId }: InputOf<Calls['ofUnit']>) {
    const region = await this.regions.byCode(ctx, code);
    const unit = await this.unitOf(ctx, unitId);
    if (unit?.regionId !== region.id) throw new AppError('NOT_FOUND');
    const days = await this.days.ofTasks(ctx, region, unit.id);
    return this.answer(ctx, `${unit.name} 任务时限`, days);
  }

  /** A secret that is not known, no longer held, or of somebody who left the unit: nothing there. */
  async private(ctx: Ctx, { file }: InputOf<Calls['private']>) {
    const feed = await this.feeds.byToken(ctx, digestOf(file.replace(/\.ics$/, '')));
    const actor = feed ? await this.accounts.actor(ctx, feed.accountId) : null;
    if (!feed || !actor) throw new AppError('NOT_FOUND');
    if (!mayFollow({ ...ctx, actor }, feed.regionId, feed.unitId)) throw new AppError('NOT_FOUND');
    const region = await this.regions.byId(ctx, feed.regionId);
    const unit = await this.units.byId(ctx, feed.regionId, feed.unitId);
    const days = [
      ...(await this.days.ofTasks(ctx, region, unit.id)),
      ...(await this.days.ofMessages(ctx, actor, region, unit.id)),
    ];
    return this.answer(ctx, `${unit.name} 我的期限`, days);
  }

  async mine(ctx: Ctx): Promise<OutputOf<Calls['mine']>> {
    const feeds = await this.feeds.ofAccount(ctx, requireActor(ctx).accountId);
    const units = await this.units.byIds(
      ctx,
      feeds.map((feed) => feed.unitId),
    );
    const items: OutputOf<Calls['mine']>['items'] = [];
    for (const { unitId, regionId, createdAt } of feeds) {
      const { code } = await this.regions.byId(ctx, regionId);
      const unit = { id: unitId, name: units.get(unitId)?.name ?? '' };
      items.push({ unit, regionCode: code, createdAt: toChinaIso(createdAt) });
    }
    return { items };
  }

  async open(ctx: Ctx, { unit: unitId }: InputOf<Calls['open']>): Promise<OutputOf<Calls['open']>> {
    const { accountId } = requireActor(ctx);
    const unit = await this.unitOf(ctx, unitId);
    if (!unit) throw new AppError('UNIT_NOT_FOUND');
    const { regionId } = unit;
    requireMembership(ctx, { regionId, roles: regionRoles, unitId: unit.id, notFound: 'UNIT_NOT_FOUND' });
    const secret = randomBytes(32).toString('base64url');
    const createdAt = ctx.clock.now();
    await this.uow.run(ctx, (ctx) =>
      this.feeds.put(ctx, { regionId, accountId, unitId, tokenHash: digestOf(secret), createdAt }),
    );
    return { path: `/calendar-feeds/${secret}.ics` };
  }

  async close(ctx: Ctx, { unit }: InputOf<Calls['close']>): Promise<OutputOf<Calls['close']>> {
    const { accountId } = requireActor(ctx);
    await this.uow.run(ctx, (ctx) => this.feeds.remove(ctx, accountId, unit));
    return { done: true };
  }

  private async unitOf(ctx: Ctx, id: number): Promise<UnitRow | null> {
    return (await this.units.byIds(ctx, [id])).get(id) ?? null;
  }

  private answer(ctx: Ctx, name: string, days: Parameters<typeof iCalendar>[0]['days']) {
    const body = Buffer.from(iCalendar({ name, stamp: this.days.stamp(ctx), days }));
    return fileAnswer({ name: `${name}.ics`, type: 'text/calendar; charset=utf-8', body, inline: true });
  }
}

/** Still of this unit, or of the region as a whole. */
const mayFollow = (ctx: Ctx, regionId: number, unitId: number): boolean =>
  membershipsIn(ctx, regionId, regionRoles).some(
    ({ role, unitId: own }) => own === unitId || role === 'office' || role === 'official',
  );

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
