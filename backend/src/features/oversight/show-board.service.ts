import { Injectable } from '@nestjs/common';
import { noLights, type Board, type endpoints, type InputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { requireMembership } from '../../core/policy/membership';
import { WaitingMessagesService } from '../message/waiting-messages.service';
import { RegionService } from '../region/region.service';
import { SupervisionService } from '../supervision/supervision.service';
import { TaskFigures } from '../task/task-figures.service';
import { TaskService } from '../task/task.service';
import { UnitService } from '../unit/unit.service';
import { boardPeriod } from './board-period';
import { FiguredMessagesRepository } from './figured-messages.repository';
import { replyFiguresOf } from './reply-tally';
import { ReplyStatsService } from './reply-stats.service';
import { TaskChangesService } from './task-changes.service';

const SHOWN = 20;

/** 督办看板: what is late and who owns it; each number opens its list. */
@Injectable()
export class ShowBoardService {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly tasks: TaskService,
    private readonly lights: TaskFigures,
    private readonly messages: WaitingMessagesService,
    private readonly stats: ReplyStatsService,
    private readonly changes: TaskChangesService,
    private readonly supervisions: SupervisionService,
    private readonly figured: FiguredMessagesRepository,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.oversight.board>): Promise<Board> {
    const region = await this.regions.byCode(ctx, input.code);
    const { role } = requireMembership(ctx, {
      regionId: region.id,
      roles: ['office', 'official'],
      notFound: 'REGION_NOT_FOUND',
    });
    const today = ctx.clock.today();
    const period = boardPeriod(input.period, today);
    const replies = await this.stats.ofRegion(ctx, region.id, period);
    const audience = role === 'office' ? 'staff' : 'official';
    return {
      today,
      ...period,
      lights: await this.lights.ofRegion(ctx, region.id),
      updates: await this.lights.updates(ctx, region.id),
      replies: replies.all,
      units: await this.unitRows(ctx, region.id, replies.units),
      sections: await this.lights.ofSections(ctx, region.id),
      changes: await this.changes.thisWeek(ctx, region.id),
      supervisions: await this.supervisions.counts(ctx, { regionId: region.id, unitIds: null }),
      overdueTasks: await this.tasks.overdue(ctx, region.id, SHOWN),
      overdueNow: await this.figured.countOverdue(ctx, { regionId: region.id }),
      overdueMessages: await this.messages.overdue(ctx, region.id, audience, SHOWN),
    };
  }

  /** Every unit with a task or a message, the one with the most overdue things first. */
  private async unitRows(
    ctx: Ctx,
    regionId: number,
    replies: Map<number, Board['replies']>,
  ): Promise<Board['units']> {
    const lights = await this.lights.ofUnits(ctx, regionId);
    const units = await this.units.byIds(ctx, [...new Set([...lights.keys(), ...replies.keys()])]);
    const rows = [...units.values()]
      .filter((unit) => unit.kind !== 'collective')
      .map(({ id, name }) => ({
        unit: { id, name },
        lights: lights.get(id) ?? noLights(),
        replies: replies.get(id) ?? replyFiguresOf([]),
      }));
    const overdue = (row: Board['units'][number]): number => row.lights.overdue + row.replies.openOverdue;
    return rows.sort((a, b) => overdue(b) - overdue(a) || a.unit.id - b.unit.id);
  }
}
