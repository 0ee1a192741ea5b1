import { rmSync } from 'node:fs';
import type { Config, DatabaseOptions } from '../config/config';
import { lockEmbedded } from '../core/db/embedded-lock';
import { openDatabase } from '../core/db/open-database';
import { schema } from './schema';

/** A reset is refused here; the message says what to do. */
export class ResetRefused extends Error {}

/**
 * Empties the database. The embedded file holds nothing but the demo on a newcomer's machine, yet not
 * with NODE_ENV=production; a MySQL database is emptied only where DEMO says that it is a demo.
 */
export async function resetDatabase(config: Config): Promise<void> {
  if (!config.demo) {
    throw new ResetRefused(
      '只能清空演示数据：请设置 DEMO=1 后再试。Only demo data can be reset: set DEMO=1.',
    );
  }
  if (config.database.kind === 'embedded') removeFile(config.database.file);
  else await dropTables(config.database);
  // Nothing names the files of the demo any more.
  if (config.store.kind === 'disk') rmSync(config.store.folder, { recursive: true, force: true });
}

async function dropTables(options: DatabaseOptions): Promise<void> {
  const database = await openDatabase(options, schema);
  try {
    await database.dataSource.dropDatabase();
  } finally {
    await database.close();
  }
}

function removeFile(file: string): void {
  // Under a running server the file would live on unseen.
  const lock = lockEmbedded(file);
  try {
    for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  } finally {
    lock.release();
  }
}
