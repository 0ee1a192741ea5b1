import { Injectable } from '@nestjs/common';
import {
  addDays,
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
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { addWorkingDays } from './add-working-days';
import { explainDueDate } from './count-working-days';
import { DeadlineError } from './deadline.error';
import { DeadlineRepository } from './deadline.repository';
import { nationalCalendar, type WorkCalendar } from './work-calendar';
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

/** How long a list may lag behind a new override, which begins tomorrow at the earliest. */
const KEPT_MS = 5000;

/**
 * The deadline library with the data of a region: its calendar (shipped years and own days) and the rule
 * of the day. Calendars are kept per content version, because laying one out costs more than asking.
 */
@Injectable()
export class DeadlineService {
  private readonly calendars = new Map<string, WorkCalendar>();
  private readonly kept = new Map<number, { calendar: WorkCalendar; until: number }>();

  constructor(private readonly repository: DeadlineRepository) {}

  /** The calendar for looking at lists: at most a few seconds old. Promises are made on `calendar`. */
  async calendarOf(ctx: Ctx, regionId: number): Promise<WorkCalendar> {
    const kept = this.kept.get(regionId);
    if (kept && kept.until > systemNow()) return kept.calendar;
    const calendar = await this.calendar(ctx, regionId);
    if (this.kept.size >= 5000) this.kept.clear();
    this.kept.set(regionId, { calendar, until: systemNow() + KEPT_MS });
    return calendar;
  }

  /** The working-day calendar of a region as it is now. */
  async calendar(ctx: Ctx, regionId: number): Promise<WorkCalendar> {
    const overrides = await this.repository.overrides(ctx, regionId);
    if (overrides.length === 0) return nationalCalendar;
    const key = JSON.stringify(overrides.map((each) => [each.date, each.working, each.decision]));
    const known = this.calendars.get(key);
    if (known) return known;
    const calendar = nationalCalendar.withOverrides(overrides);
    // Old versions are not asked again; a bound keeps a long-running server small.
    if (this.calendars.size >= 200) this.calendars.clear();
    this.calendars.set(key, calendar);
    return calendar;
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
    return {
      ruleId: id,
      explanation: await this.count(ctx, regionId, rule, message.receivedAt, workingDays),
    };
  }

  /** Explains a promise again by the rule that it was made under. */
  async explainAgain(
    ctx: Ctx,
    regionId: number,
    promise: { ruleId: number | null; receivedAt: Date; workingDays: number },
  ): Promise<DueExplanation> {
    const stored = promise.ruleId === null ? null : await this.repository.rule(ctx, regionId, promise.ruleId);
    const rule = stored?.rule ?? defaultReplyRule;
    return this.count(ctx, regionId, rule, promise.receivedAt, promise.workingDays);
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

  private async count(
    ctx: Ctx,
    regionId: number,
    rule: ReplyRule,
    receivedAt: Date,
    workingDays: number,
  ): Promise<DueExplanation> {
    const calendar = await this.calendar(ctx, regionId);
    try {
      return explainDueDate({ receivedAt, workingDays, rule, calendar });
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

/** Working days left of an open item on a calendar; null when it is late. */
export function daysLeft(calendar: WorkCalendar, due: Due, now: Date): number | null {
  const left = workingDaysLeft(calendar, due, now);
  return left.state === 'late' ? null : left.workingDays;
}

function lightDayOf(calendar: WorkCalendar, today: string, thresholds: LightThresholds): LightDay {
  return {
    today,
    dueSoonUntil: addWorkingDays(calendar, today, thresholds.dueSoonWorkingDays),
    staleBefore: addDays(today, -thresholds.staleDays),
    continuousStaleBefore: addDays(today, -thresholds.continuousStaleDays),
  };
}

/** The library's refusals have the same codes as the API's; what the API cannot say is a fault of ours. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof DeadlineError)) return error;
  if (error.code === 'CALENDAR_YEAR_UNKNOWN')
    return new AppError(error.code, { year: String(error.params.year) });
  if (error.code === 'RECEIVED_AT_INVALID' || error.code === 'WORKING_DAYS_INVALID')
    return new AppError(error.code);
  return error;
}
