import { Injectable } from '@nestjs/common';
import type { CalendarOverrideRow, DueMovesPreview, endpoints, InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { isDuplicate } from '../../core/db/database-errors';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireMembership } from '../../core/policy/membership';
import { DeadlineService } from '../deadline/deadline.service';
import { CreateRegionService, type OwnDay } from '../region/create-region.service';
import { RegionService } from '../region/region.service';
import { CalendarVersionRepository } from './calendar-version.repository';
import { DueMoveRepository } from './due-move.repository';
import { PreviewMovesService } from './preview-moves.service';

/**
 * A region's own day is taken back, as long as it lies ahead: like setting one it takes effect tomorrow at
 * the earliest (reply-rule, Counting 6). It is a change of the calendar like any other: later dates are
 * applied, earlier ones wait for the office, and what the day had moved stays counted.
 */
@Injectable()
export class WithdrawOverrideService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly creator: CreateRegionService,
    private readonly deadlines: DeadlineService,
    private readonly versions: CalendarVersionRepository,
    private readonly proposals: DueMoveRepository,
    private readonly moves: PreviewMovesService,
  ) {}

  async preview(
    ctx: Ctx,
    input: InputOf<typeof endpoints.calendar.previewWithdrawal>,
  ): Promise<DueMovesPreview> {
    const regionId = await this.regionOfOffice(ctx, input.code);
    const { day } = await this.ahead(ctx, regionId, input.id);
    const calendar = (await this.deadlines.calendar(ctx, regionId)).withoutOverride(day);
    const counts = this.moves.start();
    await this.moves.add(ctx, counts, { id: regionId, calendar, firstDay: day });
    return counts;
  }

  async run(
    ctx: Ctx,
    input: InputOf<typeof endpoints.calendar.withdrawOverride>,
  ): Promise<CalendarOverrideRow> {
    const regionId = await this.regionOfOffice(ctx, input.code);
    return this.uow.run(ctx, async (ctx) => {
      const own = await this.ahead(ctx, regionId, input.id);
      const now = await this.deadlines.calendar(ctx, regionId);
      const overrideId = await this.takeBack(ctx, regionId, own, input.reason);
      await this.proposals.dropOf(ctx, regionId, input.id, ctx.clock.now());
      await this.versions.insert(ctx, {
        regionId,
        cause: 'override',
        year: null,
        yearSeq: null,
        day: own.day,
        overrideId,
        versionBefore: now.version,
        version: now.withoutOverride(own.day).version,
        ...(await this.deadlines.stamp(ctx, regionId)),
        firstDay: own.day,
        changedAt: ctx.clock.now(),
        changedBy: ctx.actor?.accountId ?? null,
      });
      return this.shown(ctx, regionId, own.day, input.id);
    });
  }

  private async regionOfOffice(ctx: Ctx, code: string): Promise<number> {
    const region = await this.regions.byCode(ctx, code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    return region.id;
  }

  /** An own day that counts and has not come. */
  private async ahead(ctx: Ctx, regionId: number, id: number): Promise<OwnDay> {
    const own = await this.creator.calendarOverride(ctx, regionId, id);
    if (!own) throw new AppError('OVERRIDE_NOT_FOUND');
    if (!own.counts) throw new AppError('OVERRIDE_WITHDRAWN', { date: own.day });
    if (own.day <= ctx.clock.today()) throw new AppError('OVERRIDE_IN_EFFECT', { date: own.day });
    return own;
  }

  private async takeBack(ctx: CtxInTx, regionId: number, own: OwnDay, reason: string): Promise<number> {
    try {
      return await this.creator.takeBackOverride(ctx, regionId, own, reason);
    } catch (error) {
      if (isDuplicate(error)) throw new AppError('OVERRIDE_WITHDRAWN', { date: own.day });
      throw error;
    }
  }

  private async shown(ctx: CtxInTx, regionId: number, day: string, id: number): Promise<CalendarOverrideRow> {
    const rows = await this.versions.overrides(ctx, regionId, Number(day.slice(0, 4)));
    const row = rows.find((each) => each.id === id);
    if (!row) throw new AppError('OVERRIDE_NOT_FOUND');
    return row;
  }
}
