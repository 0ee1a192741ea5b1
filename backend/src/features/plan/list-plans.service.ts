import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, Page, PlanRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { PlanLedger } from './plan-ledger';
import { toPlanRow } from './plan.mapper';
import { isOfficeOf } from './plan.policy';
import { PlanRepository } from './plan.repository';

@Injectable()
export class ListPlansService {
  constructor(
    private readonly regions: RegionService,
    private readonly plans: PlanRepository,
    private readonly ledger: PlanLedger,
  ) {}

  /** `drafts` is a wish that only the office of the region has granted. */
  async run(ctx: Ctx, input: InputOf<typeof endpoints.plan.list>): Promise<Page<PlanRow>> {
    const region = await this.regions.byCode(ctx, input.code);
    const drafts = input.drafts && isOfficeOf(ctx.actor, region.id);
    const { items, nextCursor } = await this.plans.list(ctx, region.id, { ...input, drafts });
    const counts = await this.ledger.tasks.lightsOfPlans(
      ctx,
      region.id,
      items.map((plan) => plan.id),
    );
    return { items: items.map((plan) => toPlanRow(plan, region.code, counts.get(plan.id))), nextCursor };
  }
}
