import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defaultLightThresholds, lightOf, noLights } from '@sunledger/shared-types';
import { SettableClock } from '../../core/clock';
import { isDuplicate } from '../../core/db/database-errors';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { Scheduler } from '../../core/schedule/scheduler';
import type { Ctx } from '../../core/ctx';
import { DeadlineService } from '../deadline/deadline.service';
import { RegionService } from '../region/region.service';
import { endOf, factsAt, monthsToFreeze, nextMonth, originsOf } from './facts-at';
import { LightHistoryRepository } from './light-history.repository';

const EVERY_MS = 10 * 60_000;
/** After a long sleep the rest follows in the next round. */
const MONTHS_AT_ONCE = 24;
/** Plans of this year and so many before it are written down. */
const YEARS_BACK = 2;

/**
 * Writes down, once a month is over, which light every task showed at its end. What stood then is read from
 * what was appended, so a server that was down over the end of the month writes the same rows later.
 */
@Injectable()
export class FreezeLightsService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
    private readonly history: LightHistoryRepository,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'freeze-lights', everyMs: EVERY_MS, run: (ctx) => this.run(ctx) });
  }

  async run(ctx: Ctx): Promise<void> {
    for (const { regionId, first, frozen } of await this.history.standing(ctx)) {
      const from = frozen === null ? first : nextMonth(frozen);
      for (const month of monthsToFreeze(from, ctx.clock.today(), MONTHS_AT_ONCE))
        await this.freeze(ctx, regionId, month);
    }
  }

  private async freeze(ctx: Ctx, regionId: number, month: string): Promise<void> {
    try {
      await this.uow.run(ctx, (ctx) => this.write(ctx, regionId, month));
    } catch (error) {
      // Another process has frozen it in the meantime; a month is written once.
      if (!isDuplicate(error)) throw error;
    }
  }

  private async write(ctx: Ctx, regionId: number, month: string): Promise<void> {
    const { day, moment } = endOf(month);
    const { settings } = await this.regions.byId(ctx, regionId);
    const thresholds = { ...defaultLightThresholds, ...settings.lights };
    const then = { ...ctx, clock: new SettableClock(new Date(`${day}T12:00:00+08:00`)) };
    const limits = await this.deadlines.lightDay(then, regionId, thresholds);
    // Older years are history: what they left open stands in the look-back.
    const tasks = await this.history.tasks(ctx, regionId, Number(month.slice(0, 4)) - YEARS_BACK, moment);
    const past = await this.past(ctx, regionId, moment, tasks);
    const counts = noLights();
    const rows = tasks.flatMap((task) => {
      const facts = factsAt(task, past(task.id), moment);
      if (!facts) return [];
      const light = lightOf(facts, limits);
      counts[light] += 1;
      return [{ taskId: task.id, light }];
    });
    await this.history.freeze(ctx, { regionId, month, counts, thresholds, frozenAt: ctx.clock.now() }, rows);
  }

  private async past(ctx: Ctx, regionId: number, moment: Date, tasks: readonly { id: number }[]) {
    const ids = tasks.map((task) => task.id);
    const events = grouped(await this.history.events(ctx, ids));
    const amendments = grouped(await this.history.amendments(ctx, regionId, moment));
    const progress = await this.history.lastProgress(ctx, regionId, moment);
    const origins = originsOf(await this.history.links(ctx, regionId));
    return (id: number) => {
      const days = [...origins(id)].flatMap((each) => progress.get(each) ?? []);
      return {
        events: events.get(id) ?? [],
        amendments: amendments.get(id) ?? [],
        lastProgressOn: days.reduce<string | null>((a, b) => (a !== null && a >= b ? a : b), null),
      };
    };
  }
}

function grouped<T extends { taskId: number }>(all: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(one.taskId);
    if (group) group.push(one);
    else groups.set(one.taskId, [one]);
  }
  return groups;
}
