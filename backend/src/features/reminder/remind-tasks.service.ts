import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chinaInstant, workingHoursOn } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import { Scheduler } from '../../core/schedule/scheduler';
import { AccountService } from '../account/account.service';
import { addWorkingDays, workingDaysBetween, type WorkCalendar } from '../deadline';
import { DeadlineService } from '../deadline/deadline.service';
import { RegionService } from '../region/region.service';
import { TaskService } from '../task/task.service';
import { digestText, FIRST_DAYS, reminderDue, reminderStages, type ReminderStage } from './reminder-stage';
import { ReminderRepository, type Candidate } from './reminder.repository';

const EVERY_MS = 5 * 60_000;
const REGIONS = 100;

interface Due {
  readonly taskId: number;
  readonly stage: ReminderStage;
  readonly about: string;
}

/**
 * Reminders about tasks, in the working hours of a working day, once per region and day: whichever server
 * writes the day first does it, in one unit of work with the notes. A server that was down looks at what is
 * due now, not at what it missed. Each unit gets one note for all its tasks, never a storm.
 */
@Injectable()
export class RemindTasksService implements OnModuleInit {
  /** The day up to which a region needs no more looking; saves a query, decides nothing. */
  private readonly doneOn = new Map<number, string>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly outbox: Outbox,
    private readonly regions: RegionService,
    private readonly accounts: AccountService,
    private readonly deadlines: DeadlineService,
    private readonly tasks: TaskService,
    private readonly reminders: ReminderRepository,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'remind-tasks', everyMs: EVERY_MS, run: (ctx) => this.run(ctx) });
  }

  async run(ctx: Ctx): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await this.regions.list(ctx, { limit: REGIONS, cursor });
      for (const { id } of page.items) await this.region(ctx, id);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  private async region(ctx: Ctx, regionId: number): Promise<void> {
    const today = ctx.clock.today();
    if (this.doneOn.get(regionId) === today) return;
    const calendar = await this.deadlines.calendar(ctx, regionId);
    if (!(await this.isOpen(ctx, regionId, calendar))) return;
    if (!(await this.reminders.taken(ctx, regionId, today))) {
      await this.uow.run(ctx, async (ctx) => {
        if (await this.reminders.take(ctx, regionId, today)) await this.remind(ctx, regionId, calendar);
      });
    }
    this.doneOn.set(regionId, today);
  }

  /** Quiet hours: nobody is reminded of a task outside the working hours of a working day. */
  private async isOpen(ctx: Ctx, regionId: number, calendar: WorkCalendar): Promise<boolean> {
    const today = ctx.clock.today();
    if (!calendar.isWorkingDay(today)) return false;
    const { open, close } = workingHoursOn((await this.deadlines.ruleOn(ctx, regionId, today)).rule, today);
    const now = ctx.clock.now();
    return now >= chinaInstant(today, open) && now < chinaInstant(today, close);
  }

  private async remind(ctx: CtxInTx, regionId: number, calendar: WorkCalendar): Promise<void> {
    const today = ctx.clock.today();
    const until = addWorkingDays(calendar, today, FIRST_DAYS);
    const day = await this.tasks.lightDay(ctx, regionId);
    const candidates = await this.reminders.candidates(ctx, regionId, until, day);
    const due = await this.due(ctx, candidates, calendar);
    if (due.length === 0) return;
    const at = ctx.clock.now();
    await this.reminders.insert(
      ctx,
      due.map((each) => ({ ...each, regionId, at })),
    );
    await this.reminders.setTold(ctx, regionId, today, due.length);
    for (const [unitId, ofUnit] of await this.byUnit(ctx, due))
      await this.tell(ctx, regionId, unitId, ofUnit);
  }

  private async due(ctx: Ctx, candidates: readonly Candidate[], calendar: WorkCalendar): Promise<Due[]> {
    const today = ctx.clock.today();
    const told = await this.reminders.told(
      ctx,
      candidates.map(({ taskId }) => taskId),
    );
    return candidates.flatMap(({ taskId, dueOn, stale }) => {
      const near = dueOn !== null && dueOn >= today && !stale;
      const workingDaysLeft = near ? workingDaysBetween(calendar, today, dueOn) : null;
      const reminder = reminderDue({ dueOn, workingDaysLeft, stale }, told.get(taskId) ?? new Map(), today);
      return reminder ? [{ taskId, ...reminder }] : [];
    });
  }

  /** The tasks of each unit, the most pressing first. */
  private async byUnit(ctx: Ctx, due: readonly Due[]): Promise<Map<number, Due[]>> {
    const inOrder = [...due].sort(
      (a, b) => reminderStages.indexOf(a.stage) - reminderStages.indexOf(b.stage),
    );
    const reached = await this.reminders.unitsOf(
      ctx,
      due.map(({ taskId }) => taskId),
    );
    const units = new Map<number, Set<number>>();
    for (const { taskId, unitId } of reached) {
      units.set(unitId, (units.get(unitId) ?? new Set()).add(taskId));
    }
    return new Map(
      [...units].map(([unitId, taskIds]) => [unitId, inOrder.filter(({ taskId }) => taskIds.has(taskId))]),
    );
  }

  /** To the contact of the unit, its handlers; without any to the reviewer, without one to the office. */
  private async tell(ctx: CtxInTx, regionId: number, unitId: number, due: readonly Due[]): Promise<void> {
    const [first] = due;
    if (!first) return;
    const handlers = await this.accounts.holders(ctx, { regionId, unitId, roles: ['handler'] });
    await this.outbox.add(ctx, {
      topic: 'notify',
      payload: {
        topic: 'tasksDue',
        text: digestText(due.map(({ stage }) => stage)),
        target: { kind: 'task', id: first.taskId },
        regionId,
        unitId,
        roles: [handlers.length > 0 ? 'handler' : 'reviewer'],
      },
      dedupeKey: `tasksDue:${regionId}:${unitId}:${ctx.clock.today()}`,
    });
  }
}
