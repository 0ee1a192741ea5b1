import { Injectable } from '@nestjs/common';
import { formatMonthDayWeekday } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { confirmedEarlierDate, type WorkCalendar } from '../deadline';
import { DeadlineService } from '../deadline/deadline.service';
import { outcomeOf, type DueOutcome } from './due-outcome';
import type { Message } from './message';
import { MessageMarkRepository } from './message-mark.repository';
import { pausesUnder } from './message-clock';
import { MessageNotices } from './message-notices.service';
import { MessageRepository } from './message.repository';
import { MessageWorkflow, type ClockChanges, type NewEvent } from './message.workflow';
import { OpenDueRepository, type DuePlace, type OpenDue } from './open-due.repository';

export type { OpenDue };

/** What changed the calendar, for the chain: the year of a notice or the date of an override. */
export interface DueCause {
  readonly cause: 'year' | 'override';
  readonly causeOf: string | number;
}

const NONE: DueOutcome = { kind: 'none' };
const RESULT_TEXT = { year: '放假安排已公布', override: '本地区调整了工作日' } as const;

/**
 * The due date of an open message under a new version of the calendar: the only way in which a due date
 * changes without a move of somebody who handles it. Old and new date go into the chain, and the citizen
 * is told.
 */
@Injectable()
export class ReviseDueService {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly messages: MessageRepository,
    private readonly open: OpenDueRepository,
    private readonly workflow: MessageWorkflow,
    private readonly notices: MessageNotices,
    private readonly marks: MessageMarkRepository,
  ) {}

  openAfter(ctx: Ctx, regionId: number, place: DuePlace, limit: number): Promise<OpenDue[]> {
    return this.open.after(ctx, regionId, place, limit);
  }

  /** What a calendar would do to an open message, which it leaves alone. */
  async preview(ctx: Ctx, regionId: number, due: OpenDue, calendar: WorkCalendar): Promise<DueOutcome> {
    if (due.calendarVersion === calendar.version) return NONE;
    const revision = await this.deadlines.revise(ctx, regionId, due, calendar);
    return outcomeOf(due, revision, ctx.clock.now());
  }

  /** Recounts one message and applies what may be applied; running it again changes nothing. */
  async recount(ctx: CtxInTx, id: number, calendar: WorkCalendar, by: DueCause): Promise<DueOutcome> {
    const message = await this.messages.find(ctx, id);
    if (!message || message.result !== 'open') return NONE;
    const outcome = await this.preview(ctx, message.regionId, message, calendar);
    const { version } = calendar;
    const from = message.dueOn;
    switch (outcome.kind) {
      case 'none':
        break;
      case 'later': {
        const { dueOn, dueAt, provisional } = outcome;
        const clock = { dueOn, dueAt, provisional, calendarVersion: version };
        await this.set(ctx, message, 'dueMoved', by, { ...clock, ...pauseOf(calendar, message) });
        await this.tellMoved(ctx, message, from, RESULT_TEXT[by.cause]);
        break;
      }
      case 'earlier':
      case 'settled':
        if (outcome.kind === 'earlier' && !outcome.settles) break;
        await this.set(ctx, message, 'dueSettled', by, { provisional: false, calendarVersion: version });
        await this.tellAuthor(ctx, message, `${RESULT_TEXT.year}，最迟${day(message.dueOn)}答复，不再是暂定`);
        break;
      case 'judged':
        await this.judge(ctx, message, outcome, version, by);
        break;
    }
    return outcome;
  }

  /**
   * The office confirms an earlier date: never before the next working day after this moment.
   * @returns the date it has now, or null when there is nothing earlier any more
   */
  async confirmEarlier(ctx: CtxInTx, id: number, by: DueCause): Promise<string | null> {
    const message = await this.messages.find(ctx, id);
    const now = ctx.clock.now();
    if (!message || message.result !== 'open' || now >= message.dueAt) return null;
    const { regionId, ruleId, dueOn: from } = message;
    const calendar = await this.deadlines.calendar(ctx, regionId);
    const revision = await this.deadlines.revise(ctx, regionId, message, calendar);
    if (revision.change !== 'earlier') return null;
    const dueOn = confirmedEarlierDate(calendar, revision, now);
    if (dueOn === from) return null;
    const dueAt = await this.deadlines.endOf(ctx, regionId, ruleId, dueOn);
    const { provisional } = revision.explanation;
    const clock = { dueOn, dueAt, provisional, calendarVersion: calendar.version };
    const changes = { ...clock, ...pauseOf(calendar, message) };
    await this.set(ctx, message, 'dueMoved', by, changes, 'staff');
    await this.tellMoved(ctx, message, from, RESULT_TEXT[by.cause]);
    return dueOn;
  }

  private async judge(
    ctx: CtxInTx,
    message: Message,
    { dueOn, dueAt, lifted }: Extract<DueOutcome, { kind: 'judged' }>,
    calendarVersion: string,
    by: DueCause,
  ): Promise<void> {
    const mark = lifted
      ? { overdueMarkedAt: null, overdueOn: null, overdueUnitId: null }
      : { overdueOn: dueOn };
    const changes = { dueOn, dueAt, provisional: false, calendarVersion, ...mark };
    const from = message.dueOn;
    await this.set(ctx, message, 'overdueJudged', { ...by, lifted }, changes);
    if (!lifted) await this.marks.redate(ctx, message.id, from, dueOn);
    const result = lifted ? '逾期记录已撤销' : '逾期记录不变';
    const text = `留言 ${message.number} 的期限按公布的放假安排确定为${day(dueOn)}，${result}`;
    await this.notices.toUnit(ctx, message, { topic: 'dueMoved', text, roles: ['handler', 'reviewer'] });
    await this.notices.toOffice(ctx, message, { topic: 'dueMoved', text });
    await this.tellAuthor(ctx, message, `${RESULT_TEXT.year}，最迟答复日确定为${day(dueOn)}，${result}`);
  }

  private async set(
    ctx: CtxInTx,
    message: Message,
    code: NewEvent['code'],
    cause: DueCause & { lifted?: boolean },
    changes: ClockChanges,
    by: NewEvent['by'] = 'system',
  ): Promise<void> {
    const clock = { ...clockOf(message), ...changes };
    const facts = {
      ...cause,
      fromDueOn: message.dueOn,
      dueOn: clock.dueOn,
      dueAt: clock.dueAt.toISOString(),
      provisional: clock.provisional,
      calendarVersion: clock.calendarVersion,
      ...(changes.pausedUntil === undefined ? {} : { pausedUntil: changes.pausedUntil }),
    };
    await this.workflow.setClock(ctx, message, { code, at: ctx.clock.now(), by, facts }, changes);
  }

  private async tellMoved(ctx: CtxInTx, message: Message, from: string, why: string): Promise<void> {
    const change = `最迟答复日由${day(from)}改为${day(message.dueOn)}`;
    await this.tellAuthor(ctx, message, `${why}，${change}`);
    const text = `留言 ${message.number}：${why}，${change}`;
    await this.notices.toUnit(ctx, message, { topic: 'dueMoved', text, roles: ['handler'] });
  }

  private tellAuthor(ctx: CtxInTx, message: Message, what: string): Promise<void> {
    return this.notices.toAccount(ctx, message, {
      topic: 'dueMoved',
      text: `您的留言 ${message.number}：${what}`,
      accountId: message.authorId,
    });
  }
}

const day = formatMonthDayWeekday;

/** The days that are waited for move with the calendar as long as the author is being waited for. */
const pauseOf = (calendar: WorkCalendar, message: Message): ClockChanges =>
  message.pausedUntil === null ? {} : (pausesUnder(calendar, message.pauses) ?? {});

const clockOf = ({ dueOn, dueAt, provisional, calendarVersion }: Message) => ({
  dueOn,
  dueAt,
  provisional,
  calendarVersion,
});
