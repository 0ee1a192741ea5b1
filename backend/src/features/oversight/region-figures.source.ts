import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type ReplyFigures } from '@sunledger/shared-types';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { PlanService } from '../plan/plan.service';
import {
  RegionFigures,
  type RegionCounts,
  type RegionFiguresSource,
  type RegionState,
} from '../region/region-figures';
import { TaskFigures } from '../task/task-figures.service';
import { ReplyStatsService } from './reply-stats.service';

/** A region's card is read far more often than it changes; its sums may be this old. */
const KEPT_MS = 5000;

interface Kept {
  readonly today: string;
  readonly counts: RegionCounts & { replies: ReplyFigures };
  readonly until: number;
}

/** What the cards and the page of a region show of its plans, tasks and replies. */
@Injectable()
export class RegionFiguresOfLedger implements RegionFiguresSource, OnModuleInit {
  private readonly kept = new Map<number, Kept>();

  constructor(
    private readonly figures: RegionFigures,
    private readonly plans: PlanService,
    private readonly tasks: TaskFigures,
    private readonly stats: ReplyStatsService,
  ) {}

  onModuleInit(): void {
    this.figures.use(this);
  }

  async counts(ctx: Ctx, regionIds: readonly number[]): Promise<Map<number, RegionCounts>> {
    const counts = new Map<number, RegionCounts>();
    for (const regionId of regionIds) counts.set(regionId, await this.ofRegion(ctx, regionId));
    return counts;
  }

  async state(ctx: Ctx, regionId: number): Promise<RegionState> {
    const { replies, ...counts } = await this.ofRegion(ctx, regionId);
    const { total, onTime, late, openOverdue, notYetDue, medianHours, p90Hours } = replies;
    const { reclassified, declined, withdrawn } = replies;
    const timely = { total, onTime, late, openOverdue, notYetDue, medianHours, p90Hours };
    const lights = await this.tasks.ofRegion(ctx, regionId);
    return { ...counts, repliesLast30Days: { ...timely, reclassified, declined, withdrawn }, lights };
  }

  private async ofRegion(ctx: Ctx, regionId: number): Promise<Kept['counts']> {
    const today = ctx.clock.today();
    const known = this.kept.get(regionId);
    if (known && known.until > systemNow() && known.today === today) return known.counts;
    const period = { from: addDays(today, -29), to: today };
    const { all: replies } = await this.stats.ofRegion(ctx, regionId, period);
    const counts = {
      counts: {
        plans: await this.plans.countPublished(ctx, regionId),
        tasks: (await this.tasks.countByRegion(ctx, [regionId])).get(regionId) ?? 0,
        answered: await this.stats.answered(ctx, regionId),
      },
      onTimeShare: replies.share,
      replies,
    };
    this.kept.set(regionId, { today, counts, until: systemNow() + KEPT_MS });
    return counts;
  }
}
