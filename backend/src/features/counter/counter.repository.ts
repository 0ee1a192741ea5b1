import { Injectable } from '@nestjs/common';
import type { Counter, CounterPlace, CounterRating, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, textOfRow, textOrNull, wireInstant } from '../../core/db/row';
import { CounterEntity, CounterRatingEntity } from './counter.entity';

const COLUMNS = 'c.id, c.name, c.scene, c.unit_id, u.name AS unit_name, c.created_at, c.closed_at';
const UNIT = 'JOIN unit u ON u.id = c.unit_id';

export interface FoundPlace extends CounterPlace {
  readonly id: number;
  readonly regionId: number;
}

@Injectable()
export class CounterRepository extends BaseRepository {
  async insert(
    ctx: Ctx,
    counter: Omit<CounterEntity, 'id' | 'region' | 'unit' | 'closedAt'>,
  ): Promise<number> {
    const done = await this.em(ctx).insert(CounterEntity, { ...counter, closedAt: null });
    return numberOf(done.identifiers[0]?.id);
  }

  async list(
    ctx: Ctx,
    regionId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Counter>> {
    const found = await this.page(
      ctx,
      {
        select: COLUMNS,
        from: 'counter c',
        index: 'ix_counter_region',
        joins: UNIT,
        where: ['c.region_id = ?'],
        parameters: [regionId],
        order: [{ column: 'c.id', type: 'number', direction: 'desc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      counterOf,
    );
    return { ...found, items: await this.counted(ctx, found.items) };
  }

  async find(ctx: Ctx, regionId: number, id: number): Promise<Counter | null> {
    const row = await this.row(
      ctx,
      `SELECT ${COLUMNS} FROM counter c ${UNIT} WHERE c.id = ? AND c.region_id = ?`,
      [id, regionId],
    );
    return row && ((await this.counted(ctx, [counterOf(row)]))[0] ?? null);
  }

  /** What a code leads to; null when it is unknown or out of use. */
  async place(ctx: Ctx, scene: string): Promise<FoundPlace | null> {
    const row = await this.row(
      ctx,
      'SELECT c.id, c.region_id, c.name, c.unit_id, u.name AS unit_name, r.code AS region_code, r.name AS region_name ' +
        `FROM counter c ${UNIT} JOIN region r ON r.id = c.region_id WHERE c.scene = ? AND c.closed_at IS NULL`,
      [scene],
    );
    return (
      row && {
        id: numberOf(row.id),
        regionId: numberOf(row.region_id),
        key: scene,
        name: textOfRow(row.name),
        unit: { id: numberOf(row.unit_id), name: textOfRow(row.unit_name) },
        regionCode: textOfRow(row.region_code),
        regionName: textOfRow(row.region_name),
      }
    );
  }

  async close(ctx: Ctx, id: number, at: Date): Promise<void> {
    await this.execute(ctx, 'UPDATE counter SET closed_at = ? WHERE id = ? AND closed_at IS NULL', [at, id]);
  }

  async rate(ctx: Ctx, rating: Omit<CounterRatingEntity, 'id' | 'counter'>): Promise<void> {
    await this.em(ctx).insert(CounterRatingEntity, rating);
  }

  ratings(
    ctx: Ctx,
    counterId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<CounterRating>> {
    return this.page(
      ctx,
      {
        select: 'x.id, x.level, x.text, x.rated_at',
        from: 'counter_rating x',
        index: 'ix_counter_rating_counter',
        where: ['x.counter_id = ?'],
        parameters: [counterId],
        order: [{ column: 'x.id', type: 'number', direction: 'desc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      ratingOf,
    );
  }

  async ofAccount(ctx: Ctx, accountId: number) {
    const rows = await this.rows(
      ctx,
      'SELECT c.name, u.name AS unit_name, x.level, x.text, x.rated_at FROM counter_rating x ' +
        `JOIN counter c ON c.id = x.counter_id ${UNIT} WHERE x.account_id = ? ORDER BY x.id`,
      [accountId],
    );
    return rows.map((row) => ({
      counter: textOfRow(row.name),
      unitName: textOfRow(row.unit_name),
      level: numberOf(row.level),
      text: textOrNull(row.text),
      ratedAt: wireInstant(row.rated_at),
    }));
  }

  /** The level stays in the figures of the counter, without the person and the words. */
  async forget(ctx: Ctx, accountId: number): Promise<void> {
    await this.execute(ctx, 'UPDATE counter_rating SET account_id = NULL, text = NULL WHERE account_id = ?', [
      accountId,
    ]);
  }

  private async counted(ctx: Ctx, counters: readonly Counter[]): Promise<Counter[]> {
    if (counters.length === 0) return [];
    const rows = await this.rows(
      ctx,
      'SELECT x.counter_id, COUNT(*) AS total, SUM(CASE WHEN x.level >= 4 THEN 1 ELSE 0 END) AS satisfied, ' +
        'SUM(CASE WHEN x.level <= 2 THEN 1 ELSE 0 END) AS low FROM counter_rating x' +
        `${this.byIndex('ix_counter_rating_counter')} WHERE x.counter_id IN (${counters.map(() => '?').join(', ')}) ` +
        'GROUP BY x.counter_id',
      counters.map((counter) => counter.id),
    );
    const byId = new Map(rows.map((row) => [numberOf(row.counter_id), row]));
    return counters.map((counter) => {
      const row = byId.get(counter.id);
      if (!row) return counter;
      const ratings = {
        total: numberOf(row.total),
        satisfied: numberOf(row.satisfied),
        low: numberOf(row.low),
      };
      return { ...counter, ratings };
    });
  }
}

const counterOf = (row: Row): Counter => ({
  id: numberOf(row.id),
  name: textOfRow(row.name),
  unit: { id: numberOf(row.unit_id), name: textOfRow(row.unit_name) },
  key: textOfRow(row.scene),
  createdAt: wireInstant(row.created_at),
  closed: row.closed_at !== null,
  ratings: { total: 0, satisfied: 0, low: 0 },
});

const ratingOf = (row: Row): CounterRating => ({
  id: numberOf(row.id),
  level: numberOf(row.level),
  text: textOrNull(row.text),
  ratedAt: wireInstant(row.rated_at),
});
