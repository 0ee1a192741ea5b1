import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { instantOf, numberOf, numberOrNull } from '../../core/db/row';
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
}
