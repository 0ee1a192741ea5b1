import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { MessageRepository } from './message.repository';
import { MessageWorkflow } from './message.workflow';

/** Messages that somebody who leaves had claimed are claimed by a colleague, or by nobody. */
@Injectable()
export class HandOverClaims {
  constructor(
    private readonly messages: MessageRepository,
    private readonly workflow: MessageWorkflow,
  ) {}

  /** How many there are to hand over. */
  async count(ctx: Ctx, unitId: number, from: number): Promise<number> {
    return (await this.messages.claimedOpen(ctx, unitId, from)).length;
  }

  async run(ctx: CtxInTx, way: { unitId: number; from: number; to: number | null }): Promise<number> {
    const ids = await this.messages.claimedOpen(ctx, way.unitId, way.from);
    const at = ctx.clock.now();
    for (const id of ids) {
      const message = await this.messages.find(ctx, id);
      if (!message) continue;
      if (way.to === null) {
        await this.workflow.move(ctx, message, 'release', {
          event: { code: 'released', at, by: 'staff' },
          changes: { claimedBy: null, claimedAt: null },
        });
      } else {
        await this.workflow.move(ctx, message, 'claim', {
          event: { code: 'claimed', at, by: 'staff', facts: { takenFrom: way.from } },
          changes: { claimedBy: way.to, claimedAt: at },
        });
      }
    }
    return ids.length;
  }
}
