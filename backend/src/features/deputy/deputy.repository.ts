import { Injectable } from '@nestjs/common';
import type { Deputy, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';
import { DeputyEntity } from './deputy.entity';
import { deputyOf } from './deputy.mapper';

const COLUMNS =
  'd.id, d.unit_id, u.name AS unit_name, d.account_id, a.display_name AS account_name, d.deputy_id, ' +
  'b.display_name AS deputy_name, d.from_on, d.until_on, d.named_at, d.ended_at';
const JOINS =
  'JOIN unit u ON u.id = d.unit_id JOIN account a ON a.id = d.account_id JOIN account b ON b.id = d.deputy_id';
/** Holds on a day, which stands twice among the parameters. */
const ON_DAY = 'd.from_on <= ? AND d.until_on >= ? AND d.ended_at IS NULL';

@Injectable()
export class DeputyRepository extends BaseRepository {
  async insert(
    ctx: Ctx,
    deputy: Omit<DeputyEntity, 'id' | 'region' | 'unit' | 'account' | 'deputy'>,
  ): Promise<number> {
    const inserted = await this.of(ctx, DeputyEntity).insert(deputy);
    return numberOf(inserted.identifiers[0]?.id);
  }

  find(ctx: Ctx, id: number): Promise<DeputyEntity | null> {
    return this.of(ctx, DeputyEntity).findOneBy({ id });
  }

  async shown(ctx: Ctx, id: number): Promise<Deputy | null> {
    const row = await this.row(ctx, `SELECT ${COLUMNS} FROM deputy d ${JOINS} WHERE d.id = ?`, [id]);
    return row && deputyOf(row, ctx.clock.today());
  }

  /** Ends it once; false when somebody did before. */
  async end(ctx: Ctx, id: number, at: Date): Promise<boolean> {
    const sql = 'UPDATE deputy SET ended_at = ? WHERE id = ? AND ended_at IS NULL';
    return (await this.execute(ctx, sql, [at, id])) === 1;
  }

  /** Whether an account has a deputy in a unit on any of these days. */
  async overlaps(ctx: Ctx, accountId: number, unitId: number, from: string, until: string): Promise<boolean> {
    const row = await this.row(
      ctx,
      `SELECT d.id FROM deputy d WHERE d.account_id = ? AND d.unit_id = ? AND ${ON_DAY} LIMIT 1`,
      [accountId, unitId, until, from],
    );
    return row !== null;
  }

  /** Who stands in for any of these accounts in a unit on a day. */
  async deputiesOf(ctx: Ctx, accountIds: readonly number[], unitId: number, day: string): Promise<number[]> {
    if (accountIds.length === 0) return [];
    const rows = await this.rows(
      ctx,
      `SELECT DISTINCT d.deputy_id FROM deputy d WHERE d.account_id IN (${accountIds.map(() => '?').join(', ')}) ` +
        `AND d.unit_id = ? AND ${ON_DAY} LIMIT 500`,
      [...accountIds, unitId, day, day],
    );
    return rows.map((row) => numberOf(row.deputy_id));
  }

  /** Those that an account named, or those for whom it stands in, the newest first. */
  list(
    ctx: Ctx,
    accountId: number,
    side: 'named' | 'standIn',
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Deputy>> {
    const [column, index] =
      side === 'named' ? ['d.account_id', 'ix_deputy_account'] : ['d.deputy_id', 'ix_deputy_deputy'];
    const today = ctx.clock.today();
    return this.page(
      ctx,
      {
        select: COLUMNS,
        from: 'deputy d',
        index,
        joins: JOINS,
        where: [`${column} = ?`],
        parameters: [accountId],
        order: [{ column: 'd.id', type: 'number', direction: 'desc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      (row) => deputyOf(row, today),
    );
  }
}
