import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { SearchIndex } from '../search/search-index.service';
import { PlanRepository, type PlanHead, type PlanTexts, type PointRow } from './plan.repository';

/** Enters a published plan and its points into the search, and takes them out again. */
@Injectable()
export class PlanSearch {
  constructor(
    private readonly plans: PlanRepository,
    private readonly index: SearchIndex,
  ) {}

  async put(ctx: Ctx, plan: PlanHead & PlanTexts): Promise<void> {
    const points = await this.plans.points(ctx, plan.id);
    await this.index.put(
      ctx,
      {
        regionId: plan.regionId,
        kind: 'plan',
        refId: plan.id,
        planId: plan.id,
        title: plan.title,
        body: [plan.documentNumber, plan.issuer, plan.overview].filter(Boolean).join('\n'),
      },
      ...points.map((point) => ({
        regionId: plan.regionId,
        kind: 'point' as const,
        refId: point.id,
        planId: plan.id,
        title: headingOf(point),
        body: point.text ?? '',
      })),
    );
  }

  async remove(ctx: Ctx, plan: PlanHead): Promise<void> {
    const points = await this.plans.points(ctx, plan.id);
    await this.index.remove(ctx, 'plan', plan.id);
    await this.index.remove(ctx, 'point', ...points.map((point) => point.id));
  }
}

/** A point without a title is called by the beginning of its text. */
function headingOf(point: PointRow): string {
  return point.title ?? (point.text ?? point.number ?? '').slice(0, 40);
}
