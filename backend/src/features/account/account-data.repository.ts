import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf, textOfRow, textOrNull, wireInstant, wireInstantOrNull } from '../../core/db/row';
import { AccountEntity, AccountIdentityEntity } from './account.entity';

/** What is shown in place of a name that is gone. */
const ERASED_NAME = '已注销';

/** An account as data of a person: read whole, or emptied. */
@Injectable()
export class AccountDataRepository extends BaseRepository {
  async account(ctx: Ctx, id: number) {
    const row = await this.row(
      ctx,
      'SELECT display_name, phone_verified_at, created_at FROM account WHERE id = ?',
      [id],
    );
    return (
      row && {
        name: textOfRow(row.display_name),
        phoneVerifiedAt: wireInstantOrNull(row.phone_verified_at),
        createdAt: wireInstant(row.created_at),
      }
    );
  }

  /** By which ways the person signs in; the outer ids themselves are nowhere stored. */
  async providers(ctx: Ctx, id: number): Promise<string[]> {
    const rows = await this.rows(
      ctx,
      'SELECT provider FROM account_identity WHERE account_id = ? ORDER BY id',
      [id],
    );
    return rows.map((row) => textOfRow(row.provider));
  }

  async memberships(ctx: Ctx, id: number) {
    const rows = await this.rows(
      ctx,
      `SELECT m.role, r.name AS region_name, u.name AS unit_name, m.active_from, m.active_until FROM membership m
      LEFT JOIN region r ON r.id = m.region_id LEFT JOIN unit u ON u.id = m.unit_id WHERE m.account_id = ? ORDER BY m.id`,
      [id],
    );
    return rows.map((row) => ({
      role: textOfRow(row.role),
      regionName: textOrNull(row.region_name),
      unitName: textOrNull(row.unit_name),
      activeFrom: wireInstant(row.active_from),
      activeUntil: wireInstantOrNull(row.active_until),
    }));
  }

  async sessions(ctx: Ctx, id: number) {
    const rows = await this.rows(
      ctx,
      'SELECT id, created_at, expires_at, revoked_at, user_agent FROM session WHERE account_id = ? ORDER BY id',
      [id],
    );
    return rows.map((row) => ({
      id: numberOf(row.id),
      createdAt: wireInstant(row.created_at),
      expiresAt: wireInstant(row.expires_at),
      endedAt: wireInstantOrNull(row.revoked_at),
      device: textOrNull(row.user_agent),
    }));
  }

  /** Empties the account; the row stays, because chains and answers point at it. */
  async erase(ctx: Ctx, id: number, at: Date): Promise<void> {
    await this.execute(
      ctx,
      'DELETE FROM refresh_token WHERE session_id IN (SELECT id FROM session WHERE account_id = ?)',
      [id],
    );
    await this.execute(ctx, 'DELETE FROM session WHERE account_id = ?', [id]);
    await this.execute(ctx, 'DELETE FROM scan_ticket WHERE account_id = ?', [id]);
    await this.of(ctx, AccountIdentityEntity).delete({ accountId: id });
    const nobody = { displayName: ERASED_NAME, phoneEnc: null, phoneVerifiedAt: null, erasedAt: at };
    await this.of(ctx, AccountEntity).update({ id }, nobody);
  }
}
