import { Injectable } from '@nestjs/common';
import {
  messageKindWords,
  type endpoints,
  type InputOf,
  type MessageKind,
  type ReplyFigures,
  type ReplyStats,
  type StatsGrouping,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import type { Figured } from './figured.sql';
import { periodOf, type Period } from './figured-period';
import { holdingFiguresOf, replyFiguresOf, type InHand, type Minutes } from './reply-tally';
import { ReplyStatsRepository, type Grouped, type GroupedTally } from './reply-stats.repository';

/** All that a period's figures are made of. */
interface Gathered {
  readonly tally: readonly GroupedTally[];
  readonly stays: readonly Grouped<Minutes>[];
  readonly inHand: readonly Grouped<InHand>[];
  readonly moved: readonly Grouped<{ count: number }>[];
}

/** 答复统计: exact figures of a period, together, for simple inquiries alone, and by unit, kind or month. */
@Injectable()
export class ReplyStatsService {
  constructor(
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly stats: ReplyStatsRepository,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.oversight.replyStats>): Promise<ReplyStats> {
    const region = await this.regions.byCode(ctx, input.region);
    if (input.unit !== undefined) await this.units.byId(ctx, region.id, input.unit);
    const period = periodOf(input, ctx.clock.today());
    const figured = { regionId: region.id, ...period, unitId: input.unit, kind: input.kind };
    const gathered = await this.gather(ctx, figured, input.by);
    const now = ctx.clock.now();
    const keys = keysOf(gathered);
    const nameOf = await this.namesOf(ctx, input.by, keys);
    return {
      ...period,
      ...figuresOf(gathered, now),
      simple: replyFiguresOf(gathered.tally.filter((each) => each.simple)),
      groups: keys.map((key) => ({ key, name: nameOf(key), ...figuresOf(only(gathered, key), now) })),
    };
  }

  /** The figures of a region, and of each of its units. */
  async ofRegion(
    ctx: Ctx,
    regionId: number,
    period: Period,
  ): Promise<{ all: ReplyFigures; units: Map<number, ReplyFigures> }> {
    const tally = await this.stats.tally(ctx, { regionId, ...period }, 'unit');
    const keys = [...new Set(tally.map(({ key }) => key))];
    const units = keys.map((key) => [Number(key), replyFiguresOf(tally.filter(isOf(key)))] as const);
    return { all: replyFiguresOf(tally), units: new Map(units) };
  }

  /** The figures of one unit, with its holding time. */
  async ofUnit(
    ctx: Ctx,
    regionId: number,
    unitId: number,
    period: Period,
  ): Promise<ReplyFigures & Pick<ReplyStats, 'movedByOverride' | 'holding'>> {
    const gathered = await this.gather(ctx, { regionId, ...period, unitId }, 'unit');
    return figuresOf(gathered, ctx.clock.now());
  }

  answered(ctx: Ctx, regionId: number): Promise<number> {
    return this.stats.answered(ctx, regionId);
  }

  private async gather(ctx: Ctx, figured: Figured, by: StatsGrouping): Promise<Gathered> {
    return {
      tally: await this.stats.tally(ctx, figured, by),
      stays: await this.stats.stays(ctx, figured, by),
      inHand: await this.stats.inHand(ctx, figured, by),
      moved: await this.stats.moved(ctx, figured, by),
    };
  }

  private async namesOf(
    ctx: Ctx,
    by: StatsGrouping,
    keys: readonly string[],
  ): Promise<(key: string) => string> {
    if (by === 'month') return (key) => `${key.slice(0, 4)}年${Number(key.slice(5))}月`;
    if (by === 'kind') return (key) => messageKindWords[key as MessageKind];
    const units = await this.units.byIds(ctx, keys.map(Number));
    return (key) => units.get(Number(key))?.name ?? key;
  }
}

function figuresOf(
  { tally, stays, inHand, moved }: Gathered,
  now: Date,
): Omit<ReplyStats, 'from' | 'to' | 'simple' | 'groups'> {
  return {
    ...replyFiguresOf(tally),
    movedByOverride: moved.reduce((sum, { count }) => sum + count, 0),
    holding: holdingFiguresOf(stays, inHand, now),
  };
}

const isOf =
  (key: string) =>
  (each: { readonly key: string }): boolean =>
    each.key === key;

const only = ({ tally, stays, inHand, moved }: Gathered, key: string): Gathered => ({
  tally: tally.filter(isOf(key)),
  stays: stays.filter(isOf(key)),
  inHand: inHand.filter(isOf(key)),
  moved: moved.filter(isOf(key)),
});

/** Every group in ascending order: units by id, months by time; a unit that only held one for a while too. */
function keysOf({ tally, stays, inHand }: Gathered): string[] {
  const keys = [...tally, ...stays, ...inHand].map(({ key }) => key);
  return [...new Set(keys)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
