import { Injectable } from '@nestjs/common';
import type { TaskDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { PlanService } from '../plan/plan.service';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { TaskAnnex, type TaskProgress } from './task-annex';
import { TaskDayService } from './task-day.service';
import { TaskHistoryService } from './task-history.service';
import type { TaskFacts } from './task.facts';
import { toTaskRow } from './task.mapper';
import { movesOnTask } from './task.policy';
import { TaskRepository } from './task.repository';
import { TaskService } from './task.service';
import { TaskVersionService } from './task-version.service';

@Injectable()
export class ShowTaskService {
  constructor(
    private readonly taskService: TaskService,
    private readonly tasks: TaskRepository,
    private readonly regions: RegionService,
    private readonly plans: PlanService,
    private readonly units: UnitService,
    private readonly days: TaskDayService,
    private readonly annex: TaskAnnex,
    private readonly versions: TaskVersionService,
    private readonly history: TaskHistoryService,
  ) {}

  async run(ctx: Ctx, id: number): Promise<TaskDetail> {
    const task = await this.taskService.find(ctx, id);
    const region = await this.regions.byId(ctx, task.regionId);
    const day = await this.days.of(ctx, task.regionId);
    const plan = await this.plans.head(ctx, task.planId);
    const reach = await this.tasks.reach(ctx, task.id);
    const progress = await this.annex.progress(ctx, task);
    const history = await this.history.of(ctx, task);
    const moves = movesOnTask(
      ctx,
      task,
      reach.map((each) => each.unitId),
      progress.closeAsked,
    );
    const carried = history.became.some((link) => link.kind === 'carry');
    return {
      ...toTaskRow(task, day),
      regionCode: region.code,
      plan: { id: task.planId, title: plan?.title ?? '', documentNumber: plan?.documentNumber ?? null },
      point: task.pointId === null ? null : await this.plans.point(ctx, task.pointId),
      expandedUnits: await this.expanded(ctx, task, reach, progress.states),
      ...history,
      lightHistory: await this.annex.lightHistory(ctx, task.id),
      asks: task.asks,
      returned: progress.returned,
      progress: progress.entries,
      livelihood: task.livelihood,
      following: await this.annex.following(ctx, task.id),
      versions: await this.versions.count(ctx, task.id),
      questions: await this.annex.questions(ctx, task.id),
      moves: carried ? moves.filter((move) => move !== 'report') : moves,
    };
  }

  /** The members of the collective units among those named, in their order, with what each has reported. */
  private async expanded(
    ctx: Ctx,
    task: TaskFacts,
    reach: readonly { unitId: number; viaUnitId: number | null }[],
    states: TaskProgress['states'],
  ): Promise<TaskDetail['expandedUnits']> {
    const members = reach.filter((each) => each.viaUnitId !== null);
    if (members.length === 0) return [];
    const names = await this.units.byIds(
      ctx,
      members.map((each) => each.unitId),
    );
    return [...task.leadUnits, ...task.responsibleUnits].flatMap((unit) => {
      const own = members.filter((each) => each.viaUnitId === unit.id);
      if (unit.id === null || own.length === 0) return [];
      const state = own.map(({ unitId }) => ({
        id: unitId,
        name: names.get(unitId)?.name ?? '',
        ...(states.get(unitId) ?? { state: 'none' as const, lastReportOn: null }),
      }));
      const reported = state.filter((each) => each.state === 'approved' || each.state === 'done').length;
      return [{ name: unit.name, members: state, reported }];
    });
  }
}
