import { Injectable } from '@nestjs/common';
import {
  datesOfPeriod,
  noLights,
  type BulletinFigures,
  type BulletinPeriod,
  type BulletinTask,
  type ReplyFigures,
  type TaskRow,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AnchorService } from '../anchor/anchor.service';
import { ReplyStatsService } from '../oversight/reply-stats.service';
import { replyFiguresOf } from '../oversight/reply-tally';
import { ListTasksService } from '../task/list-tasks.service';
import { sumOfLights, TaskReport, tasksIn } from '../task/task-report.service';
import { UnitService } from '../unit/unit.service';

/** Rows of a list that a bulletin prints. */
const SHOWN = 50;

/** Counts what a bulletin freezes. Units stand in the order of the region: there is no ranking. */
@Injectable()
export class CountBulletinService {
  constructor(
    private readonly report: TaskReport,
    private readonly tasks: ListTasksService,
    private readonly stats: ReplyStatsService,
    private readonly units: UnitService,
    private readonly anchors: AnchorService,
  ) {}

  async run(
    ctx: Ctx,
    region: { id: number; code: string },
    period: BulletinPeriod,
  ): Promise<BulletinFigures> {
    const dates = datesOfPeriod(period);
    const sections = await this.report.bySection(ctx, region.id, period.year);
    const lights = sumOfLights(sections.map((section) => section.lights));
    const finished = await this.report.finishedIn(ctx, region.id, period.year, dates);
    const late = finished.filter((task) => task.light === 'doneLate');
    const replies = await this.stats.ofRegion(ctx, region.id, dates);
    return {
      ...dates,
      asOf: ctx.clock.today(),
      tasks: tasksIn(lights),
      lights,
      finishedOnTime: finished.length - late.length,
      finishedLate: late.length,
      replies: replyCounts(replies.all),
      units: await this.unitRows(ctx, region.id, period.year, replies.units),
      overdue: (await this.overdue(ctx, region.code, period.year)).map(bulletinTask),
      doneLate: late.slice(0, SHOWN).map(bulletinTask),
      anchor: await this.anchor(ctx, region.id),
    };
  }

  private async anchor(ctx: Ctx, regionId: number): Promise<BulletinFigures['anchor']> {
    const { day, short } = await this.anchors.latest(ctx, regionId);
    return { date: day, fingerprint: short };
  }

  /** Named as everybody sees them, the longest overdue first. */
  private async overdue(ctx: Ctx, region: string, year: number): Promise<TaskRow[]> {
    const visitor: Ctx = { ...ctx, actor: null };
    const { items } = await this.tasks.run(visitor, { region, year, light: 'overdue', limit: 500 });
    return items.sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1)).slice(0, SHOWN);
  }

  private async unitRows(
    ctx: Ctx,
    regionId: number,
    year: number,
    replies: ReadonlyMap<number, ReplyFigures>,
  ): Promise<BulletinFigures['units']> {
    const lights = await this.report.byUnit(ctx, regionId, year);
    const units = await this.units.byIds(ctx, [...new Set([...lights.keys(), ...replies.keys()])]);
    return [...units.values()]
      .filter((unit) => unit.kind !== 'collective')
      .sort((a, b) => a.id - b.id)
      .map(({ id, name }) => ({
        name,
        lights: lights.get(id) ?? noLights(),
        replies: replyCounts(replies.get(id) ?? replyFiguresOf([])),
      }));
  }
}

const replyCounts = (figures: ReplyFigures): BulletinFigures['replies'] => ({
  total: figures.total,
  onTime: figures.onTime,
  late: figures.late,
  openOverdue: figures.openOverdue,
  notYetDue: figures.notYetDue,
  share: figures.share,
  medianHours: figures.medianHours,
  reclassified: figures.reclassified,
  declined: figures.declined,
  withdrawn: figures.withdrawn,
});

const bulletinTask = (task: TaskRow): BulletinTask => ({
  id: task.id,
  no: task.no,
  text: task.text,
  units: [...task.leadUnits, ...task.responsibleUnits].map((unit) => unit.name).join('、'),
  dueOn: task.dueOn,
  finishedOn: task.finishedOn,
  light: task.light,
});
