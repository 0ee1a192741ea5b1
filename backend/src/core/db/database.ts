import type { DataSource } from 'typeorm';
import type { Pool } from 'mysql2';
import type { Dialect } from './dialect';
import type { EmbeddedReader } from './embedded-reader';
import type { UnitScope } from './unit-scope';

export type Row = Record<string, unknown>;

/** Asked after the end: as good as unreachable. */
class DatabaseClosedError extends Error {
  readonly code = 'POOL_CLOSED';
}

/** An open database: what the unit of work and the base repository stand on. */
export class Database {
  constructor(
    readonly dataSource: DataSource,
    readonly dialect: Dialect,
    readonly scope: UnitScope,
    private readonly reader: EmbeddedReader | null,
    private readonly pool: Pool | null,
    private readonly unlock: () => void,
  ) {}

  private closed = false;

  /** One statement outside every transaction, over a prepared statement of the pool or the reader. */
  read(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    this.scope.assertOutside();
    if (this.closed) return Promise.reject(new DatabaseClosedError());
    if (this.reader) return this.readEmbedded(this.reader, sql, parameters);
    const { pool } = this;
    if (!pool) throw new Error('neither a reader nor a pool');
    return new Promise((resolve, reject) => {
      // mysql2's callback form is the cheapest.
      pool.execute(sql, toMysqlBinds(parameters), (error, rows) => {
        if (error) reject(error);
        else resolve(rows as Row[]);
      });
    });
  }

  private async readEmbedded(
    reader: EmbeddedReader,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    return reader.all(sql, parameters) as Row[];
  }

  /** For `/readyz`: throws when the database does not answer. */
  async ping(): Promise<void> {
    await this.read('SELECT 1 AS one', []);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.reader?.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    this.unlock();
  }
}

type MysqlBind = string | number | bigint | boolean | Date | null | Buffer;

function toMysqlBinds(parameters: readonly unknown[]): MysqlBind[] {
  return parameters.map((value) => (value === undefined ? null : (value as MysqlBind)));
}
