/**
 * A process of the built product whose clocks the parent sets: it answers `{ at, ahead }` by one round of the
 * background work at that business time, with the system time that much ahead (leases of the dead run out).
 */
require('reflect-metadata');
const { join } = require('node:path');
const { NestFactory } = require('@nestjs/core');

const built = (file) => require(join(__dirname, '../../backend/dist', file));
const { AppModule } = built('app.module.js');
const { loadConfig } = built('config/config.js');
const { SettableClock } = built('core/clock.js');
const { openDatabase } = built('core/db/open-database.js');
const { Scheduler } = built('core/schedule/scheduler.js');
const { schema } = built('database/schema.js');

const systemNow = Date.now;
let ahead = 0;
Date.now = () => systemNow() + ahead;

async function main() {
  const config = loadConfig(process.env);
  const clock = new SettableClock(process.env.CLOCK_STARTS);
  const database = await openDatabase(config.database, schema);
  const app = await NestFactory.createApplicationContext(AppModule.with({ config, clock, database }), {
    logger: ['error'],
  });
  process.on('message', (round) => {
    ahead = round.ahead;
    clock.set(round.at);
    app
      .get(Scheduler)
      .tick({ now: true })
      .then(() => process.send({ done: round.at }));
  });
  process.send({ done: 'start' });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
