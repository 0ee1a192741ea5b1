import { Injectable } from '@nestjs/common';
import {
  errorText,
  formatMonthDayWeekday,
  messageKindWords,
  reclassifyReasonWords,
  type endpoints,
  type InputOf,
  type MessageDetail,
  type MessageKind,
  type OutputOf,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import type { Message } from './message';
import { pausedDays, type ClassBefore } from './message-clock';
import { MessageDesk } from './message-desk.service';
import { MessageNotices } from './message-notices.service';
import { salted } from './message-texts';
import { MessageWorkflow, type MessageChanges } from './message.workflow';
import { earliest, RecountMessage, termFacts, termsOfMessage, type Terms } from './recount-message.service';
import { ShowMessageService } from './show-message.service';

type Input = InputOf<typeof endpoints.message.reclassify>;
type Preview = typeof endpoints.message.previewReclassify;

interface Class {
  readonly kind: MessageKind;
  readonly simple: boolean;
}

/**
 * 改类 (reply-rule, Which clock). A later date is given once, before the present one has passed, and counts
 * from the original receipt; an earlier one counts from today and is never later than what was promised.
 */
@Injectable()
export class ReclassifyMessageService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly recount: RecountMessage,
    private readonly workflow: MessageWorkflow,
    private readonly notices: MessageNotices,
    private readonly show: ShowMessageService,
  ) {}

  run(ctx: Ctx, input: Input): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'reclassify');
      const to = { kind: input.kind, simple: input.kind === 'inquiry' && input.simple };
      if (to.kind === message.kind && to.simple === message.simple) throw new AppError('RECLASSIFY_SAME');
      const terms = await this.termsFor(ctx, message, to);
      const lengthened = terms.dueAt > message.dueAt;
      const before: ClassBefore | null = lengthened
        ? {
            kind: message.kind,
            simple: message.simple,
            workingDays: message.workingDays,
            dueOn: message.dueOn,
          }
        : message.reclassifiedFrom;
      await this.set(
        ctx,
        message,
        'reclassify',
        input.text,
        {
          ...to,
          ...terms,
          reclassified: message.reclassified || lengthened,
          reclassifiedFrom: before,
        },
        { reason: input.reason },
      );
      const word = to.simple ? '简单咨询' : messageKindWords[to.kind];
      await this.tell(ctx, message, `按${word}办理（${reclassifyReasonWords[input.reason]}）`);
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  /** What the same call of `run` would promise, or why it would be refused; nothing is stored. */
  preview(ctx: Ctx, input: InputOf<Preview>): Promise<OutputOf<Preview>> {
    return this.uow.run(ctx, async (ctx) => {
      const { message } = await this.desk.open(ctx, input.id, 'reclassify');
      const now = { fromDueOn: message.dueOn, dueOn: message.dueOn, provisional: message.provisional };
      const to = { kind: input.kind, simple: input.kind === 'inquiry' && input.simple === 'true' };
      try {
        if (to.kind === message.kind && to.simple === message.simple) throw new AppError('RECLASSIFY_SAME');
        const { dueOn, dueAt, provisional } = await this.termsFor(ctx, message, to);
        return { ...now, dueOn, provisional, lengthened: dueAt > message.dueAt, refusal: null };
      } catch (error) {
        if (!(error instanceof AppError) || !error.code.startsWith('RECLASSIFY_')) throw error;
        const { code, params } = error;
        return { ...now, lengthened: false, refusal: { code, message: errorText(code, params) } };
      }
    });
  }

  /** The office takes a lengthening back: the earlier date holds again or, when it has passed, the next working day. */
  undo(ctx: Ctx, input: InputOf<typeof endpoints.message.undoReclassify>): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const { message, standings } = await this.desk.open(ctx, input.id, 'undoReclassify');
      const before = message.reclassifiedFrom;
      if (!before) throw new AppError('RECLASSIFY_NOT_DONE');
      const restored =
        before.dueOn >= ctx.clock.today()
          ? await this.recount.fromReceipt(ctx, message, before.workingDays)
          : await this.recount.fromNow(ctx, message, 1);
      await this.set(ctx, message, 'undoReclassify', input.note, {
        kind: before.kind,
        simple: before.simple,
        ...earliest(restored, termsOfMessage(message)),
        reclassified: true,
        reclassifiedFrom: null,
      });
      await this.tell(ctx, message, '的类型调整已撤销');
      return this.show.afterMove(ctx, message.id, standings);
    });
  }

  private async termsFor(ctx: Ctx, message: Message, to: Class): Promise<Terms> {
    const now = termsOfMessage(message);
    const promised = await this.recount.promised(ctx, message, message.kind, message.simple);
    const wanted = await this.recount.promised(ctx, message, to.kind, to.simple);
    if (wanted < promised) {
      // Past its date nothing is left to shorten; the kind alone is put right.
      if (ctx.clock.now() >= message.dueAt) return now;
      return earliest(await this.recount.fromNow(ctx, message, wanted), now);
    }
    if (wanted === promised) return now;
    const calendar = await this.recount.calendar(ctx, message);
    const added = (message.extraDays ?? 0) + pausedDays(calendar, message.pauses ?? []);
    const longer = await this.recount.fromReceipt(ctx, message, wanted + added);
    if (longer.dueAt <= now.dueAt) return now;
    if (message.reclassified) throw new AppError('RECLASSIFY_TWICE');
    if (ctx.clock.now() >= message.dueAt) throw new AppError('RECLASSIFY_TOO_LATE');
    return longer;
  }

  private async set(
    ctx: CtxInTx,
    message: Message,
    move: 'reclassify' | 'undoReclassify',
    reason: string,
    changes: Terms & Class & Pick<MessageChanges, 'reclassified' | 'reclassifiedFrom'>,
    more: { reason?: string } = {},
  ): Promise<void> {
    const { kind, simple, reclassified, reclassifiedFrom, ...terms } = changes;
    const facts = {
      ...termFacts(terms),
      kind,
      simple,
      lengthened: reclassified === true,
      fromKind: message.kind,
      fromSimple: message.simple,
      fromDueOn: message.dueOn,
      ...more,
    };
    const code = move === 'reclassify' ? 'reclassified' : 'reclassifyUndone';
    const event = { code, at: ctx.clock.now(), by: 'staff', facts } as const;
    await this.workflow.note(ctx, message, move, salted(reason), event, {
      ...terms,
      kind,
      simple,
      reclassified,
      reclassifiedFrom,
    });
  }

  private async tell(ctx: CtxInTx, message: Message, what: string): Promise<void> {
    await this.notices.toAccount(ctx, message, {
      topic: 'dueMoved',
      text: `您的留言 ${message.number} ${what}，最迟 ${formatMonthDayWeekday(message.dueOn)}答复，原因见办理经过`,
      accountId: message.authorId,
    });
    await this.notices.toUnit(ctx, message, {
      topic: 'dueMoved',
      text: `留言 ${message.number} ${what}，${formatMonthDayWeekday(message.dueOn)}到期`,
      roles: ['handler'],
    });
  }
}
