import { Injectable } from '@nestjs/common';
import {
  toChinaIso,
  type CalendarOverrideRow,
  type DueMovesPreview,
  type endpoints,
  type InputOf,
  type WorkCalendarOverride,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { isDuplicate } from '../../core/db/database-errors';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireMembership } from '../../core/policy/membership';
import { checkOverride, type WorkCalendar } from '../deadline';
import { refusalOf } from '../deadline/deadline-refusal';
import { DeadlineService } from '../deadline/deadline.service';
import { CreateRegionService } from '../region/create-region.service';
import { RegionService } from '../region/region.service';
import { CalendarVersionRepository } from './calendar-version.repository';
import { PreviewMovesService } from './preview-moves.service';

/**
 * A region's own day (reply-rule, Counting 6): off or at work, with the decision behind it, from tomorrow
 * at the earliest. The recount of what is open follows; see `RecomputeDuesService`.
 */
@Injectable()
export class AddOverrideService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly creator: CreateRegionService,
    private readonly deadlines: DeadlineService,
    private readonly versions: CalendarVersionRepository,
    private readonly moves: PreviewMovesService,
  ) {}

  async preview(
    ctx: Ctx,
    input: InputOf<typeof endpoints.calendar.previewOverride>,
  ): Promise<DueMovesPreview> {
    const regionId = await this.regionOfOffice(ctx, input.code);
    const override = { date: input.date, working: input.working === 'true', decision: '—' };
    const { next } = await this.calendars(ctx, regionId, override);
    const counts = this.moves.start();
    await this.moves.add(ctx, counts, { id: regionId, calendar: next, firstDay: input.date });
    return counts;
  }

  async run(ctx: Ctx, input: InputOf<typeof endpoints.calendar.addOverride>): Promise<CalendarOverrideRow> {
    const regionId = await this.regionOfOffice(ctx, input.code);
    const { date, working, decision } = input;
    return this.uow.run(ctx, async (ctx) => {
      const { now, next } = await this.calendars(ctx, regionId, { date, working, decision });
      const id = await this.store(ctx, regionId, { date, working, decision });
      await this.versions.insert(ctx, {
        regionId,
        cause: 'override',
        year: null,
        yearSeq: null,
        day: date,
        overrideId: id,
        versionBefore: now.version,
        version: next.version,
        ...(await this.deadlines.stamp(ctx, regionId)),
        firstDay: date,
        changedAt: ctx.clock.now(),
        changedBy: ctx.actor?.accountId ?? null,
      });
      const createdAt = toChinaIso(ctx.clock.now());
      return { id, date, working, decision, createdAt, movedLater: 0, movedEarlier: 0, withdrawn: null };
    });
  }

  private async regionOfOffice(ctx: Ctx, code: string): Promise<number> {
    const region = await this.regions.byCode(ctx, code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    return region.id;
  }

  /** The calendar as it is and as it would be; refuses what may not be changed or would change nothing. */
  private async calendars(
    ctx: Ctx,
    regionId: number,
    override: WorkCalendarOverride,
  ): Promise<{ now: WorkCalendar; next: WorkCalendar }> {
    const today = ctx.clock.today();
    const now = await this.deadlines.calendar(ctx, regionId);
    try {
      checkOverride(override, today);
      const next = now.withOverride(override);
      if (now.isWorkingDay(override.date) !== override.working) return { now, next };
    } catch (error) {
      throw refusalOf(error, today);
    }
    throw new AppError('OVERRIDE_NO_EFFECT', {
      date: override.date,
      what: override.working ? '工作日' : '休息日',
    });
  }

  private async store(ctx: CtxInTx, regionId: number, override: WorkCalendarOverride): Promise<number> {
    const { date, working, decision } = override;
    try {
      return await this.creator.addCalendarOverride(ctx, regionId, { day: date, working, decision });
    } catch (error) {
      if (isDuplicate(error)) throw new AppError('OVERRIDE_DUPLICATE', { date });
      throw error;
    }
  }
}
