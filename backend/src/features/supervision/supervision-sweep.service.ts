import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { Scheduler } from '../../core/schedule/scheduler';
import { UnitService } from '../unit/unit.service';
import { SupervisionNotices } from './supervision-notices.service';
import { SupervisionRepository } from './supervision.repository';
import { SupervisionWorkflow } from './supervision.workflow';

const EVERY_MS = 60_000;
const BATCH = 100;

/**
 * Marks what was not answered by its day, and tells officials one working day later. What is due stands in
 * `sweep_at`: late, twice, or on several servers, each is marked once, under its version.
 */
@Injectable()
export class SupervisionSweep implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly units: UnitService,
    private readonly things: SupervisionRepository,
    private readonly workflow: SupervisionWorkflow,
    private readonly notices: SupervisionNotices,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'supervision', everyMs: EVERY_MS, run: (ctx) => this.run(ctx) });
  }

  async run(ctx: Ctx): Promise<void> {
    for (;;) {
      const ids = await this.things.dueIds(ctx, BATCH);
      let marked = 0;
      for (const id of ids) if (await this.markOne(ctx, id)) marked += 1;
      if (ids.length < BATCH || marked === 0) return;
    }
  }

  private async markOne(ctx: Ctx, id: number): Promise<boolean> {
    try {
      return await this.uow.run(ctx, async (ctx) => {
        const thing = await this.things.find(ctx, id);
        if (!thing) return false;
        const codes = await this.workflow.passTime(ctx, thing);
        if (codes.includes('overdue')) {
          const unit = await this.units.byId(ctx, thing.regionId, thing.unitId);
          const what = '应于{due}前反馈，已经逾期';
          await this.notices.toUnit(ctx, thing, 'supervisionOverdue', what, unit.isOffice);
          await this.notices.toOffice(ctx, thing, 'supervisionOverdue', what);
        }
        if (codes.includes('escalated')) {
          const what = '应于{due}前反馈，逾期一个工作日仍未反馈';
          await this.notices.toOfficials(ctx, thing, 'supervisionOverdue', what);
        }
        return codes.length > 0;
      });
    } catch (error) {
      // Somebody moved it in this moment; that move marks the day itself.
      if (error instanceof AppError && error.code === 'SUPERVISION_CHANGED') return false;
      throw error;
    }
  }
}
