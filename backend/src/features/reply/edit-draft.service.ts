import { Injectable } from '@nestjs/common';
import {
  formatMonthDayWeekday,
  type endpoints,
  type InputOf,
  type MessageDetail,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { MessageDesk } from '../message/message-desk.service';
import { MessageNotices } from '../message/message-notices.service';
import { salted } from '../message/message-texts';
import { MessageWorkflow } from '../message/message.workflow';
import { ShowMessageService } from '../message/show-message.service';
import { refuseHoldingPhrase } from './holding-phrase';
import { ReplyRepository } from './reply.repository';

/**
 * 改稿: a reviewer puts the words right instead of sending them back. Publishing one's own draft is refused by
 * the rule, and words that one has changed are one's own: the editor is the drafter from then on, and another
 * person approves, who sees what was changed. The earlier draft is kept.
 */
@Injectable()
export class EditDraftService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly replies: ReplyRepository,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  run(ctx: Ctx, input: InputOf<typeof endpoints.message.edit>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings } = await this.desk.open(ctx, input.id, 'edit');
      const before = message.replyId === null ? null : await this.replies.find(ctx, message.replyId);
      if (!before) throw new AppError('REPLY_NOT_FOUND');
      if (before.text === input.text) throw new AppError('REPLY_UNCHANGED');
      const holdingReason = input.holdingReason ?? before.holdingReason;
      refuseHoldingPhrase(input.text, holdingReason ?? undefined);
      const at = ctx.clock.now();
      const decision = { status: 'edited', reviewerId: actor.accountId, decidedAt: at } as const;
      if (!(await this.replies.decide(ctx, before.id, decision))) throw new AppError('MESSAGE_CHANGED');
      const text = salted(input.text);
      const { id: replaces, message: _, ...kept } = before;
      const replyId = await this.replies.insert(ctx, {
        ...kept,
        text: text.text,
        textSalt: text.salt,
        holdingReason,
        drafterId: actor.accountId,
        draftedAt: at,
      });
      await this.workflow.move(ctx, message, 'edit', {
        event: {
          code: 'draftEdited',
          at,
          by: 'staff',
          facts: { replyId, replaces },
          digest: text.digest,
        },
        changes: { replyId },
      });
      await this.notices.toUnit(ctx, message, {
        topic: 'replyToReview',
        text: `留言 ${message.number} 的答复已改稿，等待另一人审核，${formatMonthDayWeekday(message.dueOn)}到期`,
        roles: ['reviewer'],
        except: actor.accountId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }
}
