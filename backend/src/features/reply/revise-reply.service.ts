import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { saltedDigest } from '../message/event-chain';
import type { Message } from '../message/message';
import { MessageDesk } from '../message/message-desk.service';
import { MessageNotices } from '../message/message-notices.service';
import { salted } from '../message/message-texts';
import { MessageWorkflow } from '../message/message.workflow';
import { ShowMessageService } from '../message/show-message.service';
import { refuseHoldingPhrase } from './holding-phrase';
import { PublicAnswer } from './public-answer.service';
import type { ReplyEntity } from './reply.entity';
import { ReplyRepository } from './reply.repository';

/**
 * A published reply is revised: a second person approves, the version before stays visible as such, and
 * the first result stands (reply-rule, Which clock).
 */
@Injectable()
export class ReviseReplyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly workflow: MessageWorkflow,
    private readonly replies: ReplyRepository,
    private readonly answers: PublicAnswer,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  draft(ctx: Ctx, input: InputOf<typeof endpoints.message.revise>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings } = await this.desk.open(ctx, input.id, 'revise');
      refuseHoldingPhrase(input.text, undefined);
      const published = message.replyId === null ? null : await this.replies.find(ctx, message.replyId);
      if (!published) throw new AppError('REPLY_NOT_FOUND');
      const at = ctx.clock.now();
      const text = salted(input.text);
      const replyId = await this.replies.insert(ctx, {
        regionId: message.regionId,
        messageId: message.id,
        unitId: message.unitId,
        text: text.text,
        textSalt: text.salt,
        publicText: null,
        holdingReason: null,
        declineReason: published.declineReason,
        status: 'inReview',
        drafterId: actor.accountId,
        draftedAt: at,
        reviewerId: null,
        decidedAt: null,
        note: null,
      });
      await this.workflow.move(ctx, message, 'revise', {
        event: { code: 'revisionDrafted', at, by: 'staff', facts: { replyId }, digest: text.digest },
        changes: { revisionId: replyId },
      });
      await this.notices.toUnit(ctx, message, {
        topic: 'replyToReview',
        text: `留言 ${message.number} 的答复有修改稿等待审核`,
        roles: ['reviewer'],
        except: actor.accountId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  approve(ctx: Ctx, input: InputOf<typeof endpoints.message.approveRevision>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings } = await this.desk.open(ctx, input.id, 'approveRevision');
      if (!input.confirmed) throw new AppError('REPLY_NOT_CONFIRMED');
      const revision = await this.revisionOf(ctx, message);
      const at = ctx.clock.now();
      // A hidden answer is masked all the same: it may be shown again.
      const publicText = message.publicWanted ? this.answers.textOf(message, revision.text) : null;
      const decision = {
        status: 'published',
        reviewerId: actor.accountId,
        decidedAt: at,
        publicText,
      } as const;
      const first = message.replyId;
      if (first === null || !(await this.replies.supersede(ctx, first)))
        throw new AppError('MESSAGE_CHANGED');
      if (!(await this.replies.decide(ctx, revision.id, decision))) throw new AppError('MESSAGE_CHANGED');
      await this.workflow.move(ctx, message, 'approveRevision', {
        event: {
          code: 'replyRevised',
          at,
          by: 'staff',
          facts: { replyId: revision.id, replaces: first },
          digest: saltedDigest(revision.textSalt, revision.text),
        },
        changes: { replyId: revision.id, revisionId: null },
      });
      if (message.publicShown && publicText !== null) await this.answers.show(ctx, message, publicText);
      await this.notices.toAccount(ctx, message, {
        topic: 'messageAnswered',
        text: `您的留言 ${message.number} 的答复有修改，请查看`,
        accountId: message.authorId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  sendBack(ctx: Ctx, input: InputOf<typeof endpoints.message.sendBackRevision>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings } = await this.desk.open(ctx, input.id, 'sendBackRevision');
      const revision = await this.revisionOf(ctx, message);
      const at = ctx.clock.now();
      const note = salted(input.note);
      const decision = {
        status: 'sentBack',
        reviewerId: actor.accountId,
        decidedAt: at,
        note: note.text,
      } as const;
      if (!(await this.replies.decide(ctx, revision.id, decision))) throw new AppError('MESSAGE_CHANGED');
      const event = { code: 'revisionSentBack', at, by: 'staff', facts: { replyId: revision.id } } as const;
      await this.workflow.note(ctx, message, 'sendBackRevision', note, event, { revisionId: null });
      await this.notices.toColleague(ctx, message, {
        topic: 'replySentBack',
        text: `留言 ${message.number} 的答复修改稿被退回，原答复不变`,
        accountId: revision.drafterId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  private async revisionOf(ctx: Ctx, message: Message): Promise<ReplyEntity> {
    const revision = message.revisionId === null ? null : await this.replies.find(ctx, message.revisionId);
    if (!revision) throw new AppError('REVISION_NONE');
    return revision;
  }
}
