import { Injectable } from '@nestjs/common';
import {
  addDays,
  yearOf,
  type CalendarYear,
  type endpoints,
  type ImportedYear,
  type InputOf,
  type OutputOf,
  type YearReading,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { isDuplicate } from '../../core/db/database-errors';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { readCalendarYears, type WorkCalendar } from '../deadline';
import { refusalOf } from '../deadline/deadline-refusal';
import { DeadlineService } from '../deadline/deadline.service';
import { RegionService } from '../region/region.service';
import { marksOf } from './calendar-marks';
import { CalendarYearRepository } from './calendar-year.repository';
import { firstDayOfNotice } from './first-day-of-notice';
import { PreviewMovesService } from './preview-moves.service';

type Notice = InputOf<typeof endpoints.calendar.importYears>;
type Reading = Omit<YearReading, 'marks'>;

const REGIONS = 100;

/** Years of the State Council's notices: read, shown, and on the admin's word imported. */
@Injectable()
export class ImportYearsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
    private readonly years: CalendarYearRepository,
    private readonly moves: PreviewMovesService,
  ) {}

  async preview(ctx: Ctx, notice: Notice): Promise<OutputOf<typeof endpoints.calendar.previewYears>> {
    const { readings, next } = await this.read(ctx, notice);
    const counts = this.moves.start();
    const changed = readings.filter((reading) => reading.state !== 'same');
    const firstDay = changed.map((reading) => firstDayOfNotice(reading.year)).sort()[0];
    if (firstDay !== undefined) await this.addMoves(ctx, counts, changed, firstDay);
    return {
      years: readings.map((reading) => ({ ...reading, marks: marksOf(next, reading.year) })),
      moves: counts,
    };
  }

  async run(ctx: Ctx, notice: Notice): Promise<OutputOf<typeof endpoints.calendar.importYears>> {
    return this.uow.run(ctx, async (ctx) => {
      const { readings } = await this.read(ctx, notice);
      const years: ImportedYear[] = [];
      for (const reading of readings) years.push(await this.store(ctx, reading, notice.text));
      return { years };
    });
  }

  private async store(ctx: CtxInTx, reading: Reading, notice: string): Promise<ImportedYear> {
    const { warnings: _warnings, state, ...content } = reading;
    const { year, source } = content;
    if (state === 'same')
      return { year, source, version: await this.years.versionOf(ctx, year), changed: false };
    try {
      const version = await this.years.insert(ctx, {
        year,
        source,
        content,
        notice,
        importedAt: ctx.clock.now(),
        importedBy: ctx.actor?.accountId ?? null,
      });
      return { year, source, version, changed: true };
    } catch (error) {
      if (isDuplicate(error)) throw new AppError('CALENDAR_CHANGED');
      throw error;
    }
  }

  private async read(ctx: Ctx, notice: Notice): Promise<{ readings: Reading[]; next: WorkCalendar }> {
    const today = ctx.clock.today();
    const now = await this.deadlines.nationalCalendar(ctx);
    const read = readNotice(notice);
    const past = read.find(({ year }) => year.year < yearOf(today));
    if (past) throw new AppError('CALENDAR_YEAR_PAST', { year: past.year.year });
    const next = now.withYears(read.map(({ year }) => year));
    for (const { year } of read) refusePastChange(now, next, year.year, today);
    return {
      readings: read.map(({ year, warnings }) => ({
        ...year,
        warnings: [...warnings],
        state: stateOf(now, year),
      })),
      next,
    };
  }

  /** What the years would move, over all regions. */
  private async addMoves(
    ctx: Ctx,
    counts: ReturnType<PreviewMovesService['start']>,
    years: readonly CalendarYear[],
    firstDay: string,
  ): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await this.regions.list(ctx, { limit: REGIONS, cursor });
      for (const region of page.items) {
        const calendar = (await this.deadlines.calendar(ctx, region.id)).withYears(years);
        await this.moves.add(ctx, counts, { id: region.id, calendar, firstDay });
        if (!counts.complete) return;
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}

function readNotice({ text, year }: Notice): ReturnType<typeof readCalendarYears> {
  try {
    return readCalendarYears(text, year);
  } catch (error) {
    throw refusalOf(error);
  }
}

function stateOf(now: WorkCalendar, year: CalendarYear): Reading['state'] {
  if (!now.isPublished(year.year)) return 'new';
  return now.withYears([year]).version === now.version ? 'same' : 'corrected';
}

/** Days that were counted by a published notice stay as they were: a correction begins tomorrow. */
function refusePastChange(now: WorkCalendar, next: WorkCalendar, year: number, today: string): void {
  const last = today < `${year}-12-31` ? today : `${year}-12-31`;
  for (let date = firstDayOfNotice(year); date <= last; date = addDays(date, 1)) {
    const before = now.dayOf(date);
    if (!before.provisional && before.working !== next.dayOf(date).working)
      throw new AppError('CALENDAR_PAST_CHANGED', { date });
  }
}
