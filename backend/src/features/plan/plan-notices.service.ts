import { Injectable } from '@nestjs/common';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import { UnitService } from '../unit/unit.service';
import type { PlanHead } from './plan.repository';

/** Tells those who may review a plan that one waits. */
@Injectable()
export class PlanNotices {
  constructor(
    private readonly outbox: Outbox,
    private readonly units: UnitService,
  ) {}

  async toReview(ctx: CtxInTx, plan: PlanHead, submittedBy: number): Promise<void> {
    const office = await this.units.officeOf(ctx, plan.regionId);
    await this.outbox.add(ctx, {
      topic: 'notify',
      payload: {
        topic: 'planToReview',
        target: { kind: 'plan', id: plan.id },
        regionId: plan.regionId,
        unitId: office.id,
        roles: ['office', 'reviewer'],
        except: submittedBy,
      },
      dedupeKey: `planToReview:${plan.id}:${ctx.clock.now().getTime()}`,
    });
  }
}
