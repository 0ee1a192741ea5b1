import { Injectable } from '@nestjs/common';
import type { SupervisionEventCode } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { isDuplicate } from '../../core/db/database-errors';
import { numberOf } from '../../core/db/row';
import { AppError } from '../../core/errors/app-error';
import { SupervisionEntity, SupervisionEventEntity } from './supervision.entity';
import type { SupervisionThing } from './supervision';

/** Writes of 督办单 and their log; `supervision-list.repository` is what people look at. */
@Injectable()
export class SupervisionRepository extends BaseRepository {
  find(ctx: Ctx, id: number): Promise<SupervisionThing | null> {
    return this.of(ctx, SupervisionEntity).findOneBy({ id });
  }

  async openOne(ctx: Ctx, openKey: string): Promise<boolean> {
    return (await this.row(ctx, 'SELECT id FROM supervision WHERE open_key = ?', [openKey])) !== null;
  }

  async nextSeq(ctx: Ctx, regionId: number, year: number): Promise<number> {
    const row = await this.row(
      ctx,
      'SELECT MAX(seq) AS last FROM supervision WHERE region_id = ? AND year = ?',
      [regionId, year],
    );
    return numberOf(row?.last) + 1;
  }

  /** Two officials at the same moment would take the same number: the second one is asked to look again. */
  async insert(ctx: Ctx, thing: Omit<SupervisionThing, 'id'>): Promise<number> {
    try {
      const done = await this.of(ctx, SupervisionEntity).insert(thing);
      return numberOf(done.identifiers[0]?.id);
    } catch (error) {
      if (isDuplicate(error)) throw new AppError('SUPERVISION_CHANGED');
      throw error;
    }
  }

  /** Stores a changed one if nobody changed it since it was read. */
  async update(ctx: Ctx, thing: SupervisionThing): Promise<void> {
    const { id, version, ...changes } = thing;
    const { affected } = await this.of(ctx, SupervisionEntity).update(
      { id, version },
      { ...changes, version: version + 1 },
    );
    if (affected !== 1) throw new AppError('SUPERVISION_CHANGED');
    thing.version = version + 1;
  }

  async append(
    ctx: Ctx,
    supervisionId: number,
    event: { code: SupervisionEventCode; at: Date; accountId: number | null; text: string | null },
  ): Promise<void> {
    await this.of(ctx, SupervisionEventEntity).insert({ supervisionId, ...event });
  }

  /** Those whose stored time has come, the oldest first. */
  async dueIds(ctx: Ctx, limit: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT id FROM supervision WHERE sweep_at <= ? ORDER BY sweep_at, id LIMIT ${Math.trunc(limit)}`,
      [ctx.clock.now()],
    );
    return rows.map((row) => numberOf(row.id));
  }
}
