import type { Database } from './database';

/** Runs what is missing; gives the names of the migrations that ran. */
export async function migrate(database: Database): Promise<string[]> {
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
