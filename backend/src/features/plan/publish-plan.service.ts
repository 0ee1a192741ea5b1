import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, PlanDetail } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { Ctx } from '../../core/ctx';
import { MovePlanService } from './move-plan.service';
import { PlanLedger } from './plan-ledger';
import { PlanSearch } from './plan-search.service';
import { isDisclosable } from './plan.policy';
import type { PlanHead } from './plan.repository';
import { PlanWorkflow } from './plan.workflow';
import { ShowPlanService } from './show-plan.service';

@Injectable()
export class PublishPlanService {
  constructor(
    private readonly movePlan: MovePlanService,
    private readonly workflow: PlanWorkflow,
    private readonly ledger: PlanLedger,
    private readonly search: PlanSearch,
    private readonly showPlan: ShowPlanService,
  ) {}

  async run(ctx: Ctx, { id, decision }: InputOf<typeof endpoints.plan.publish>): Promise<PlanDetail> {
    await this.movePlan.run(ctx, id, 'publish', async (ctx, plan, actor) => {
      if (!isDisclosable(plan, decision)) throw new AppError('PLAN_NOT_DISCLOSABLE');
      const changes = {
        published: true,
        publishedKey: publishedKeyOf(plan),
        publishedAt: ctx.clock.now(),
        publishedBy: actor.accountId,
        publishDecision: decision ?? null,
      };
      await this.workflow.move(ctx, plan, 'publish', changes, decision ?? null);
      await this.ledger.tasks.show(ctx, plan, true);
      await this.search.put(ctx, plan);
    });
    return this.showPlan.run(ctx, id);
  }
}

/** The same paper is published once at a time; a region may well publish two papers in a year. */
function publishedKeyOf(plan: PlanHead): string {
  const title = createHash('sha256').update(plan.title.replace(/\s+/g, '')).digest('hex').slice(0, 40);
  return `${plan.regionId}:${plan.year}:${title}`;
}
