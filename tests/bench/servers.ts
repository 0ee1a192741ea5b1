import { fork, spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/free-port';
import type { BareOrder } from './bare-server';
import { benchEnvironment } from './bench-app';

const root = resolve(__dirname, '../..');

/** With it the server ends by itself when this process is gone. */
const LAUNCHED = join(root, 'backend/bin/with-launcher.cjs');

/** A server process under measurement. */
export interface MeasuredServer {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  /** Its CPU time since the start, in microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** The product as it is deployed: `backend/dist/main.js` in an own process. */
export async function startProduct(databaseUrl: string): Promise<MeasuredServer> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [...profiling('product'), '--require', LAUNCHED, 'backend/dist/main.js'],
    {
      cwd: root,
      env: { ...cleanEnvironment(), ...benchEnvironment(databaseUrl), PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/readyz`, child);
  // A server in use has written something: from its first unit of work on, async_hooks count every promise.
  await fetch(`${url}/api/v1/auth/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken: 'nobody has this one' }),
  });
  return {
    url,
    cpu: async () => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      const [, seconds] = /^process_cpu_seconds_total ([\d.e+-]+)/m.exec(metrics) ?? [];
      return Number(seconds) * 1e6;
    },
    stop: () => stopped(child),
  };
}

/** node:http on the same database, see `bare-server.ts`. */
export async function startBare(order: BareOrder): Promise<MeasuredServer> {
  const child = fork(join(__dirname, 'bare-server.ts'), [], {
    cwd: root,
    execArgv: ['--require', join(root, 'tests/support/swc-register.cjs'), ...profiling('bare')],
    env: { ...cleanEnvironment(), NODE_ENV: 'production' },
    // Parameters hold Dates; JSON would make text of them.
    serialization: 'advanced',
  });
  child.send(order);
  const port = await new Promise<number>((found, failed) => {
    child.once('message', (message) => found(Number(message)));
    child.once('exit', (code) => failed(new Error(`the bare server ended with ${code}`)));
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    cpu: async () => {
      const { user, system } = (await (await fetch(`${url}/cpu`)).json()) as NodeJS.CpuUsage;
      return user + system;
    },
    stop: () => stopped(child),
  };
}

/** `BENCH_PROFILE=folder` writes a CPU profile of each server. */
function profiling(name: string): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${join(folder, name)}`] : [];
}

/** Only what the benchmark sets reaches the servers, not what a person has in the shell. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}) };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolve_) => child.once('exit', () => resolve_()));
  if (child.connected) child.disconnect();
  else child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await ended;
  clearTimeout(late);
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (Date.now() > giveUpAt) throw new Error(`${url} did not answer in two minutes`);
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
}
