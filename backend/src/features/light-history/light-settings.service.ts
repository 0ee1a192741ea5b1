import { Injectable } from '@nestjs/common';
import {
  defaultLightThresholds,
  toChinaIso,
  type endpoints,
  type InputOf,
  type LightSettings,
  type LightSettingsChange,
  type OutputOf,
  type Page,
} from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { membershipsIn, requireActor, requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { AccountService } from '../account/account.service';
import { DeadlineService } from '../deadline/deadline.service';
import type { Region } from '../region/region.mapper';
import { RegionSettingsService } from '../region/region-settings.service';
import { RegionService } from '../region/region.service';
import { TaskDayService } from '../task/task-day.service';
import { TaskFigures } from '../task/task-figures.service';
import { LightSettingRepository } from './light-setting.repository';

type Calls = typeof endpoints.lightHistory;

/**
 * The numbers behind a region's lights. Whoever changes them says why in public; days that were missed and
 * months that are written down stay as they are whatever the numbers.
 */
@Injectable()
export class LightSettingsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly settings: RegionSettingsService,
    private readonly deadlines: DeadlineService,
    private readonly days: TaskDayService,
    private readonly figures: TaskFigures,
    private readonly accounts: AccountService,
    private readonly changes: LightSettingRepository,
  ) {}

  async show(ctx: Ctx, code: string): Promise<LightSettings> {
    return settingsOf(await this.regions.byCode(ctx, code));
  }

  /** How the tasks of today would stand by other numbers. */
  async preview(
    ctx: Ctx,
    { code, ...lights }: InputOf<Calls['previewSettings']>,
  ): Promise<OutputOf<Calls['previewSettings']>> {
    const region = await this.forOffice(ctx, code);
    const day = await this.deadlines.lightDay(ctx, region.id, lights);
    return {
      now: await this.figures.ofRegion(ctx, region.id),
      then: await this.figures.ofRegion(ctx, region.id, day),
    };
  }

  /** Counts from now on. */
  async save(ctx: Ctx, input: InputOf<Calls['saveSettings']>): Promise<LightSettings> {
    const { code, reason, ...lights } = input;
    const region = await this.forOffice(ctx, code);
    const { accountId } = requireActor(ctx);
    await this.uow.run(ctx, async (ctx) => {
      const was = settingsOf(await this.settings.locked(ctx, region.id));
      if (sameNumbers(was, lights)) throw new AppError('LIGHTS_UNCHANGED');
      await this.settings.change(ctx, region.id, { lights });
      const change = { regionId: region.id, was, became: lights, reason, accountId };
      await this.changes.append(ctx, { ...change, at: ctx.clock.now() });
    });
    this.regions.forget();
    this.days.forget();
    return lights;
  }

  async history(ctx: Ctx, input: InputOf<Calls['settingsChanges']>): Promise<Page<LightSettingsChange>> {
    const region = await this.regions.byCode(ctx, input.code);
    const page = await this.changes.list(ctx, region.id, input);
    const isStaff = membershipsIn(ctx, region.id).length > 0;
    const people = isStaff ? page.items.flatMap(({ accountId }) => accountId ?? []) : [];
    const names = await this.accounts.names(ctx, people);
    const items = page.items.map(({ accountId, at, ...change }) => ({
      ...change,
      at: toChinaIso(at),
      by: accountId === null ? null : (names.get(accountId) ?? null),
    }));
    return { items, nextCursor: page.nextCursor };
  }

  private async forOffice(ctx: Ctx, code: string): Promise<Region> {
    const region = await this.regions.byCode(ctx, code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    return region;
  }
}

const settingsOf = ({ settings }: Pick<Region, 'settings'>): LightSettings => ({
  ...defaultLightThresholds,
  ...settings.lights,
});

const sameNumbers = (a: LightSettings, b: LightSettings): boolean =>
  a.dueSoonWorkingDays === b.dueSoonWorkingDays &&
  a.staleDays === b.staleDays &&
  a.continuousStaleDays === b.continuousStaleDays;
