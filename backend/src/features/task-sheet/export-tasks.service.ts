import { Inject, Injectable } from '@nestjs/common';
import { paperDate, type endpoints, type InputOf, type TaskRow } from '@sunledger/shared-types';
import { writeSheet } from '../../adapters/spreadsheet/write-sheet';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { everyItem } from '../../core/db/every-item';
import { fileAnswer } from '../../core/http/file-answer';
import { requireMembership } from '../../core/policy/membership';
import { PlanService } from '../plan/plan.service';
import { ProgressService } from '../progress/progress.service';
import { RegionService } from '../region/region.service';
import { ListTasksService } from '../task/list-tasks.service';
import { guideLines, sheetNote } from './sheet-words';
import { sheetCells, sheetColumns } from './task-sheet.mapper';

const PAGE = 500;
/** More rows than any county has in a year, and what a phone still opens. */
const MOST = 20_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Wish = InputOf<typeof endpoints.taskSheet.export>;

/** 台账 as .xlsx. */
@Injectable()
export class ExportTasksService {
  constructor(
    private readonly regions: RegionService,
    private readonly plans: PlanService,
    private readonly tasks: ListTasksService,
    private readonly progress: ProgressService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(ctx: Ctx, wish: Wish) {
    const region = await this.regions.byCode(ctx, wish.code);
    requireMembership(ctx, {
      regionId: region.id,
      roles: ['handler', 'reviewer', 'office', 'official'],
      notFound: 'REGION_NOT_FOUND',
    });
    const tasks = await this.wanted(ctx, wish);
    const evidence = await this.progress.newestLinks(
      ctx,
      tasks.map((task) => task.id),
    );
    const title = await this.titleOf(ctx, wish, region.name);
    const today = ctx.clock.today();
    const body = await writeSheet({
      name: '任务台账',
      title: `${title} 任务台账（截至${paperDate(today)}）`,
      note: sheetNote,
      columns: sheetColumns,
      rows: tasks.map((task) =>
        sheetCells(task, { page: this.pageOf(task), evidence: evidence.get(task.id) ?? null }),
      ),
      guide: { name: '填表说明', lines: guideLines },
    });
    return fileAnswer({ name: `${title}台账-${today}.xlsx`, type: XLSX, body });
  }

  private async wanted(ctx: Ctx, { code, plan, unit, light, year }: Wish): Promise<TaskRow[]> {
    const all: TaskRow[] = [];
    const filter = { region: code, plan, unit, light, year, limit: PAGE };
    for await (const task of everyItem((cursor) => this.tasks.run(ctx, { ...filter, cursor }))) {
      all.push(task);
      if (all.length >= MOST) break;
    }
    return all;
  }

  /** The plan's own title, as far as the caller may know it. */
  private async titleOf(ctx: Ctx, { plan, year }: Wish, regionName: string): Promise<string> {
    const region = plan === undefined ? null : await this.plans.head(ctx, plan);
    const seen = region && (await this.plans.maySee(ctx, region.regionId, region.id));
    return region && seen
      ? region.title
      : `${regionName}${year === undefined ? '' : `${year}年`}政务公开工作要点`;
  }

  private pageOf(task: TaskRow): string {
    const site = this.config.publicUrl ?? `http://localhost:${this.config.port}`;
    return `${site.replace(/\/$/, '')}/citizen/task/index?id=${task.id}`;
  }
}
