import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { isUnreachable } from '../db/database-errors';
import { UnitOfWork } from '../db/unit-of-work';
import { AppError } from '../errors/app-error';
import type { Ctx } from '../ctx';
import { systemNow } from '../clock';
import { ctxOf, type ApiRequest } from './api-request';
import { IdempotencyRepository } from './idempotency.repository';
import type { RouteFacts } from './route-facts';

const KEY = /^[\x21-\x7e]{8,100}$/;

/** A request that opens its own units and has not answered for so long died with its process. */
const ABANDONED_MS = 5 * 60_000;
/** Waits before the request is tried again on a database that went away; together as long as a failover takes. */
const WAITS_MS = [200, 400, 800, 1600, 3200];

/** Rolls the unit back when the key turns out to be taken. */
class KeyTaken extends Error {}

interface Answer {
  readonly body: unknown;
  /** It comes from the first request with the key. */
  readonly replayed: boolean;
}

/**
 * An unsafe request with an `Idempotency-Key` has one effect and one answer. The claim of the key, the
 * effect and the answer are ONE transaction: a crash leaves all or nothing, and a second request with
 * the same key waits on the unique index until the first is decided. A database that goes away in the
 * middle is awaited, and the key tells whether the commit happened. Keys belong to an account; the
 * sign-in calls have none (their answers are tokens, which are stored nowhere).
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keys: IdempotencyRepository,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const key = request.headers['idempotency-key'];
    const ctx = ctxOf(request);
    if (key === undefined || !ctx.actor) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw new AppError('IDEMPOTENCY_KEY_INVALID');
    const hash = requestHash(request);
    const { ownUnits } = request.routeOptions.config as Partial<RouteFacts>;
    const run = ownUnits ? this.firstOutside : this.first;
    const once = (): Promise<Answer> =>
      this.once(ctx, key, hash, () => run.call(this, ctx, request, next, key, hash));
    try {
      // Units of its own may have stored a part: such a request is not run again.
      const { body, replayed } = await (ownUnits ? once() : settled(once));
      if (replayed) context.switchToHttp().getResponse<FastifyReply>().header('Idempotency-Replayed', 'true');
      return of(body);
    } finally {
      request.ctx = ctx;
    }
  }

  private async once(ctx: Ctx, key: string, hash: string, run: () => Promise<unknown>): Promise<Answer> {
    try {
      return { body: await run(), replayed: false };
    } catch (error) {
      if (!(error instanceof KeyTaken)) throw error;
      return { body: await this.stored(ctx, key, hash), replayed: true };
    }
  }

  private first(
    ctx: Ctx,
    request: ApiRequest,
    next: CallHandler,
    key: string,
    hash: string,
  ): Promise<unknown> {
    const accountId = accountOf(ctx);
    return this.uow.run(ctx, async (inUnit) => {
      const claim = await this.keys.claim(inUnit, accountId, key, hash);
      if (claim === null) throw new KeyTaken();
      request.ctx = inUnit;
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.keys.answer(inUnit, claim, JSON.stringify(answer ?? null));
      return answer;
    });
  }

  /**
   * For handlers with units of their own: the claim stands in the database while they run. A failure gives
   * it back; one that a dead process left is taken over by the next try.
   */
  private async firstOutside(
    ctx: Ctx,
    _request: ApiRequest,
    next: CallHandler,
    key: string,
    hash: string,
  ): Promise<unknown> {
    const accountId = accountOf(ctx);
    const abandoned = new Date(systemNow() - ABANDONED_MS);
    const claim = await this.uow.run(
      ctx,
      async (ctx) =>
        (await this.keys.claim(ctx, accountId, key, hash)) ??
        (await this.keys.takeOver(ctx, accountId, key, hash, abandoned)),
    );
    if (claim === null) throw new KeyTaken();
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.uow.run(ctx, (ctx) => this.keys.answer(ctx, claim, JSON.stringify(answer ?? null)));
      return answer;
    } catch (error) {
      await this.uow.run(ctx, (ctx) => this.keys.release(ctx, claim));
      throw error;
    }
  }

  private async stored(ctx: Ctx, key: string, hash: string): Promise<unknown> {
    const found = await this.keys.find(ctx, accountOf(ctx), key);
    // The first request rolled back between our insert and this read: the client may simply try again.
    if (!found || found.response === null) throw new AppError('IDEMPOTENCY_IN_PROGRESS');
    if (found.requestHash !== hash) throw new AppError('IDEMPOTENCY_KEY_REUSED');
    return JSON.parse(found.response) as unknown;
  }
}

/**
 * A commit whose connection broke may have happened. The key knows: run again, the request either finds its
 * key taken and answers what is stored, or nothing was stored and it is done now.
 */
async function settled(once: () => Promise<Answer>): Promise<Answer> {
  for (const wait of WAITS_MS) {
    try {
      return await once();
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      await sleep(wait);
    }
  }
  return once();
}

function accountOf(ctx: Ctx): number {
  if (!ctx.actor) throw new Error('idempotency needs an account');
  return ctx.actor.accountId;
}

function requestHash(request: ApiRequest): string {
  const hash = createHash('sha256').update(
    `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`,
  );
  if (request.upload) hash.update('\n').update(request.upload.bytes);
  if (request.spooled) hash.update('\n').update(request.spooled.sha256);
  return hash.digest('hex');
}
