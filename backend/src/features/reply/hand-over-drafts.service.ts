import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { ReplyRepository } from './reply.repository';

/** Gives the open drafts of somebody who leaves to a colleague. */
@Injectable()
export class HandOverDrafts {
  constructor(private readonly replies: ReplyRepository) {}

  /** How many there are to hand over. */
  count(ctx: Ctx, unitId: number, from: number): Promise<number> {
    return this.replies.countToHandOver(ctx, unitId, from);
  }

  /**
   * So a reviewer's word reaches somebody who is there. Who leaves loses the roles of the unit in the same unit of
   * work; the caller sees to it that no other role lets them approve what was theirs.
   */
  run(ctx: CtxInTx, way: { unitId: number; from: number; to: number }): Promise<number> {
    return this.replies.handOver(ctx, way.unitId, way.from, way.to);
  }
}
