import { Injectable } from '@nestjs/common';
import { holdingPhraseIn, type endpoints, type InputOf, type MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { MessageDesk } from '../message/message-desk.service';
import { MessageNotices } from '../message/message-notices.service';
import { salted } from '../message/message-texts';
import { MessageWorkflow } from '../message/message.workflow';
import { ShowMessageService } from '../message/show-message.service';
import { ReplyRepository } from './reply.repository';

/** A handler drafts the answer and sends it for review; the clock goes on. */
@Injectable()
export class DraftReplyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly replies: ReplyRepository,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  run(ctx: Ctx, input: InputOf<typeof endpoints.message.reply>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings } = await this.desk.open(ctx, input.id, 'reply');
      refuseHoldingPhrase(input.text, input.holdingReason);
      const at = ctx.clock.now();
      const text = salted(input.text);
      const replyId = await this.replies.insert(ctx, {
        regionId: message.regionId,
        messageId: message.id,
        unitId: message.unitId,
        text: text.text,
        textSalt: text.salt,
        publicText: null,
        holdingReason: input.holdingReason ?? null,
        status: 'inReview',
        drafterId: actor.accountId,
        draftedAt: at,
        reviewerId: null,
        decidedAt: null,
        note: null,
      });
      await this.workflow.move(ctx, message, 'reply', {
        event: { code: 'drafted', at, by: 'staff', facts: { replyId }, digest: text.digest },
        changes: { replyId },
      });
      await this.notices.toUnit(ctx, message, {
        topic: 'replyToReview',
        text: `留言 ${message.number} 的答复等待审核，${message.dueOn} 到期`,
        roles: ['reviewer'],
        except: actor.accountId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }
}

/** “已收到、正在办理” answer nothing (reply-rule, Which clock): stopped until a reason is written down. */
function refuseHoldingPhrase(text: string, reason: string | undefined): void {
  const phrase = holdingPhraseIn(text);
  if (phrase !== null && reason === undefined) throw new AppError('REPLY_HOLDING_PHRASE', { phrase });
}
