import type { EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { Database } from '../../../backend/src/core/db/database';

/** SQLite takes 32,766 binds per statement; more rows than this gain nothing on MariaDB. */
const MAX_BINDS = 30_000;
const MAX_ROWS = 1000;

interface Column {
  readonly property: string;
  readonly name: string;
  readonly stored: (value: unknown) => unknown;
}

/**
 * Writes many rows of an entity in few statements: column names and value transformers come from the
 * entity itself, so that a bulk-written row is the row that the product would have written.
 */
export class BulkWriter {
  private readonly runner: QueryRunner;

  private constructor(private readonly database: Database) {
    this.runner = database.dataSource.createQueryRunner();
  }

  static async open(database: Database): Promise<BulkWriter> {
    const writer = new BulkWriter(database);
    await writer.checkKeys(false);
    return writer;
  }

  async close(): Promise<void> {
    await this.checkKeys(true);
    await this.runner.release();
  }

  /** The rows fit by construction; checking each key of a million rows doubles the time. */
  private async checkKeys(on: boolean): Promise<void> {
    const value = on ? 1 : 0;
    await this.runner.query(
      this.database.dialect === 'mysql'
        ? `SET SESSION foreign_key_checks = ${value}, unique_checks = ${value}`
        : `PRAGMA foreign_keys = ${value}`,
    );
  }

  async insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: readonly Partial<E>[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const metadata = this.database.dataSource.getMetadata(entity);
    const columns = this.columnsOf(entity).filter(({ property }) => property in first);
    const width = columns.length;
    const size = Math.min(MAX_ROWS, Math.floor(MAX_BINDS / width));
    const names = columns.map(({ name }) => name).join(', ');
    const one = `(${columns.map(() => '?').join(', ')})`;
    for (let at = 0; at < rows.length; at += size) {
      const chunk = rows.slice(at, at + size);
      const values = new Array<unknown>(chunk.length * width);
      chunk.forEach((row, line) =>
        columns.forEach(({ property, stored }, place) => {
          values[line * width + place] = stored(row[property]);
        }),
      );
      const places = new Array<string>(chunk.length).fill(one).join(', ');
      await this.runner.query(`INSERT INTO ${metadata.tableName} (${names}) VALUES ${places}`, values);
    }
  }

  /** The highest id in use, 0 in an empty table. */
  async lastId<E extends ObjectLiteral>(entity: EntityTarget<E>): Promise<number> {
    const { tableName } = this.database.dataSource.getMetadata(entity);
    const rows: { last: number | null }[] = await this.runner.query(
      `SELECT MAX(id) AS last FROM ${tableName}`,
    );
    return Number(rows[0]?.last ?? 0);
  }

  private columnsOf<E extends ObjectLiteral>(entity: EntityTarget<E>): Column[] {
    return this.database.dataSource.getMetadata(entity).columns.map((column) => {
      const transformers = [column.transformer ?? []].flat();
      return {
        property: column.propertyName,
        name: column.databaseName,
        stored: (value) => transformers.reduce((made: unknown, each) => each.to(made) as unknown, value),
      };
    });
  }
}
