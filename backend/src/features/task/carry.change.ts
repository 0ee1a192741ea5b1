import { Injectable } from '@nestjs/common';
import type { CtxInTx } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { PlanService } from '../plan/plan.service';
import { AddTasksService } from './add-tasks.service';
import type { Change, ChangeKind } from './apply-change.service';
import { TaskChangeRepository } from './task-change.repository';
import { TaskEditRepository } from './task-edit.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';

const STEP = 16;

/**
 * 回头看 (the demand of 吴兴 十二): what an earlier year left undone goes on in a later plan. The old row keeps
 * its light for ever; the new one says where it comes from.
 */
@Injectable()
export class CarryChange implements ChangeKind {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly edits: TaskEditRepository,
    private readonly changes: TaskChangeRepository,
    private readonly plans: PlanService,
    private readonly addTasks: AddTasksService,
  ) {}

  async check(ctx: Ctx, change: Change): Promise<void> {
    const { plan, tasks } = await this.of(ctx, change);
    for (const task of tasks) {
      if (task.year >= plan.year) throw new AppError('CARRY_YEAR');
      if (task.standing !== null || (task.closed && !task.doubtful))
        throw new AppError('TASK_NOT_PLAIN', { no: task.no ?? task.text.slice(0, 12), move: '转入' });
    }
    const ids = tasks.map((task) => task.id);
    if ((await this.changes.carriedFrom(ctx, ids)).size > 0) throw new AppError('TASK_CARRIED');
  }

  async apply(ctx: CtxInTx, change: Change): Promise<null> {
    const { plan, tasks } = await this.of(ctx, change);
    const last = await this.edits.lastOrder(ctx, plan.id);
    const published = plan.status === 'published';
    const added = [];
    for (const [at, task] of tasks.entries()) {
      const draft = await this.addTasks.copyOf(ctx, task, {
        no: null,
        section: `回头看：${task.year}年转入`,
        groupName: null,
        pointId: null,
        dueOn: change.payload.dueOn ?? null,
        deadlineText: null,
      });
      const { asks, checkerId, livelihood } = task;
      const more = { published, asks, checkerId, livelihood };
      added.push({ draft, listOrder: last + (at + 1) * STEP, more });
    }
    const made = await this.addTasks.run(
      ctx,
      { id: plan.id, regionId: plan.regionId, year: plan.year },
      added,
    );
    await this.changes.link(
      ctx,
      made.map((task, at) => ({
        regionId: plan.regionId,
        fromId: tasks[at]?.id ?? 0,
        toId: task.id,
        kind: 'carry' as const,
      })),
    );
    return null;
  }

  private async of(ctx: Ctx, { payload, regionId }: Change) {
    const plan = await this.plans.head(ctx, payload.planId ?? 0);
    if (!plan || plan.regionId !== regionId) throw new AppError('PLAN_NOT_FOUND');
    const ids = [...new Set(payload.taskIds ?? [])];
    const tasks: TaskFacts[] = await this.tasks.byIds(ctx, ids);
    if (tasks.length < ids.length || tasks.some((task) => task.regionId !== regionId || !task.published))
      throw new AppError('TASK_NOT_FOUND');
    return { plan, tasks: tasks.sort((a, b) => a.listOrder - b.listOrder) };
  }
}
