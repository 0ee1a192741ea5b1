import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { AppModule } from '../../backend/src/app.module';
import { loadConfig } from '../../backend/src/config/config';
import { SettableClock } from '../../backend/src/core/clock';
import { migrate } from '../../backend/src/core/db/migrate';
import { openDatabase } from '../../backend/src/core/db/open-database';
import { createServer } from '../../backend/src/core/http/http-server';
import { schema } from '../../backend/src/database/schema';
import { TestApp } from '../support/app';
import { hasMariaDb, startMariaDb } from '../support/mariadb';

/** One environment for the server under measurement and for the app that fills its database. */
export const benchEnvironment = (databaseUrl: string): Record<string, string> => ({
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  SESSION_SECRET: 'only for the benchmark, 32 characters and more',
  DEMO: '0',
  RUN_WORKER: '0',
  LOG_LEVEL: 'warn',
  RATE_READS_PER_MINUTE: '0',
  RATE_WRITES_PER_MINUTE: '0',
  RATE_SIGN_INS_PER_MINUTE: '0',
});

export interface BenchDatabase {
  readonly url: string;
  /** It holds the data of an earlier run with BENCH_KEEP. */
  readonly filled: boolean;
  stop(): Promise<void>;
}

/**
 * A database for one run, on a private MariaDB, or on the server that DATABASE_URL names. There
 * `BENCH_KEEP=1` leaves the data for the next run, because loading takes longer than measuring.
 */
export async function openBenchDatabase(scale: number, what = ''): Promise<BenchDatabase> {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  const keep = process.env.BENCH_KEEP === '1' && given !== undefined;
  if (!keep && hasMariaDb()) {
    const server = await startMariaDb({ bufferPoolMb: scale >= 1 ? 1024 : 256 });
    const made = await namedDatabase(server.url, `sunledger_bench${what}`, false);
    return { ...made, stop: () => server.stop() };
  }
  if (given === undefined) throw new Error('没有 MariaDB：请安装 mariadb-server，或设置 DATABASE_URL');
  const name = `sunledger_bench${what}_${String(scale).replace('.', '_')}`;
  const made = await namedDatabase(given, name, keep);
  return { ...made, stop: () => (keep ? Promise.resolve() : dropDatabase(given, name)) };
}

async function namedDatabase(
  server: string,
  name: string,
  keep: boolean,
): Promise<{ url: string; filled: boolean }> {
  const url = new URL(server);
  url.pathname = `/${name}`;
  const connection = await createConnection(server);
  try {
    const [marks] = await connection.query(
      'SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?',
      [name, FILLED],
    );
    const filled = keep && Array.isArray(marks) && marks.length > 0;
    if (!filled) {
      await connection.query(`DROP DATABASE IF EXISTS ${name}`);
      await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    }
    return { url: url.toString(), filled };
  } finally {
    await connection.end();
  }
}

async function dropDatabase(server: string, name: string): Promise<void> {
  const connection = await createConnection(server);
  await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  await connection.end();
}

/** A table of this name says that the data is complete. */
const FILLED = 'bench_filled';

export async function markFilled(app: TestApp): Promise<void> {
  await app.database.dataSource.query(`CREATE TABLE ${FILLED} (id int)`);
}

/** The whole product in this process, for filling the database and for reading its statements. */
export async function openBenchApp(databaseUrl: string): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-bench-'));
  const config = loadConfig({ ...benchEnvironment(databaseUrl), DATA_DIR: folder });
  const clock = new SettableClock(new Date());
  const database = await openDatabase(config.database, schema);
  await migrate(database);
  const nest = await createServer({
    config,
    clock,
    database,
    module: AppModule.with({ config, clock, database }),
    logger: false,
  });
  await nest.listen(0, '127.0.0.1');
  const url = (await nest.getUrl()).replace('[::1]', '127.0.0.1');
  return new TestApp(nest, config, clock, database, url, folder);
}
