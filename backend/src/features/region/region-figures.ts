import { Injectable } from '@nestjs/common';
import type { RegionDetail, RegionSummary } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';

export type RegionCounts = Pick<RegionSummary, 'counts' | 'onTimeShare'>;
export type RegionState = RegionCounts & Pick<RegionDetail, 'repliesLast30Days' | 'lights'>;

/** Computes what a region's card and page show of plans, tasks and replies, which are later features. */
export interface RegionFiguresSource {
  /** For a page of the region list, by region id; a region left out shows zeros. */
  counts(ctx: Ctx, regionIds: readonly number[]): Promise<Map<number, RegionCounts>>;
  state(ctx: Ctx, regionId: number): Promise<RegionState>;
}

const NOTHING: RegionState = {
  counts: { plans: 0, tasks: 0, answered: 0 },
  onTimeShare: null,
  repliesLast30Days: {
    total: 0,
    onTime: 0,
    late: 0,
    openOverdue: 0,
    notYetDue: 0,
    medianHours: null,
    p90Hours: null,
    reclassified: 0,
    declined: 0,
    withdrawn: 0,
  },
  lights: {},
};

/**
 * The region feature comes first and knows no plan or message; the feature that does (oversight) hands
 * in its source when it starts: `this.figures.use(source)` in `onModuleInit`.
 */
@Injectable()
export class RegionFigures {
  private source: RegionFiguresSource | null = null;

  use(source: RegionFiguresSource): void {
    if (this.source) throw new Error('two sources of region figures');
    this.source = source;
  }

  async counts(ctx: Ctx, regionIds: readonly number[]): Promise<(regionId: number) => RegionCounts> {
    const known = await this.source?.counts(ctx, regionIds);
    return (regionId) => known?.get(regionId) ?? NOTHING;
  }

  async state(ctx: Ctx, regionId: number): Promise<RegionState> {
    return (await this.source?.state(ctx, regionId)) ?? NOTHING;
  }
}
