import { Injectable } from '@nestjs/common';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { saltedDigest } from '../message/event-chain';
import type { Message } from '../message/message';
import { MessageNotices } from '../message/message-notices.service';
import { MessageWorkflow } from '../message/message.workflow';
import { ScreeningService } from '../screening/screening.service';
import { PublicAnswer } from './public-answer.service';
import type { ReplyEntity } from './reply.entity';

type Published = Pick<ReplyEntity, 'id' | 'text' | 'textSalt' | 'publicText' | 'declineReason'>;

/** The moment in which a reply becomes the answer of one message: its clock stops, its author is told. */
@Injectable()
export class Publication {
  constructor(
    private readonly answers: PublicAnswer,
    private readonly workflow: MessageWorkflow,
    private readonly notices: MessageNotices,
    private readonly screening: ScreeningService,
  ) {}

  /** What the public reads of a reply; null when it is not shown. */
  publicTextOf(message: Message, text: string, makePublic: boolean): string | null {
    return message.publicWanted && makePublic ? this.answers.textOf(message, text) : null;
  }

  async run(
    ctx: CtxInTx,
    message: Message,
    reply: Published,
    move: 'approve' | 'publishDecline' | 'deliver',
  ): Promise<void> {
    const at = ctx.clock.now();
    const shown = reply.publicText !== null;
    // A text that WeChat doubts waits for a person; the answer itself does not: it may go out unshown.
    if (shown) await this.screening.requireClear(ctx, { kind: 'message', id: message.id });
    const declines = reply.declineReason !== null;
    // A mark once made stands, whatever a clock says later.
    const result = at < message.dueAt && message.overdueMarkedAt === null ? 'onTime' : 'late';
    await this.workflow.move(ctx, message, move, {
      event: {
        code: declines ? 'declined' : 'replyPublished',
        at,
        by: 'staff',
        facts: { replyId: reply.id, result, public: shown },
        digest: saltedDigest(reply.textSalt, reply.text),
      },
      changes: {
        result,
        replyId: reply.id,
        answeredAt: at,
        answerMinutes: Math.max(0, Math.round((at.getTime() - message.receivedAt.getTime()) / 60_000)),
        publicShown: shown,
        publicText: shown ? this.answers.questionOf(message) : null,
      },
    });
    if (reply.publicText !== null) await this.answers.show(ctx, message, reply.publicText);
    await this.notices.toAccount(ctx, message, {
      topic: 'messageAnswered',
      text: declines
        ? `您的留言 ${message.number} 不予受理，理由和办理渠道请查看，有异议可以提出`
        : `您的留言 ${message.number} 已答复，请查看`,
      accountId: message.authorId,
    });
  }
}
