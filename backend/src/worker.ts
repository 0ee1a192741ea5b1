import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { loadConfig } from './config/config';
import { Scheduler } from './core/schedule/scheduler';
import { serverLogger } from './core/server-logger';
import { openLedger } from './database/open-ledger';
import { endOnSignal, failStart } from './door';

/** The background door: scheduled jobs and the outbox without HTTP, beside API processes with RUN_WORKER=0. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const ledger = await openLedger(config);
  const app = await NestFactory.createApplicationContext(AppModule.with(ledger), {
    logger: serverLogger(config),
  });
  endOnSignal(async () => {
    await app.close();
    await ledger.database.close();
  });
  app.get(Scheduler).start();
  process.stdout.write('阳光台账后台任务已启动 background worker started\n');
}

main().catch(failStart);
