import { Injectable } from '@nestjs/common';
import { lights, noLights, type PlanDetail } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { Ctx } from '../../core/ctx';
import { MovePlanService } from './move-plan.service';
import { PlanLedger } from './plan-ledger';
import { PlanNotices } from './plan-notices.service';
import { PlanWorkflow } from './plan.workflow';
import { ShowPlanService } from './show-plan.service';

@Injectable()
export class SubmitPlanService {
  constructor(
    private readonly movePlan: MovePlanService,
    private readonly workflow: PlanWorkflow,
    private readonly ledger: PlanLedger,
    private readonly notices: PlanNotices,
    private readonly showPlan: ShowPlanService,
  ) {}

  async run(ctx: Ctx, id: number): Promise<PlanDetail> {
    await this.movePlan.run(ctx, id, 'submit', async (ctx, plan, actor) => {
      const counts = await this.ledger.tasks.lightsOfPlans(ctx, plan.regionId, [plan.id]);
      const own = counts.get(plan.id) ?? noLights();
      if (lights.every((light) => own[light] === 0)) throw new AppError('PLAN_WITHOUT_TASKS');
      await this.workflow.move(ctx, plan, 'submit', {
        submittedBy: actor.accountId,
        approvedBy: null,
        reviewNote: null,
      });
      await this.notices.toReview(ctx, plan, actor.accountId);
    });
    return this.showPlan.run(ctx, id);
  }
}
