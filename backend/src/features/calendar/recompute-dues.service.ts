import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chinaInstant } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { Scheduler } from '../../core/schedule/scheduler';
import { DeadlineService } from '../deadline/deadline.service';
import type { WorkCalendar } from '../deadline';
import { ReviseDueService, type OpenDue } from '../message/revise-due.service';
import { CalendarVersionRepository, type PendingVersion } from './calendar-version.repository';
import { RecordMovesService } from './record-moves.service';
import { SpreadYearsService } from './spread-years.service';

const EVERY_MS = 20_000;
const BATCH = 50;
const REGIONS = 200;

/**
 * Counts open items again when the calendar changed (reply-rule, Counting 5). A walk by due date in small
 * batches, each one unit of work that stores how far it came: it may stop anywhere and go on elsewhere.
 * The recount is over after a walk that changed nothing, which also finds what was promised by the old
 * calendar in the moment of the change.
 */
@Injectable()
export class RecomputeDuesService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly deadlines: DeadlineService,
    private readonly revisions: ReviseDueService,
    private readonly versions: CalendarVersionRepository,
    private readonly moves: RecordMovesService,
    private readonly years: SpreadYearsService,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'recompute-dues', everyMs: EVERY_MS, run: (ctx) => this.run(ctx) });
  }

  async run(ctx: Ctx): Promise<void> {
    await this.years.run(ctx);
    for (const regionId of await this.versions.pendingRegions(ctx, REGIONS)) await this.region(ctx, regionId);
  }

  private async region(ctx: Ctx, regionId: number): Promise<void> {
    for (;;) {
      // Read anew for every batch: a further change goes into the same walk, which begins again with it.
      const pending = await this.versions.pending(ctx, regionId);
      const last = pending.at(-1);
      if (!last) return;
      const more = await this.batch(ctx, regionId, pending, last);
      if (more) continue;
      await this.endOfWalk(ctx, regionId, pending, last.id);
      return;
    }
  }

  /** One batch; false when the walk has come to its end. */
  private async batch(
    ctx: Ctx,
    regionId: number,
    pending: readonly PendingVersion[],
    last: PendingVersion,
  ): Promise<boolean> {
    const place = last.cursor ?? { at: startOf(pending), id: 0 };
    const calendar = await this.deadlines.calendar(ctx, regionId);
    const dues = await this.revisions.openAfter(ctx, regionId, place, BATCH);
    const end = dues.at(-1);
    if (!end) return false;
    const reached = { at: end.dueAt, id: end.id };
    try {
      await this.uow.run(ctx, async (ctx) => {
        let changes = 0;
        for (const due of dues) changes += await this.one(ctx, regionId, due, calendar, pending);
        await this.versions.saveCursor(ctx, last.id, reached, changes);
      });
    } catch (error) {
      if (!isInTheWay(error)) throw error;
      await this.oneByOne(ctx, regionId, dues, calendar, pending);
      await this.uow.run(ctx, (ctx) => this.versions.saveCursor(ctx, last.id, reached, 1));
    }
    return dues.length === BATCH;
  }

  /** Somebody moved one of them in this moment: the others do not wait, and the next walk looks again. */
  private async oneByOne(
    ctx: Ctx,
    regionId: number,
    dues: readonly OpenDue[],
    calendar: WorkCalendar,
    pending: readonly PendingVersion[],
  ): Promise<void> {
    for (const due of dues) {
      try {
        await this.uow.run(ctx, (ctx) => this.one(ctx, regionId, due, calendar, pending));
      } catch (error) {
        if (!isInTheWay(error)) throw error;
      }
    }
  }

  private async one(
    ctx: CtxInTx,
    regionId: number,
    due: OpenDue,
    calendar: WorkCalendar,
    pending: readonly PendingVersion[],
  ): Promise<number> {
    const planned = await this.planned(ctx, regionId, due, calendar);
    if (planned === null) return 0;
    const cause = causeOf(pending, due, planned);
    const by = { cause: cause.cause, causeOf: cause.year ?? cause.day ?? '' };
    const outcome = await this.revisions.recount(ctx, due.id, calendar, by);
    return this.moves.record(ctx, regionId, due, cause, outcome);
  }

  /** The date it would have; null when nothing changes or its year cannot be counted yet. */
  private async planned(
    ctx: CtxInTx,
    regionId: number,
    due: OpenDue,
    calendar: WorkCalendar,
  ): Promise<string | null> {
    try {
      const outcome = await this.revisions.preview(ctx, regionId, due, calendar);
      if (outcome.kind === 'none') return null;
      return outcome.kind === 'settled' ? due.dueOn : outcome.dueOn;
    } catch (error) {
      if (error instanceof AppError && error.code === 'CALENDAR_YEAR_UNKNOWN') return null;
      throw error;
    }
  }

  private async endOfWalk(
    ctx: Ctx,
    regionId: number,
    walked: readonly PendingVersion[],
    lastId: number,
  ): Promise<void> {
    await this.uow.run(ctx, async (ctx) => {
      const pending = await this.versions.pending(ctx, regionId);
      const last = pending.find((each) => each.id === lastId);
      const clean = last?.scanChanges === 0 && pending.length === walked.length;
      if (!clean) return this.versions.rewind(ctx, lastId);
      await this.versions.finish(
        ctx,
        walked.map((each) => each.id),
        ctx.clock.now(),
      );
    });
  }
}

/** Whatever ends on or after the first day that differs. */
function startOf(pending: readonly PendingVersion[]): Date {
  const [first = ''] = pending.map((each) => each.firstDay).sort();
  return chinaInstant(first);
}

/** The change that moved this date: the region's own day inside the counted days, else the notice. */
function causeOf(pending: readonly PendingVersion[], due: OpenDue, planned: string): PendingVersion {
  const until = planned > due.dueOn ? planned : due.dueOn;
  const counted = (day: string | null): boolean => day !== null && due.receivedOn <= day && day <= until;
  const notice = pending.findLast((each) => each.cause === 'year');
  const own = pending.findLast((each) => counted(each.day));
  const last = pending.at(-1);
  const cause = (due.provisional ? (notice ?? own) : (own ?? notice)) ?? last;
  if (!cause) throw new RangeError('a recount without a change');
  return cause;
}

const isInTheWay = (error: unknown): boolean => error instanceof AppError && error.code === 'MESSAGE_CHANGED';
