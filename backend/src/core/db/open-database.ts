import libsql from 'libsql';
import mysql from 'mysql2/promise';
import type { Pool } from 'mysql2';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { Database } from './database';
import type { DatabaseOptions } from '../../config/config';
import { EmbeddedReader } from './embedded-reader';
import { lockEmbedded } from './embedded-lock';
import { SnakeNamingStrategy } from './snake-naming.strategy';
import { isolateSqlite } from './sqlite-isolation';
import { UnitScope } from './unit-scope';

/** Classes of entities or migrations, as TypeORM takes them. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type for classes
export type ClassList = MixedList<Function>;

export interface Schema {
  readonly entities: ClassList;
  readonly migrations: ClassList;
}

export interface OpenOptions {
  /**
   * The embedded file has one server: API, worker, reset and seed take the lock. Short commands beside a
   * running server set this to false; SQLite itself serialises their transactions with the server's.
   */
  readonly exclusive?: boolean;
}

/** Opens the database without migrating it; see `migrate`. */
export async function openDatabase(
  options: DatabaseOptions,
  schema: Schema,
  { exclusive = true }: OpenOptions = {},
): Promise<Database> {
  return options.kind === 'embedded'
    ? openEmbedded(options.file, schema, exclusive)
    : openMysql(options, schema);
}

const shared = (schema: Schema) => ({
  entities: schema.entities,
  migrations: schema.migrations,
  migrationsTableName: 'schema_migration',
  migrationsTransactionMode: 'each' as const,
  namingStrategy: new SnakeNamingStrategy(),
  synchronize: false,
  logging: false as const,
});

async function openEmbedded(file: string, schema: Schema, exclusive: boolean): Promise<Database> {
  const lock = exclusive ? lockEmbedded(file) : null;
  try {
    const scope = new UnitScope();
    const dataSource = new DataSource({
      type: 'better-sqlite3',
      driver: libsql,
      database: file,
      enableWAL: true,
      // FULL costs a third of a millisecond per commit and keeps an acknowledged write through a power cut.
      prepareDatabase: (connection: { pragma(text: string): unknown }) => {
        connection.pragma('synchronous = FULL');
      },
      ...shared(schema),
    });
    // SQLite takes any type name (this one has text affinity); TypeORM checks against its own list.
    dataSource.driver.supportedDataTypes.push('longtext');
    isolateSqlite(dataSource, () => scope.assertOutside());
    await dataSource.initialize();
    const reader = new EmbeddedReader(file);
    return new Database(dataSource, 'sqlite', scope, reader, null, () => lock?.release());
  } catch (error) {
    lock?.release();
    throw error;
  }
}

type MysqlOptions = Extract<DatabaseOptions, { kind: 'mysql' }>;

async function openMysql(options: MysqlOptions, schema: Schema): Promise<Database> {
  const dataSource = new DataSource({
    type: await engineOf(options),
    host: options.host,
    port: options.port,
    username: options.user,
    password: options.password,
    database: options.database,
    charset: 'utf8mb4_bin',
    // Without it a process in Asia/Shanghai writes local times and reads them 8 hours moved.
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: options.poolSize,
    extra: { decimalNumbers: true, maxPreparedStatements: 400, enableKeepAlive: true },
    ...shared(schema),
  } satisfies DataSourceOptions);
  await dataSource.initialize();
  const pool = (dataSource.driver as unknown as { pool: Pool }).pool;
  await sessionSettings(pool);
  return new Database(dataSource, 'mysql', new UnitScope(), null, pool, () => undefined);
}

/** TypeORM reports false drift on MariaDB under `type: 'mysql'`, so the server is asked what it is. */
async function engineOf(options: MysqlOptions): Promise<'mysql' | 'mariadb'> {
  const connection = await mysql.createConnection({
    host: options.host,
    port: options.port,
    user: options.user,
    password: options.password,
    database: options.database,
  });
  try {
    const [rows] = await connection.query<mysql.RowDataPacket[]>('SELECT VERSION() AS version');
    return String(rows[0]?.version).toLowerCase().includes('mariadb') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION time_zone = '+00:00'",
];

/**
 * READ COMMITTED for every connection at its birth instead of one more round trip per transaction.
 * The one that TypeORM opened before we could listen gets it here.
 */
async function sessionSettings(pool: Pool): Promise<void> {
  pool.on('connection', (connection) => {
    for (const statement of SESSION) connection.query(statement);
  });
  const first = await pool.promise().getConnection();
  try {
    for (const statement of SESSION) await first.query(statement);
  } finally {
    first.release();
  }
}
