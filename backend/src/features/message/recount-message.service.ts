import { Injectable } from '@nestjs/common';
import {
  chinaDateOf,
  parseChinaInstant,
  promisedWorkingDays,
  type DueExplanation,
  type MessageKind,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { WorkCalendar } from '../deadline';
import { DeadlineService } from '../deadline/deadline.service';
import type { EventFacts } from './event-chain';
import type { Message } from './message';

/** The columns of a promise as a move sets them. */
export type Terms = Pick<Message, 'workingDays' | 'dueOn' | 'dueAt' | 'provisional' | 'calendarVersion'>;

/**
 * Counts a message's promise anew. Whatever is added or left out is working days from the original
 * receipt, so that every later count of the same message begins at the same day.
 */
@Injectable()
export class RecountMessage {
  constructor(private readonly deadlines: DeadlineService) {}

  calendar(ctx: Ctx, message: Message): Promise<WorkCalendar> {
    return this.deadlines.calendar(ctx, message.regionId);
  }

  /** The working days that the rule of the message's day promises for a kind. */
  async promised(ctx: Ctx, message: Message, kind: MessageKind, simple: boolean): Promise<number> {
    const { rule } = await this.deadlines.ruleOn(ctx, message.regionId, chinaDateOf(message.receivedAt));
    return promisedWorkingDays(rule, kind, simple);
  }

  /** So many working days from the receipt. */
  async fromReceipt(ctx: Ctx, message: Message, workingDays: number): Promise<Terms> {
    const explanation = await this.count(ctx, message, message.receivedAt, workingDays);
    return { ...termsOf(explanation), workingDays };
  }

  /** So many working days from now; its days are told from the receipt like all others. */
  async fromNow(ctx: Ctx, message: Message, workingDays: number): Promise<Terms> {
    const terms = termsOf(await this.count(ctx, message, ctx.clock.now(), workingDays));
    const whole = await this.count(ctx, message, message.receivedAt, message.workingDays);
    const day = whole.days.find(({ date, counted }) => date === terms.dueOn && counted > 0);
    return { ...terms, workingDays: day?.counted ?? message.workingDays };
  }

  private async count(
    ctx: Ctx,
    message: Message,
    receivedAt: Date,
    workingDays: number,
  ): Promise<DueExplanation> {
    const { ruleId, dueOn, provisional, calendarVersion } = message;
    const promise = { ruleId, receivedAt, workingDays, dueOn, provisional, calendarVersion };
    const calendar = await this.calendar(ctx, message);
    return (await this.deadlines.revise(ctx, message.regionId, promise, calendar)).explanation;
  }
}

/** The promise of a message as it stands. */
export const termsOfMessage = (message: Message): Terms => ({
  workingDays: message.workingDays,
  dueOn: message.dueOn,
  dueAt: message.dueAt,
  provisional: message.provisional,
  calendarVersion: message.calendarVersion,
});

/** The later of two promises by its date; the earlier with `earliest`. */
export const latest = (a: Terms, b: Terms): Terms => (a.dueAt >= b.dueAt ? a : b);
export const earliest = (a: Terms, b: Terms): Terms => (a.dueAt <= b.dueAt ? a : b);

/** What the chain keeps of a promise. */
export const termFacts = (terms: Terms): EventFacts => ({
  ...terms,
  dueAt: terms.dueAt.toISOString(),
});

function termsOf(explanation: DueExplanation): Omit<Terms, 'workingDays'> {
  const { dueOn, provisional, calendarVersion } = explanation;
  const dueAt = parseChinaInstant(explanation.dueAt);
  if (!dueAt) throw new RangeError(`no instant: ${explanation.dueAt}`);
  return { dueOn, dueAt, provisional, calendarVersion };
}
