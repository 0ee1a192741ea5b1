import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { MessageDesk } from '../message/message-desk.service';
import { MessageNotices } from '../message/message-notices.service';
import { salted } from '../message/message-texts';
import { MessageWorkflow } from '../message/message.workflow';
import { ShowMessageService } from '../message/show-message.service';
import { ReplyRepository } from './reply.repository';

/** The reviewer returns a draft with a reason; the message is open again and the clock goes on. */
@Injectable()
export class SendBackReplyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly replies: ReplyRepository,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  run(ctx: Ctx, input: InputOf<typeof endpoints.message.sendBack>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings } = await this.desk.open(ctx, input.id, 'sendBack');
      const reply = message.replyId === null ? null : await this.replies.find(ctx, message.replyId);
      if (!reply) throw new AppError('REPLY_NOT_FOUND');
      const at = ctx.clock.now();
      const note = salted(input.note);
      const decision = {
        status: 'sentBack',
        reviewerId: actor.accountId,
        decidedAt: at,
        note: note.text,
      } as const;
      if (!(await this.replies.decide(ctx, reply.id, decision))) throw new AppError('MESSAGE_CHANGED');
      await this.workflow.note(ctx, message, 'sendBack', note, {
        code: 'sentBack',
        at,
        by: 'staff',
        facts: { replyId: reply.id },
      });
      await this.notices.toColleague(ctx, message, {
        topic: 'replySentBack',
        text: `留言 ${message.number} 的答复被退回，请修改后重新送审`,
        accountId: reply.drafterId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }
}
