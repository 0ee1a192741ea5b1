import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  defaultLightThresholds,
  toChinaIso,
  type endpoints,
  type InputOf,
  type LightMonth,
  type LightSettings,
} from '@sunledger/shared-types';
import { requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { RegionSettingsService } from '../region/region-settings.service';
import { RegionService } from '../region/region.service';
import { TaskAnnex } from '../task/task-annex';
import { TaskDayService } from '../task/task-day.service';
import { LightHistoryRepository } from './light-history.repository';

const MONTHS_OF_TASK = 24;
const MONTHS_OF_REGION = 36;

/** The frozen months as they are read, and the numbers by which the next ones are judged. */
@Injectable()
export class LightHistoryService implements OnModuleInit {
  constructor(
    private readonly regions: RegionService,
    private readonly settings: RegionSettingsService,
    private readonly days: TaskDayService,
    private readonly annex: TaskAnnex,
    private readonly history: LightHistoryRepository,
  ) {}

  onModuleInit(): void {
    this.annex.useLights((ctx, taskId) => this.history.ofTask(ctx, taskId, MONTHS_OF_TASK));
  }

  async months(ctx: Ctx, code: string): Promise<{ items: LightMonth[] }> {
    const region = await this.regions.byCode(ctx, code);
    const months = await this.history.ofRegion(ctx, region.id, MONTHS_OF_REGION);
    return {
      items: months.map(({ month, counts, frozenAt }) => ({
        month,
        lights: counts,
        frozenAt: toChinaIso(frozenAt),
      })),
    };
  }

  async show(ctx: Ctx, code: string): Promise<LightSettings> {
    const region = await this.regions.byCode(ctx, code);
    return { ...defaultLightThresholds, ...region.settings.lights };
  }

  /** Counts from now on; months that are written down keep the numbers they were judged by. */
  async save(
    ctx: Ctx,
    { code, ...lights }: InputOf<typeof endpoints.lightHistory.saveSettings>,
  ): Promise<LightSettings> {
    const region = await this.regions.byCode(ctx, code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    await this.settings.change(ctx, region.id, { lights });
    this.days.forget();
    return lights;
  }
}
