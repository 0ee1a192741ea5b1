/**
 * `npm run bench`: the hot lists as a ratio to a bare server, query plans, import times, the boards of one
 * region among many, the sweep of the message clock at growing numbers of stored messages, verification. Prints a report; ends with 1 only when something is
 * broken (bodies differ, a query plan scans a table, a chain does not verify), never for being slow.
 */
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import type { TestApp } from '../support/app';
import { markFilled, openBenchApp, openBenchDatabase } from './bench-app';
import { boardSize } from './board-data';
import { boardTimes } from './board-times';
import { bulkSize, fillWithBulkData } from './bulk-data';
import { chainTimes } from './chain-times';
import { hotLists } from './hot-lists';
import { importTimes } from './import-times';
import { listCalls } from './list-calls';
import { explained, rowsRead } from './query-plans';
import {
  boardTable,
  chainTable,
  compareTable,
  importTable,
  machineLine,
  otherTable,
  sweepTable,
} from './report';
import { compare, warmUp, type Compared, type Effort } from './rounds';
import { startBare, startProduct } from './servers';
import { sweepTimes } from './sweep-times';

const scale = Number(process.env.TEST_SCALE ?? '1');
const effort: Effort = scale >= 1 ? { seconds: 4, warmUp: 8000 } : { seconds: 0.4, warmUp: 200 };
const size = bulkSize(scale);
/** A region small enough to verify whole in a moment. */
const SMALL_REGION = 'bench-ab';

const startedAt = Date.now();
const say = (line: string): void =>
  void process.stderr.write(`  ${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const from = Date.now();
  return [await work(), (Date.now() - from) / 1000];
};

/** BENCH_ONLY=boards,sweep measures these parts alone. */
const asked = (part: 'lists' | 'boards' | 'sweep'): boolean =>
  (process.env.BENCH_ONLY ?? part).split(',').includes(part);

type Fact = readonly [string, string];

async function main(): Promise<string[]> {
  const broken: string[] = [];
  if (asked('lists')) broken.push(...(await withApp('', measure)));
  if (asked('boards')) broken.push(...(await boards()));
  if (asked('sweep')) {
    await withApp('_sweep', async (app) => {
      print(sweepTable(await sweepTimes(app, scale, say)));
      print(chainTable(await chainTimes(app, say)));
    });
  }
  return broken;
}

const print = (text: string): void => void process.stdout.write(`\n${text}\n`);

/** Many regions alike, on both databases; answers the statements that scan a table. */
async function boards(): Promise<string[]> {
  const many = boardSize(scale);
  print(`${many.regions} regions × ${many.tasksEach.toLocaleString('en-US')} tasks and as many messages`);
  const how = { rounds: scale >= 1 ? 15 : 3 };
  const onMariaDb = await withApp('_alone', (alone) =>
    withApp('_many', (app) => boardTimes(alone, app, many, { ...how, name: 'MariaDB' })),
  );
  print(boardTable(onMariaDb));
  const [alone, app] = [await openBenchApp(''), await openBenchApp('')];
  try {
    const onEmbedded = await boardTimes(alone, app, many, { ...how, name: '内置 embedded' });
    print(boardTable(onEmbedded));
    return [...onMariaDb.scans, ...onEmbedded.scans];
  } finally {
    await alone.stop();
    await app.stop();
  }
}

async function withApp<T>(
  what: string,
  work: (app: TestApp, databaseUrl: string, filled: boolean) => Promise<T>,
): Promise<T> {
  const database = await openBenchDatabase(scale, what);
  try {
    const app = await openBenchApp(database.url);
    try {
      return await work(app, database.url, database.filled);
    } finally {
      await app.stop();
    }
  } finally {
    await database.stop();
  }
}

/** Measures and prints; answers what is broken. */
async function measure(app: TestApp, databaseUrl: string, filled: boolean): Promise<string[]> {
  const facts: Fact[] = [];
  if (!filled) {
    const [, loading] = await timed(() => fillWithBulkData(app, size, say));
    await markFilled(app);
    facts.push(['loading the data', `${loading.toFixed(0)} s`]);
  }
  const broken = [...(await checkPlans(app, facts)), ...(await checkChains(app, facts))];
  const compared = await compareAll(app, databaseUrl);
  say('import');
  const imports = await importTimes();
  const data = `${size.tasks.toLocaleString('en-US')} tasks, ${size.messages.toLocaleString('en-US')} messages in ${size.regions} regions (a fifth in the one asked for), MariaDB`;
  const load = `50 connections, ${effort.seconds} s a round, alternating, median of five; ratio = product ÷ bare`;
  const report = [
    data,
    load,
    machineLine(),
    '',
    compareTable(compared),
    '',
    importTable(imports),
    '',
    otherTable(facts),
  ];
  process.stdout.write(`${report.join('\n')}\n`);
  return broken;
}

async function compareAll(app: TestApp, databaseUrl: string): Promise<Compared[]> {
  say('servers');
  const lists = await hotLists(app);
  if (app.config.database.kind !== 'mysql') throw new Error('the benchmark is about MySQL/MariaDB');
  const bare = await startBare({ databaseUrl, poolSize: app.config.database.poolSize, lists });
  const product = await startProduct(databaseUrl);
  const all: Compared[] = [];
  try {
    for (const list of lists) {
      for (const server of [product, bare]) await warmUp(list, server, effort.warmUp);
    }
    for (const list of lists) {
      say(list.title);
      const rows = await rowsRead(app, list.statements);
      all.push({ ...(await compare(list, { product, bare }, effort)), rows });
    }
  } finally {
    await product.stop();
    await bare.stop();
  }
  return all;
}

async function checkPlans(app: TestApp, facts: Fact[]): Promise<string[]> {
  say('query plans');
  const calls = await explained(app, await listCalls(app));
  const scans = calls.flatMap((call) => call.scans);
  const statements = new Set(calls.flatMap((call) => call.statements.map(({ sql }) => sql)));
  facts.push([
    'query plans of lists and searches',
    `${calls.length} calls, ${statements.size} statements, ${scans.length} scan a table`,
  ]);
  return scans;
}

async function checkChains(app: TestApp, facts: Fact[]): Promise<string[]> {
  say('chains');
  const [report, took] = await timed(() =>
    app.get(ChainVerificationService).run(app.ctx(), { region: SMALL_REGION }),
  );
  const { messages, events, firstFault } = report;
  facts.push(['verifying chains', `${messages} messages with ${events} events in ${took.toFixed(1)} s`]);
  return firstFault ? [`chain of ${firstFault.number}: ${firstFault.what}`] : [];
}

// Leaving by exit() lets the private database and the servers go too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

main().then(
  (broken) => {
    for (const line of broken) process.stderr.write(`✗ ${line}\n`);
    process.exitCode = broken.length === 0 ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
