import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { FollowMessageService } from '../message/follow-message.service';
import { MessageDesk } from '../message/message-desk.service';
import { MessageNotices } from '../message/message-notices.service';
import { salted } from '../message/message-texts';
import { MessageWorkflow } from '../message/message.workflow';
import { ShowMessageService } from '../message/show-message.service';

/** 异议: the author speaks against a decline, once; the office decides, and what was decided first stays. */
@Injectable()
export class ObjectionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly follow: FollowMessageService,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  object(ctx: Ctx, input: InputOf<typeof endpoints.message.object>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'object');
      const event = { code: 'objected', at: ctx.clock.now(), by: 'author' } as const;
      await this.workflow.note(ctx, message, 'object', salted(input.text), event, { objection: 'open' });
      await this.notices.toOffice(ctx, message, {
        topic: 'decisionAsked',
        text: `留言 ${message.number} 的不予受理有异议，请决定`,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  decide(ctx: Ctx, input: InputOf<typeof endpoints.message.decideObjection>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'decideObjection');
      const again = input.uphold ? await this.follow.reopen(ctx, message) : null;
      const event = {
        code: input.uphold ? 'objectionUpheld' : 'objectionRejected',
        at: ctx.clock.now(),
        by: 'staff',
        facts: { reopened: again },
      } as const;
      const objection = input.uphold ? 'upheld' : 'rejected';
      await this.workflow.note(ctx, message, 'decideObjection', salted(input.note), event, { objection });
      await this.notices.toAccount(ctx, message, {
        topic: 'messageAnswered',
        text:
          again === null
            ? `您对留言 ${message.number} 的异议不成立，理由请查看`
            : `您对留言 ${message.number} 的异议成立，已重新办理，新编号 ${again}`,
        accountId: message.authorId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }
}
