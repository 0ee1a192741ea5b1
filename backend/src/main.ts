import 'reflect-metadata';
import { AppModule } from './app.module';
import { loadConfig } from './config/config';
import { systemCtx } from './core/ctx';
import { createServer } from './core/http/http-server';
import { listenEverywhere } from './core/http/listen';
import { NewestEvent } from './core/newest-event';
import { Scheduler } from './core/schedule/scheduler';
import { serverLogger } from './core/server-logger';
import { assertClockAfter } from './database/demo-clock';
import { seedWhenEmpty } from './database/seed-when-empty';
import { openLedger } from './database/open-ledger';
import { endOnSignal, failStart } from './door';
import { sayStarted } from './start-message';

/** The HTTP door: API, H5 pages, and (unless RUN_WORKER=0) the background work. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const ledger = await openLedger(config);
  const app = await createServer({
    ...ledger,
    module: AppModule.with(ledger),
    logger: serverLogger(config),
  });
  endOnSignal(async () => {
    await app.close();
    await ledger.database.close();
  });
  await app.init();
  const ctx = systemCtx(ledger.clock, 'start');
  await seedWhenEmpty(app, ledger);
  if (config.demo) assertClockAfter(await app.get(NewestEvent).at(ctx), ledger.clock);
  if (config.runWorker) app.get(Scheduler).start();
  const port = await listenEverywhere(app, config.port);
  await sayStarted(app, config, port, ctx);
}

main().catch(failStart);
