import { Injectable } from '@nestjs/common';
import type { ProgressEntry, TaskRow } from '@sunledger/shared-types';
import { membershipsIn } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { AccountService } from '../account/account.service';
import { TaskService } from '../task/task.service';
import { toProgressEntry } from './progress.mapper';
import { mayDecide } from './progress.policy';
import { ProgressRepository, type ProgressReport } from './progress.repository';

const MOST_WAITING = 200;

/** What other features ask about progress reports. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly reports: ProgressRepository,
    private readonly accounts: AccountService,
    private readonly tasks: TaskService,
  ) {}

  /** The reports of a region that the caller may decide now, the longest waiting first. */
  async toReview(ctx: Ctx, regionId: number): Promise<{ progress: ProgressEntry; task: TaskRow }[]> {
    const waiting = await this.waiting(ctx, regionId);
    const others = await this.otherReviewers(ctx, waiting);
    const mine = waiting.filter((report) => mayDecide(ctx, report, others.get(report.id) ?? []));
    const tasks = await this.tasks.rows(
      ctx,
      regionId,
      mine.map((report) => report.taskId),
    );
    return mine.flatMap((report) => {
      const task = tasks.get(report.taskId);
      return task ? [{ progress: toProgressEntry(report, true), task }] : [];
    });
  }

  private waiting(ctx: Ctx, regionId: number): Promise<ProgressReport[]> {
    if (membershipsIn(ctx, regionId, ['office']).length > 0) {
      return this.reports.waitingInRegion(ctx, regionId, MOST_WAITING);
    }
    const units = membershipsIn(ctx, regionId, ['reviewer']).flatMap((each) => each.unitId ?? []);
    return this.reports.waitingInUnits(ctx, units, MOST_WAITING);
  }

  private async otherReviewers(ctx: Ctx, reports: readonly ProgressReport[]): Promise<Map<number, number[]>> {
    const ofUnit = new Map<number, number[]>();
    const others = new Map<number, number[]>();
    for (const { id, regionId, unitId, submittedBy } of reports) {
      const holders =
        ofUnit.get(unitId) ?? (await this.accounts.holders(ctx, { regionId, unitId, roles: ['reviewer'] }));
      ofUnit.set(unitId, holders);
      others.set(
        id,
        holders.filter((accountId) => accountId !== submittedBy),
      );
    }
    return others;
  }
}
