import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshDatabase } from '../support/mariadb';

const backend = resolve(__dirname, '../../backend');

interface Ended {
  status: number | null;
  err: string;
}

/** A built door as a process of its own. */
class Door {
  out = '';
  err = '';
  readonly child: ChildProcess;

  constructor(door: string, args: string[], environment: Record<string, string>) {
    const file = join(backend, 'dist', `${door}.js`);
    this.child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...environment } });
    this.child.stdout?.on('data', (text: Buffer) => (this.out += text.toString()));
    this.child.stderr?.on('data', (text: Buffer) => (this.err += text.toString()));
  }

  /** The port that the start message names. */
  async port(): Promise<number> {
    while (this.child.exitCode === null) {
      const [, port] = /http:\/\/localhost:(\d+)/.exec(this.out) ?? [];
      if (port && this.out.includes('Ctrl-C')) return Number(port);
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`ended with ${this.child.exitCode}: ${this.err}`);
  }

  async ended(): Promise<Ended> {
    if (this.child.exitCode === null) await once(this.child, 'exit');
    return { status: this.child.exitCode, err: this.err };
  }
}

describe('the doors', () => {
  const onMariaDb = process.env.TEST_DATABASE === 'mariadb';
  let folder: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    buildServer();
    folder = mkdtempSync(join(tmpdir(), 'sunledger-doors-'));
    const DATABASE_URL = onMariaDb ? await freshDatabase('_doors') : '';
    const DEMO_NOW = '2026-03-02T10:00:00+08:00';
    environment = { DATABASE_URL, DATA_DIR: folder, PORT: '0', DEMO: '1', DEMO_NOW, NODE_ENV: 'test' };
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (door: string, args: string[] = [], more: Record<string, string> = {}) =>
    new Door(door, args, { ...environment, ...more });

  it('refuse a bad variable in one line with status 2', async () => {
    const { status, err } = await run('main', [], { PORT: 'many' }).ended();
    expect([status, err.trim().split('\n').length]).toEqual([2, 1]);
    expect(err).toContain('PORT');
  });

  it('refuse DEMO in production', async () => {
    const production = { NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(40) };
    const { status, err } = await run('main', [], production).ended();
    expect([status, err]).toEqual([2, expect.stringContaining('DEMO')]);
  });

  it('say when the database does not answer', async () => {
    const { status, err } = await run('main', [], { DATABASE_URL: 'mysql://u:p@127.0.0.1:1/none' }).ended();
    expect([status, err]).toEqual([1, expect.stringContaining('连不上数据库')]);
  });

  it('know only their commands', async () => {
    const { status, err } = await run('cli', ['dance']).ended();
    expect([status, err]).toEqual([2, expect.stringContaining('dance')]);
  });

  it('serve, print the personas, finish a running request on SIGTERM and leave with 0', async () => {
    const server = run('main');
    const port = await server.port();
    expect(server.out).toContain('handler');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    if (hasIpv6()) expect((await fetch(`http://[::1]:${port}/healthz`)).status).toBe(200);
    // Its clock begins later, as a second server's does: the first has gone on and written.
    await secondProcess(run('main', [], { DEMO_NOW: '2026-03-02T11:00:00+08:00' }));

    const body = JSON.stringify({ persona: 'citizen' });
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (text: Buffer) => (answer += text.toString()));
    const head = ['POST /api/v1/auth/demo HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
    socket.write(`${[...head, `Content-Length: ${body.length}`].join('\r\n')}\r\n\r\n${body.slice(0, 5)}`);
    await new Promise((done) => setTimeout(done, 200));
    server.child.kill('SIGTERM');
    await new Promise((done) => setTimeout(done, 200));
    socket.write(body.slice(5));
    const { status } = await server.ended();
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(status).toBe(0);
  });

  /** The embedded file has one server; MySQL and MariaDB serve any number. */
  async function secondProcess(second: Door): Promise<void> {
    if (onMariaDb) {
      await second.port();
      second.child.kill('SIGINT');
      expect((await second.ended()).status).toBe(0);
      return;
    }
    const { status, err } = await second.ended();
    expect([status, err]).toEqual([1, expect.stringContaining('内置数据库')]);
    const reset = await run('cli', ['reset']).ended();
    expect([reset.status, reset.err]).toEqual([1, expect.stringContaining('内置数据库')]);
    expect((await run('cli', ['verify']).ended()).status).toBe(0);
  }

  it('do not start with a clock before the newest event, and name the reset', async () => {
    const { status, err } = await run('main', [], { DEMO_NOW: '2026-02-01T10:00:00+08:00' }).ended();
    expect([status, err]).toEqual([1, expect.stringContaining('npm run reset')]);
  });

  it('reset the demo, which may then stand in the past', async () => {
    const past = { DEMO_NOW: '2026-02-01T10:00:00+08:00' };
    const photo = join(folder, 'files', 'of-the-demo-before');
    writeFileSync(photo, '');
    const { status, err } = await run('cli', ['reset'], past).ended();
    expect([status, err]).toEqual([0, expect.stringContaining('演示数据已重建')]);
    expect(existsSync(photo)).toBe(false);
    const server = run('main', [], past);
    await server.port();
    server.child.kill('SIGINT');
    expect((await server.ended()).status).toBe(0);
  });

  it('reset nothing where DEMO is off', async () => {
    const { status, err } = await run('cli', ['reset'], { DEMO: '0', DEMO_NOW: '' }).ended();
    expect([status, err]).toEqual([2, expect.stringContaining('DEMO=1')]);
  });
});

function buildServer(): void {
  const build = pathToFileURL(join(backend, 'bin/build.mjs')).href;
  const script = `import { buildIfStale } from '${build}'; await buildIfStale('shared-types', 'backend');`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const hasIpv6 = (): boolean =>
  Object.values(networkInterfaces()).some((all) => all?.some((each) => each.address === '::1'));
