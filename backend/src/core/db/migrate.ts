import type { Database } from './database';

const LOCK = 'sunledger_migrate';
const LOCK_SECONDS = 120;

/**
 * Runs what is missing; gives the names of the migrations that ran. Replicas that start together take
 * turns: a named lock of the server on MySQL, the embedded file has one process anyway.
 */
export async function migrate(database: Database): Promise<string[]> {
  if (database.dialect === 'sqlite') return runMissing(database);
  const runner = database.dataSource.createQueryRunner();
  try {
    const got: unknown = await runner.query('SELECT GET_LOCK(?, ?) AS got', [LOCK, LOCK_SECONDS]);
    if (Number((got as { got: unknown }[])[0]?.got) !== 1) throw new Error('another process is migrating');
    return await runMissing(database);
  } finally {
    await runner.query('SELECT RELEASE_LOCK(?) AS released', [LOCK]);
    await runner.release();
  }
}

async function runMissing(database: Database): Promise<string[]> {
  const ran = await database.dataSource.runMigrations();
  return ran.map((migration) => migration.name);
}

/** Whether every migration of this release is in the database; `/readyz` asks. */
export async function isCurrent(database: Database): Promise<boolean> {
  return !(await database.dataSource.showMigrations());
}

/** The SQL that would bring the tables to the entities; empty when nothing drifted. */
export async function drift(database: Database): Promise<string[]> {
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map((query) => query.query);
}
