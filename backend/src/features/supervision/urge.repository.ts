import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { isDuplicate } from '../../core/db/database-errors';
import { textOfRow, wireInstant } from '../../core/db/row';
import { UrgeEntity, type SubjectKind } from './supervision.entity';

@Injectable()
export class UrgeRepository extends BaseRepository {
  /** False when the thing was urged for this day already. */
  async insertOnce(ctx: Ctx, urge: Omit<UrgeEntity, 'id'>): Promise<boolean> {
    const last = await this.last(ctx, urge.subjectKind, urge.subjectId);
    if (last !== null && last.day >= urge.day) return false;
    try {
      await this.of(ctx, UrgeEntity).insert(urge);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  async last(ctx: Ctx, kind: SubjectKind, id: number): Promise<{ day: string; at: string } | null> {
    const row = await this.row(
      ctx,
      'SELECT day, at FROM urge WHERE subject_kind = ? AND subject_id = ? ORDER BY day DESC LIMIT 1',
      [kind, id],
    );
    return row && { day: textOfRow(row.day), at: wireInstant(row.at) };
  }
}
