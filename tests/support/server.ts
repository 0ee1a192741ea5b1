import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './free-port';

const main = resolve(__dirname, '../../backend/dist/main.js');

export interface ServerOptions {
  /** The business clock starts here; the demo is seeded around it. */
  demoNow?: string;
  environment?: Record<string, string>;
}

/** The built server as a process of its own, on the embedded database with the demo, the way `npm start` runs it. */
export class RunningServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start({ demoNow, environment = {} }: ServerOptions = {}): Promise<RunningServer> {
    const folder = mkdtempSync(join(tmpdir(), 'sunledger-server-'));
    const port = await freePort();
    const child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        DATABASE_URL: '',
        DATA_DIR: folder,
        PORT: String(port),
        DEMO: '1',
        LOG_LEVEL: 'error',
        RATE_READS_PER_MINUTE: '0',
        RATE_WRITES_PER_MINUTE: '0',
        RATE_SIGN_INS_PER_MINUTE: '0',
        ...(demoNow ? { DEMO_NOW: demoNow } : {}),
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const server = new RunningServer(`http://127.0.0.1:${port}`, child, folder);
    await server.ready();
    return server;
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt++) {
      if (this.child.exitCode !== null)
        throw new Error(`the server ended with status ${this.child.exitCode}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('the server did not become ready');
  }
}
