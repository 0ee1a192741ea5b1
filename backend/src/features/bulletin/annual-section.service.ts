import { Injectable } from '@nestjs/common';
import {
  datesOfPeriod,
  type AnnualSection,
  type endpoints,
  type InputOf,
  type PlanRow,
  type ReplyFigures,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { requireMembership } from '../../core/policy/membership';
import { ReplyStatsService } from '../oversight/reply-stats.service';
import { ListPlansService } from '../plan/list-plans.service';
import { RegionService } from '../region/region.service';
import { sumOfLights, TaskReport, tasksIn, type SectionLights } from '../task/task-report.service';
import { UnitService } from '../unit/unit.service';
import { annualParagraphs } from './annual-words';

/** What more than this in a year would be, no county has. */
const MOST_PLANS = 100;

/** The section on the year's work points in the 政府信息公开工作年度报告 (条例 第五十条). */
@Injectable()
export class AnnualSectionService {
  constructor(
    private readonly regions: RegionService,
    private readonly plans: ListPlansService,
    private readonly report: TaskReport,
    private readonly stats: ReplyStatsService,
    private readonly units: UnitService,
  ) {}

  async run(
    ctx: Ctx,
    { code, year }: InputOf<typeof endpoints.bulletin.annualSection>,
  ): Promise<AnnualSection & { regionName: string }> {
    const region = await this.regions.byCode(ctx, code);
    requireMembership(ctx, {
      regionId: region.id,
      roles: ['office', 'official'],
      notFound: 'REGION_NOT_FOUND',
    });
    const sections = await this.report.bySection(ctx, region.id, year);
    const period = datesOfPeriod({ kind: 'year', year, part: 1 });
    const { all: replies, units } = await this.stats.ofRegion(ctx, region.id, period);
    const asOf = ctx.clock.today();
    const facts = {
      regionName: region.name,
      year,
      asOf,
      plans: await this.plansOf(ctx, code, year),
      lights: sumOfLights(sections.map((section) => section.lights)),
      replies,
    };
    return {
      regionName: region.name,
      year,
      asOf,
      heading: '年度工作要点落实情况',
      paragraphs: annualParagraphs(facts),
      table: sections.map(rowOf),
      units: await this.unitRows(ctx, units),
    };
  }

  /** Units to which something was due, in the order of the region: there is no ranking. */
  private async unitRows(
    ctx: Ctx,
    figures: ReadonlyMap<number, ReplyFigures>,
  ): Promise<AnnualSection['units']> {
    const units = await this.units.byIds(ctx, [...figures.keys()]);
    return [...figures]
      .sort(([a], [b]) => a - b)
      .flatMap(([id, { total, share, reclassified, declined }]) => {
        const name = units.get(id)?.name;
        return name === undefined || total === 0 ? [] : [{ name, total, share, reclassified, declined }];
      });
  }

  private async plansOf(ctx: Ctx, code: string, year: number): Promise<PlanRow[]> {
    const visitor: Ctx = { ...ctx, actor: null };
    const { items } = await this.plans.run(visitor, { code, drafts: false, limit: MOST_PLANS });
    return items.filter((plan) => plan.year === year);
  }
}

function rowOf({ section, lights }: SectionLights): AnnualSection['table'][number] {
  const tasks = tasksIn(lights);
  const { done, doneLate, overdue } = lights;
  return {
    section: section ?? '其他任务',
    tasks,
    done,
    doneLate,
    open: tasks - done - doneLate,
    overdue,
  };
}
