import type { Config } from '../config/config';
import { DemoClock, RealClock, type Clock } from '../core/clock';
import type { Database } from '../core/db/database';
import { migrate } from '../core/db/migrate';
import { openDatabase, type OpenOptions } from '../core/db/open-database';
import { schema } from './schema';

export interface Ledger {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: Database;
}

/** What every door begins with: the clock, and the database with all migrations. */
export async function openLedger(config: Config, options: OpenOptions = {}): Promise<Ledger> {
  const clock = config.demoNow ? new DemoClock(config.demoNow) : new RealClock();
  const database = await openDatabase(config.database, schema, options);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { config, clock, database };
}
