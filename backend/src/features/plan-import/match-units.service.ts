import { Injectable } from '@nestjs/common';
import type { TaskUnit } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitService } from '../unit/unit.service';

/** Finds the units of the region behind the names of a paper; a name that fits none keeps its words. */
@Injectable()
export class MatchUnitsService {
  constructor(private readonly units: UnitService) {}

  async run(
    ctx: Ctx,
    regionId: number,
    names: Iterable<string>,
  ): Promise<(printed: readonly string[]) => TaskUnit[]> {
    const ids = new Map<string, number | null>();
    for (const name of new Set(names)) {
      const unit = await this.units.resolve(ctx, regionId, name.slice(0, 100));
      ids.set(name, unit?.id ?? null);
    }
    return (printed) => [...new Set(printed)].map((name) => ({ id: ids.get(name) ?? null, name }));
  }
}
