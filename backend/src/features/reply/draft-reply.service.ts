import { Injectable } from '@nestjs/common';
import {
  declineReasonWords,
  formatMonthDayWeekday,
  type DeclineReason,
  type endpoints,
  type InputOf,
  type MessageDetail,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { MessageDesk, type Opened } from '../message/message-desk.service';
import { MessageNotices } from '../message/message-notices.service';
import { salted } from '../message/message-texts';
import { MessageWorkflow } from '../message/message.workflow';
import { ShowMessageService } from '../message/show-message.service';
import { refuseHoldingPhrase } from './holding-phrase';
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
      const opened = await this.desk.open(ctx, input.id, 'reply');
      refuseHoldingPhrase(input.text, input.holdingReason);
      await this.draft(ctx, opened, 'reply', input.text, { holdingReason: input.holdingReason ?? null });
      return this.show.afterMove(ctx, opened.message.id, opened.standings);
    });
  }

  /** 不予受理 is a reply like any other, with a reason and where to go instead. */
  decline(ctx: Ctx, input: InputOf<typeof endpoints.message.decline>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const opened = await this.desk.open(ctx, input.id, 'decline');
      refuseHoldingPhrase(input.text, undefined);
      const words = `不予受理：${declineReasonWords[input.reason]}。${input.text}\n您可以：${input.goTo}`;
      await this.draft(ctx, opened, 'decline', words, { declineReason: input.reason });
      return this.show.afterMove(ctx, opened.message.id, opened.standings);
    });
  }

  private async draft(
    ctx: CtxInTx,
    { message, actor }: Opened,
    move: 'reply' | 'decline',
    words: string,
    more: { holdingReason?: string | null; declineReason?: DeclineReason },
  ): Promise<void> {
    const at = ctx.clock.now();
    const text = salted(words);
    const replyId = await this.replies.insert(ctx, {
      regionId: message.regionId,
      messageId: message.id,
      unitId: message.unitId,
      text: text.text,
      textSalt: text.salt,
      publicText: null,
      holdingReason: more.holdingReason ?? null,
      declineReason: more.declineReason ?? null,
      status: 'inReview',
      drafterId: actor.accountId,
      draftedAt: at,
      reviewerId: null,
      decidedAt: null,
      note: null,
    });
    const code = move === 'reply' ? 'drafted' : 'declineDrafted';
    await this.workflow.move(ctx, message, move, {
      event: { code, at, by: 'staff', facts: { replyId }, digest: text.digest },
      changes: { replyId },
    });
    await this.notices.toUnit(ctx, message, {
      topic: 'replyToReview',
      text: `留言 ${message.number} 的答复等待审核，${formatMonthDayWeekday(message.dueOn)}到期`,
      roles: ['reviewer'],
      except: actor.accountId,
    });
  }
}
