import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../backend/src/app.module';
import { loadConfig, type Config } from '../../backend/src/config/config';
import { SettableClock } from '../../backend/src/core/clock';
import { systemCtx, type Ctx } from '../../backend/src/core/ctx';
import type { Database } from '../../backend/src/core/db/database';
import { migrate } from '../../backend/src/core/db/migrate';
import { openDatabase } from '../../backend/src/core/db/open-database';
import { createServer } from '../../backend/src/core/http/http-server';
import { Scheduler } from '../../backend/src/core/schedule/scheduler';
import { schema } from '../../backend/src/database/schema';
import { ApiClient } from './api-client';
import { Given } from './given';
import { freshDatabase } from './mariadb';

export interface StartOptions {
  /** Where the business clock stands; it moves only by `app.clock`. */
  now?: string;
  /** More or other environment variables, such as `{ DEMO: '0' }`. */
  environment?: Record<string, string>;
}

/** The whole backend over real HTTP on a free port, on the database that this jest project is about. */
export class TestApp {
  readonly api: ApiClient;
  readonly given: Given;

  constructor(
    readonly nest: NestFastifyApplication,
    readonly config: Config,
    readonly clock: SettableClock,
    readonly database: Database,
    /** `http://127.0.0.1:…` */
    readonly url: string,
    private readonly folder: string,
  ) {
    this.api = new ApiClient(url);
    this.given = new Given(this);
  }

  /** A provider of any feature, for data that no endpoint makes yet. */
  get<T>(type: Type<T>): T {
    return this.nest.get(type, { strict: false });
  }

  ctx(): Ctx {
    return systemCtx(this.clock, 'test');
  }

  /** Runs every scheduled job and the outbox once, at the time of the test clock. */
  tick(): Promise<void> {
    return this.get(Scheduler).tick({ now: true });
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends the server and keeps its data. */
  async halt(): Promise<void> {
    await this.nest.close();
    await this.database.close();
  }

  /** A server on the data of one that was halted, at a later time; whoever was signed in still is. */
  async startedAgain(now: string): Promise<TestApp> {
    const { config, folder } = this;
    const database = await openDatabase(config.database, schema);
    await migrate(database);
    const ledger = { config, clock: new SettableClock(now), database };
    const nest = await createServer({ ...ledger, module: AppModule.with(ledger), logger: false });
    return new TestApp(nest, config, ledger.clock, database, await listenLocally(nest), folder);
  }
}

/** Starts an app on an empty, migrated database. Several may run in one spec: give each a `suffix`. */
export async function startApp(options: StartOptions = {}, suffix = ''): Promise<TestApp> {
  const ledger = await openTestLedger(options, suffix);
  const nest = await createServer({ ...ledger, module: AppModule.with(ledger), logger: false });
  const url = await listenLocally(nest);
  return new TestApp(nest, ledger.config, ledger.clock, ledger.database, url, ledger.folder);
}

export interface TestLedger {
  readonly config: Config;
  readonly clock: SettableClock;
  readonly database: Database;
  readonly folder: string;
}

/** What an app stands on, for specs that put another module on it. */
export async function openTestLedger(options: StartOptions = {}, suffix = ''): Promise<TestLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'sunledger-test-'));
  const config = loadConfig({ ...(await environmentOf(folder, suffix)), ...options.environment });
  const clock = new SettableClock(options.now ?? '2026-03-02T10:00:00+08:00');
  const database = await openDatabase(config.database, schema);
  await migrate(database);
  return { config, clock, database, folder };
}

/** Listens on a free port; gives the address. */
export async function listenLocally(nest: NestFastifyApplication): Promise<string> {
  await nest.listen(0, '127.0.0.1');
  return nest.getUrl();
}

async function environmentOf(folder: string, suffix: string): Promise<Record<string, string>> {
  const database: Record<string, string> =
    process.env.TEST_DATABASE === 'mariadb' ? { DATABASE_URL: await freshDatabase(suffix) } : {};
  return {
    ...database,
    DATA_DIR: folder,
    DEMO: '1',
    LOG_LEVEL: 'silent',
    // Tests knock faster than people; the limits have a spec of their own.
    RATE_READS_PER_MINUTE: '0',
    RATE_WRITES_PER_MINUTE: '0',
    RATE_SIGN_INS_PER_MINUTE: '0',
  };
}
