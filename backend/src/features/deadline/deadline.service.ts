import { Injectable } from '@nestjs/common';
import {
  chinaDateOf,
  defaultLightThresholds,
  defaultReplyRule,
  promisedWorkingDays,
  type DueExplanation,
  type LightDay,
  type LightThresholds,
  type MessageKind,
  type ReplyRule,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { endOfDay, explainDueDate, explainKeptDate } from './count-working-days';
import { counted } from './deadline-refusal';
import { DeadlineRepository } from './deadline.repository';
import { lightDayOf } from './light-day';
import { RegionCalendars } from './region-calendars';
import { reviseDueDate, type DueRevision } from './revise-due-date';
import type { WorkCalendar } from './work-calendar';
import { workingDaysLeft } from './working-days-left';

/** What a message is promised: the due date, and what it was computed from. */
export interface Promised {
  readonly ruleId: number | null;
  readonly explanation: DueExplanation;
}

/** An open item that counts down. */
export interface Due {
  readonly dueOn: string;
  readonly dueAt: Date;
}

/** A promise that was made: what it was computed from, and the date that it has now. */
export interface StoredPromise {
  readonly ruleId: number | null;
  readonly receivedAt: Date;
  readonly workingDays: number;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

/** The deadline library with the data of a region: its calendar and the rule of the day. */
@Injectable()
export class DeadlineService {
  /** Rules are never edited, only followed by others. */
  private readonly rules = new Map<number, ReplyRule>();

  constructor(
    private readonly repository: DeadlineRepository,
    private readonly calendars: RegionCalendars,
  ) {}

  /** The calendar for looking at lists: at most a few seconds old. Promises are made on `calendar`. */
  calendarOf(ctx: Ctx, regionId: number): Promise<WorkCalendar> {
    return this.calendars.lately(ctx, regionId);
  }

  /** The working-day calendar of a region as it is now. */
  calendar(ctx: Ctx, regionId: number): Promise<WorkCalendar> {
    return this.calendars.now(ctx, regionId);
  }

  /** The calendar of every region that has no days of its own. */
  nationalCalendar(ctx: Ctx): Promise<WorkCalendar> {
    return this.calendars.national(ctx);
  }

  /** The names of a region's calendar before and after an imported year, and up to which own day. */
  async aroundYear(
    ctx: Ctx,
    regionId: number,
    yearSeq: number,
  ): Promise<{ before: string; after: string; overrideStamp: number }> {
    const [before, after] = [
      await this.calendars.upToYear(ctx, regionId, yearSeq - 1),
      await this.calendars.upToYear(ctx, regionId, yearSeq),
    ];
    return {
      before: before.calendar.version,
      after: after.calendar.version,
      overrideStamp: after.overrideId,
    };
  }

  /** What a region's calendar is made of now, for its log. */
  async stamp(ctx: Ctx, regionId: number): Promise<{ yearStamp: number; overrideStamp: number }> {
    const { yearSeq, overrideId } = await this.repository.stamp(ctx, regionId);
    return { yearStamp: yearSeq, overrideStamp: overrideId };
  }

  /** The rule of a region on a day; the product's defaults (id null) while it has promised nothing. */
  async ruleOn(ctx: Ctx, regionId: number, day: string): Promise<{ id: number | null; rule: ReplyRule }> {
    return (await this.repository.ruleOn(ctx, regionId, day)) ?? { id: null, rule: defaultReplyRule };
  }

  /** The due date of a message received at an instant, by the rule of that day, with its reason. */
  async explain(
    ctx: Ctx,
    regionId: number,
    message: { kind: MessageKind; simple: boolean; receivedAt: Date },
  ): Promise<Promised> {
    const { id, rule } = await this.ruleOn(ctx, regionId, chinaDateOf(message.receivedAt));
    const workingDays = promisedWorkingDays(rule, message.kind, message.simple);
    const calendar = await this.calendars.now(ctx, regionId);
    return {
      ruleId: id,
      explanation: counted(() =>
        explainDueDate({ receivedAt: message.receivedAt, workingDays, rule, calendar }),
      ),
    };
  }

  /**
   * Explains a promise that was made, by the rule and the calendar that its date comes from. Closed items
   * keep the version they were judged by; an open one is shown on today's calendar when that says the same.
   */
  async explainAgain(
    ctx: Ctx,
    regionId: number,
    promise: StoredPromise,
    open: boolean,
  ): Promise<DueExplanation> {
    const rule = await this.ruleOf(ctx, regionId, promise.ruleId);
    const now = await this.calendars.now(ctx, regionId);
    const judgedBy = await this.calendars.version(ctx, regionId, promise.calendarVersion);
    const question = { receivedAt: promise.receivedAt, workingDays: promise.workingDays, rule };
    for (const calendar of open ? [now, judgedBy] : [judgedBy ?? now]) {
      if (!calendar) continue;
      const explained = counted(() => explainDueDate({ ...question, calendar }));
      if (explained.dueOn === promise.dueOn && explained.provisional === promise.provisional)
        return explained;
    }
    return counted(() =>
      explainKeptDate({ ...question, calendar: open ? now : (judgedBy ?? now) }, promise.dueOn),
    );
  }

  /** What another calendar means for a promise that still runs. */
  async revise(
    ctx: Ctx,
    regionId: number,
    promise: StoredPromise,
    calendar: WorkCalendar,
  ): Promise<DueRevision> {
    const rule = await this.ruleOf(ctx, regionId, promise.ruleId);
    const { receivedAt, workingDays } = promise;
    return counted(() => reviseDueDate(promise, { receivedAt, workingDays, rule, calendar }));
  }

  /** The calendar of a region as it is now, and the rule of a promise. */
  async termsOf(
    ctx: Ctx,
    regionId: number,
    ruleId: number | null,
  ): Promise<{ calendar: WorkCalendar; rule: ReplyRule }> {
    const rule = await this.ruleOf(ctx, regionId, ruleId);
    return { calendar: await this.calendars.now(ctx, regionId), rule };
  }

  /** When a day is over for answers under the rule of a promise. */
  async endOf(ctx: Ctx, regionId: number, ruleId: number | null, dueOn: string): Promise<Date> {
    return endOfDay(await this.ruleOf(ctx, regionId, ruleId), dueOn);
  }

  /** Working days from tomorrow to the due date, 0 on the day itself; null when it is late. */
  async workingDaysLeft(ctx: Ctx, regionId: number, due: Due): Promise<number | null> {
    return daysLeft(await this.calendarOf(ctx, regionId), due, ctx.clock.now());
  }

  /** The day limits by which the lights of a region's tasks are judged today. */
  async lightDay(
    ctx: Ctx,
    regionId: number,
    thresholds: LightThresholds = defaultLightThresholds,
  ): Promise<LightDay> {
    const today = ctx.clock.today();
    return lightDayOf(await this.calendarOf(ctx, regionId), today, thresholds);
  }

  private async ruleOf(ctx: Ctx, regionId: number, ruleId: number | null): Promise<ReplyRule> {
    if (ruleId === null) return defaultReplyRule;
    const known = this.rules.get(ruleId);
    if (known) return known;
    const stored = await this.repository.rule(ctx, regionId, ruleId);
    if (!stored) return defaultReplyRule;
    if (this.rules.size >= 5000) this.rules.clear();
    this.rules.set(ruleId, stored.rule);
    return stored.rule;
  }
}

/** Working days left of an open item on a calendar; null when it is late. */
export function daysLeft(calendar: WorkCalendar, due: Due, now: Date): number | null {
  const left = workingDaysLeft(calendar, due, now);
  return left.state === 'late' ? null : left.workingDays;
}
