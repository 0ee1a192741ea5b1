import { Injectable } from '@nestjs/common';
import {
  progressMoveWords,
  progressStateWords,
  progressWorkflow,
  type ProgressMove,
} from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { ProgressRepository, type ProgressReport } from './progress.repository';

/** The only place that sets the status of a report. */
@Injectable()
export class ProgressWorkflow {
  constructor(private readonly reports: ProgressRepository) {}

  assertAllowed(report: ProgressReport, move: ProgressMove): void {
    if (!progressWorkflow[move].from.includes(report.status)) throw wrongState(report, move);
  }

  async move(
    ctx: CtxInTx,
    report: ProgressReport,
    move: ProgressMove,
    decidedBy: number,
    note: string | null,
  ): Promise<ProgressReport> {
    this.assertAllowed(report, move);
    const { to } = progressWorkflow[move];
    const decision = { decidedBy, decidedAt: ctx.clock.now(), note };
    if (!(await this.reports.decide(ctx, report, to, decision))) {
      throw wrongState((await this.reports.find(ctx, report.id)) ?? report, move);
    }
    return { ...report, ...decision, status: to };
  }
}

const wrongState = (report: ProgressReport, move: ProgressMove) =>
  new AppError('PROGRESS_STATE', {
    state: progressStateWords[report.status],
    move: progressMoveWords[move],
  });
