import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { MessageDesk } from '../message/message-desk.service';
import { salted } from '../message/message-texts';
import { ShowMessageService } from '../message/show-message.service';
import { Publication } from './publication.service';
import { ReplyRepository } from './reply.repository';

/**
 * 一并答复: the published reply of the leading message is delivered to those merged into it. Each gets a reply
 * of its own, approved by somebody who did not draft it, and is judged by its own due date at this moment.
 */
@Injectable()
export class DeliverReplyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly replies: ReplyRepository,
    private readonly publication: Publication,
    private readonly show: ShowMessageService,
  ) {}

  run(ctx: Ctx, input: InputOf<typeof endpoints.message.deliver>): Promise<MessageDetail> {
    if (!input.confirmed) throw new AppError('REPLY_NOT_CONFIRMED');
    return this.uow.run(ctx, async (ctx) => {
      const { standings } = await this.desk.lead(ctx, input.id);
      await this.toEach(ctx, input.id, input.to, input.makePublic);
      return this.show.afterMove(ctx, input.id, standings);
    });
  }

  /** All of them or none: a list that somebody has seen is what gets the reply. */
  async toEach(ctx: CtxInTx, leaderId: number, ids: readonly number[], makePublic: boolean): Promise<void> {
    const { accountId } = requireActor(ctx);
    const { message: leader } = await this.desk.lead(ctx, leaderId);
    const answer = leader.replyId === null ? null : await this.replies.find(ctx, leader.replyId);
    if (answer?.status !== 'published') throw new AppError('MERGE_NOT_ANSWERED');
    for (const id of new Set(ids)) {
      const { message } = await this.desk.open(ctx, id, 'deliver');
      if (message.mergedInto !== leaderId) throw new AppError('MERGE_NONE');
      const { text, salt } = salted(answer.text);
      const publicText = this.publication.publicTextOf(message, text, makePublic);
      const reply = {
        regionId: message.regionId,
        messageId: message.id,
        unitId: message.unitId,
        text,
        textSalt: salt,
        publicText,
        holdingReason: answer.holdingReason,
        declineReason: null,
        status: 'published',
        drafterId: answer.drafterId,
        draftedAt: answer.draftedAt,
        reviewerId: accountId,
        decidedAt: ctx.clock.now(),
        note: null,
      } as const;
      const replyId = await this.replies.insert(ctx, reply);
      await this.publication.run(ctx, message, { ...reply, id: replyId }, 'deliver');
    }
  }
}
