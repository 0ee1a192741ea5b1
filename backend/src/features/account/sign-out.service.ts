import { Injectable } from '@nestjs/common';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { SessionActors } from './session-actors';
import { SessionRepository } from './session.repository';
import { SessionTokens } from './session-tokens';

/** Ends the session of a refresh token. An unknown one is signed out already: the answer is the same. */
@Injectable()
export class SignOutService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly tokens: SessionTokens,
    private readonly actors: SessionActors,
  ) {}

  async run(ctx: Ctx, refreshToken: string): Promise<{ done: true }> {
    const now = new Date(systemNow());
    const sessionId = await this.uow.run(ctx, async (ctx) => {
      const token = await this.sessions.token(ctx, this.tokens.digest(refreshToken), now);
      if (token) await this.sessions.revoke(ctx, token.sessionId, now);
      return token?.sessionId ?? null;
    });
    if (sessionId !== null) this.actors.forget(sessionId);
    return { done: true };
  }
}
