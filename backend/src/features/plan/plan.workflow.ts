import { Injectable } from '@nestjs/common';
import { planMoveWords, planStateWords, planWorkflow, type PlanMove } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { PlanRepository, type PlanChanges, type PlanHead } from './plan.repository';

/** The only place that sets the status of a plan; every move leaves its event. */
@Injectable()
export class PlanWorkflow {
  constructor(private readonly plans: PlanRepository) {}

  assertAllowed(plan: PlanHead, move: PlanMove): void {
    if (planWorkflow[move].from.includes(plan.status)) return;
    throw new AppError('PLAN_STATE', { state: planStateWords[plan.status], move: planMoveWords[move] });
  }

  async move(
    ctx: CtxInTx,
    plan: PlanHead,
    move: PlanMove,
    changes: PlanChanges,
    note: string | null = null,
  ): Promise<void> {
    this.assertAllowed(plan, move);
    if (!(await this.plans.move(ctx, plan, planWorkflow[move].to, changes))) {
      const now = await this.plans.find(ctx, plan.id);
      throw new AppError('PLAN_STATE', {
        state: planStateWords[now?.status ?? plan.status],
        move: planMoveWords[move],
      });
    }
    await this.plans.appendEvent(ctx, plan, move, note);
  }
}
