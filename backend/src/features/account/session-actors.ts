import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, systemNow, type Clock } from '../../core/clock';
import { systemCtx, type Actor } from '../../core/ctx';
import { ActorSource } from '../../core/http/actor-source';
import { AccountRepository } from './account.repository';
import { SessionTokens } from './session-tokens';

/** How long a sign-out or a changed role on another replica may go unseen. */
const FRESH_MS = 3000;
const MAX_KEPT = 20_000;

interface Kept {
  sessionId: number;
  actor: Actor;
  until: number;
}

/** The actor of an access token: one map lookup for a person who is clicking, else one indexed query. */
@Injectable()
export class SessionActors extends ActorSource {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly tokens: SessionTokens,
    private readonly accounts: AccountRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async actorOf(accessToken: string): Promise<Actor | null> {
    const now = systemNow();
    const kept = this.kept.get(accessToken);
    if (kept && kept.until > now) return kept.actor;
    const sessionId = this.tokens.sessionOf(accessToken);
    if (sessionId === null) return null;
    const found = await this.accounts.actorOfSession(
      systemCtx(this.clock, 'actor'),
      sessionId,
      new Date(now),
    );
    const actor = found && { ...found, sessionId };
    if (actor) this.keep(accessToken, { sessionId, actor, until: now + FRESH_MS });
    else this.kept.delete(accessToken);
    return actor;
  }

  /** After a sign-out in this process, at once. */
  forget(sessionId: number): void {
    for (const [token, kept] of this.kept) if (kept.sessionId === sessionId) this.kept.delete(token);
  }

  /** After something of the account changed that its requests must see. */
  forgetAccount(accountId: number): void {
    for (const [token, kept] of this.kept) if (kept.actor.accountId === accountId) this.kept.delete(token);
  }

  private keep(accessToken: string, kept: Kept): void {
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(accessToken, kept);
  }
}
