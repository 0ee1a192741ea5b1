import { Injectable } from '@nestjs/common';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { UnitService } from '../unit/unit.service';
import { maySeePlan, type PlanViewer } from './plan.policy';
import { PlanRepository, type PlanHead, type PlanTexts } from './plan.repository';

export interface SeenPlan {
  readonly plan: PlanHead & PlanTexts;
  readonly viewer: PlanViewer;
}

/** A plan as far as the caller may see it: drafts are not there for strangers. */
@Injectable()
export class FindPlanService {
  constructor(
    private readonly plans: PlanRepository,
    private readonly units: UnitService,
  ) {}

  async run(ctx: Ctx, id: number): Promise<SeenPlan> {
    const seen = await this.seen(ctx, id);
    if (!seen) throw new AppError('PLAN_NOT_FOUND');
    return seen;
  }

  async seen(ctx: Ctx, id: number): Promise<SeenPlan | null> {
    const plan = await this.plans.find(ctx, id);
    if (!plan) return null;
    const viewer = await this.viewerOf(ctx, plan.regionId);
    return maySeePlan(viewer, plan) ? { plan, viewer } : null;
  }

  private async viewerOf(ctx: Ctx, regionId: number): Promise<PlanViewer> {
    const reviews = membershipsIn(ctx, regionId, ['reviewer']).length > 0;
    const office = reviews ? await this.units.officeOf(ctx, regionId) : null;
    return { actor: ctx.actor, officeUnitId: office?.id ?? null };
  }
}
