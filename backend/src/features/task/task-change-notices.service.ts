import { Injectable } from '@nestjs/common';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import { AccountService } from '../account/account.service';
import { UnitService } from '../unit/unit.service';
import type { StoredChange } from './task-change.repository';

/** Tells the second person that a change waits, and the first what became of it. */
@Injectable()
export class TaskChangeNotices {
  constructor(
    private readonly outbox: Outbox,
    private readonly accounts: AccountService,
    private readonly units: UnitService,
  ) {}

  async toReview(ctx: CtxInTx, { id, regionId }: { id: number; regionId: number }): Promise<void> {
    const unit = await this.units.officeOf(ctx, regionId);
    const office = await this.accounts.holders(ctx, { regionId, roles: ['office'] });
    const reviewers = await this.accounts.holders(ctx, { regionId, unitId: unit.id, roles: ['reviewer'] });
    const told = [...new Set([...office, ...reviewers])].filter((each) => each !== ctx.actor?.accountId);
    await this.tell(ctx, 'changeToReview', id, told);
  }

  async decided(ctx: CtxInTx, change: StoredChange): Promise<void> {
    await this.tell(ctx, 'changeDecided', change.id, change.proposedBy === null ? [] : [change.proposedBy]);
  }

  private async tell(
    ctx: CtxInTx,
    topic: 'changeToReview' | 'changeDecided',
    id: number,
    accountIds: readonly number[],
  ): Promise<void> {
    if (accountIds.length === 0) return;
    const target = { kind: 'change', id };
    await this.outbox.add(ctx, {
      topic: 'notify',
      payload: { topic, target, accountIds },
      dedupeKey: `${topic}:${id}`,
    });
  }
}
