import { Injectable } from '@nestjs/common';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { DeadlineRepository, type CalendarStamp } from './deadline.repository';
import { nationalCalendar, WorkCalendar } from './work-calendar';

/** How long a list may lag behind a new override, which begins tomorrow at the earliest. */
const KEPT_MS = 5000;
/** Old versions are hardly asked again; a bound keeps a long-running server small. */
const MOST_BUILT = 200;

/**
 * The calendars of regions: shipped years, imported years, own days. Calendars are kept by a stamp that one
 * small statement reads, so that a change made by another process is seen by the next promise, and laying
 * a calendar out happens once per version.
 */
@Injectable()
export class RegionCalendars {
  private readonly built = new Map<string, WorkCalendar>();
  private readonly kept = new Map<number, { calendar: WorkCalendar; until: number }>();

  constructor(private readonly repository: DeadlineRepository) {}

  /** The calendar of a region as it is now. */
  async now(ctx: Ctx, regionId: number): Promise<WorkCalendar> {
    return this.at(ctx, regionId, await this.repository.stamp(ctx, regionId));
  }

  /** For looking at lists: at most a few seconds old. */
  async lately(ctx: Ctx, regionId: number): Promise<WorkCalendar> {
    const kept = this.kept.get(regionId);
    if (kept && kept.until > systemNow()) return kept.calendar;
    const calendar = await this.now(ctx, regionId);
    if (this.kept.size >= 5000) this.kept.clear();
    this.kept.set(regionId, { calendar, until: systemNow() + KEPT_MS });
    return calendar;
  }

  /** The national calendar with the imported years and no region's own days. */
  async national(ctx: Ctx): Promise<WorkCalendar> {
    return this.at(ctx, 0, { yearSeq: await this.repository.newestYear(ctx), overrideId: 0, overrides: 0 });
  }

  /** An earlier version of a region's calendar, or null when the log does not tell what it held. */
  async version(ctx: Ctx, regionId: number, version: string): Promise<WorkCalendar | null> {
    const now = await this.now(ctx, regionId);
    if (now.version === version) return now;
    if (nationalCalendar.version === version) return nationalCalendar;
    for (const stamp of await this.repository.stampsOf(ctx, regionId, version)) {
      const calendar = await this.at(ctx, regionId, stamp);
      if (calendar.version === version) return calendar;
    }
    return null;
  }

  /** The calendar of a region with the imported years up to one of them. */
  async upToYear(
    ctx: Ctx,
    regionId: number,
    yearSeq: number,
  ): Promise<{ calendar: WorkCalendar; overrideId: number }> {
    const stamp = await this.repository.stamp(ctx, regionId);
    return {
      calendar: await this.at(ctx, regionId, { ...stamp, yearSeq }),
      overrideId: stamp.overrideId,
    };
  }

  private async at(ctx: Ctx, regionId: number, stamp: CalendarStamp): Promise<WorkCalendar> {
    const { yearSeq, overrideId, overrides: count } = stamp;
    if (yearSeq === 0 && overrideId === 0) return nationalCalendar;
    const key = overrideId === 0 ? `${yearSeq}` : `${yearSeq}/${regionId}/${overrideId}/${count ?? 'then'}`;
    const known = this.built.get(key);
    if (known) return known;
    const years = yearSeq === 0 ? [] : await this.repository.years(ctx, yearSeq);
    const overrides = overrideId === 0 ? [] : await this.repository.overrides(ctx, regionId, overrideId);
    const calendar = new WorkCalendar({ importedYears: years, overrides });
    if (this.built.size >= MOST_BUILT) this.built.clear();
    this.built.set(key, calendar);
    return calendar;
  }
}
