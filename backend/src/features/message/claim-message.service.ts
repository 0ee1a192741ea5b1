import { Injectable } from '@nestjs/common';
import type { MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { MessageDesk } from './message-desk.service';
import { MessageWorkflow } from './message.workflow';
import { ShowMessageService } from './show-message.service';

/** 认领: colleagues see who works on a message. It binds nobody and leaves the clock alone. */
@Injectable()
export class ClaimMessageService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly show: ShowMessageService,
  ) {}

  claim(ctx: Ctx, id: number): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings } = await this.desk.open(ctx, id, 'claim');
      const at = ctx.clock.now();
      await this.workflow.move(ctx, message, 'claim', {
        event: { code: 'claimed', at, by: 'staff', facts: { takenFrom: message.claimedBy } },
        changes: { claimedBy: actor.accountId, claimedAt: at },
      });
      return this.show.afterMove(ctx, id, standings);
    });
  }

  release(ctx: Ctx, id: number): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, id, 'release');
      await this.workflow.move(ctx, message, 'release', {
        event: { code: 'released', at: ctx.clock.now(), by: 'staff' },
        changes: { claimedBy: null, claimedAt: null },
      });
      return this.show.afterMove(ctx, id, standings);
    });
  }
}
