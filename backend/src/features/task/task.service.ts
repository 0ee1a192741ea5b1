import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LightDay, TaskRow } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { Ctx } from '../../core/ctx';
import { SearchAnnex } from '../search/search-annex';
import { byUrgency } from './by-urgency';
import { TaskDayService } from './task-day.service';
import type { TaskFacts } from './task.facts';
import { toTaskRow } from './task.mapper';
import { assertWorkedOn, maySeeTask } from './task.policy';
import { TaskChangeRepository } from './task-change.repository';
import { TaskRepository } from './task.repository';

/** What no unit has more of; a bound, not a page. */
const MOST_OPEN = 500;

/** What other features ask about tasks. */
@Injectable()
export class TaskService implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly changes: TaskChangeRepository,
    private readonly days: TaskDayService,
    private readonly search: SearchAnnex,
  ) {}

  onModuleInit(): void {
    this.search.useLights(async (ctx, regionId, ids) => {
      const rows = await this.rows(ctx, regionId, ids);
      return new Map([...rows].map(([id, { light }]) => [id, light]));
    });
  }

  /** A task as far as the caller may see it, or TASK_NOT_FOUND. */
  async find(ctx: Ctx, id: number): Promise<TaskFacts> {
    const task = await this.tasks.find(ctx, id);
    if (!task || !maySeeTask(ctx, task)) throw new AppError('TASK_NOT_FOUND');
    return task;
  }

  /** A published task of a region, such as a question is about; null when there is none. */
  async published(ctx: Ctx, regionId: number, id: number): Promise<TaskFacts | null> {
    const task = await this.tasks.find(ctx, id);
    return task?.published && task.regionId === regionId ? task : null;
  }

  /** The units that answer for each task; `viaUnitId` names the collective unit through which. */
  reachOfEach(
    ctx: Ctx,
    taskIds: readonly number[],
  ): Promise<Map<number, { unitId: number; viaUnitId: number | null }[]>> {
    return this.tasks.reachOfEach(ctx, taskIds);
  }

  /** Refuses a report on a task that goes on elsewhere: in its villages, in others, or in a later year. */
  async assertTakesReports(ctx: Ctx, task: TaskFacts): Promise<void> {
    assertWorkedOn(task);
    if ((await this.changes.carriedFrom(ctx, [task.id])).size > 0) throw new AppError('TASK_CARRIED');
  }

  /** Why the close-out was last refused, while nothing new was reported since. */
  lastReturn(ctx: Ctx, taskId: number): Promise<{ note: string; at: Date } | null> {
    return this.tasks.lastReturn(ctx, taskId);
  }

  /** The ids of the units that answer for a task, those named first. */
  async reachedUnitIds(ctx: Ctx, taskId: number): Promise<number[]> {
    return (await this.tasks.reach(ctx, taskId)).map((each) => each.unitId);
  }

  /** The open tasks that some units of some regions answer for, the most urgent first. */
  async openOfDesks(
    ctx: Ctx,
    desks: readonly { readonly regionId: number; readonly unitIds: readonly number[] }[],
  ): Promise<{ regionId: number; task: TaskRow }[]> {
    const open: { regionId: number; task: TaskRow }[] = [];
    for (const { regionId, unitIds } of desks) {
      const day = await this.days.of(ctx, regionId);
      const tasks = await this.tasks.openOfUnits(ctx, unitIds, MOST_OPEN);
      open.push(...tasks.map((task) => ({ regionId, task: toTaskRow(task, day) })));
    }
    return open.sort((a, b) => byUrgency(a.task, b.task));
  }

  /** The longest overdue published tasks of a region. */
  async overdue(ctx: Ctx, regionId: number, limit = 20): Promise<TaskRow[]> {
    const day = await this.days.of(ctx, regionId);
    const tasks = await this.tasks.overdue(ctx, regionId, day.light.today, limit);
    return tasks.map((task) => toTaskRow(task, day));
  }

  /** Rows of several tasks by id, without regard to who asks: the caller shows them to their staff. */
  async rows(ctx: Ctx, regionId: number, ids: readonly number[]): Promise<Map<number, TaskRow>> {
    const day = await this.days.of(ctx, regionId);
    const tasks = await this.tasks.byIds(ctx, [...new Set(ids)]);
    return new Map(
      tasks.filter((task) => task.regionId === regionId).map((task) => [task.id, toTaskRow(task, day)]),
    );
  }

  /** Rows of published tasks by id, whichever region they are of. */
  async publishedRows(ctx: Ctx, ids: readonly number[]): Promise<Map<number, TaskRow>> {
    const rows = new Map<number, TaskRow>();
    for (const task of await this.tasks.byIds(ctx, [...new Set(ids)])) {
      if (task.published) rows.set(task.id, toTaskRow(task, await this.days.of(ctx, task.regionId)));
    }
    return rows;
  }

  /** The published open tasks of a region whose day has passed since a date. */
  async overdueSince(ctx: Ctx, regionId: number, since: string): Promise<TaskRow[]> {
    const day = await this.days.of(ctx, regionId);
    const tasks = await this.tasks.overdue(ctx, regionId, day.light.today, MOST_OPEN, since);
    return tasks.map((task) => toTaskRow(task, day));
  }

  /** The limits by which the lights of a region are judged today. */
  async lightDay(ctx: Ctx, regionId: number): Promise<LightDay> {
    return (await this.days.of(ctx, regionId)).light;
  }
}
