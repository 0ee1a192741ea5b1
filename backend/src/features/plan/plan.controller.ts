import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { ContextParam, Input, Route } from '../../core/http/route.decorator';
import { ApprovePlanService } from './approve-plan.service';
import { ListPlansService } from './list-plans.service';
import { PublishPlanService } from './publish-plan.service';
import { SendBackPlanService } from './send-back-plan.service';
import { ShowPlanService } from './show-plan.service';
import { SubmitPlanService } from './submit-plan.service';
import { WithdrawPlanService } from './withdraw-plan.service';

@Controller()
export class PlanController {
  constructor(
    private readonly listPlans: ListPlansService,
    private readonly showPlan: ShowPlanService,
    private readonly submitPlan: SubmitPlanService,
    private readonly approvePlan: ApprovePlanService,
    private readonly sendBackPlan: SendBackPlanService,
    private readonly publishPlan: PublishPlanService,
    private readonly withdrawPlan: WithdrawPlanService,
  ) {}

  @Route(endpoints.plan.list)
  list(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.plan.list>) {
    return this.listPlans.run(ctx, input);
  }

  @Route(endpoints.plan.get)
  get(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.plan.get>) {
    return this.showPlan.run(ctx, input.id);
  }

  @Route(endpoints.plan.submit)
  submit(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.plan.submit>) {
    return this.submitPlan.run(ctx, input.id);
  }

  @Route(endpoints.plan.approve)
  approve(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.plan.approve>) {
    return this.approvePlan.run(ctx, input.id);
  }

  @Route(endpoints.plan.sendBack)
  sendBack(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.plan.sendBack>) {
    return this.sendBackPlan.run(ctx, input);
  }

  @Route(endpoints.plan.publish)
  publish(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.plan.publish>) {
    return this.publishPlan.run(ctx, input);
  }

  @Route(endpoints.plan.withdraw)
  withdraw(@ContextParam() ctx: Ctx, @Input() input: InputOf<typeof endpoints.plan.withdraw>) {
    return this.withdrawPlan.run(ctx, input);
  }
}
