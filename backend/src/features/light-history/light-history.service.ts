import { Injectable, type OnModuleInit } from '@nestjs/common';
import { toChinaIso, type LightMonth } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { TaskAnnex } from '../task/task-annex';
import { LightHistoryRepository } from './light-history.repository';

const MONTHS_OF_TASK = 24;
const MONTHS_OF_REGION = 36;

/** The frozen months as they are read. */
@Injectable()
export class LightHistoryService implements OnModuleInit {
  constructor(
    private readonly regions: RegionService,
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
}
