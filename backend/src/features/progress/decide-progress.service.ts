import { Injectable } from '@nestjs/common';
import { chinaDateOf, type ProgressEntry, type ProgressMove } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { requireActor, requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { TaskService } from '../task/task.service';
import { TaskWorkflow } from '../task/task.workflow';
import { AskedCloseOutService } from './asked-close-out.service';
import { CheckLinksService } from './check-links.service';
import { OtherReviewersService } from './other-reviewers.service';
import { ProgressNotices } from './progress-notices.service';
import { ProgressEntriesService } from './progress-entries.service';
import { mayDecide } from './progress.policy';
import { ProgressRepository, type ProgressReport } from './progress.repository';
import { ProgressWorkflow } from './progress.workflow';

/** What approving and sending back have in common: a second person decides, and the task is told. */
@Injectable()
export class DecideProgressService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reports: ProgressRepository,
    private readonly workflow: ProgressWorkflow,
    private readonly tasks: TaskService,
    private readonly taskWorkflow: TaskWorkflow,
    private readonly otherReviewers: OtherReviewersService,
    private readonly notices: ProgressNotices,
    private readonly entries: ProgressEntriesService,
    private readonly asked: AskedCloseOutService,
    private readonly checkLinks: CheckLinksService,
  ) {}

  run(ctx: Ctx, id: number, move: ProgressMove, note: string | null): Promise<ProgressEntry> {
    const actor = requireActor(ctx);
    return this.uow.run(ctx, async (ctx) => {
      const report = await this.reports.find(ctx, id);
      if (!report) throw new AppError('PROGRESS_NOT_FOUND');
      await this.assertMayDecide(ctx, report);
      const decided = await this.workflow.move(ctx, report, move, actor.accountId, note);
      await this.tellTask(ctx, decided);
      await this.notices.decided(ctx, decided);
      if (decided.status === 'approved' && decided.asksClose) await this.askCloseOut(ctx, decided);
      return this.entries.one(ctx, decided, true);
    });
  }

  private async assertMayDecide(ctx: Ctx, report: ProgressReport): Promise<void> {
    const { regionId, unitId, submittedBy } = report;
    requireMembership(ctx, {
      regionId,
      unitId,
      roles: ['reviewer', 'office'],
      notFound: 'PROGRESS_NOT_FOUND',
    });
    if (submittedBy === ctx.actor?.accountId) throw new AppError('PROGRESS_OWN_APPROVAL');
    if (!mayDecide(ctx, report, await this.otherReviewers.of(ctx, report))) throw new AppError('OTHER_UNIT');
  }

  /** The end is asked for: its links are opened, and whoever verifies it is told. */
  private async askCloseOut(ctx: CtxInTx, report: ProgressReport): Promise<void> {
    if (report.links.length > 0) await this.checkLinks.order(ctx, [report.id], `approved:${report.id}`);
    const asking = await this.asked.of(ctx, report.taskId);
    if (asking) await this.notices.closeOutAsked(ctx, asking, await this.tasks.find(ctx, report.taskId));
  }

  /** What is approved counts from the day it was submitted; a closed task keeps its figures. */
  private async tellTask(ctx: CtxInTx, report: ProgressReport): Promise<void> {
    const task = await this.tasks.find(ctx, report.taskId);
    const approved = report.status === 'approved';
    const day = chinaDateOf(report.submittedAt);
    const last = task.lastProgressOn === null || task.lastProgressOn < day ? day : task.lastProgressOn;
    await this.taskWorkflow.record(
      ctx,
      task,
      approved ? 'progressApproved' : 'progressSentBack',
      approved && !task.closed ? { percent: report.percent, lastProgressOn: last } : {},
      { progressId: report.id, note: report.note },
    );
  }
}
