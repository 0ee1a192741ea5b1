import { Injectable } from '@nestjs/common';
import {
  formatMonthDayWeekday,
  type endpoints,
  type InputOf,
  type MessageDetail,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import type { EventBy } from './event-chain';
import type { Message } from './message';
import { MessageDesk } from './message-desk.service';
import { MessageNotices } from './message-notices.service';
import { salted } from './message-texts';
import { MessageWorkflow } from './message.workflow';
import { latest, RecountMessage, termFacts, termsOfMessage } from './recount-message.service';
import { ShowMessageService } from './show-message.service';

type Asking = InputOf<typeof endpoints.message.extend>;

/**
 * 延期 (reply-rule, Which clock): once, before the due date, with a reason, approved by the office; the
 * citizen is told. What the office asks for another unit needs no second word, its own needs a colleague's.
 */
@Injectable()
export class ExtendMessageService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly recount: RecountMessage,
    private readonly workflow: MessageWorkflow,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  ask(ctx: Ctx, input: Asking): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, actor, standings, unitIsOffice } = await this.desk.open(ctx, input.id, 'extend');
      if (standings.has('office') && !unitIsOffice) {
        await this.grant(ctx, message, 'extend', input.workingDays, input.note);
        return this.show.afterMove(ctx, message.id, standings);
      }
      const event = eventOf(ctx, 'extensionAsked', { workingDays: input.workingDays });
      const changes = { extendDays: input.workingDays, extendBy: actor.accountId };
      await this.workflow.note(ctx, message, 'extend', salted(input.note), event, changes);
      await this.notices.toOffice(ctx, message, {
        topic: 'decisionAsked',
        text: `留言 ${message.number} 申请延期 ${input.workingDays} 个工作日，请在 ${formatMonthDayWeekday(message.dueOn)}之前审批`,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  approve(ctx: Ctx, input: InputOf<typeof endpoints.message.approveExtension>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'approveExtension');
      if (message.extendDays === null) throw new AppError('EXTEND_NOT_ASKED');
      await this.grant(ctx, message, 'approveExtension', message.extendDays, input.note);
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  refuse(ctx: Ctx, input: InputOf<typeof endpoints.message.refuseExtension>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'refuseExtension');
      const event = eventOf(ctx, 'extensionRefused', {});
      const changes = { extendDays: null, extendBy: null };
      await this.workflow.note(ctx, message, 'refuseExtension', salted(input.note), event, changes);
      await this.notices.toUnit(ctx, message, {
        topic: 'dueMoved',
        text: `留言 ${message.number} 的延期没有批准，仍为 ${formatMonthDayWeekday(message.dueOn)}到期`,
        roles: ['handler'],
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  private async grant(
    ctx: CtxInTx,
    message: Message,
    move: 'extend' | 'approveExtension',
    days: number,
    note: string | undefined,
  ): Promise<void> {
    const counted = await this.recount.fromReceipt(ctx, message, message.workingDays + days);
    const terms = latest(counted, termsOfMessage(message));
    const event = eventOf(ctx, 'extended', {
      ...termFacts(terms),
      extraDays: days,
      fromDueOn: message.dueOn,
    });
    const changes = { ...terms, extraDays: days, extendDays: null, extendBy: null };
    if (note === undefined) await this.workflow.move(ctx, message, move, { event, changes });
    else await this.workflow.note(ctx, message, move, salted(note), event, changes);
    const text = `留言 ${message.number} 延期 ${days} 个工作日，最迟 ${formatMonthDayWeekday(message.dueOn)}答复`;
    const told = { topic: 'dueMoved', text: `您的${text}，原因见办理经过`, accountId: message.authorId };
    await this.notices.toAccount(ctx, message, { ...told, topic: 'dueMoved' });
    await this.notices.toUnit(ctx, message, { topic: 'dueMoved', text, roles: ['handler'] });
  }
}

function eventOf<Code extends 'extensionAsked' | 'extended' | 'extensionRefused', Facts>(
  ctx: Ctx,
  code: Code,
  facts: Facts,
): { code: Code; at: Date; by: EventBy; facts: Facts } {
  return { code, at: ctx.clock.now(), by: 'staff', facts };
}
