import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { ProgressRepository } from './progress.repository';

/** Gives the reports of somebody who leaves, while they wait for review, to a colleague. */
@Injectable()
export class HandOverReports {
  constructor(private readonly reports: ProgressRepository) {}

  /** How many there are to hand over. */
  count(ctx: Ctx, unitId: number, from: number): Promise<number> {
    return this.reports.countToHandOver(ctx, unitId, from);
  }

  run(ctx: CtxInTx, way: { unitId: number; from: number; to: number }): Promise<number> {
    return this.reports.handOver(ctx, way.unitId, way.from, way.to);
  }
}
