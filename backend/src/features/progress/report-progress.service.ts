import { Injectable } from '@nestjs/common';
import { isChinaDate, type endpoints, type InputOf, type ProgressEntry } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireActor } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { TaskService } from '../task/task.service';
import { TaskWorkflow } from '../task/task.workflow';
import { AttachmentService } from '../attachment/attachment.service';
import { UnitService } from '../unit/unit.service';
import { ProgressNotices } from './progress-notices.service';
import { toProgressEntry } from './progress.mapper';
import { requireReporter } from './progress.policy';
import { ProgressRepository, type NewReport } from './progress.repository';

@Injectable()
export class ReportProgressService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: TaskService,
    private readonly taskWorkflow: TaskWorkflow,
    private readonly units: UnitService,
    private readonly reports: ProgressRepository,
    private readonly notices: ProgressNotices,
    private readonly attachments: AttachmentService,
  ) {}

  run(ctx: Ctx, input: InputOf<typeof endpoints.task.report>): Promise<ProgressEntry> {
    const actor = requireActor(ctx);
    assertRealDays(input.links);
    return this.uow.run(ctx, async (ctx) => {
      const task = await this.tasks.find(ctx, input.id);
      const reached = await this.tasks.reachedUnitIds(ctx, task.id);
      const { unitId } = requireReporter(ctx, task, reached, input.unit);
      const unit = await this.units.byId(ctx, task.regionId, unitId);
      const report: NewReport = {
        regionId: task.regionId,
        taskId: task.id,
        unitId,
        unitName: unit.name,
        text: input.text,
        percent: input.percent,
        links: input.links,
        asksClose: input.asksClose,
        status: 'submitted',
        submittedBy: actor.accountId,
        submittedAt: ctx.clock.now(),
        decidedBy: null,
        decidedAt: null,
        note: null,
        spent: false,
      };
      this.taskWorkflow.assertAllowed(task, 'report');
      await this.tasks.assertTakesReports(ctx, task);
      const id = await this.reports.insert(ctx, report);
      const holder = {
        purpose: 'progress',
        scopeId: task.id,
        holderId: id,
        earlier: this.earlier(ctx, report),
      } as const;
      const files = await this.attachments.bind(ctx, holder, input.attachments);
      await this.taskWorkflow.move(ctx, task, 'report', {}, { progressId: id });
      await this.notices.toReview(ctx, { id, ...report });
      return toProgressEntry({ id, ...report }, true, files);
    });
  }

  /** A report may name files of an earlier one of its unit: what was sent once need not be sent again. */
  private earlier(ctx: Ctx, { taskId, unitId }: NewReport) {
    return async (id: number): Promise<boolean> => {
      const before = await this.reports.find(ctx, id);
      return before !== null && before.taskId === taskId && before.unitId === unitId;
    };
  }
}

function assertRealDays(links: readonly { datedOn?: string | null | undefined }[]): void {
  for (const { datedOn } of links) {
    if (datedOn && !isChinaDate(datedOn)) throw new AppError('DATE_INVALID', { date: datedOn });
  }
}
