import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { DueMoveRepository } from './due-move.repository';

/** How many due dates days of the region's own moved: counted in its figures (reply-rule, Counting 6). */
@Injectable()
export class DueMoveFigures {
  constructor(private readonly moves: DueMoveRepository) {}

  movedByOverride(ctx: Ctx, regionId: number, period: { from: string; to: string }): Promise<number> {
    return this.moves.movedByOverride(ctx, regionId, period);
  }
}
