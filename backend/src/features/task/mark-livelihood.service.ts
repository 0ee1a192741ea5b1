import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, TaskDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireMembership } from '../../core/policy/membership';
import { ShowTaskService } from './show-task.service';
import { TaskRepository } from './task.repository';
import { TaskService } from './task.service';

/** The office says whether a task is one of the 民生实事 where its words do not. */
@Injectable()
export class MarkLivelihoodService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly taskService: TaskService,
    private readonly tasks: TaskRepository,
    private readonly showTask: ShowTaskService,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.task.markLivelihood>): Promise<TaskDetail> {
    await this.uow.run(ctx, async (ctx) => {
      const task = await this.taskService.find(ctx, input.id);
      requireMembership(ctx, { regionId: task.regionId, roles: ['office'], notFound: 'TASK_NOT_FOUND' });
      await this.tasks.setLivelihood(ctx, task.id, input.livelihood);
      await this.tasks.appendEvent(ctx, task, input.livelihood ? 'livelihoodSet' : 'livelihoodTaken');
    });
    return this.showTask.run(ctx, input.id);
  }
}
