import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port';

const execFileAsync = promisify(execFile);

/** A private MariaDB on a free port of 127.0.0.1, with its data in a temporary folder. */
export interface MariaDbServer {
  /** `mysql://…` without a database; append `/name`. */
  readonly url: string;
  readonly port: number;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

export interface MariaDbOptions {
  /** InnoDB buffer pool in MiB. */
  bufferPoolMb?: number;
  /** Flush every commit to disk, as a production server does. */
  durable?: boolean;
}

/** Nothing waits for the disk: this data does not outlive its run, and a migration is two hundred flushes. */
const CARELESS = [
  '--innodb-flush-log-at-trx-commit=0',
  '--loose-innodb-flush-method=nosync',
  '--loose-innodb-doublewrite=0',
  '--loose-sync-frm=0',
];

/** Finds a server program; Debian keeps it where an ordinary PATH does not look. */
export function program(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/usr/libexec'];
  for (const folder of folders) if (folder && existsSync(join(folder, name))) return join(folder, name);
  return null;
}

export function hasMariaDb(): boolean {
  return program('mariadbd') !== null && program('mariadb-install-db') !== null;
}

export async function startMariaDb(options: MariaDbOptions = {}): Promise<MariaDbServer> {
  const mariadbd = program('mariadbd');
  const installDb = program('mariadb-install-db');
  if (!mariadbd || !installDb)
    throw new Error('没有找到 mariadbd：请安装 mariadb-server，或设置 DATABASE_URL');
  const home = await mkdtemp(join(tmpdir(), 'sunledger-mariadb-'));
  const account = await serverAccount(home);
  const data = join(home, 'data');
  await execFileAsync(installDb, [
    '--no-defaults',
    ...account,
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const port = await freePort();
  const socket = join(home, 's.sock');
  const child = spawn(
    mariadbd,
    [
      '--no-defaults',
      ...account,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(home, 'pid')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--skip-log-bin',
      '--character-set-server=utf8mb4',
      '--max-connections=400',
      ...(options.durable ? ['--innodb-flush-log-at-trx-commit=1'] : CARELESS),
      `--innodb-buffer-pool-size=${options.bufferPoolMb ?? 128}M`,
      `--log-error=${join(home, 'err.log')}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Should this process leave without stop(), the server must not stay behind.
  const killNow = (): void => void child.kill('SIGKILL');
  process.once('exit', killNow);
  await untilReady(socket, () => child.exitCode !== null, home);
  return {
    url: `mysql://t:t@127.0.0.1:${port}`,
    port,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', killNow);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** mariadbd refuses to run as root: there it runs as the account of its package. */
export async function serverAccount(home: string): Promise<string[]> {
  if (process.getuid?.() !== 0) return [];
  const passwd = await readFile('/etc/passwd', 'utf8');
  const entry = passwd.split('\n').find((line) => line.startsWith('mysql:'));
  if (!entry) throw new Error('没有 mysql 系统账号：请安装 mariadb-server 软件包');
  const [, , uid, gid] = entry.split(':');
  await chmod(home, 0o755);
  await chown(home, Number(uid), Number(gid));
  return ['--user=mysql'];
}

/** Waits for the first connection and makes the account `t`/`t` over it. */
async function untilReady(socketPath: string, dead: () => boolean, home: string): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  for (;;) {
    try {
      const connection = await createConnection({ socketPath, user: 'root' });
      await connection.query(`CREATE USER t@'127.0.0.1' IDENTIFIED BY 't'`);
      await connection.query(`GRANT ALL ON *.* TO t@'127.0.0.1'`);
      await connection.end();
      return;
    } catch (error) {
      if (dead() || Date.now() > giveUpAt) {
        const log = await readFile(join(home, 'err.log'), 'utf8').catch(() => '');
        throw new Error(`MariaDB did not start\n${log.slice(-2000)}`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * An empty database on the server of this test run, one per jest worker: what an earlier spec of the
 * same worker left is dropped. Answers its `mysql://` address.
 */
export async function freshDatabase(suffix = ''): Promise<string> {
  const server = process.env.TEST_MARIADB_URL;
  if (!server) throw new Error('TEST_MARIADB_URL is not set: run this spec in the jest project "mariadb"');
  const name = `sunledger_test_${process.env.JEST_WORKER_ID ?? '0'}${suffix}`;
  const connection = await createConnection(server);
  await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
  await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
