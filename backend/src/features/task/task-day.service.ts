import { Injectable } from '@nestjs/common';
import { defaultLightThresholds, type LightDay } from '@sunledger/shared-types';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { DeadlineError, workingDaysBetween, type WorkCalendar } from '../deadline';
import { DeadlineService } from '../deadline/deadline.service';
import { RegionService } from '../region/region.service';

/** One day of one region, with what it takes to judge many tasks without counting again. */
export interface TaskDay {
  readonly light: LightDay;
  /** Working days from tomorrow to a due date; null when its calendar is not known. */
  workingDaysLeft(dueOn: string): number | null;
}

/** How long a list may lag behind a change of the region's settings or of its calendar. */
const KEPT_MS = 10_000;

@Injectable()
export class TaskDayService {
  private readonly kept = new Map<string, { day: TaskDay; until: number }>();

  constructor(
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
  ) {}

  async of(ctx: Ctx, regionId: number): Promise<TaskDay> {
    const today = ctx.clock.today();
    const key = `${regionId} ${today}`;
    const kept = this.kept.get(key);
    if (kept && kept.until > systemNow()) return kept.day;
    const { settings } = await this.regions.byId(ctx, regionId);
    const light = await this.deadlines.lightDay(ctx, regionId, {
      ...defaultLightThresholds,
      ...settings.lights,
    });
    const day = taskDayOf(await this.deadlines.calendar(ctx, regionId), light);
    if (this.kept.size >= 1000) this.kept.clear();
    this.kept.set(key, { day, until: systemNow() + KEPT_MS });
    return day;
  }

  /** After the numbers of a region were changed in this process. */
  forget(): void {
    this.kept.clear();
  }
}

/** Counts each due date once; lists hold few different ones. */
export function taskDayOf(calendar: WorkCalendar, light: LightDay): TaskDay {
  const left = new Map<string, number | null>();
  return {
    light,
    workingDaysLeft(dueOn) {
      const known = left.get(dueOn);
      if (known !== undefined) return known;
      const counted = countedTo(calendar, light.today, dueOn);
      left.set(dueOn, counted);
      return counted;
    },
  };
}

function countedTo(calendar: WorkCalendar, today: string, dueOn: string): number | null {
  try {
    return workingDaysBetween(calendar, today, dueOn);
  } catch (error) {
    // A task may be due in a year whose holidays nobody can tell yet: it has a date, but no count.
    if (error instanceof DeadlineError) return null;
    throw error;
  }
}
