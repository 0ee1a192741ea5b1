import { Injectable } from '@nestjs/common';
import type { Light } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';

type LightsOf = (
  ctx: Ctx,
  regionId: number,
  taskIds: readonly number[],
) => Promise<ReadonlyMap<number, Light>>;

/**
 * What a hit says beyond the words that were indexed. The task feature enters itself when it starts, because
 * imports between features run one way.
 */
@Injectable()
export class SearchAnnex {
  private readLights: LightsOf | null = null;

  useLights(read: LightsOf): void {
    this.readLights = read;
  }

  async lights(ctx: Ctx, regionId: number, taskIds: readonly number[]): Promise<ReadonlyMap<number, Light>> {
    if (taskIds.length === 0) return new Map();
    return (await this.readLights?.(ctx, regionId, taskIds)) ?? new Map<number, Light>();
  }
}
