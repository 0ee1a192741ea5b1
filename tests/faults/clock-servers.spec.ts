import { setTimeout as sleep } from 'node:timers/promises';
import { chinaInstant } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { BulkWriter } from '../bench/bulk/bulk-writer';
import { makeRegions } from '../bench/bulk/bulk-regions';
import { writeDueMessages } from '../bench/bulk/due-messages';
import { writeCitizens } from '../bench/bulk-data';
import { startApp, type TestApp } from '../support/app';
import { buildBackend } from '../support/build-backend';
import { ClockServer } from '../support/clock-server';

const full = process.env.TEST_FULL === '1';
const MOST_KILLS = full ? 60 : 3;
/** The embedded database serves one process; it is killed and started again. */
const SERVERS = process.env.TEST_DATABASE === 'mariadb' ? 3 : 1;
const MESSAGES = full ? 100_000 / (SERVERS === 1 ? 10 : 1) : 1000;
const DUE_ON = '2026-03-18';
const DAY_AFTER = '2026-03-19';
/** The simulated day: every instant at which something falls due. */
const ROUNDS = [
  `${DUE_ON}T08:30:00+08:00`,
  `${DUE_ON}T15:30:00+08:00`,
  `${DUE_ON}T17:30:00+08:00`,
  `${DUE_ON}T20:00:00+08:00`,
  `${DAY_AFTER}T00:00:00+08:00`,
];
const KINDS = ['halfTime', 'reviewDue', 'softTarget', 'lastCall', 'overdue'];

describe('“it may run late, twice, or on several servers at once, and the outcome is the same: each mark is stored exactly once”', () => {
  let app: TestApp;
  const seed = Number(process.env.SEED ?? Date.now() % 100_000);
  const servers: ClockServer[] = [];
  let kills = 0;
  let atWork = 0;
  let rounds = 0;
  let startedAt = 0;

  const database = () => (process.env.TEST_DATABASE === 'mariadb' ? 'MariaDB' : 'embedded');
  const say = (line: string) => process.stdout.write(`clock (${database()}, seed ${seed}): ${line}\n`);

  beforeAll(async () => {
    buildBackend();
    app = await startApp({ now: `${DUE_ON}T08:00:00+08:00` });
    const regions = await makeRegions(app, 4);
    const writer = await BulkWriter.open(app.database);
    // Two messages a person: no author gets a digest.
    const authorIds = await writeCitizens(app, writer, MESSAGES / 2);
    await writer.close();
    await writeDueMessages(app, { count: MESSAGES, dueOn: DUE_ON, regions, authorIds });
    await app.halt();
    for (let at = 0; at < SERVERS; at += 1) servers.push(new ClockServer(environment()));
    await Promise.all(servers.map((server) => server.start()));
  }, 1_800_000);

  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await app.stop();
  });

  /** The same database, files and keys as the app of this spec. */
  function environment(): Record<string, string> {
    const { database, dataDir } = app.config;
    const url =
      database.kind === 'mysql'
        ? `mysql://${database.user}:${database.password}@${database.host}:${database.port}/${database.database}`
        : '';
    return { DATABASE_URL: url, DATA_DIR: dataDir, DEMO: '1', CLOCK_STARTS: ROUNDS[0] ?? '' };
  }

  it(
    `${MESSAGES} messages fall due in one day, ${SERVERS} servers killed at random: every mark once, none missing, dated right`,
    async () => {
      const random = randomFrom(seed);
      startedAt = Date.now();
      let ahead = 0;
      for (const at of ROUNDS) {
        // Again until a round goes through in which nobody dies.
        for (let whole = false; !whole;) {
          rounds += 1;
          const victim =
            kills < MOST_KILLS && random() < 0.8 ? servers[Math.floor(random() * SERVERS)] : null;
          const working = Promise.all(servers.map((server) => server.round(at, ahead)));
          if (victim) {
            // At any moment of the round; when all is done before, there is nobody left to disturb.
            await Promise.race([sleep(random() * (full ? 5000 : 250)), working]);
            await victim.kill();
            kills += 1;
          }
          const survived = (await working).every(Boolean);
          if (!survived) atWork += 1;
          whole = survived && !victim;
          if (victim) await victim.start();
          // The leases of the dead run out.
          ahead += 61_000;
        }
      }
      await Promise.all(servers.map((server) => server.kill()));
      app = await app.startedAgain(`${DAY_AFTER}T00:10:00+08:00`);
      await counts();
    },
    full ? 5_400_000 : 120_000,
  );

  it('the order of the dates is right, whoever came by when', async () => {
    const rows = await app.database.read(
      'SELECT kind, MIN(marked_for) AS first, MAX(marked_for) AS last, MIN(day) AS day_from, MAX(day) AS day_to FROM message_mark GROUP BY kind',
      [],
    );
    const spans = new Map(rows.map((row) => [String(row.kind), row]));
    const instant = (value: unknown) =>
      new Date(value instanceof Date ? value : `${String(value).replace(' ', 'T')}Z`);
    for (const [kind, time] of [
      ['reviewDue', '15:30'],
      ['softTarget', '17:30'],
      ['lastCall', '20:00'],
      ['overdue', '24:00'],
    ] as const) {
      const span = spans.get(kind);
      expect([instant(span?.first), instant(span?.last)]).toEqual([
        chinaInstant(DUE_ON, time),
        chinaInstant(DUE_ON, time),
      ]);
    }
    expect(instant(spans.get('halfTime')?.last).getTime()).toBeLessThan(
      chinaInstant(DUE_ON, '15:30').getTime(),
    );
    for (const row of rows) expect([row.day_from, row.day_to]).toEqual([DUE_ON, DUE_ON]);
  });

  it('each overdue is one event dated by the due date, and the chains hold', async () => {
    const [events] = await app.database.read(
      "SELECT COUNT(*) AS events, COUNT(DISTINCT message_id) AS messages, COUNT(DISTINCT at) AS instants FROM message_event WHERE code = 'overdue'",
      [],
    );
    expect([Number(events?.events), Number(events?.messages), Number(events?.instants)]).toEqual([
      MESSAGES,
      MESSAGES,
      1,
    ]);
    const [marked] = await app.database.read('SELECT COUNT(*) AS n FROM message WHERE overdue_on = ?', [
      DUE_ON,
    ]);
    expect(Number(marked?.n)).toBe(MESSAGES);
    expect(await app.get(ChainVerificationService).run(app.ctx())).toMatchObject({ faultCount: 0 });
  }, 600_000);

  it('every author is told once of each message, staff by digests; nothing is left waiting', async () => {
    const notes = await app.database.read(
      'SELECT topic, COUNT(*) AS n, COUNT(DISTINCT target_id) AS targets FROM notification GROUP BY topic ORDER BY topic',
      [],
    );
    const of = (topic: string) => notes.find((row) => row.topic === topic);
    expect([Number(of('messageDelayed')?.n), Number(of('messageDelayed')?.targets)]).toEqual([
      MESSAGES,
      MESSAGES,
    ]);
    say(notes.map((row) => `${String(row.topic)} ${String(row.n)} notes`).join(', '));
    const [waiting] = await app.database.read(
      "SELECT COUNT(*) AS n FROM message_mark WHERE outcome = 'waiting'",
      [],
    );
    const [left] = await app.database.read(
      "SELECT COUNT(*) AS n FROM outbox WHERE topic IN ('notes', 'notify') AND state <> 'done'",
      [],
    );
    expect([Number(waiting?.n), Number(left?.n)]).toEqual([0, 0]);
  });

  async function counts(): Promise<void> {
    const rows = await app.database.read(
      "SELECT kind, COUNT(*) AS marks, COUNT(DISTINCT message_id) AS messages, SUM(CASE WHEN outcome = 'told' THEN 1 ELSE 0 END) AS told FROM message_mark GROUP BY kind",
      [],
    );
    say(
      `${MESSAGES} messages, ${SERVERS} servers, ${kills} killed (${atWork} of them in the middle of work), ${rounds} rounds in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`,
    );
    for (const row of rows)
      say(
        `${String(row.kind)} ${String(row.marks)} marks of ${String(row.messages)} messages, ${String(row.told)} told`,
      );
    expect(kills).toBeGreaterThan(0);
    // Half-time of the longer ones was on an earlier day, on which no server ran.
    for (const row of rows) if (row.kind !== 'halfTime') expect(Number(row.told)).toBe(MESSAGES);
    const counted = Object.fromEntries(
      rows.map((row) => [String(row.kind), [Number(row.marks), Number(row.messages)]]),
    );
    expect(counted).toEqual(Object.fromEntries(KINDS.map((kind) => [kind, [MESSAGES, MESSAGES]])));
  }
});

/** A small generator with a seed (mulberry32), so that a failing run can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
