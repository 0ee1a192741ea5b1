import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { instantOf, numberOf, numberOrNull, textOrNull } from '../../core/db/row';
import { RefreshTokenEntity, SessionEntity } from './session.entity';

export interface StoredToken {
  id: number;
  sessionId: number;
  accountId: number;
  usedAt: Date | null;
  /** The token that replaced it, and whether that one was used too. */
  successorId: number | null;
  successorUsed: boolean;
  sessionOpen: boolean;
}

export interface SessionRow {
  id: number;
  userAgent: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** Sessions and their refresh tokens; every time here is system time. */
@Injectable()
export class SessionRepository extends BaseRepository {
  async open(
    ctx: Ctx,
    { accountId, userAgent }: { accountId: number; userAgent: string | null },
    now: Date,
    expiresAt: Date,
  ): Promise<number> {
    const done = await this.em(ctx).insert(SessionEntity, {
      accountId,
      createdAt: now,
      expiresAt,
      revokedAt: null,
      userAgent,
      confirmedAt: now,
    });
    return numberOf(done.identifiers[0]?.id);
  }

  async addToken(ctx: Ctx, sessionId: number, tokenHash: string): Promise<number> {
    const done = await this.em(ctx).insert(RefreshTokenEntity, {
      sessionId,
      tokenHash,
      usedAt: null,
      successorId: null,
    });
    return numberOf(done.identifiers[0]?.id);
  }

  async token(ctx: Ctx, tokenHash: string, now: Date): Promise<StoredToken | null> {
    const row = await this.row(
      ctx,
      'SELECT t.id, t.session_id, t.used_at, t.successor_id, n.used_at AS next_used_at, ' +
        's.account_id, s.revoked_at, s.expires_at FROM refresh_token t JOIN session s ON s.id = t.session_id ' +
        'LEFT JOIN refresh_token n ON n.id = t.successor_id WHERE t.token_hash = ?',
      [tokenHash],
    );
    return (
      row && {
        id: numberOf(row.id),
        sessionId: numberOf(row.session_id),
        accountId: numberOf(row.account_id),
        usedAt: row.used_at === null ? null : instantOf(row.used_at),
        successorId: numberOrNull(row.successor_id),
        successorUsed: row.next_used_at !== null,
        sessionOpen: row.revoked_at === null && instantOf(row.expires_at) > now,
      }
    );
  }

  /** Uses a token up; false when another request was first. */
  async use(ctx: Ctx, tokenId: number, now: Date): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE refresh_token SET used_at = ? WHERE id = ? AND used_at IS NULL',
      [now, tokenId],
    );
    return changed === 1;
  }

  async succeed(ctx: Ctx, tokenId: number, successorId: number): Promise<void> {
    await this.execute(ctx, 'UPDATE refresh_token SET successor_id = ? WHERE id = ?', [successorId, tokenId]);
  }

  async prolong(ctx: Ctx, sessionId: number, expiresAt: Date): Promise<void> {
    await this.execute(ctx, 'UPDATE session SET expires_at = ? WHERE id = ?', [expiresAt, sessionId]);
  }

  async revoke(ctx: Ctx, sessionId: number, now: Date): Promise<void> {
    await this.execute(ctx, 'UPDATE session SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [
      now,
      sessionId,
    ]);
  }

  /** What an account has open, the latest first; nobody has many. */
  async openOf(ctx: Ctx, accountId: number, now: Date): Promise<SessionRow[]> {
    const rows = await this.rows(
      ctx,
      'SELECT id, user_agent, created_at, expires_at FROM session WHERE account_id = ? AND revoked_at IS NULL ' +
        'AND expires_at > ? ORDER BY expires_at DESC, id DESC LIMIT 50',
      [accountId, now],
    );
    return rows.map((row) => ({
      id: numberOf(row.id),
      userAgent: textOrNull(row.user_agent),
      createdAt: instantOf(row.created_at),
      expiresAt: instantOf(row.expires_at),
    }));
  }

  /** Ends one session of this account; false when it has no such open one. */
  async revokeOf(ctx: Ctx, accountId: number, sessionId: number, now: Date): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE session SET revoked_at = ? WHERE id = ? AND account_id = ? AND revoked_at IS NULL',
      [now, sessionId, accountId],
    );
    return changed === 1;
  }

  async confirm(ctx: Ctx, sessionId: number, now: Date): Promise<void> {
    await this.execute(ctx, 'UPDATE session SET confirmed_at = ? WHERE id = ?', [now, sessionId]);
  }

  async confirmedAt(ctx: Ctx, sessionId: number): Promise<Date | null> {
    const row = await this.row(ctx, 'SELECT confirmed_at FROM session WHERE id = ?', [sessionId]);
    return !row || row.confirmed_at === null ? null : instantOf(row.confirmed_at);
  }

  /** Old sessions with their tokens. */
  async purge(ctx: Ctx, before: Date): Promise<void> {
    await this.execute(
      ctx,
      'DELETE FROM refresh_token WHERE session_id IN (SELECT id FROM session WHERE expires_at < ?)',
      [before],
    );
    await this.execute(ctx, 'DELETE FROM session WHERE expires_at < ?', [before]);
  }
}
