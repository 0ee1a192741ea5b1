import { Injectable } from '@nestjs/common';
import type { Session } from '@sunledger/shared-types';
import { systemNow } from '../../core/clock';
import type { Actor, Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { meOf } from './account.mapper';
import { SessionRepository } from './session.repository';
import { ACCESS_SECONDS, SessionTokens } from './session-tokens';

/** A session nobody refreshes for so long ends. */
export const SESSION_MS = 30 * 24 * 3600_000;

/** Signs an account in, whoever proved who it is (demo persona, WeChat). */
@Injectable()
export class OpenSessionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly tokens: SessionTokens,
  ) {}

  async run(ctx: Ctx, actor: Actor): Promise<Session> {
    const refreshToken = this.tokens.firstRefresh();
    const sessionId = await this.uow.run(ctx, async (ctx) => {
      const now = systemNow();
      const whose = { accountId: actor.accountId, userAgent: ctx.client?.userAgent?.slice(0, 120) ?? null };
      const id = await this.sessions.open(ctx, whose, new Date(now), new Date(now + SESSION_MS));
      await this.sessions.addToken(ctx, id, this.tokens.digest(refreshToken));
      return id;
    });
    return this.answer(sessionId, refreshToken, actor);
  }

  answer(sessionId: number, refreshToken: string, actor: Actor): Session {
    return {
      accessToken: this.tokens.access(sessionId),
      refreshToken,
      expiresIn: ACCESS_SECONDS,
      me: meOf(actor),
    };
  }
}
