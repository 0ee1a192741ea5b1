import { Injectable } from '@nestjs/common';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import { AccountService } from '../account/account.service';
import type { ProgressReport } from './progress.repository';

/** Tells people about reports: who may review one, and the author of what became of it. */
@Injectable()
export class ProgressNotices {
  constructor(
    private readonly outbox: Outbox,
    private readonly accounts: AccountService,
  ) {}

  /** The reviewers of the unit; where there is no other one, the office. */
  async toReview(ctx: CtxInTx, report: ProgressReport): Promise<void> {
    const { regionId, unitId, submittedBy } = report;
    const reviewers = await this.accounts.holders(ctx, { regionId, unitId, roles: ['reviewer'] });
    const others = reviewers.filter((id) => id !== submittedBy);
    const told =
      others.length > 0 ? others : await this.accounts.holders(ctx, { regionId, roles: ['office'] });
    await this.tell(
      ctx,
      'progressToReview',
      report,
      told.filter((id) => id !== submittedBy),
    );
  }

  async decided(ctx: CtxInTx, report: ProgressReport): Promise<void> {
    const topic = report.status === 'approved' ? 'progressApproved' : 'progressSentBack';
    await this.tell(ctx, topic, report, [report.submittedBy]);
  }

  /** The checker whom the office has named for the task, else the office. */
  async closeOutAsked(
    ctx: CtxInTx,
    report: ProgressReport,
    task: { id: number; checkerId: number | null },
  ): Promise<void> {
    const { regionId } = report;
    const told =
      task.checkerId === null
        ? await this.accounts.holders(ctx, { regionId, roles: ['office'] })
        : [task.checkerId];
    await this.tellOfTask(ctx, 'closeOutAsked', task.id, report, told);
  }

  async closeOutReturned(ctx: CtxInTx, report: ProgressReport): Promise<void> {
    await this.tellOfTask(ctx, 'closeOutReturned', report.taskId, report, [report.submittedBy]);
  }

  private async tellOfTask(
    ctx: CtxInTx,
    topic: 'closeOutAsked' | 'closeOutReturned',
    taskId: number,
    report: ProgressReport,
    accountIds: readonly number[],
  ): Promise<void> {
    if (accountIds.length === 0) return;
    await this.outbox.add(ctx, {
      topic: 'notify',
      payload: { topic, target: { kind: 'task', id: taskId }, accountIds },
      dedupeKey: `${topic}:${report.id}`,
    });
  }

  private async tell(
    ctx: CtxInTx,
    topic: 'progressToReview' | 'progressApproved' | 'progressSentBack',
    report: ProgressReport,
    accountIds: readonly number[],
  ): Promise<void> {
    if (accountIds.length === 0) return;
    await this.outbox.add(ctx, {
      topic: 'notify',
      payload: { topic, target: { kind: 'progress', id: report.id }, accountIds },
      dedupeKey: `${topic}:${report.id}`,
    });
  }
}
