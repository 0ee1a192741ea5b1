import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { DeadlineService } from '../deadline/deadline.service';
import { CalendarVersionRepository } from './calendar-version.repository';
import { CalendarYearRepository, type StoredYear } from './calendar-year.repository';
import { firstDayOfNotice } from './first-day-of-notice';

const BATCH = 50;

/** Gives every region its calendar version of an imported year, some regions at a time. */
@Injectable()
export class SpreadYearsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly deadlines: DeadlineService,
    private readonly years: CalendarYearRepository,
    private readonly versions: CalendarVersionRepository,
  ) {}

  async run(ctx: Ctx): Promise<void> {
    for (;;) {
      const year = await this.years.unspread(ctx);
      if (!year) return;
      const regions = await this.years.regionsWithout(ctx, year.seq, BATCH);
      for (const regionId of regions) await this.spread(ctx, year, regionId);
      if (regions.length < BATCH)
        await this.uow.run(ctx, (ctx) => this.years.markSpread(ctx, year.id, ctx.clock.now()));
    }
  }

  private spread(ctx: Ctx, year: StoredYear, regionId: number): Promise<void> {
    return this.uow.run(ctx, async (ctx) => {
      const { before, after, overrideStamp } = await this.deadlines.aroundYear(ctx, regionId, year.seq);
      await this.versions.insert(ctx, {
        regionId,
        cause: 'year',
        year: year.year,
        yearSeq: year.seq,
        day: null,
        overrideId: null,
        versionBefore: before,
        version: after,
        yearStamp: year.seq,
        overrideStamp,
        firstDay: firstDayOfNotice(year.year),
        changedAt: ctx.clock.now(),
        changedBy: year.importedBy,
      });
    });
  }
}
