import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, TaskDetail } from '@sunledger/shared-types';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { ShowTaskService } from '../task/show-task.service';
import { TaskService } from '../task/task.service';
import { TaskWorkflow } from '../task/task.workflow';
import { ProgressRepository } from './progress.repository';

@Injectable()
export class ReopenTaskService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: TaskService,
    private readonly workflow: TaskWorkflow,
    private readonly reports: ProgressRepository,
    private readonly showTask: ShowTaskService,
  ) {}

  /** The reports of before lead to no other close-out: the unit has to report the end again. */
  async run(ctx: Ctx, { id, note }: InputOf<typeof endpoints.task.reopen>): Promise<TaskDetail> {
    await this.uow.run(ctx, async (ctx) => {
      const task = await this.tasks.find(ctx, id);
      requireMembership(ctx, { regionId: task.regionId, roles: ['office'], notFound: 'TASK_NOT_FOUND' });
      this.workflow.assertAllowed(task, 'reopen');
      const last = await this.reports.lastApproved(ctx, task.id);
      await this.reports.spend(ctx, task.id);
      await this.workflow.move(
        ctx,
        task,
        'reopen',
        { finishedOn: null, percent: last?.percent ?? task.percent },
        { note },
      );
    });
    return this.showTask.run(ctx, id);
  }
}
