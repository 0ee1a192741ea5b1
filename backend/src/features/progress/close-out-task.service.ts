import { Injectable } from '@nestjs/common';
import {
  chinaDateOf,
  evidenceWords,
  type endpoints,
  type InputOf,
  type TaskDetail,
} from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireActor, requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { ShowTaskService } from '../task/show-task.service';
import type { TaskFacts } from '../task/task.facts';
import { assertWorkedOn, mayVerify } from '../task/task.policy';
import { TaskService } from '../task/task.service';
import { TaskWorkflow } from '../task/task.workflow';
import { AskedCloseOutService } from './asked-close-out.service';
import { CloseOutCheckService } from './close-out-check.service';
import { ProgressNotices } from './progress-notices.service';
import { isInsideOf } from './progress.policy';
import { ProgressRepository, type ProgressReport } from './progress.repository';

/** How many doubts the refusal names; the check lists them all. */
const DOUBTS_NAMED = 3;

@Injectable()
export class CloseOutTaskService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: TaskService,
    private readonly workflow: TaskWorkflow,
    private readonly reports: ProgressRepository,
    private readonly asked: AskedCloseOutService,
    private readonly checks: CloseOutCheckService,
    private readonly notices: ProgressNotices,
    private readonly showTask: ShowTaskService,
  ) {}

  /**
   * Finished is the day on which the report that led here was submitted. A report that was sent back
   * leads nowhere; the one made after it counts with its own, later day.
   */
  async run(ctx: Ctx, input: InputOf<typeof endpoints.task.closeOut>): Promise<TaskDetail> {
    const { id, note, decision } = input;
    await this.uow.run(ctx, async (ctx) => {
      const { task, report } = await this.verified(ctx, id, 'closeOut');
      const { missing, doubts } = await this.checks.of(ctx, task);
      if (missing.length > 0)
        throw new AppError('CLOSE_OUT_MISSING', {
          kinds: missing.map((kind) => evidenceWords[kind]).join('、'),
        });
      if (doubts.length > 0 && decision === undefined)
        throw new AppError('CLOSE_OUT_DOUBT', { doubts: doubts.slice(0, DOUBTS_NAMED).join('；') });
      const words = doubts.length > 0 ? `${note}（仍予销号的理由：${decision}）` : note;
      await this.workflow.move(
        ctx,
        task,
        'closeOut',
        { finishedOn: chinaDateOf(report.submittedAt), percent: 100, doubtful: doubts.length > 0 },
        { note: words.slice(0, 500), progressId: report.id },
      );
    });
    return this.showTask.run(ctx, id);
  }

  /** The unit has to report the end again; until then nothing leads to a close-out. */
  async giveBack(ctx: Ctx, { id, note }: InputOf<typeof endpoints.closeOut.returnIt>): Promise<TaskDetail> {
    await this.uow.run(ctx, async (ctx) => {
      const { task, report } = await this.verified(ctx, id, 'returnCloseOut');
      await this.reports.spend(ctx, id);
      await this.workflow.move(ctx, task, 'returnCloseOut', {}, { note, progressId: report.id });
      await this.notices.closeOutReturned(ctx, report);
    });
    return this.showTask.run(ctx, id);
  }

  /** The task and the report that asks, for somebody outside the reporting unit who may verify it. */
  private async verified(
    ctx: Ctx,
    id: number,
    move: 'closeOut' | 'returnCloseOut',
  ): Promise<{ task: TaskFacts; report: ProgressReport }> {
    const actor = requireActor(ctx);
    const task = await this.tasks.find(ctx, id);
    if (!mayVerify(ctx, task))
      requireMembership(ctx, { regionId: task.regionId, roles: ['office'], notFound: 'TASK_NOT_FOUND' });
    this.workflow.assertAllowed(task, move);
    assertWorkedOn(task);
    const report = await this.asked.of(ctx, task.id);
    if (!report) throw new AppError('CLOSE_OUT_NOT_ASKED');
    if (isInsideOf(actor, report)) throw new AppError('CLOSE_OUT_OWN_UNIT');
    return { task, report };
  }
}
