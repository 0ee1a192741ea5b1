import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemNow } from '../clock';
import type { Ctx } from '../ctx';
import { UnitOfWork } from '../db/unit-of-work';
import { AppError } from '../errors/app-error';
import { GuessCountRepository } from './guess-count.repository';

const WINDOW_MS = 60_000;

/**
 * How often a secret may be guessed at in a minute. Counted in the database, because with counters of their
 * own ten servers would grant ten times the guesses, and a restart would grant them anew. (The `RateLimiter`
 * in memory is for the pace of requests, which each server has to bear by itself.)
 */
@Injectable()
export class GuessLimiter {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly counts: GuessCountRepository,
  ) {}

  /**
   * Counts one guess at `subject`; throws RATE_LIMITED when there were `most` within the minute. Never inside
   * a unit of work, which would take the count back with the refusal: an endpoint that guesses has `ownUnits`.
   */
  async take(ctx: Ctx, subject: string, most: number): Promise<void> {
    if (ctx.tx) throw new Error('a guess counted inside a unit of work is not counted');
    const digest = createHash('sha256').update(subject).digest('hex');
    const now = new Date(systemNow());
    const since = await this.uow.run(ctx, (ctx) =>
      this.counts.take(ctx, digest, most, { now, windowMs: WINDOW_MS }),
    );
    if (since === null) return;
    const waits = Math.max(1, Math.ceil((since.getTime() + WINDOW_MS - now.getTime()) / 1000));
    throw new AppError('RATE_LIMITED', { seconds: waits });
  }
}
