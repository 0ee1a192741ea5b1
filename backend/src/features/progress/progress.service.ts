import { Injectable } from '@nestjs/common';
import type { ProgressEntry, TaskRow } from '@sunledger/shared-types';
import { membershipsIn } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { TaskService } from '../task/task.service';
import { AskedCloseOutService } from './asked-close-out.service';
import { OtherReviewersService } from './other-reviewers.service';
import { ProgressEntriesService } from './progress-entries.service';
import { isInsideOf, mayDecide } from './progress.policy';
import { ProgressRepository, type ProgressReport } from './progress.repository';

const MOST_WAITING = 200;
const LINK_BATCH = 500;

export interface ReportOfTask {
  readonly progress: ProgressEntry;
  readonly task: TaskRow;
}

/** What other features ask about progress reports. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly reports: ProgressRepository,
    private readonly others: OtherReviewersService,
    private readonly asked: AskedCloseOutService,
    private readonly tasks: TaskService,
    private readonly entries: ProgressEntriesService,
  ) {}

  /** The reports of a region that the caller may decide now, the longest waiting first. */
  async toReview(ctx: Ctx, regionId: number): Promise<ReportOfTask[]> {
    const waiting = await this.waiting(ctx, regionId);
    const others = await this.others.ofEach(ctx, waiting);
    const mine = waiting.filter((report) => mayDecide(ctx, report, others.get(report.id) ?? []));
    return this.withTasks(ctx, regionId, mine);
  }

  /** The open tasks of a region whose close-out the caller may verify now, the longest waiting first. */
  async toCloseOut(ctx: Ctx, regionId: number): Promise<ReportOfTask[]> {
    const here = membershipsIn(ctx, regionId);
    if (here.length === 0 || !ctx.actor) return [];
    const isOffice = here.some((each) => each.role === 'office');
    const taskIds = isOffice
      ? await this.reports.tasksAskingClose(ctx, regionId, MOST_WAITING)
      : await this.reports.tasksToCheck(ctx, ctx.actor.accountId, MOST_WAITING);
    const { actor } = ctx;
    const asking = [...(await this.asked.ofEach(ctx, taskIds)).values()].filter(
      (report) => report.regionId === regionId && !isInsideOf(actor, report),
    );
    return this.withTasks(ctx, regionId, asking);
  }

  /** The evidence link to print beside each of many tasks, where one is public. */
  async newestLinks(ctx: Ctx, taskIds: readonly number[]): Promise<Map<number, string>> {
    const all = new Map<number, string>();
    for (let at = 0; at < taskIds.length; at += LINK_BATCH) {
      const some = await this.reports.newestLinks(ctx, taskIds.slice(at, at + LINK_BATCH));
      for (const [id, url] of some) all.set(id, url);
    }
    return all;
  }

  private async withTasks(
    ctx: Ctx,
    regionId: number,
    reports: readonly ProgressReport[],
  ): Promise<ReportOfTask[]> {
    const tasks = await this.tasks.rows(
      ctx,
      regionId,
      reports.map((report) => report.taskId),
    );
    const entries = await this.entries.of(ctx, reports, () => true);
    return entries.flatMap((progress) => {
      const task = tasks.get(progress.taskId);
      return task ? [{ progress, task }] : [];
    });
  }

  private waiting(ctx: Ctx, regionId: number): Promise<ProgressReport[]> {
    if (membershipsIn(ctx, regionId, ['office']).length > 0) {
      return this.reports.waitingInRegion(ctx, regionId, MOST_WAITING);
    }
    const units = membershipsIn(ctx, regionId, ['reviewer']).flatMap((each) => each.unitId ?? []);
    return this.reports.waitingInUnits(ctx, units, MOST_WAITING);
  }
}
