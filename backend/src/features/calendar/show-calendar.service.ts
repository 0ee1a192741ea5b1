import { Injectable } from '@nestjs/common';
import {
  PROVISIONAL_NOTE,
  yearOf,
  type CalendarPage,
  type endpoints,
  type InputOf,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { hasStatutoryDays, missingNoticeYear, type WorkCalendar } from '../deadline';
import { refusalOf } from '../deadline/deadline-refusal';
import { DeadlineService } from '../deadline/deadline.service';
import { RegionService } from '../region/region.service';
import { marksOf } from './calendar-marks';
import { CalendarVersionRepository } from './calendar-version.repository';

/** 放假与调休: what everybody may see of a region's calendar. */
@Injectable()
export class ShowCalendarService {
  constructor(
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
    private readonly versions: CalendarVersionRepository,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.calendar.page>): Promise<CalendarPage> {
    const region = await this.regions.byCode(ctx, input.code);
    const today = ctx.clock.today();
    const year = input.year ?? yearOf(today);
    const calendar = await this.deadlines.calendar(ctx, region.id);
    const notice = calendar.publishedYears().find((each) => each.year === year);
    return {
      year,
      published: notice !== undefined,
      provisionalNote: notice ? null : PROVISIONAL_NOTE,
      source: notice?.source ?? null,
      version: calendar.version,
      holidays: notice?.ranges ?? [],
      makeUpDays: notice?.workWeekends ?? [],
      marks: this.marks(calendar, year),
      overrides: await this.versions.overrides(ctx, region.id, year),
      changes: await this.versions.recent(ctx, region.id),
      firstYear: calendar.publishedYears()[0]?.year ?? year,
      lastYear: lastYearOf(calendar),
      missingYear: missingNoticeYear(calendar, today),
    };
  }

  private marks(calendar: WorkCalendar, year: number): CalendarPage['marks'] {
    try {
      return marksOf(calendar, year);
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

/** The last year that is published or can be estimated. */
function lastYearOf(calendar: WorkCalendar): number {
  let last = calendar.publishedYears().at(-1)?.year ?? 0;
  while (hasStatutoryDays(last + 1) || calendar.isPublished(last + 1)) last += 1;
  return last;
}
