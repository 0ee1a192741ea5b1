import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';
import { ReplyEntity } from './reply.entity';

@Injectable()
export class ReplyRepository extends BaseRepository {
  async insert(ctx: Ctx, reply: Omit<ReplyEntity, 'id' | 'message'>): Promise<number> {
    const inserted = await this.of(ctx, ReplyEntity).insert(reply);
    return numberOf(inserted.identifiers[0]?.id);
  }

  find(ctx: Ctx, id: number): Promise<ReplyEntity | null> {
    return this.of(ctx, ReplyEntity).findOneBy({ id });
  }

  /** Decides a draft once: false when somebody else has decided it. */
  async decide(
    ctx: Ctx,
    id: number,
    decision: Pick<ReplyEntity, 'status' | 'reviewerId' | 'decidedAt'> &
      Partial<Pick<ReplyEntity, 'publicText' | 'note'>>,
  ): Promise<boolean> {
    const result = await this.of(ctx, ReplyEntity).update({ id, status: 'inReview' }, decision);
    return result.affected === 1;
  }

  async countToHandOver(ctx: Ctx, unitId: number, from: number): Promise<number> {
    const row = await this.row(
      ctx,
      'SELECT COUNT(*) AS n FROM reply r JOIN message m ON m.id = r.message_id ' +
        "WHERE m.unit_id = ? AND m.result = 'open' AND r.unit_id = ? AND r.drafter_id = ? AND r.status IN ('inReview', 'sentBack')",
      [unitId, unitId, from],
    );
    return numberOf(row?.n);
  }

  /** Drafts of a unit that wait for a word or were sent back go from one drafter to another. */
  async handOver(ctx: Ctx, unitId: number, from: number, to: number): Promise<number> {
    return this.execute(
      ctx,
      "UPDATE reply SET drafter_id = ? WHERE drafter_id = ? AND unit_id = ? AND status IN ('inReview', 'sentBack')",
      [to, from, unitId],
    );
  }

  /** A published reply gives way to its revision and stays as it was. */
  async supersede(ctx: Ctx, id: number): Promise<boolean> {
    const result = await this.of(ctx, ReplyEntity).update(
      { id, status: 'published' },
      { status: 'superseded' },
    );
    return result.affected === 1;
  }
}
