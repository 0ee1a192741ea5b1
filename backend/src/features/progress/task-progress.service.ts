import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { TaskAnnex, type TaskProgress } from '../task/task-annex';
import type { TaskFacts } from '../task/task.facts';
import { ProgressEntriesService } from './progress-entries.service';
import { mayCloseOut, maySeeNote, maySeeReport } from './progress.policy';
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
  ) {}

  onModuleInit(): void {
    this.annex.useProgress((ctx, task) => this.run(ctx, task));
  }

  async run(ctx: Ctx, task: TaskFacts): Promise<TaskProgress> {
    const reports = await this.reports.ofTask(ctx, task.id, SHOWN);
    const shown = reports.filter((report) => report.status === 'approved' || maySeeReport(ctx, report));
    const asking = task.closed ? null : await this.reports.askingClose(ctx, task.id);
    return {
      entries: await this.entries.of(ctx, shown, (report) => maySeeNote(ctx, report)),
      closeAsked: asking !== null && mayCloseOut(ctx, asking),
    };
  }
}
