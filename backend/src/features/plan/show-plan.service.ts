import { Injectable } from '@nestjs/common';
import type { PlanDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { FindPlanService } from './find-plan.service';
import { PlanLedger } from './plan-ledger';
import { toPlanDetail } from './plan.mapper';
import { hasRoleForMove, movesOnPlan } from './plan.policy';
import { PlanRepository } from './plan.repository';

@Injectable()
export class ShowPlanService {
  constructor(
    private readonly findPlan: FindPlanService,
    private readonly regions: RegionService,
    private readonly plans: PlanRepository,
    private readonly ledger: PlanLedger,
  ) {}

  async run(ctx: Ctx, id: number): Promise<PlanDetail> {
    const { plan, viewer } = await this.findPlan.run(ctx, id);
    const region = await this.regions.byId(ctx, plan.regionId);
    const points = await this.plans.points(ctx, plan.id);
    const counts = await this.ledger.tasks.lightsOfPoints(ctx, plan.regionId, plan.id);
    return toPlanDetail(plan, region.code, points, counts, {
      moves: movesOnPlan(viewer, plan),
      reviewNote: hasRoleForMove(viewer, plan, 'sendBack') ? plan.reviewNote : null,
    });
  }
}
