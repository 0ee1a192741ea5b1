import { Injectable } from '@nestjs/common';
import {
  chinaDateOf,
  formatMonthDay,
  toChinaIso,
  type CloseOutCheck,
  type EvidenceKind,
} from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { membershipsIn, requireActor } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { AttachmentService } from '../attachment/attachment.service';
import { PlanService } from '../plan/plan.service';
import type { TaskFacts } from '../task/task.facts';
import { mayVerify } from '../task/task.policy';
import { TaskService } from '../task/task.service';
import { AskedCloseOutService } from './asked-close-out.service';
import { CheckLinksService } from './check-links.service';
import { LinkCheckRepository, linkKey } from './link-check.repository';
import { ProgressEntriesService } from './progress-entries.service';
import { ProgressRepository, type ProgressReport } from './progress.repository';

/** Reports that are looked through for evidence; older ones are history. */
const LOOKED_AT = 50;

type Window = { from: string; to: string };

/** Holds an asked close-out against what the task asks; judges nothing, names every doubt. */
@Injectable()
export class CloseOutCheckService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: TaskService,
    private readonly plans: PlanService,
    private readonly reports: ProgressRepository,
    private readonly asked: AskedCloseOutService,
    private readonly entries: ProgressEntriesService,
    private readonly attachments: AttachmentService,
    private readonly links: LinkCheckRepository,
    private readonly checkLinks: CheckLinksService,
  ) {}

  /** For the staff of the region. */
  async run(ctx: Ctx, id: number): Promise<CloseOutCheck> {
    return this.of(ctx, await this.forStaff(ctx, id));
  }

  /** Orders the links to be opened again; the answer still tells of the last time. */
  recheck(ctx: Ctx, id: number): Promise<CloseOutCheck> {
    return this.uow.run(ctx, async (ctx) => {
      const task = await this.forStaff(ctx, id);
      if (!mayVerify(ctx, task)) throw new AppError('ROLE_REQUIRED');
      const reports = await this.reports.approved(ctx, id, LOOKED_AT);
      const linked = reports.filter((report) => report.links.length > 0).map((report) => report.id);
      if (linked.length > 0)
        await this.checkLinks.order(ctx, linked, `asked:${id}:${ctx.clock.now().getTime()}`);
      return this.of(ctx, task);
    });
  }

  async of(ctx: Ctx, task: TaskFacts): Promise<CloseOutCheck> {
    const report = task.closed ? null : await this.asked.of(ctx, task.id);
    const reports = await this.reports.approved(ctx, task.id, LOOKED_AT);
    const finishedOn = report && chinaDateOf(report.submittedAt);
    const window = finishedOn === null ? null : await this.window(ctx, task, finishedOn);
    const links = await this.linksOf(ctx, reports, window);
    const members = await this.members(ctx, task.id);
    const missing = await this.missing(ctx, task, reports);
    return {
      report: report && (await this.entries.one(ctx, report, true)),
      finishedOn,
      late: finishedOn !== null && task.dueOn !== null && finishedOn > task.dueOn,
      missing,
      links,
      window,
      members,
      doubts: doubtsOf(links),
    };
  }

  private async forStaff(ctx: Ctx, id: number): Promise<TaskFacts> {
    requireActor(ctx);
    const task = await this.tasks.find(ctx, id);
    if (membershipsIn(ctx, task.regionId).length === 0) throw new AppError('TASK_NOT_FOUND');
    return task;
  }

  /** Evidence is of the time of the task: from the issue of its plan to the day of the report. */
  private async window(ctx: Ctx, task: TaskFacts, to: string): Promise<Window> {
    const plan = await this.plans.head(ctx, task.planId);
    return { from: plan?.issuedOn ?? `${task.year}-01-01`, to };
  }

  private async missing(
    ctx: Ctx,
    task: TaskFacts,
    reports: readonly ProgressReport[],
  ): Promise<EvidenceKind[]> {
    if (task.asks.length === 0) return [];
    const ids = reports.map((report) => report.id);
    const files = [...(await this.attachments.ofHolders(ctx, 'progress', ids)).values()].flat();
    const held = new Set<EvidenceKind>(
      files.filter(({ state }) => state === 'ready').map(({ kind }) => (kind === 'image' ? 'photo' : 'file')),
    );
    if (reports.some((report) => report.links.length > 0)) held.add('link');
    return task.asks.filter((kind) => !held.has(kind));
  }

  /** Each address once, as the newest report gives it. */
  private async linksOf(
    ctx: Ctx,
    reports: readonly ProgressReport[],
    window: Window | null,
  ): Promise<CloseOutCheck['links']> {
    const results = await this.links.results(
      ctx,
      reports.map((report) => report.id),
    );
    const links = new Map<string, CloseOutCheck['links'][number]>();
    for (const report of reports) {
      for (const { title, url, datedOn = null } of report.links) {
        if (links.has(url)) continue;
        const result = results.get(linkKey(report.id, url));
        links.set(url, {
          title,
          url,
          state: result?.state ?? 'unchecked',
          httpStatus: result?.httpStatus ?? null,
          checkedAt: result ? toChinaIso(result.checkedAt) : null,
          datedOn,
          outside: datedOn !== null && window !== null && (datedOn < window.from || datedOn > window.to),
        });
      }
    }
    return [...links.values()];
  }

  private async members(ctx: Ctx, taskId: number): Promise<CloseOutCheck['members']> {
    const reach = (await this.tasks.reachOfEach(ctx, [taskId])).get(taskId) ?? [];
    const members = new Set(reach.filter((each) => each.viaUnitId !== null).map((each) => each.unitId));
    if (members.size === 0) return { total: 0, reported: 0 };
    const states = await this.reports.unitStates(ctx, taskId);
    return {
      total: members.size,
      reported: states.filter((each) => members.has(each.unitId) && each.approved > 0).length,
    };
  }
}

function doubtsOf(links: CloseOutCheck['links']): string[] {
  return links.flatMap((link) => {
    const said: string[] = [];
    if (link.state === 'unreachable') said.push(`“${link.title}”打不开`);
    if (link.state === 'refused') said.push(`“${link.title}”不是公开网址`);
    if (link.state === 'unchecked') said.push(`“${link.title}”还没有核验`);
    if (link.outside && link.datedOn)
      said.push(
        `“${link.title}”的日期${link.datedOn.slice(0, 4)}年${formatMonthDay(link.datedOn)}不在任务期间`,
      );
    return said;
  });
}
