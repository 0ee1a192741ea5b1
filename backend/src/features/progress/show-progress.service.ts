import { Injectable } from '@nestjs/common';
import type { endpoints, OutputOf } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { Ctx } from '../../core/ctx';
import { TaskService } from '../task/task.service';
import { OtherReviewersService } from './other-reviewers.service';
import { ProgressEntriesService } from './progress-entries.service';
import { movesOnReport, maySeeNote, maySeeReport } from './progress.policy';
import { ProgressRepository } from './progress.repository';

@Injectable()
export class ShowProgressService {
  constructor(
    private readonly reports: ProgressRepository,
    private readonly tasks: TaskService,
    private readonly otherReviewers: OtherReviewersService,
    private readonly entries: ProgressEntriesService,
  ) {}

  async run(ctx: Ctx, id: number): Promise<OutputOf<typeof endpoints.task.getProgress>> {
    const report = await this.reports.find(ctx, id);
    if (!report || !maySeeReport(ctx, report)) throw new AppError('PROGRESS_NOT_FOUND');
    const task = (await this.tasks.rows(ctx, report.regionId, [report.taskId])).get(report.taskId);
    if (!task) throw new AppError('PROGRESS_NOT_FOUND');
    return {
      ...(await this.entries.one(ctx, report, maySeeNote(ctx, report))),
      task,
      submittedByMe: report.submittedBy === ctx.actor?.accountId,
      moves: movesOnReport(ctx, report, await this.otherReviewers.of(ctx, report)),
    };
  }
}
