import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints, personas } from '@sunledger/shared-types';
import { ApiClient, type Person } from '../support/api-client';
import { backendDist, buildBackend } from '../support/build-backend';
import { freePort } from '../support/free-port';
import { freshDatabase } from '../support/mariadb';

const SUBMISSIONS = 50;
/** So many answers are awaited before the kill: some are acknowledged, some are under way. */
const KILL_AFTER = 12;

/** The built server on one database, to be killed and started again. */
class Process {
  private child: ChildProcess | null = null;

  constructor(private readonly environment: Record<string, string>) {}

  /** @param demoNow a restart needs a later one: the ledger refuses a clock before its newest event */
  async start(demoNow: string): Promise<void> {
    const child = spawn(process.execPath, [join(backendDist, 'main.js')], {
      env: { ...process.env, ...this.environment, DEMO_NOW: demoNow },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.child = child;
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if (child.exitCode !== null) throw new Error(`the server ended with status ${child.exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${this.environment.PORT}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('the server did not become ready');
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  }
}

describe('SIGKILL during parallel submissions', () => {
  let server: Process;
  let api: ApiClient;
  let folder: string;
  const people: Person[] = [];

  beforeAll(async () => {
    buildBackend();
    folder = mkdtempSync(join(tmpdir(), 'sunledger-sigkill-'));
    const port = String(await freePort());
    server = new Process({
      DATABASE_URL: process.env.TEST_DATABASE === 'mariadb' ? await freshDatabase('_sigkill') : '',
      DATA_DIR: folder,
      PORT: port,
      DEMO: '1',
      LOG_LEVEL: 'error',
      RATE_READS_PER_MINUTE: '0',
      RATE_WRITES_PER_MINUTE: '0',
      RATE_SIGN_INS_PER_MINUTE: '0',
    });
    await server.start('2026-03-02T10:00:00+08:00');
    api = new ApiClient(`http://127.0.0.1:${port}`);
    for (const persona of personas) people.push(await api.ok(endpoints.account.signInDemo, { persona }));
  });

  afterAll(async () => {
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Nine people, so that the limit of each is not reached; the second region has no messages of the demo. */
  const submit = (at: number) =>
    api.call(
      endpoints.message.submit,
      { region: 'binjiang', kind: 'inquiry', text: `断电前的第 ${at} 个问题，请答复` },
      { as: people[at % people.length] ?? null, idempotencyKey: `before-the-kill-${at}` },
    );

  it('every acknowledged message is there after the restart, and a retry makes no second one', async () => {
    const acknowledged = new Map<number, { id: number; number: string | null; text: string }>();
    const kill: Promise<void>[] = [];
    await Promise.all(
      Array.from({ length: SUBMISSIONS }, async (_, at) => {
        const answer = await submit(at).catch(() => null);
        if (answer?.status !== 201) return;
        acknowledged.set(at, answer.body);
        if (acknowledged.size >= KILL_AFTER && kill.length === 0) kill.push(server.end('SIGKILL'));
      }),
    );
    await Promise.all(kill);
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
    process.stdout.write(
      `SIGKILL (${process.env.TEST_DATABASE}): ${acknowledged.size} of ${SUBMISSIONS} acknowledged\n`,
    );

    await server.start('2026-03-02T11:00:00+08:00');
    for (const [at, { id, number, text }] of acknowledged) {
      const as = people[at % people.length] ?? null;
      expect(await api.ok(endpoints.message.get, { id }, { as })).toMatchObject({ id, number, text });
    }
    const retried = await Promise.all(Array.from({ length: SUBMISSIONS }, (_, at) => submit(at)));
    expect(retried.map((answer) => answer.status)).toEqual(retried.map(() => 201));
    expect(new Set(retried.map((answer) => answer.body.number)).size).toBe(SUBMISSIONS);
    for (const [at, { id }] of acknowledged) expect(retried[at]?.body.id).toBe(id);
    await expectOneOfEach();
  });

  async function expectOneOfEach(): Promise<void> {
    const texts: string[] = [];
    for (const as of people) {
      const mine = await api.ok(
        endpoints.message.list,
        { scope: 'mine', region: 'binjiang', limit: 100 },
        { as },
      );
      texts.push(...mine.items.map((item) => item.text));
    }
    expect(new Set(texts).size).toBe(SUBMISSIONS);
    expect(texts).toHaveLength(SUBMISSIONS);
  }
});
