import { Injectable, type OnModuleInit } from '@nestjs/common';
import { chinaDateOf, toChinaIso } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { membershipsIn } from '../../core/policy/membership';
import { TaskAnnex, type TaskProgress } from '../task/task-annex';
import type { TaskFacts } from '../task/task.facts';
import { ProgressEntriesService } from './progress-entries.service';
import { TaskService } from '../task/task.service';
import { AskedCloseOutService } from './asked-close-out.service';
import { isInsideOf, maySeeNote, maySeeReport } from './progress.policy';
import { ProgressRepository } from './progress.repository';

/** What a task's page shows of its reports; a bound, older ones are history. */
const SHOWN = 50;

/** The reports on the page of a task: approved ones for everybody, the others for who works on them. */
@Injectable()
export class TaskProgressService implements OnModuleInit {
  constructor(
    private readonly annex: TaskAnnex,
    private readonly reports: ProgressRepository,
    private readonly entries: ProgressEntriesService,
    private readonly asked: AskedCloseOutService,
    private readonly tasks: TaskService,
  ) {}

  onModuleInit(): void {
    this.annex.useProgress((ctx, task) => this.run(ctx, task));
  }

  async run(ctx: Ctx, task: TaskFacts): Promise<TaskProgress> {
    const reports = await this.reports.ofTask(ctx, task.id, SHOWN);
    const shown = reports.filter((report) => report.status === 'approved' || maySeeReport(ctx, report));
    const asking = task.closed || ctx.actor === null ? null : await this.asked.of(ctx, task.id);
    const isStaff = membershipsIn(ctx, task.regionId).length > 0;
    const returned = isStaff && !task.closed ? await this.tasks.lastReturn(ctx, task.id) : null;
    return {
      entries: await this.entries.of(ctx, shown, (report) => maySeeNote(ctx, report)),
      closeAsked: asking !== null && ctx.actor !== null && !isInsideOf(ctx.actor, asking),
      states: await this.states(ctx, task, reports.length > 0),
      returned: returned && { note: returned.note, at: toChinaIso(returned.at) },
    };
  }

  /** Reports that wait for a review are nobody's business outside the staff of the region. */
  private async states(ctx: Ctx, task: TaskFacts, any: boolean): Promise<TaskProgress['states']> {
    if (!any) return new Map();
    const isStaff = membershipsIn(ctx, task.regionId).length > 0;
    const units = await this.reports.unitStates(ctx, task.id);
    return new Map(
      units.map(({ unitId, submitted, approved, done, lastAt }) => [
        unitId,
        {
          state:
            done > 0 ? 'done' : approved > 0 ? 'approved' : isStaff && submitted > 0 ? 'submitted' : 'none',
          lastReportOn: lastAt && chinaDateOf(lastAt),
        },
      ]),
    );
  }
}
