import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { Page } from '@sunledger/shared-types';
import type { Ctx } from '../ctx';
import { Database, type Row } from './database';
import { encodeCursor, keysetSql, type KeysetSpec } from './keyset';

/**
 * What every repository extends. Entities are for writes and single reads (`this.em(ctx)`, `this.of(ctx,
 * Entity)`); a list is ONE statement (`this.rows` or `this.page`) and a row mapper.
 */
@Injectable()
export abstract class BaseRepository {
  @Inject(Database) protected readonly database!: Database;

  /** The entity manager of the unit of work, or the plain one outside. */
  protected em(ctx: Ctx): EntityManager {
    if (ctx.tx) return ctx.tx;
    this.database.scope.assertOutside();
    return this.database.dataSource.manager;
  }

  protected of<E extends ObjectLiteral>(ctx: Ctx, entity: EntityTarget<E>): Repository<E> {
    return this.em(ctx).getRepository(entity);
  }

  /**
   * Plain rows of one SQL statement with `?` parameters. Column types differ per database: read them
   * with `numberOf`, `flagOf`, `instantOf`, `jsonOf` of `row.ts` in the row mapper. Write LIMIT as a
   * checked integer into the text (`LIMIT ${limit}`): MySQL 8.0.22 refuses a bound one.
   */
  protected async rows(ctx: Ctx, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    if (!ctx.tx) return this.database.read(sql, parameters);
    const result: unknown = await ctx.tx.query(sql, [...parameters]);
    return result as Row[];
  }

  /**
   * Names the index of a statement that is no page: `FROM task t${this.byIndex('ix_task_plan')}`. MariaDB
   * reads the whole table when its statistics say that most rows fit, which ends badly once they do not.
   */
  protected byIndex(index: string): string {
    return this.database.dialect === 'mysql' ? ` FORCE INDEX (${index})` : '';
  }

  /** The first row, or null. */
  protected async row(ctx: Ctx, sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    return (await this.rows(ctx, sql, parameters))[0] ?? null;
  }

  /**
   * A writing statement; gives the number of changed rows, which is how a lost race is noticed:
   * `UPDATE … SET state = ? WHERE id = ? AND state = ?` that changes nothing lost it. Only inside a unit.
   */
  protected async execute(ctx: Ctx, sql: string, parameters: readonly unknown[] = []): Promise<number> {
    if (!ctx.tx?.queryRunner) throw new Error('execute outside a unit of work');
    const result = await ctx.tx.queryRunner.query(sql, [...parameters], true);
    return result.affected ?? 0;
  }

  /** One keyset page; `map` turns a row into what the list shows. See `KeysetSpec`. */
  protected async page<T>(ctx: Ctx, spec: KeysetSpec, map: (row: Row) => T): Promise<Page<T>> {
    const { sql, parameters } = keysetSql(this.database.dialect, spec);
    const rows = await this.rows(ctx, sql, parameters);
    const shown = rows.length > spec.limit ? rows.slice(0, spec.limit) : rows;
    const last = rows.length > spec.limit ? shown.at(-1) : undefined;
    return { items: shown.map(map), nextCursor: last ? encodeCursor(spec, last) : null };
  }
}
