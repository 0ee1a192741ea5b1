import { Injectable } from '@nestjs/common';
import type { Page, Role, StaffMember } from '@sunledger/shared-types';
import type { Actor, Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, numberOrNull, textOfRow, textOrNull, wireInstant } from '../../core/db/row';
import { AccountEntity, AccountIdentityEntity, MembershipEntity } from './account.entity';
import { actorOf } from './account.mapper';

const ACTOR =
  'a.id AS account_id, a.display_name, a.phone_verified_at, m.id AS membership_id, m.role, m.region_id, ' +
  'r.code AS region_code, r.name AS region_name, m.unit_id, u.name AS unit_name';
const MEMBERSHIPS =
  'LEFT JOIN membership m ON m.account_id = a.id AND m.active_from <= ? AND (m.active_until IS NULL OR m.active_until > ?) ' +
  'LEFT JOIN region r ON r.id = m.region_id LEFT JOIN unit u ON u.id = m.unit_id';

const MEMBERSHIP_ROW =
  'm.id, m.account_id, m.region_id, m.unit_id, m.role, a.display_name FROM membership m JOIN account a ON a.id = m.account_id';

/** A membership with the name of its holder. */
export interface MembershipRow {
  id: number;
  accountId: number;
  name: string;
  regionId: number;
  unitId: number | null;
  role: Role;
}

const membershipRowOf = (row: Row): MembershipRow => ({
  id: numberOf(row.id),
  accountId: numberOf(row.account_id),
  name: textOfRow(row.display_name),
  regionId: numberOf(row.region_id),
  unitId: numberOrNull(row.unit_id),
  role: textOfRow(row.role) as Role,
});

@Injectable()
export class AccountRepository extends BaseRepository {
  /** The account behind a session that is not signed out, expired or erased. `systemTime` for the session. */
  async actorOfSession(ctx: Ctx, sessionId: number, systemTime: Date): Promise<Actor | null> {
    const now = ctx.clock.now();
    const rows = await this.rows(
      ctx,
      `SELECT ${ACTOR} FROM session s JOIN account a ON a.id = s.account_id ${MEMBERSHIPS} ` +
        'WHERE s.id = ? AND s.revoked_at IS NULL AND s.expires_at > ? AND a.erased_at IS NULL ORDER BY m.id',
      [now, now, sessionId, systemTime],
    );
    return actorOf(rows);
  }

  async actor(ctx: Ctx, accountId: number): Promise<Actor | null> {
    const now = ctx.clock.now();
    const rows = await this.rows(
      ctx,
      `SELECT ${ACTOR} FROM account a ${MEMBERSHIPS} WHERE a.id = ? AND a.erased_at IS NULL ORDER BY m.id`,
      [now, now, accountId],
    );
    return actorOf(rows);
  }

  async idByIdentity(ctx: Ctx, provider: string, subjectHash: string): Promise<number | null> {
    const row = await this.row(
      ctx,
      'SELECT account_id FROM account_identity WHERE provider = ? AND subject_hash = ?',
      [provider, subjectHash],
    );
    return row && numberOf(row.account_id);
  }

  /** How an account is reached outside the product, as stored; null when it does not exist or was erased. */
  async contact(
    ctx: Ctx,
    accountId: number,
    provider: string,
  ): Promise<{ subjectEnc: string | null; phoneEnc: string | null } | null> {
    const row = await this.row(
      ctx,
      'SELECT a.phone_enc, i.subject_enc FROM account a LEFT JOIN account_identity i ON i.account_id = a.id ' +
        'AND i.provider = ? WHERE a.id = ? AND a.erased_at IS NULL ORDER BY i.id LIMIT 1',
      [provider, accountId],
    );
    return row && { subjectEnc: textOrNull(row.subject_enc), phoneEnc: textOrNull(row.phone_enc) };
  }

  async setPhone(ctx: Ctx, accountId: number, phoneEnc: string, verifiedAt: Date): Promise<void> {
    await this.execute(ctx, 'UPDATE account SET phone_enc = ?, phone_verified_at = ? WHERE id = ?', [
      phoneEnc,
      verifiedAt,
      accountId,
    ]);
  }

  /** Display names of accounts, by id; erased accounts have none. */
  async names(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const places = ids.map(() => '?').join(', ');
    const rows = await this.rows(
      ctx,
      `SELECT id, display_name FROM account WHERE id IN (${places}) AND erased_at IS NULL`,
      ids,
    );
    return new Map(rows.map((row) => [numberOf(row.id), textOfRow(row.display_name)]));
  }

  /** Accounts with an active membership of these roles in a region, and in a unit when one is given. */
  async holders(
    ctx: Ctx,
    regionId: number,
    roles: readonly string[],
    unitId: number | null,
  ): Promise<number[]> {
    const now = ctx.clock.now();
    const places = roles.map(() => '?').join(', ');
    const inUnit = unitId === null ? '' : 'AND m.unit_id = ?';
    const rows = await this.rows(
      ctx,
      `SELECT DISTINCT m.account_id FROM membership m${this.byIndex(unitId === null ? 'ix_membership_region' : 'ix_membership_unit')} ` +
        `WHERE m.region_id = ? AND m.role IN (${places}) ${inUnit} ` +
        'AND m.active_from <= ? AND (m.active_until IS NULL OR m.active_until > ?) ORDER BY m.account_id LIMIT 500',
      [regionId, ...roles, ...(unitId === null ? [] : [unitId]), now, now],
    );
    return rows.map((row) => numberOf(row.account_id));
  }

  async hasAdmin(ctx: Ctx): Promise<boolean> {
    const now = ctx.clock.now();
    const row = await this.row(
      ctx,
      "SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id WHERE m.region_id IS NULL AND m.role = 'admin' " +
        'AND m.active_from <= ? AND (m.active_until IS NULL OR m.active_until > ?) AND a.erased_at IS NULL LIMIT 1',
      [now, now],
    );
    return row !== null;
  }

  async membership(ctx: Ctx, id: number): Promise<MembershipRow | null> {
    const now = ctx.clock.now();
    const row = await this.row(
      ctx,
      `SELECT ${MEMBERSHIP_ROW} WHERE m.id = ? AND m.active_from <= ? AND (m.active_until IS NULL OR m.active_until > ?)`,
      [id, now, now],
    );
    return row && membershipRowOf(row);
  }

  async colleagues(ctx: Ctx, { accountId, regionId, unitId }: MembershipRow): Promise<MembershipRow[]> {
    const now = ctx.clock.now();
    const rows = await this.rows(
      ctx,
      `SELECT ${MEMBERSHIP_ROW} WHERE m.region_id = ? AND m.unit_id = ? AND m.account_id <> ? AND m.active_from <= ? ` +
        'AND (m.active_until IS NULL OR m.active_until > ?) AND a.erased_at IS NULL ORDER BY m.id LIMIT 200',
      [regionId, unitId, accountId, now, now],
    );
    return rows.map(membershipRowOf);
  }

  staff(
    ctx: Ctx,
    where: { regionId: number; unitId?: number | undefined; viewerId: number },
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<StaffMember>> {
    const now = ctx.clock.now();
    return this.page(
      ctx,
      {
        select: 'm.id, m.account_id, m.role, m.unit_id, u.name AS unit_name, a.display_name, m.active_from',
        from: 'membership m',
        index: 'ix_membership_region',
        joins: 'JOIN account a ON a.id = m.account_id LEFT JOIN unit u ON u.id = m.unit_id',
        where: [
          'm.region_id = ?',
          'm.active_from <= ?',
          '(m.active_until IS NULL OR m.active_until > ?)',
          'a.erased_at IS NULL',
          ...(where.unitId === undefined ? [] : ['m.unit_id = ?']),
        ],
        parameters: [where.regionId, now, now, ...(where.unitId === undefined ? [] : [where.unitId])],
        order: [{ column: 'm.id', type: 'number', direction: 'asc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      (row) => ({
        id: numberOf(row.id),
        name: textOfRow(row.display_name),
        role: textOfRow(row.role) as Role,
        unit: row.unit_id === null ? null : { id: numberOf(row.unit_id), name: textOfRow(row.unit_name) },
        since: wireInstant(row.active_from),
        mine: numberOf(row.account_id) === where.viewerId,
      }),
    );
  }

  async rename(ctx: Ctx, accountId: number, displayName: string): Promise<void> {
    await this.execute(ctx, 'UPDATE account SET display_name = ? WHERE id = ?', [displayName, accountId]);
  }

  async endMemberships(
    ctx: Ctx,
    accountId: number,
    regionId: number,
    unitId: number | null,
    at: Date,
  ): Promise<void> {
    const unit = unitId === null ? 'unit_id IS NULL' : 'unit_id = ?';
    await this.execute(
      ctx,
      `UPDATE membership SET active_until = ? WHERE account_id = ? AND region_id = ? AND ${unit} ` +
        'AND (active_until IS NULL OR active_until > ?)',
      [at, accountId, regionId, ...(unitId === null ? [] : [unitId]), at],
    );
  }

  async insert(ctx: Ctx, account: Omit<AccountEntity, 'id'>): Promise<number> {
    const done = await this.em(ctx).insert(AccountEntity, account);
    return numberOf(done.identifiers[0]?.id);
  }

  async addIdentity(
    ctx: Ctx,
    identity: Pick<AccountIdentityEntity, 'provider' | 'subjectHash' | 'subjectEnc' | 'accountId'>,
  ): Promise<void> {
    await this.em(ctx).insert(AccountIdentityEntity, identity);
  }

  async addMembership(
    ctx: Ctx,
    membership: Pick<MembershipEntity, 'accountId' | 'regionId' | 'unitId' | 'role' | 'activeFrom'>,
  ): Promise<number> {
    const done = await this.em(ctx).insert(MembershipEntity, { ...membership, activeUntil: null });
    return numberOf(done.identifiers[0]?.id);
  }
}
