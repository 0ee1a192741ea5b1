import { hasMariaDb, startMariaDb, type MariaDbServer } from './mariadb';

declare global {
  // Start and stop run in the same process, in modules that do not see each other.
  var sunledgerMariaDb: MariaDbServer | undefined;
}

/** One server for the whole run; the workers inherit its address. DATABASE_URL serves where no MariaDB is installed. */
export default async function start(): Promise<void> {
  if (hasMariaDb()) {
    globalThis.sunledgerMariaDb = await startMariaDb();
    process.env.TEST_MARIADB_URL = globalThis.sunledgerMariaDb.url;
    return;
  }
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!given)
    throw new Error('没有 MariaDB：请安装 mariadb-server，或用 DATABASE_URL 指定一个可建库的 MySQL/MariaDB');
  process.env.TEST_MARIADB_URL = given;
}
