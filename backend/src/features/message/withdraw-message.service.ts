import { Injectable } from '@nestjs/common';
import type { MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import type { Message } from './message';
import { MessageDesk } from './message-desk.service';
import { MergeMessageService } from './merge-message.service';
import { MessageWorkflow } from './message.workflow';
import { ShowMessageService } from './show-message.service';

/** The author takes the message back before it is answered; the figures show it apart. */
@Injectable()
export class WithdrawMessageService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly merges: MergeMessageService,
    private readonly show: ShowMessageService,
  ) {}

  run(ctx: Ctx, id: number): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, id, 'withdraw');
      await this.withdraw(ctx, message);
      return this.show.afterMove(ctx, id, standings);
    });
  }

  /** What the author has decided, however it was said: here, or by closing the account. */
  async withdraw(ctx: CtxInTx, message: Message): Promise<void> {
    await this.workflow.move(ctx, message, 'withdraw', {
      event: { code: 'withdrawn', at: ctx.clock.now(), by: 'author' },
      changes: { result: 'withdrawn' },
    });
    await this.merges.dissolve(ctx, message);
  }
}
