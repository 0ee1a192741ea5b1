import { Injectable } from '@nestjs/common';
import type { ErrorCode, Session } from '@sunledger/shared-types';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { AccountRepository } from './account.repository';
import { OpenSessionService, SESSION_MS } from './open-session.service';
import { SessionActors } from './session-actors';
import { SessionRepository, type StoredToken } from './session.repository';
import { SessionTokens } from './session-tokens';

/** Two tabs, or a retry after a lost answer, may present the same token within this time. */
const GRACE_MS = 10_000;

type Outcome = { refused: ErrorCode } | { sessionId: number; accountId: number };

/**
 * Rotates a refresh token. A token presented again is a theft, and the whole session ends, unless it
 * comes within seconds and its successor was not used yet: then both callers get that same successor.
 * A thief who uses it first, or the honest client after them, is caught by the next rotation.
 */
@Injectable()
export class RefreshSessionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
    private readonly tokens: SessionTokens,
    private readonly opener: OpenSessionService,
    private readonly actors: SessionActors,
  ) {}

  async run(ctx: Ctx, refreshToken: string): Promise<Session> {
    const successor = this.tokens.successorOf(refreshToken);
    // The outcome leaves the unit as a value: a refusal thrown inside would undo the revocation.
    const outcome = await this.uow.run(ctx, (ctx) => this.rotate(ctx, refreshToken, successor));
    if ('refused' in outcome) throw new AppError(outcome.refused);
    const actor = await this.accounts.actor(ctx, outcome.accountId);
    if (!actor) throw new AppError('REFRESH_INVALID');
    return this.opener.answer(outcome.sessionId, successor, actor);
  }

  private async rotate(ctx: CtxInTx, refreshToken: string, successor: string): Promise<Outcome> {
    const now = new Date(systemNow());
    const digest = this.tokens.digest(refreshToken);
    const token = await this.sessions.token(ctx, digest, now);
    if (!token?.sessionOpen) return { refused: 'REFRESH_INVALID' };
    if (token.usedAt === null && (await this.sessions.use(ctx, token.id, now))) {
      const next = await this.sessions.addToken(ctx, token.sessionId, this.tokens.digest(successor));
      await this.sessions.succeed(ctx, token.id, next);
      await this.sessions.prolong(ctx, token.sessionId, new Date(now.getTime() + SESSION_MS));
      return token;
    }
    // Somebody was first; the row says now who and when.
    const used = token.usedAt === null ? await this.sessions.token(ctx, digest, now) : token;
    if (used && inGrace(used, now)) return used;
    await this.sessions.revoke(ctx, token.sessionId, now);
    this.actors.forget(token.sessionId);
    return { refused: 'REFRESH_REUSED' };
  }
}

function inGrace(token: StoredToken, now: Date): boolean {
  if (token.usedAt === null || token.successorId === null || token.successorUsed) return false;
  return now.getTime() - token.usedAt.getTime() <= GRACE_MS;
}
