import { Injectable } from '@nestjs/common';
import { chinaInstant, type DueMovesPreview } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import type { WorkCalendar } from '../deadline';
import { ReviseDueService, type OpenDue } from '../message/revise-due.service';

const BATCH = 200;
/** A preview is looked at once; beyond this it says that there is more. */
const MOST = 2000;

type Counts = { -readonly [K in keyof DueMovesPreview]: DueMovesPreview[K] };

/** What a calendar would move, without moving it. */
@Injectable()
export class PreviewMovesService {
  constructor(private readonly revisions: ReviseDueService) {}

  start(): Counts {
    return { later: 0, earlier: 0, settled: 0, examined: 0, complete: true };
  }

  /** Adds what a calendar would do to the open items of a region that end on or after a day. */
  async add(
    ctx: Ctx,
    counts: Counts,
    region: { id: number; calendar: WorkCalendar; firstDay: string },
  ): Promise<void> {
    let place = { at: chinaInstant(region.firstDay), id: 0 };
    for (;;) {
      const dues = await this.revisions.openAfter(ctx, region.id, place, BATCH);
      for (const due of dues) {
        if (counts.examined >= MOST) {
          counts.complete = false;
          return;
        }
        counts.examined += 1;
        await this.one(ctx, counts, region.id, due, region.calendar);
      }
      const last = dues.at(-1);
      if (!last || dues.length < BATCH) return;
      place = { at: last.dueAt, id: last.id };
    }
  }

  private async one(
    ctx: Ctx,
    counts: Counts,
    regionId: number,
    due: OpenDue,
    calendar: WorkCalendar,
  ): Promise<void> {
    try {
      const outcome = await this.revisions.preview(ctx, regionId, due, calendar);
      if (outcome.kind === 'none') return;
      if (outcome.kind === 'judged') counts[outcome.dueOn > due.dueOn ? 'later' : 'settled'] += 1;
      else counts[outcome.kind] += 1;
    } catch (error) {
      // A date that cannot be counted yet is not moved either.
      if (!(error instanceof AppError && error.code === 'CALENDAR_YEAR_UNKNOWN')) throw error;
    }
  }
}
