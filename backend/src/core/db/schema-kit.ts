import { Table, TableColumn, type QueryRunner, type TableColumnOptions } from 'typeorm';

/**
 * The one file in which the databases' schemas differ: column types and table options that give the
 * same table on MySQL, MariaDB and SQLite and no drift against the entities.
 *
 * entity                                            migration
 * `@PrimaryGeneratedColumn({ type: 'integer' })`    `column.id()`
 * `@Column({ type: 'integer' })`                    `column.integer('region_id')`
 * `@Column({ type: 'bigint', transformer: bigintColumn })`   `column.bigint('bytes')`
 * `@Column({ type: 'varchar', length: 100 })`       `column.varchar('name', 100)`
 * `@Column({ type: 'varchar', length: 10 })`        `column.date('due_on')`        (YYYY-MM-DD)
 * `@Column({ type: 'datetime', precision: 3 })`     `column.instant('received_at')`
 * `@Column({ type: 'boolean' })`                    `column.flag('simple')`
 * `@Column({ type: 'longtext' })`                   `column.text('body')`
 * `@Column({ type: 'longtext', transformer: jsonColumn<X>() })`   `column.json('rule')`
 * `nullable: true` in the entity                    `optional(column.…)`
 *
 * No column defaults (entities and services set every value), no enum, no @CreateDateColumn.
 */
type ColumnMaker = (mysql: boolean) => TableColumnOptions;

export const column = {
  id: (): ColumnMaker => (mysql) => ({
    name: 'id',
    type: mysql ? 'int' : 'integer',
    isPrimary: true,
    isGenerated: true,
    generationStrategy: 'increment',
  }),
  integer:
    (name: string): ColumnMaker =>
    (mysql) => ({ name, type: mysql ? 'int' : 'integer' }),
  bigint:
    (name: string): ColumnMaker =>
    () => ({ name, type: 'bigint' }),
  varchar:
    (name: string, length: number): ColumnMaker =>
    () => ({ name, type: 'varchar', length: String(length) }),
  date:
    (name: string): ColumnMaker =>
    () => ({ name, type: 'varchar', length: '10' }),
  instant:
    (name: string): ColumnMaker =>
    () => ({ name, type: 'datetime', precision: 3 }),
  flag:
    (name: string): ColumnMaker =>
    (mysql) => ({ name, type: mysql ? 'tinyint' : 'boolean' }),
  text:
    (name: string): ColumnMaker =>
    () => ({ name, type: 'longtext' }),
  json:
    (name: string): ColumnMaker =>
    () => ({ name, type: 'longtext' }),
};

/** The column may be NULL. */
export function optional(maker: ColumnMaker): ColumnMaker {
  return (mysql) => ({ ...maker(mysql), isNullable: true });
}

/** The column is (part of) the primary key of a table without `id`. */
export function primary(maker: ColumnMaker): ColumnMaker {
  return (mysql) => ({ ...maker(mysql), isPrimary: true });
}

export interface TablePlan {
  name: string;
  columns: ColumnMaker[];
  /** `{ name: 'ux_region_code', columns: ['code'], unique: true }`; names are unique over the whole schema. */
  indices?: { name: string; columns: string[]; unique?: boolean }[];
  /** `{ name: 'fk_unit_region', column: 'region_id', table: 'region' }`. */
  foreignKeys?: { name: string; column: string; table: string; onDelete?: 'CASCADE' | 'NO ACTION' }[];
}

/** Creates one table with its named indexes and foreign keys. */
export async function createTable(runner: QueryRunner, plan: TablePlan): Promise<void> {
  const mysql = isMysql(runner);
  await runner.createTable(
    new Table({
      name: plan.name,
      columns: plan.columns.map((make) => make(mysql)),
      indices: (plan.indices ?? []).map(({ name, columns, unique }) => ({
        name,
        columnNames: columns,
        isUnique: unique ?? false,
      })),
      foreignKeys: (plan.foreignKeys ?? []).map(({ name, column: key, table, onDelete }) => ({
        name,
        columnNames: [key],
        referencedTableName: table,
        referencedColumnNames: ['id'],
        onDelete: onDelete ?? 'NO ACTION',
        onUpdate: 'NO ACTION',
      })),
      ...(mysql ? { engine: 'InnoDB' } : {}),
    }),
  );
}

/** Adds columns to a table that holds rows: only such that may be NULL (`optional`). */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly ColumnMaker[],
): Promise<void> {
  const mysql = isMysql(runner);
  await runner.addColumns(
    table,
    columns.map((make) => new TableColumn(make(mysql))),
  );
}

/** Adds a column that every row has, the rows that are there with one value. */
export async function addFilledColumn(
  runner: QueryRunner,
  table: string,
  maker: ColumnMaker,
  value: number | string,
): Promise<void> {
  const mysql = isMysql(runner);
  const filled = new TableColumn(maker(mysql));
  await runner.addColumn(table, new TableColumn(optional(maker)(mysql)));
  await runner.query(`UPDATE ${table} SET ${filled.name} = ?`, [value]);
  await runner.changeColumn(table, filled.name, filled);
}

export async function dropColumns(
  runner: QueryRunner,
  table: string,
  names: readonly string[],
): Promise<void> {
  await runner.dropColumns(table, [...names]);
}

/** Drops tables, the dependent ones first; the `down` of a migration. */
export async function dropTables(runner: QueryRunner, names: readonly string[]): Promise<void> {
  for (const name of names) await runner.dropTable(name);
}

export function isMysql(runner: QueryRunner): boolean {
  return runner.dataSource.driver.options.type !== 'better-sqlite3';
}
