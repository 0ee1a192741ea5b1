import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, PlanDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { MovePlanService } from './move-plan.service';
import { PlanLedger } from './plan-ledger';
import { PlanSearch } from './plan-search.service';
import { PlanWorkflow } from './plan.workflow';
import { ShowPlanService } from './show-plan.service';

@Injectable()
export class WithdrawPlanService {
  constructor(
    private readonly movePlan: MovePlanService,
    private readonly workflow: PlanWorkflow,
    private readonly ledger: PlanLedger,
    private readonly search: PlanSearch,
    private readonly showPlan: ShowPlanService,
  ) {}

  async run(ctx: Ctx, { id, note }: InputOf<typeof endpoints.plan.withdraw>): Promise<PlanDetail> {
    await this.movePlan.run(ctx, id, 'withdraw', async (ctx, plan) => {
      const changes = { published: false, publishedKey: null, reviewNote: note };
      await this.workflow.move(ctx, plan, 'withdraw', changes, note);
      await this.ledger.tasks.show(ctx, plan, false);
      await this.search.remove(ctx, plan);
    });
    return this.showPlan.run(ctx, id);
  }
}
