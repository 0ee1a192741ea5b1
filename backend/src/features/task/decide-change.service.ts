import { Injectable } from '@nestjs/common';
import { taskChangeStateWords, type TaskChange } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireActor } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { ApplyChangeService } from './apply-change.service';
import { ShowChangeService } from './show-change.service';
import { TaskChangeNotices } from './task-change-notices.service';
import { TaskChangeRepository } from './task-change.repository';

/** The second person: agrees, and the change takes effect; or does not, and says why. */
@Injectable()
export class DecideChangeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly changes: TaskChangeRepository,
    private readonly applyChange: ApplyChangeService,
    private readonly notices: TaskChangeNotices,
    private readonly showChange: ShowChangeService,
  ) {}

  run(ctx: Ctx, id: number, to: 'applied' | 'rejected', note: string | null): Promise<TaskChange> {
    const { accountId } = requireActor(ctx);
    return this.uow.run(ctx, async (ctx) => {
      const change = await this.showChange.find(ctx, id);
      if (change.state !== 'pending')
        throw new AppError('CHANGE_STATE', { state: taskChangeStateWords[change.state] });
      // Nobody takes two steps of one review (product.md, 三审三校).
      if (change.proposedBy === accountId) throw new AppError('CHANGE_OWN_APPROVAL');
      const was = to === 'applied' ? await this.applyChange.apply(ctx, change) : null;
      const decision = { state: to, decidedBy: accountId, decidedAt: ctx.clock.now(), note, was };
      if (!(await this.changes.decide(ctx, id, decision)))
        throw new AppError('CHANGE_STATE', { state: taskChangeStateWords.applied });
      await this.notices.decided(ctx, change);
      return this.showChange.run(ctx, id);
    });
  }
}
