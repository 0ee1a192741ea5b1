import { Injectable } from '@nestjs/common';
import {
  formatMonthDayWeekday,
  messageStateWords,
  type endpoints,
  type InputOf,
  type MessageDetail,
  type MessageState,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import type { Message } from './message';
import { MessageDesk, type Opened } from './message-desk.service';
import { MessageNotices } from './message-notices.service';
import { salted } from './message-texts';
import { MessageReadRepository } from './message-read.repository';
import { MessageRepository } from './message.repository';
import { MessageWorkflow } from './message.workflow';
import { ShowMessageService } from './show-message.service';

/** States in which a message may lead others. */
const LEADING: readonly MessageState[] = ['open', 'asked', 'inReview', 'answered'];

/**
 * 并单 (reply-rule, Which clock): several messages that ask the same are worked on as one, but each keeps its
 * receipt and due date and is closed only by a reply delivered to its own author.
 */
@Injectable()
export class MergeMessageService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly reads: MessageReadRepository,
    private readonly messages: MessageRepository,
    private readonly workflow: MessageWorkflow,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  merge(ctx: Ctx, input: InputOf<typeof endpoints.message.merge>): Promise<MessageDetail> {
    if (input.id === input.into) throw new AppError('MERGE_SELF');
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'merge');
      const leader = await this.leaderOf(ctx, message, input.into);
      const at = ctx.clock.now();
      // The leader's version changes too: it cannot be handed on at the same moment.
      await this.workflow.record(ctx, leader, {
        code: 'joined',
        at,
        by: 'staff',
        facts: { number: message.number },
      });
      const event = { code: 'merged', at, by: 'staff', facts: { into: leader.id } } as const;
      await this.workflow.note(ctx, message, 'merge', salted(input.note), event, { mergedInto: leader.id });
      await this.notices.toAccount(ctx, message, {
        topic: 'messageTransferred',
        text: `您的留言 ${message.number} 与相同的留言一并办理，仍是最迟 ${formatMonthDayWeekday(message.dueOn)}答复您`,
        accountId: message.authorId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  unmerge(ctx: Ctx, input: InputOf<typeof endpoints.message.unmerge>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'unmerge');
      const event = { code: 'unmerged', at: ctx.clock.now(), by: 'staff' } as const;
      await this.workflow.note(ctx, message, 'unmerge', salted(input.note), event, { mergedInto: null });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  /** The leader will have no reply to deliver: those that went with it go on alone, and their unit is told. */
  async dissolve(ctx: CtxInTx, leader: Message): Promise<void> {
    if (!(await this.reads.leads(ctx, leader.id))) return;
    for (const message of await this.messages.followersOf(ctx, leader.id)) {
      await this.workflow.move(ctx, message, 'unmerge', {
        event: { code: 'unmerged', at: ctx.clock.now(), by: 'system' },
        changes: { mergedInto: null },
      });
      await this.notices.toUnit(ctx, message, {
        topic: 'messageAssigned',
        text: `留言 ${message.number} 的主单没有答复可送达，改为单独办理，${formatMonthDayWeekday(message.dueOn)}到期`,
        roles: ['handler'],
      });
    }
  }

  private async leaderOf(ctx: CtxInTx, message: Message, id: number): Promise<Message> {
    const { message: leader }: Opened = await this.desk.lead(ctx, id);
    if (leader.regionId !== message.regionId) throw new AppError('MESSAGE_NOT_FOUND');
    if (leader.unitId !== message.unitId) throw new AppError('MERGE_OTHER_UNIT');
    if (leader.mergedInto !== null) throw new AppError('MERGE_NESTED');
    if (!LEADING.includes(leader.status)) {
      throw new AppError('MERGE_STATE', { state: messageStateWords[leader.status] });
    }
    return leader;
  }
}
