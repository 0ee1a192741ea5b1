import { setTimeout as sleep } from 'node:timers/promises';
import { endpoints } from '@sunledger/shared-types';
import { CreateRegionService } from '../../backend/src/features/region/create-region.service';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { ApiClient } from '../support/api-client';
import { startApp, type TestApp } from '../support/app';
import { GaleraCluster, galeraLacks } from '../support/galera';
import type { GivenPerson } from '../support/given';
import { RunningServer } from '../support/server';

const scale = Number(process.env.TEST_SCALE ?? '0.01');
const WRITERS = 20;
/** Acknowledged before the kill, and again after it. */
const BEFORE = Math.max(60, Math.round(3000 * scale));
const AFTER = Math.max(60, Math.round(3000 * scale));
/** Messages that fell due while nobody looked; the sweeps of both replicas mark them while the node dies. */
const OVERDUE = Math.max(40, Math.round(2000 * scale));

interface Acknowledged {
  readonly id: number;
  readonly text: string;
  readonly at: number;
}

const lacks = galeraLacks();
const why = `没有安装 ${lacks} is not installed`;
const title = `the active node of a Galera cluster is killed under load${lacks ? `（${why}）` : ''}`;

/**
 * Two replicas of the product on three MariaDB nodes behind HAProxy. The active node is killed while
 * people write and the sweeps mark: nothing acknowledged is lost, nothing is there twice. Where the packages
 * cannot be had, the reason stands in the name, which the launcher prints with whatever was skipped.
 */
(lacks ? describe.skip : describe)(title, () => {
  let cluster: GaleraCluster;
  let app: TestApp;
  const replicas: RunningServer[] = [];
  const people: GivenPerson[] = [];
  const overdue: number[] = [];
  const acknowledged: Acknowledged[] = [];
  let resent = 0;

  beforeAll(async () => {
    cluster = await GaleraCluster.start();
    const environment = { DATABASE_URL: cluster.urlOf('sunledger') };
    app = await startApp({ now: daysAgo(20), environment });
    const region = await app.get(CreateRegionService).run(app.ctx(), {
      code: 'yunxi',
      name: '云溪县',
      kind: '县',
      settings: { requireVerifiedPhone: false, messagesPerDay: 1_000_000 },
    });
    await app.given.unit(region, '云溪县政务公开办', { kind: 'office', isOffice: true });
    for (let at = 0; at < WRITERS; at += 1) people.push(await app.given.person());
    for (let at = 0; at < OVERDUE; at += 1) overdue.push((await submit(app.api, at, `逾期的第 ${at} 问`)).id);
    // The errors of the seconds without a database are what this test makes.
    const server = { ...environment, DEMO: '0', LOG_LEVEL: 'silent' };
    for (let at = 0; at < 2; at += 1) {
      replicas.push(
        await RunningServer.start({ environment: { ...server, RUN_WORKER: at === 0 ? '0' : '1' } }),
      );
    }
  }, 300_000);

  afterAll(async () => {
    for (const replica of replicas) await replica.stop();
    await app?.stop();
    await cluster?.stop();
  });

  /** Knocks until it is told that the message is stored, with one key, as the mini-program does. */
  async function submit(api: ApiClient, at: number, text: string): Promise<Acknowledged> {
    const as = people[at % WRITERS];
    if (!as) throw new Error('nobody writes');
    const idempotencyKey = `cluster-${Buffer.from(text).toString('hex').slice(-60)}`;
    const input = { region: 'yunxi', kind: 'inquiry' as const, text };
    const giveUpAt = Date.now() + 120_000;
    for (;;) {
      const answer = await api
        .call(endpoints.message.submit, input, { as, idempotencyKey })
        .catch(() => null);
      if (answer?.status === 201) return { id: answer.body.id, text, at: Date.now() };
      if (answer && answer.status < 500 && answer.error.code !== 'IDEMPOTENCY_IN_PROGRESS')
        throw new Error(`${answer.status} ${answer.error.code}`);
      if (Date.now() > giveUpAt) throw new Error(`never acknowledged: ${answer?.status ?? 'no answer'}`);
      resent += 1;
      await sleep(100);
    }
  }

  it('nothing acknowledged is lost or doubled, and every mark is stored once', async () => {
    let next = 0;
    let killedAt = 0;
    let lastBefore = 0;
    const total = BEFORE + AFTER;
    const writer = async (at: number): Promise<void> => {
      const api = new ApiClient(replicas[at % 2]?.url ?? '');
      while (next < total) {
        const text = `集群里的第 ${next++} 问，请答复`;
        acknowledged.push(await submit(api, at, text));
        if (acknowledged.length >= BEFORE && killedAt === 0) {
          killedAt = Date.now();
          lastBefore = acknowledged.length;
          await cluster.killActive();
        }
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, at) => writer(at)));
    await untilMarked();

    const stored = await rows<{ id: number; text: string }>(
      `SELECT m.id, m.text FROM message m WHERE m.text LIKE '集群里的第%'`,
    );
    const ids = new Set(stored.map(({ id }) => Number(id)));
    const lost = acknowledged.filter(({ id }) => !ids.has(id));
    const doubled = stored.length - new Set(stored.map(({ text }) => text)).size;
    const marks = await rows<{ message_id: number }>(
      `SELECT message_id FROM message_event WHERE code = 'overdue'`,
    );
    const seconds = longestGap(acknowledged.map(({ at }) => at)) / 1000;
    process.stdout.write(
      `Galera, active node killed after ${lastBefore}: ${acknowledged.length} acknowledged, ${lost.length} lost, ` +
        `${doubled} duplicated, ${resent} sent again, ${seconds.toFixed(1)} s without service; ` +
        `${marks.length} marks of ${OVERDUE} overdue messages\n`,
    );
    expect(lost).toEqual([]);
    expect(doubled).toBe(0);
    expect(stored).toHaveLength(total);
    expect(marks.map(({ message_id }) => Number(message_id)).sort((a, b) => a - b)).toEqual(
      [...overdue].sort((a, b) => a - b),
    );
    const report = await app.get(ChainVerificationService).run(app.ctx());
    expect(report).toMatchObject({ messages: total + OVERDUE, faultCount: 0 });
  }, 900_000);

  const rows = <T>(sql: string): Promise<T[]> => app.database.dataSource.query<T[]>(sql);

  async function untilMarked(): Promise<void> {
    const giveUpAt = Date.now() + 300_000;
    for (;;) {
      const [row] = await rows<{ n: number }>(
        `SELECT COUNT(*) AS n FROM message_event WHERE code = 'overdue'`,
      ).catch(() => []);
      if (Number(row?.n) >= OVERDUE) return;
      if (Date.now() > giveUpAt) throw new Error(`only ${row?.n} of ${OVERDUE} were marked`);
      await sleep(300);
    }
  }
});

function longestGap(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.reduce(
    (longest, time, at) => Math.max(longest, at === 0 ? 0 : time - (sorted[at - 1] ?? time)),
    0,
  );
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}
