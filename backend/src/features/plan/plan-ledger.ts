import { Injectable } from '@nestjs/common';
import type { LightCounts } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { PlanHead } from './plan.repository';

/** What a plan asks of the tasks that come from it. */
export interface PlanTasks {
  lightsOfPlans(ctx: Ctx, regionId: number, planIds: readonly number[]): Promise<Map<number, LightCounts>>;
  /** Tasks that belong to no point are counted under 0. */
  lightsOfPoints(ctx: Ctx, regionId: number, planId: number): Promise<Map<number, LightCounts>>;
  /** The tasks of a plan are shown and found, or no longer. Inside the unit of work that publishes. */
  show(ctx: Ctx, plan: PlanHead, published: boolean): Promise<void>;
}

/** The seam: tasks import plans and not the other way round, so the task feature enters itself here. */
@Injectable()
export class PlanLedger {
  private entered: PlanTasks | null = null;

  enter(tasks: PlanTasks): void {
    this.entered = tasks;
  }

  get tasks(): PlanTasks {
    if (!this.entered) throw new Error('no task feature has entered the plan ledger');
    return this.entered;
  }
}
