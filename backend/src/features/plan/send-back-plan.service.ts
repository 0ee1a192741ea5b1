import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, PlanDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { MovePlanService } from './move-plan.service';
import { PlanWorkflow } from './plan.workflow';
import { ShowPlanService } from './show-plan.service';

@Injectable()
export class SendBackPlanService {
  constructor(
    private readonly movePlan: MovePlanService,
    private readonly workflow: PlanWorkflow,
    private readonly showPlan: ShowPlanService,
  ) {}

  async run(ctx: Ctx, { id, note }: InputOf<typeof endpoints.plan.sendBack>): Promise<PlanDetail> {
    await this.movePlan.run(ctx, id, 'sendBack', (ctx, plan) =>
      this.workflow.move(ctx, plan, 'sendBack', { reviewNote: note, approvedBy: null }, note),
    );
    return this.showPlan.run(ctx, id);
  }
}
