import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LightCounts } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { PlanLedger, type PlanTasks } from '../plan/plan-ledger';
import { TaskDayService } from './task-day.service';
import { TaskFiguresRepository } from './task-figures.repository';
import { TaskRepository } from './task.repository';
import { TaskSearch } from './task-search.service';

/** The tasks of a plan as the plan feature asks for them. */
@Injectable()
export class TaskLedger implements PlanTasks, OnModuleInit {
  constructor(
    private readonly plans: PlanLedger,
    private readonly tasks: TaskRepository,
    private readonly figures: TaskFiguresRepository,
    private readonly days: TaskDayService,
    private readonly search: TaskSearch,
  ) {}

  onModuleInit(): void {
    this.plans.enter(this);
  }

  async lightsOfPlans(
    ctx: Ctx,
    regionId: number,
    planIds: readonly number[],
  ): Promise<Map<number, LightCounts>> {
    const { light } = await this.days.of(ctx, regionId);
    return this.figures.ofPlans(ctx, regionId, planIds, light);
  }

  async lightsOfPoints(ctx: Ctx, regionId: number, planId: number): Promise<Map<number, LightCounts>> {
    const { light } = await this.days.of(ctx, regionId);
    return this.figures.ofPoints(ctx, regionId, planId, light);
  }

  async show(ctx: Ctx, plan: { id: number }, published: boolean): Promise<void> {
    await this.tasks.setPublished(ctx, plan.id, published);
    const tasks = await this.tasks.ofPlan(ctx, plan.id);
    if (published) await this.search.put(ctx, tasks);
    else
      await this.search.remove(
        ctx,
        tasks.map((task) => task.id),
      );
  }
}
