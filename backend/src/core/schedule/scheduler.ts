import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, systemNow, type Clock } from '../clock';
import { systemCtx, type Ctx } from '../ctx';
import { UnitOfWork } from '../db/unit-of-work';
import { traceOf } from '../errors/trace';
import { OutboxWorker } from '../outbox/outbox-worker';
import { JobLeaseRepository } from './job-lease.repository';

const TICK_MS = 1000;
const LEASE_MS = 5 * 60_000;

export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** Every process runs it: the job shares its work out itself. Otherwise one process at a time does. */
  readonly shared?: boolean;
  /** Looks up what is due by stored times and does it; may run late, twice, or elsewhere. */
  readonly run: (ctx: Ctx) => Promise<void>;
}

/**
 * Wakes the outbox and the registered jobs. It only wakes: what is due stands in the database, so a tick
 * that is late, doubled or missing changes nothing. A lease keeps other processes from the same job.
 *
 * ```ts
 * this.scheduler.register({ name: 'sweep', everyMs: 30_000, run: (ctx) => this.sweepDue.run(ctx) });
 * ```
 */
@Injectable()
export class Scheduler implements OnApplicationShutdown {
  private readonly logger = new Logger('schedule');
  private readonly owner = `${hostname().slice(0, 20)}-${randomUUID().slice(0, 12)}`;
  private readonly jobs: Job[] = [];
  /** When to look at a job's lease again; between, a tick costs no query. */
  private readonly askAt = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly leases: JobLeaseRepository,
    private readonly worker: OutboxWorker,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  register(job: Job): void {
    this.jobs.push(job);
  }

  /** Starts ticking; the doors decide whether this process does background work. */
  start(): void {
    this.timer ??= setInterval(() => this.wake(), TICK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.running;
  }

  private wake(): void {
    this.running ??= this.tick().finally(() => {
      this.running = null;
    });
  }

  /**
   * One round of everything that is due. `now: true` runs every job whether or not its interval is over:
   * for tests that moved the clock and for the tick endpoint of cloud hosting.
   */
  async tick({ now = false } = {}): Promise<void> {
    for (const job of this.jobs) {
      if (now) await this.guarded(job.name, () => job.run(systemCtx(this.clock, job.name)));
      else if (systemNow() >= (this.askAt.get(job.name) ?? 0))
        await this.guarded(job.name, () => this.runJob(job));
    }
    await this.guarded('outbox', () => this.worker.drain());
  }

  private async guarded(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ job: name, ...traceOf(error) });
    }
  }

  private async runJob(job: Job): Promise<void> {
    const ctx = systemCtx(this.clock, job.name);
    const now = systemNow();
    this.askAt.set(job.name, now + job.everyMs);
    if (job.shared) return job.run(ctx);
    const taken = await this.uow.run(ctx, async (ctx) => {
      await this.leases.ensure(ctx, job.name, new Date(now));
      return this.leases.take(ctx, job.name, this.owner, new Date(now), new Date(now + LEASE_MS));
    });
    if (!taken) return;
    try {
      await job.run(ctx);
    } finally {
      const nextAt = new Date(systemNow() + job.everyMs);
      await this.uow.run(ctx, (ctx) => this.leases.giveBack(ctx, job.name, this.owner, nextAt));
    }
  }
}
