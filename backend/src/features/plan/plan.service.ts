import { Injectable } from '@nestjs/common';
import type { PlanRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { FindPlanService } from './find-plan.service';
import { PlanLedger } from './plan-ledger';
import { toPlanRow } from './plan.mapper';
import { hasRoleForMove, isOwnApproval } from './plan.policy';
import { PlanRepository, type PlanHead } from './plan.repository';

/** What other features ask about plans. */
@Injectable()
export class PlanService {
  constructor(
    private readonly plans: PlanRepository,
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly ledger: PlanLedger,
    private readonly findPlan: FindPlanService,
  ) {}

  /** A plan without regard to who asks; null when there is none. */
  head(ctx: Ctx, id: number): Promise<PlanHead | null> {
    return this.plans.find(ctx, id);
  }

  /** Whether the caller may see a plan of this region, published or not. */
  async maySee(ctx: Ctx, regionId: number, id: number): Promise<boolean> {
    const seen = await this.findPlan.seen(ctx, id);
    return seen?.plan.regionId === regionId;
  }

  /** The sentence of the paper that a task comes from. */
  point(ctx: Ctx, id: number): Promise<{ id: number; number: string | null; title: string | null } | null> {
    return this.plans.point(ctx, id);
  }

  countPublished(ctx: Ctx, regionId: number): Promise<number> {
    return this.plans.countPublished(ctx, regionId);
  }

  /** The plans of a region that the caller may approve now, the longest waiting first. */
  async toReview(ctx: Ctx, regionId: number, limit = 20): Promise<PlanRow[]> {
    const region = await this.regions.byId(ctx, regionId);
    const office = await this.units.officeOf(ctx, regionId);
    const viewer = { actor: ctx.actor, officeUnitId: office.id };
    const waiting = (await this.plans.inReview(ctx, regionId, limit)).filter(
      (plan) => hasRoleForMove(viewer, plan, 'approve') && !isOwnApproval(ctx.actor, plan, 'approve'),
    );
    const counts = await this.ledger.tasks.lightsOfPlans(
      ctx,
      regionId,
      waiting.map((plan) => plan.id),
    );
    return waiting.map((plan) => toPlanRow(plan, region.code, counts.get(plan.id)));
  }
}
