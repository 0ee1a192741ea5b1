import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { MergeMessageService } from '../message/merge-message.service';
import { MessageDesk } from '../message/message-desk.service';
import { ShowMessageService } from '../message/show-message.service';
import { DeliverReplyService } from './deliver-reply.service';
import { Publication } from './publication.service';
import { ReplyRepository } from './reply.repository';

/** Another person approves: the reply is published, and only that stops the clock. */
@Injectable()
export class PublishReplyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly merges: MergeMessageService,
    private readonly replies: ReplyRepository,
    private readonly publication: Publication,
    private readonly delivery: DeliverReplyService,
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
      const declines = reply.declineReason !== null;
      const publicText = this.publication.publicTextOf(message, reply.text, input.makePublic);
      const decidedAt = ctx.clock.now();
      const decision = { status: 'published', reviewerId: actor.accountId, decidedAt, publicText } as const;
      if (!(await this.replies.decide(ctx, reply.id, decision))) throw new AppError('MESSAGE_CHANGED');
      await this.publication.run(
        ctx,
        message,
        { ...reply, publicText },
        declines ? 'publishDecline' : 'approve',
      );
      // A decline is judged for each message by itself; those that went with this one go on alone.
      if (declines) await this.merges.dissolve(ctx, message);
      else if (input.deliverTo?.length) {
        await this.delivery.toEach(ctx, message.id, input.deliverTo, input.makePublic);
      }
      return this.show.afterMove(ctx, message.id, standings);
    });
  }
}
