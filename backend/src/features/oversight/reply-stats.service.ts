import { Injectable } from '@nestjs/common';
import {
  isChinaDate,
  type endpoints,
  type InputOf,
  type ReplyFigures,
  type ReplyStats,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { invalidInput } from '../../core/errors/app-error';
import { DueMoveFigures } from '../calendar/due-move-figures.service';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { replyFiguresOf, type Tallied } from './reply-tally';
import { ReplyStatsRepository, type GroupedTally, type Period } from './reply-stats.repository';

/** 答复统计: exact figures of a period, together, for simple inquiries alone, and by unit or month. */
@Injectable()
export class ReplyStatsService {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly stats: ReplyStatsRepository,
    private readonly moves: DueMoveFigures,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.oversight.replyStats>): Promise<ReplyStats> {
    const region = await this.regions.byCode(ctx, input.region);
    const period = periodOf(input, ctx.clock.today());
    const tally = await this.stats.tally(ctx, region.id, period, input.by);
    const names = input.by === 'unit' ? await this.unitNames(ctx, tally) : monthNames(tally);
    return {
      ...period,
      ...replyFiguresOf(tally),
      simple: replyFiguresOf(tally.filter((each) => each.simple)),
      movedByOverride: await this.moves.movedByOverride(ctx, region.id, period),
      groups: [...grouped(tally)].map(([key, of]) => ({
        key,
        name: names.get(key) ?? key,
        ...replyFiguresOf(of),
      })),
    };
  }

  /** The figures of a region, and of each of its units. */
  async ofRegion(
    ctx: Ctx,
    regionId: number,
    period: Period,
  ): Promise<{ all: ReplyFigures; units: Map<number, ReplyFigures> }> {
    const tally = await this.stats.tally(ctx, regionId, period, 'unit');
    const units = new Map([...grouped(tally)].map(([key, of]) => [Number(key), replyFiguresOf(of)]));
    return { all: replyFiguresOf(tally), units };
  }

  answered(ctx: Ctx, regionId: number): Promise<number> {
    return this.stats.answered(ctx, regionId);
  }

  private async unitNames(ctx: Ctx, tally: readonly GroupedTally[]): Promise<Map<string, string>> {
    const ids = [...new Set(tally.map((each) => Number(each.key)))];
    const units = await this.units.byIds(ctx, ids);
    return new Map([...units].map(([id, unit]) => [String(id), unit.name]));
  }
}

/** From and to as asked, else this year. */
function periodOf(input: { from?: string | undefined; to?: string | undefined }, today: string): Period {
  const from = input.from ?? `${(input.to ?? today).slice(0, 4)}-01-01`;
  const to = input.to ?? `${(input.from ?? today).slice(0, 4)}-12-31`;
  if (!isChinaDate(from)) throw invalidInput('from', '起始日期不存在');
  if (!isChinaDate(to)) throw invalidInput('to', '截止日期不存在');
  if (from > to) throw invalidInput('to', '截止日期不能早于起始日期');
  return { from, to };
}

/** By key in ascending order: units by id, months by time. */
function grouped(tally: readonly GroupedTally[]): Map<string, Tallied[]> {
  const groups = new Map<string, Tallied[]>();
  const inOrder = [...tally].sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }));
  for (const each of inOrder) {
    const group = groups.get(each.key);
    if (group) group.push(each);
    else groups.set(each.key, [each]);
  }
  return groups;
}

const monthNames = (tally: readonly GroupedTally[]): Map<string, string> =>
  new Map(tally.map(({ key }) => [key, `${key.slice(0, 4)}年${Number(key.slice(5))}月`]));
