import { Injectable } from '@nestjs/common';
import { lights, noLights, type LightCounts, type TaskRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { TaskDayService } from './task-day.service';
import { toTaskRow } from './task.mapper';
import { TaskReportRepository } from './task-report.repository';

export interface SectionLights {
  /** As printed; null for tasks that stand under no section. */
  readonly section: string | null;
  readonly lights: LightCounts;
}

/** The tasks of one year as bulletins and yearly reports count them. */
@Injectable()
export class TaskReport {
  constructor(
    private readonly report: TaskReportRepository,
    private readonly days: TaskDayService,
  ) {}

  async bySection(ctx: Ctx, regionId: number, year: number): Promise<SectionLights[]> {
    const { light } = await this.days.of(ctx, regionId);
    const groups = await this.report.bySection(ctx, regionId, year, light);
    return groups.map((group) => ({ section: group.key, lights: group.lights }));
  }

  /** By unit id, with the tasks a unit answers for as a member of a collective unit. */
  async byUnit(ctx: Ctx, regionId: number, year: number): Promise<Map<number, LightCounts>> {
    const { light } = await this.days.of(ctx, regionId);
    const groups = await this.report.byUnit(ctx, regionId, year, light);
    return new Map(groups.map((group) => [Number(group.key), group.lights]));
  }

  /** Tasks of the year whose completion was first reported in the period. */
  async finishedIn(
    ctx: Ctx,
    regionId: number,
    year: number,
    period: { from: string; to: string },
  ): Promise<TaskRow[]> {
    const day = await this.days.of(ctx, regionId);
    const tasks = await this.report.finishedIn(ctx, regionId, year, period);
    return tasks.map((task) => toTaskRow(task, day));
  }
}

export function sumOfLights(groups: Iterable<LightCounts>): LightCounts {
  const sum = noLights();
  for (const counts of groups) for (const light of lights) sum[light] += counts[light];
  return sum;
}

export const tasksIn = (counts: LightCounts): number => lights.reduce((sum, light) => sum + counts[light], 0);
