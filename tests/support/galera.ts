import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port';
import { program, serverAccount } from './mariadb';

const execFileAsync = promisify(execFile);

const PROVIDER = '/usr/lib/galera/libgalera_smm.so';
const NODES = 3;

/** What is missing for a cluster on this machine, or null. */
export function galeraLacks(): string | null {
  if (!program('mariadbd')) return 'mariadb-server';
  if (!existsSync(PROVIDER)) return 'galera-4';
  return program('haproxy') ? null : 'haproxy';
}

interface Node {
  readonly data: string;
  readonly socket: string;
  readonly port: number;
  readonly groupPort: number;
  readonly istPort: number;
  child: ChildProcess | null;
}

/**
 * Three MariaDB nodes in one Galera cluster behind HAProxy: one takes all connections, the two others are
 * its backups, as a county's database would be set up. All nodes begin with the data of the first, so that
 * none has to send its state to another (which would need rsync).
 */
export class GaleraCluster {
  private constructor(
    private readonly home: string,
    private readonly nodes: readonly Node[],
    private readonly proxyPort: number,
    private proxy: ChildProcess | null,
  ) {}

  static async start(): Promise<GaleraCluster> {
    const home = await mkdtemp(join(tmpdir(), 'sunledger-galera-'));
    const nodes: Node[] = [];
    for (let at = 0; at < NODES; at += 1) {
      nodes.push({
        data: join(home, `data${at}`),
        socket: join(home, `s${at}.sock`),
        port: await freePort(),
        groupPort: await freePort(),
        istPort: await freePort(),
        child: null,
      });
    }
    const cluster = new GaleraCluster(home, nodes, await freePort(), null);
    process.once('exit', cluster.killNow);
    try {
      await cluster.found();
      await cluster.joinAll();
      await cluster.startProxy();
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** Through HAProxy, with the database in place. */
  urlOf(database: string): string {
    return `mysql://t:t@127.0.0.1:${this.proxyPort}/${database}`;
  }

  /** As a power cut does it; HAProxy finds out by itself. */
  async killActive(): Promise<void> {
    const [active] = this.nodes;
    if (active) await ended(active.child, 'SIGKILL');
  }

  async stop(): Promise<void> {
    process.off('exit', this.killNow);
    await ended(this.proxy, 'SIGKILL');
    for (const { child } of this.nodes) await ended(child, 'SIGKILL');
    await rm(this.home, { recursive: true, force: true });
  }

  private readonly killNow = (): void => {
    for (const child of [this.proxy, ...this.nodes.map((node) => node.child)]) child?.kill('SIGKILL');
  };

  /** The first node alone: system tables, the accounts, the test database; the others begin with a copy. */
  private async found(): Promise<void> {
    const [first, ...others] = this.nodes;
    if (!first) return;
    const account = await serverAccount(this.home);
    await execFileAsync(need('mariadb-install-db'), [
      '--no-defaults',
      ...account,
      `--datadir=${first.data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]);
    await this.run(first, account, ['--wsrep-new-cluster']);
    const root = await createConnection({ socketPath: first.socket, user: 'root' });
    await root.query(`CREATE USER t@'127.0.0.1' IDENTIFIED BY 't'`);
    await root.query(`GRANT ALL ON *.* TO t@'127.0.0.1'`);
    // HAProxy greets a node with this account and sends nothing else.
    await root.query(`CREATE USER haproxy@'127.0.0.1'`);
    await root.query('CREATE DATABASE sunledger CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    await root.end();
    await ended(first.child, 'SIGTERM');
    for (const node of others) await cp(first.data, node.data, { recursive: true });
    if (account.length > 0) await execFileAsync('chown', ['-R', 'mysql', this.home]);
  }

  private async joinAll(): Promise<void> {
    const account = await serverAccount(this.home);
    for (const [at, node] of this.nodes.entries()) {
      await this.run(node, account, at === 0 ? ['--wsrep-new-cluster'] : []);
    }
  }

  private async run(node: Node, account: readonly string[], more: readonly string[]): Promise<void> {
    const log = join(this.home, `err${this.nodes.indexOf(node)}.log`);
    const members = this.nodes.map(({ groupPort }) => `127.0.0.1:${groupPort}`).join(',');
    const provider = [
      `gmcast.listen_addr=tcp://127.0.0.1:${node.groupPort}`,
      `ist.recv_addr=127.0.0.1:${node.istPort}`,
      'gcache.size=64M',
      // A dead node is given up after about three seconds instead of fifteen.
      'evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT2S;evs.inactive_timeout=PT4S;evs.install_timeout=PT4S',
    ].join(';');
    node.child = spawn(
      need('mariadbd'),
      [
        '--no-defaults',
        ...account,
        `--datadir=${node.data}`,
        `--socket=${node.socket}`,
        `--pid-file=${node.data}.pid`,
        `--port=${node.port}`,
        '--bind-address=127.0.0.1',
        '--skip-name-resolve',
        '--character-set-server=utf8mb4',
        '--max-connections=300',
        '--innodb-buffer-pool-size=96M',
        '--innodb-flush-log-at-trx-commit=0',
        '--binlog-format=ROW',
        '--innodb-autoinc-lock-mode=2',
        '--wsrep-on=ON',
        `--wsrep-provider=${PROVIDER}`,
        '--wsrep-cluster-name=sunledger',
        `--wsrep-cluster-address=gcomm://${more.length > 0 ? '' : members}`,
        `--wsrep-node-address=127.0.0.1:${node.groupPort}`,
        `--wsrep-provider-options=${provider}`,
        '--wsrep-sst-method=rsync',
        // A backup that takes over answers only after what the dead node acknowledged is applied.
        '--wsrep-sync-wait=3',
        `--log-error=${log}`,
        ...more,
      ],
      { stdio: 'ignore' },
    );
    await synced(node, log);
  }

  private async startProxy(): Promise<void> {
    const servers = this.nodes
      .map(({ port }, at) => `  server n${at} 127.0.0.1:${port} check${at > 0 ? ' backup' : ''}`)
      .join('\n');
    const file = join(this.home, 'haproxy.cfg');
    await writeFile(
      file,
      `global
  maxconn 500
defaults
  mode tcp
  timeout connect 2s
  timeout client 60s
  timeout server 60s
listen mysql
  bind 127.0.0.1:${this.proxyPort}
  option mysql-check user haproxy
  default-server inter 300ms fall 2 rise 2 on-marked-down shutdown-sessions
${servers}
`,
    );
    this.proxy = spawn(need('haproxy'), ['-f', file, '-db'], { stdio: 'ignore' });
    const url = this.urlOf('sunledger');
    for (let attempt = 0; ; attempt += 1) {
      const connection = await createConnection(url).catch((error: unknown) => {
        if (attempt > 200) throw error;
        return null;
      });
      if (connection) return connection.end();
      await sleep(100);
    }
  }
}

function need(name: string): string {
  const found = program(name);
  if (!found) throw new Error(`没有找到 ${name}`);
  return found;
}

async function ended(child: ChildProcess | null, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

async function synced(node: Node, log: string): Promise<void> {
  const giveUpAt = Date.now() + 90_000;
  for (;;) {
    const state = await stateOf(node).catch(() => null);
    if (state === 'Synced') return;
    if (node.child?.exitCode !== null || Date.now() > giveUpAt) {
      const said = await readFile(log, 'utf8').catch(() => '');
      throw new Error(`a Galera node did not start\n${said.slice(-3000)}`);
    }
    await sleep(100);
  }
}

async function stateOf(node: Node): Promise<string> {
  const connection = await createConnection({ socketPath: node.socket, user: 'root' });
  try {
    const [rows] = await connection.query("SHOW STATUS LIKE 'wsrep_local_state_comment'");
    return String((rows as { Value: string }[])[0]?.Value);
  } finally {
    await connection.end();
  }
}
