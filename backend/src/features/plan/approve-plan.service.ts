import { Injectable } from '@nestjs/common';
import type { PlanDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { MovePlanService } from './move-plan.service';
import { PlanWorkflow } from './plan.workflow';
import { ShowPlanService } from './show-plan.service';

@Injectable()
export class ApprovePlanService {
  constructor(
    private readonly movePlan: MovePlanService,
    private readonly workflow: PlanWorkflow,
    private readonly showPlan: ShowPlanService,
  ) {}

  async run(ctx: Ctx, id: number): Promise<PlanDetail> {
    await this.movePlan.run(ctx, id, 'approve', (ctx, plan, actor) =>
      this.workflow.move(ctx, plan, 'approve', { approvedBy: actor.accountId }),
    );
    return this.showPlan.run(ctx, id);
  }
}
