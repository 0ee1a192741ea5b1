import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { TaskService } from '../task/task.service';
import { ProgressRepository, type ProgressReport } from './progress.repository';

/**
 * Which report asks for the end of a task. A unit that the task names asks by itself; of a collective unit the
 * task is at its end when every member has reported its own, and the last of these reports is the one that led
 * there.
 */
@Injectable()
export class AskedCloseOutService {
  constructor(
    private readonly reports: ProgressRepository,
    private readonly tasks: TaskService,
  ) {}

  /** The report whose day counts; null while the end is not asked for. */
  async of(ctx: Ctx, taskId: number): Promise<ProgressReport | null> {
    return (await this.ofEach(ctx, [taskId])).get(taskId) ?? null;
  }

  /** By task, in the order of the ids given; tasks whose end nobody asks for are left out. */
  async ofEach(ctx: Ctx, taskIds: readonly number[]): Promise<Map<number, ProgressReport>> {
    const asking = new Map<number, ProgressReport[]>();
    for (const report of await this.reports.asking(ctx, taskIds))
      asking.set(report.taskId, [...(asking.get(report.taskId) ?? []), report]);
    const reach = await this.tasks.reachOfEach(ctx, [...asking.keys()]);
    return new Map(
      taskIds.flatMap((id) => {
        const report = leading(asking.get(id) ?? [], reach.get(id) ?? []);
        return report ? [[id, report] as const] : [];
      }),
    );
  }
}

/** @param asking the oldest first */
export function leading(
  asking: readonly ProgressReport[],
  reach: readonly { unitId: number; viaUnitId: number | null }[],
): ProgressReport | null {
  const named = new Set(reach.filter((each) => each.viaUnitId === null).map((each) => each.unitId));
  const own = asking.find((report) => named.has(report.unitId));
  if (own) return own;
  const first = new Map<number, ProgressReport>();
  for (const report of asking) if (!first.has(report.unitId)) first.set(report.unitId, report);
  const members = reach.filter((each) => each.viaUnitId !== null);
  const done = members.flatMap((each) => first.get(each.unitId) ?? []);
  if (members.length === 0 || done.length < members.length) return null;
  return done.reduce((a, b) => (a.submittedAt >= b.submittedAt ? a : b));
}
