import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { DeputyRepository } from './deputy.repository';

/** Who stands in for whom today, for other features. */
@Injectable()
export class DeputyService {
  constructor(private readonly deputies: DeputyRepository) {}

  /** The accounts and those who stand in for them in a unit today, each once. */
  async withDeputies(ctx: Ctx, accountIds: readonly number[], unitId: number): Promise<number[]> {
    const deputies = await this.deputies.deputiesOf(ctx, accountIds, unitId, ctx.clock.today());
    return [...new Set([...accountIds, ...deputies])];
  }
}
