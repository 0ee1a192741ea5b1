import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../ctx';
import { UnitOfWork } from '../db/unit-of-work';
import { Scheduler } from '../schedule/scheduler';
import { RetentionRepository, type ExpiredRows } from './retention.repository';

const DAY = 24 * 3600_000;
const BATCH = 500;

/** One kind of data that does not stay for good. */
export interface RetentionRule {
  readonly name: string;
  /** “已到期的登录”. */
  readonly what: string;
  /** “到期 7 天后”. */
  readonly after: string;
  /** The rows whose time is over; one entry per region where regions decide. */
  readonly expired: (ctx: Ctx) => Promise<readonly ExpiredRows[]> | readonly ExpiredRows[];
}

export interface RetentionLine extends Pick<RetentionRule, 'name' | 'what' | 'after'> {
  /** Rows whose time is over: deleted, or with a dry run only counted. */
  readonly rows: number;
}

/**
 * 存储期限 (个人信息保护法 第十九条: the shortest time). A feature hands its rules in when it starts; once a day
 * what is over is deleted in small units of work. Chains, published answers and proofs have no rule here.
 */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly logger = new Logger('retention');
  private readonly rules: RetentionRule[] = [];

  constructor(
    private readonly scheduler: Scheduler,
    private readonly uow: UnitOfWork,
    private readonly rows: RetentionRepository,
  ) {}

  onModuleInit(): void {
    const run = async (ctx: Ctx): Promise<void> => {
      const lines = await this.run(ctx, { dryRun: false });
      const deleted = Object.fromEntries(lines.map((line) => [line.name, line.rows]));
      this.logger.log({ event: 'retention', ...deleted });
    };
    this.scheduler.register({ name: 'retention', everyMs: DAY, run });
  }

  register(rule: RetentionRule): void {
    this.rules.push(rule);
  }

  async run(ctx: Ctx, { dryRun }: { dryRun: boolean }): Promise<RetentionLine[]> {
    const lines: RetentionLine[] = [];
    for (const rule of this.rules) {
      const { name, what, after } = rule;
      let rows = 0;
      for (const expired of await rule.expired(ctx))
        rows += dryRun ? await this.rows.count(ctx, expired) : await this.drop(ctx, expired);
      lines.push({ name, what, after, rows });
    }
    return lines;
  }

  private async drop(ctx: Ctx, expired: ExpiredRows): Promise<number> {
    if (expired.keyless) return this.uow.run(ctx, (ctx) => this.rows.dropAll(ctx, expired));
    let [dropped, last] = [0, 0];
    for (;;) {
      const ids = await this.rows.ids(ctx, expired, last, BATCH);
      const newest = ids.at(-1);
      if (newest === undefined) return dropped;
      dropped += await this.uow.run(ctx, (ctx) => this.rows.drop(ctx, expired, ids));
      last = newest;
    }
  }
}
