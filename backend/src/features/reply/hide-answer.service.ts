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
import { PublicAnswer } from './public-answer.service';
import { ReplyRepository } from './reply.repository';

/** A public answer is hidden at once by one person and confirmed by a second; the author still sees it. */
@Injectable()
export class HideAnswerService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly replies: ReplyRepository,
    private readonly answers: PublicAnswer,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  hide(ctx: Ctx, input: InputOf<typeof endpoints.message.hide>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings } = await this.desk.open(ctx, input.id, 'hide');
      const event = { code: 'answerHidden', at: ctx.clock.now(), by: 'staff' } as const;
      await this.workflow.note(ctx, message, 'hide', salted(input.note), event, {
        hidden: 'hidden',
        hiddenBy: actor.accountId,
        publicShown: false,
      });
      await this.answers.hide(ctx, message);
      await this.notices.toOffice(ctx, message, {
        topic: 'decisionAsked',
        text: `留言 ${message.number} 的公开答复已撤下，请另一位同事确认`,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  confirm(ctx: Ctx, input: InputOf<typeof endpoints.message.confirmHide>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'confirmHide');
      await this.workflow.move(ctx, message, 'confirmHide', {
        event: { code: 'hideConfirmed', at: ctx.clock.now(), by: 'staff' },
        changes: { hidden: 'confirmed' },
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  undo(ctx: Ctx, input: InputOf<typeof endpoints.message.undoHide>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'undoHide');
      if (!message.publicWanted) throw new AppError('CONSENT_WITHDRAWN');
      const reply = message.replyId === null ? null : await this.replies.find(ctx, message.replyId);
      if (!reply || reply.publicText === null) throw new AppError('REPLY_NOT_FOUND');
      const event = { code: 'hideUndone', at: ctx.clock.now(), by: 'staff' } as const;
      await this.workflow.note(ctx, message, 'undoHide', salted(input.note), event, {
        hidden: null,
        hiddenBy: null,
        publicShown: true,
      });
      await this.answers.show(ctx, message, reply.publicText);
      return this.show.afterMove(ctx, message.id, standings);
    });
  }
}
