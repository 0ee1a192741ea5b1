import { Injectable } from '@nestjs/common';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import { AccountService } from '../account/account.service';
import { UnitService } from '../unit/unit.service';
import type { PlanHead } from './plan.repository';

/** Tells those who may review a plan that one waits: the office and the reviewers of its unit. */
@Injectable()
export class PlanNotices {
  constructor(
    private readonly outbox: Outbox,
    private readonly accounts: AccountService,
    private readonly units: UnitService,
  ) {}

  async toReview(ctx: CtxInTx, plan: PlanHead, submittedBy: number): Promise<void> {
    const { regionId } = plan;
    const unit = await this.units.officeOf(ctx, regionId);
    const office = await this.accounts.holders(ctx, { regionId, roles: ['office'] });
    const reviewers = await this.accounts.holders(ctx, { regionId, unitId: unit.id, roles: ['reviewer'] });
    const accountIds = [...new Set([...office, ...reviewers])].filter((id) => id !== submittedBy);
    if (accountIds.length === 0) return;
    await this.outbox.add(ctx, {
      topic: 'notify',
      payload: { topic: 'planToReview', target: { kind: 'plan', id: plan.id }, accountIds },
      // A plan that was sent back is submitted again, at another time.
      dedupeKey: `planToReview:${plan.id}:${ctx.clock.now().getTime()}`,
    });
  }
}
