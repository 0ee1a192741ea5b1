import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { MessageDesk } from '../message/message-desk.service';
import { MessageNotices } from '../message/message-notices.service';
import { saltedDigest } from '../message/event-chain';
import { MessageWorkflow } from '../message/message.workflow';
import { ShowMessageService } from '../message/show-message.service';
import { PublicAnswer } from './public-answer.service';
import { ReplyRepository } from './reply.repository';

/** Another person approves: the reply is published, and only that stops the clock. */
@Injectable()
export class PublishReplyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly answers: PublicAnswer,
    private readonly workflow: MessageWorkflow,
    private readonly replies: ReplyRepository,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  run(ctx: Ctx, input: InputOf<typeof endpoints.message.approve>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings } = await this.desk.open(ctx, input.id, 'approve');
      if (!input.confirmed) throw new AppError('REPLY_NOT_CONFIRMED');
      const reply = message.replyId === null ? null : await this.replies.find(ctx, message.replyId);
      if (!reply) throw new AppError('REPLY_NOT_FOUND');
      // Read after the message: another approval may have come between the two.
      if (reply.status !== 'inReview') throw new AppError('MESSAGE_CHANGED');
      const at = ctx.clock.now();
      const shown = message.publicWanted && input.makePublic;
      const publicText = shown ? this.answers.textOf(message, reply.text) : null;
      // A mark once made stands, whatever a clock says later.
      const result = at < message.dueAt && message.overdueMarkedAt === null ? 'onTime' : 'late';
      const decision = {
        status: 'published',
        reviewerId: actor.accountId,
        decidedAt: at,
        publicText,
      } as const;
      if (!(await this.replies.decide(ctx, reply.id, decision))) throw new AppError('MESSAGE_CHANGED');
      const declines = reply.declineReason !== null;
      await this.workflow.move(ctx, message, declines ? 'publishDecline' : 'approve', {
        event: {
          code: declines ? 'declined' : 'replyPublished',
          at,
          by: 'staff',
          facts: { replyId: reply.id, result, public: shown },
          digest: saltedDigest(reply.textSalt, reply.text),
        },
        changes: {
          result,
          answeredAt: at,
          answerMinutes: Math.max(0, Math.round((at.getTime() - message.receivedAt.getTime()) / 60_000)),
          publicShown: shown,
          publicText: shown ? this.answers.questionOf(message) : null,
        },
      });
      if (publicText !== null) await this.answers.show(ctx, message, publicText);
      await this.notices.toAccount(ctx, message, {
        topic: 'messageAnswered',
        text: declines
          ? `您的留言 ${message.number} 不予受理，理由和办理渠道请查看，有异议可以提出`
          : `您的留言 ${message.number} 已答复，请查看`,
        accountId: message.authorId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }
}
