import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, TaskDetail } from '@sunledger/shared-types';
import { chinaDate } from '../../core/clock';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireActor, requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { ShowTaskService } from '../task/show-task.service';
import { TaskService } from '../task/task.service';
import { TaskWorkflow } from '../task/task.workflow';
import { isInsideOf } from './progress.policy';
import { ProgressRepository } from './progress.repository';

@Injectable()
export class CloseOutTaskService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: TaskService,
    private readonly workflow: TaskWorkflow,
    private readonly reports: ProgressRepository,
    private readonly showTask: ShowTaskService,
  ) {}

  /**
   * Finished is the day on which the report that led here was submitted. A report that was sent back
   * leads nowhere; the one made after it counts with its own, later day.
   */
  async run(ctx: Ctx, { id, note }: InputOf<typeof endpoints.task.closeOut>): Promise<TaskDetail> {
    const actor = requireActor(ctx);
    await this.uow.run(ctx, async (ctx) => {
      const task = await this.tasks.find(ctx, id);
      requireMembership(ctx, { regionId: task.regionId, roles: ['office'], notFound: 'TASK_NOT_FOUND' });
      this.workflow.assertAllowed(task, 'closeOut');
      const report = await this.reports.askingClose(ctx, task.id);
      if (!report) throw new AppError('CLOSE_OUT_NOT_ASKED');
      if (isInsideOf(actor, report)) throw new AppError('CLOSE_OUT_OWN_UNIT');
      const finishedOn = chinaDate(report.submittedAt);
      await this.workflow.move(
        ctx,
        task,
        'closeOut',
        { finishedOn, percent: 100 },
        { note, progressId: report.id },
      );
    });
    return this.showTask.run(ctx, id);
  }
}
