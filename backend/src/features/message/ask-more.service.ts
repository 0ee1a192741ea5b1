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
import type { Message } from './message';
import { answeredOn, openQuestion, pausedDays, pauseFrom, type Pause } from './message-clock';
import { MessageDesk } from './message-desk.service';
import { MessageNotices } from './message-notices.service';
import { salted } from './message-texts';
import { MessageWorkflow } from './message.workflow';
import { latest, RecountMessage, termFacts, termsOfMessage, type Terms } from './recount-message.service';
import { holdsIdentityNumber } from './secret-marks';
import { ShowMessageService } from './show-message.service';

/**
 * 待补充 (reply-rule, Which clock): while the author is asked a question the working days after today are not
 * counted, up to the day of the answer and ten in all; then the clock goes on by itself. The message shows
 * the latest day it may come to; the answer brings it back to what it has really cost.
 */
@Injectable()
export class AskMoreService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly recount: RecountMessage,
    private readonly workflow: MessageWorkflow,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  ask(ctx: Ctx, input: InputOf<typeof endpoints.message.askMore>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'askMore');
      const calendar = await this.recount.calendar(ctx, message);
      const earlier = message.pauses ?? [];
      const pause = pauseFrom(calendar, earlier, ctx.clock.today());
      if (!pause) throw new AppError('ASK_NO_DAYS_LEFT');
      const pauses = [...earlier, pause];
      const terms = await this.terms(ctx, message, pausedDays(calendar, [pause]));
      const facts = { ...termFacts(terms), pausedUntil: pause.until, questions: pauses.length };
      const event = { code: 'askedMore', at: ctx.clock.now(), by: 'staff', facts } as const;
      const changes = { ...terms, pauses, pausedUntil: pause.until };
      await this.workflow.note(ctx, message, 'askMore', salted(input.question), event, changes);
      await this.notices.toAccount(ctx, message, {
        topic: 'questionAsked',
        text: `您的留言 ${message.number} 需要补充，补充之前不计入答复期限`,
        accountId: message.authorId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  answer(ctx: Ctx, input: InputOf<typeof endpoints.message.supplement>): Promise<MessageDetail> {
    if (holdsIdentityNumber(input.text)) throw new AppError('MESSAGE_SECRET_MARK');
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'supplement');
      const pauses = message.pauses ?? [];
      const asked = openQuestion(pauses);
      if (!asked) throw new AppError('ASK_NOTHING_OPEN');
      const answered = answeredOn(asked, ctx.clock.today());
      const terms = await this.afterAnswer(ctx, message, asked, answered);
      const event = {
        code: 'supplemented',
        at: ctx.clock.now(),
        by: 'author',
        facts: { ...termFacts(terms), pausedTo: answered.until },
      } as const;
      const changes = { ...terms, pauses: [...pauses.slice(0, -1), answered], pausedUntil: null };
      await this.workflow.note(ctx, message, 'supplement', salted(input.text), event, changes);
      await this.notices.toUnit(ctx, message, {
        topic: 'questionAnswered',
        text: `留言 ${message.number} 已补充，${formatMonthDayWeekday(message.dueOn)}到期`,
        roles: ['handler'],
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  /** The question is no longer needed: what was not waited for goes back, and the clock goes on tomorrow. */
  end(ctx: Ctx, id: number): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, id, 'endAsk');
      const pauses = message.pauses ?? [];
      const asked = openQuestion(pauses);
      if (!asked) throw new AppError('ASK_NOTHING_OPEN');
      const ended = answeredOn(asked, ctx.clock.today());
      const terms = await this.afterAnswer(ctx, message, asked, ended);
      const facts = { ...termFacts(terms), pausedTo: ended.until };
      const changes = { ...terms, pauses: [...pauses.slice(0, -1), ended], pausedUntil: null };
      await this.workflow.move(ctx, message, 'endAsk', {
        event: { code: 'askEnded', at: ctx.clock.now(), by: 'staff', facts },
        changes,
      });
      await this.notices.toAccount(ctx, message, {
        topic: 'dueMoved',
        text: `您的留言 ${message.number} 不用再补充，最迟 ${formatMonthDayWeekday(message.dueOn)}答复`,
        accountId: message.authorId,
      });
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  /** Days that were waited for in advance and not needed go back, as long as the pause has not run out. */
  private async afterAnswer(ctx: Ctx, message: Message, asked: Pause, answered: Pause): Promise<Terms> {
    if (asked.until === answered.until) return termsOfMessage(message);
    const calendar = await this.recount.calendar(ctx, message);
    const unused = pausedDays(calendar, [asked]) - pausedDays(calendar, [answered]);
    return unused === 0
      ? termsOfMessage(message)
      : this.recount.fromReceipt(ctx, message, message.workingDays - unused);
  }

  private async terms(ctx: Ctx, message: Message, days: number): Promise<Terms> {
    const counted = await this.recount.fromReceipt(ctx, message, message.workingDays + days);
    return latest(counted, termsOfMessage(message));
  }
}
