import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** Another process of the product, whose clocks the spec sets, and which it may kill at any moment. */
export class ClockServer {
  private child: ChildProcess | null = null;

  constructor(private readonly environment: Record<string, string>) {}

  async start(): Promise<void> {
    this.child = fork(join(__dirname, 'clock-process.cjs'), {
      env: { ...process.env, ...this.environment },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    if (!(await this.answered())) throw new Error('the server did not start');
  }

  /** One round of the background work; false when it was killed meanwhile. */
  round(at: string, ahead: number): Promise<boolean> {
    const answered = this.answered();
    this.child?.send({ at, ahead });
    return answered;
  }

  /** SIGKILL: nothing is finished, nothing is given back. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }

  private answered(): Promise<boolean> {
    const { child } = this;
    if (!child) throw new Error('not started');
    return new Promise((resolve) => {
      const answer = (): void => {
        child.off('exit', ended);
        resolve(true);
      };
      const ended = (): void => {
        child.off('message', answer);
        resolve(false);
      };
      child.once('message', answer);
      child.once('exit', ended);
    });
  }
}
