import { Injectable } from '@nestjs/common';
import type { PlanMove } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn, requireActor } from '../../core/policy/membership';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import type { Actor, Ctx } from '../../core/ctx';
import { FindPlanService } from './find-plan.service';
import { hasRoleForMove, isOwnApproval } from './plan.policy';
import type { PlanHead, PlanTexts } from './plan.repository';
import { PlanWorkflow } from './plan.workflow';

/** What every move of a plan begins with: seen, allowed by role, in the right state, not one's own. */
@Injectable()
export class MovePlanService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly findPlan: FindPlanService,
    private readonly workflow: PlanWorkflow,
  ) {}

  run(
    ctx: Ctx,
    id: number,
    move: PlanMove,
    work: (ctx: CtxInTx, plan: PlanHead & PlanTexts, actor: Actor) => Promise<void>,
  ): Promise<void> {
    const actor = requireActor(ctx);
    return this.uow.run(ctx, async (ctx) => {
      const { plan, viewer } = await this.findPlan.run(ctx, id);
      if (!hasRoleForMove(viewer, plan, move)) {
        const stranger = membershipsIn(ctx, plan.regionId).length === 0;
        throw new AppError(stranger ? 'PLAN_NOT_FOUND' : 'ROLE_REQUIRED');
      }
      this.workflow.assertAllowed(plan, move);
      if (isOwnApproval(actor, plan, move)) throw new AppError('PLAN_OWN_APPROVAL');
      await work(ctx, plan, actor);
    });
  }
}
