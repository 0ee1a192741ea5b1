import { Injectable } from '@nestjs/common';
import type { Invitation, Page, Role } from '@sunledger/shared-types';
import { systemNow } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { instantOf, numberOf, textOfRow, wireInstant } from '../../core/db/row';
import { InvitationEntity, InvitationUseEntity } from './invitation.entity';

/** An invitation that can be taken up now. */
export interface OpenInvitation {
  readonly id: number;
  readonly regionId: number;
  readonly unitId: number;
  readonly role: Role;
  readonly regionName: string;
  readonly unitName: string;
}

const COLUMNS =
  'i.id, i.region_id, i.unit_id, u.name AS unit_name, i.role, i.most_uses, i.uses, i.expires_at, i.created_at, i.revoked_at';

@Injectable()
export class InvitationRepository extends BaseRepository {
  async insert(ctx: Ctx, invitation: Omit<InvitationEntity, 'id' | 'region' | 'unit'>): Promise<number> {
    const done = await this.em(ctx).insert(InvitationEntity, invitation);
    return numberOf(done.identifiers[0]?.id);
  }

  list(
    ctx: Ctx,
    regionId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Invitation>> {
    return this.page(
      ctx,
      {
        select: COLUMNS,
        from: 'invitation i',
        index: 'ix_invitation_region',
        joins: 'JOIN unit u ON u.id = i.unit_id',
        where: ['i.region_id = ?'],
        parameters: [regionId],
        order: [{ column: 'i.id', type: 'number', direction: 'desc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      invitationOf,
    );
  }

  async find(ctx: Ctx, regionId: number, id: number): Promise<Invitation | null> {
    const row = await this.row(
      ctx,
      `SELECT ${COLUMNS} FROM invitation i JOIN unit u ON u.id = i.unit_id WHERE i.id = ? AND i.region_id = ?`,
      [id, regionId],
    );
    return row && invitationOf(row);
  }

  /** By its code, when it still may be used. */
  async open(ctx: Ctx, codeHash: string, now: Date): Promise<OpenInvitation | null> {
    const row = await this.row(
      ctx,
      'SELECT i.id, i.region_id, i.unit_id, i.role, r.name AS region_name, u.name AS unit_name FROM invitation i ' +
        'JOIN region r ON r.id = i.region_id JOIN unit u ON u.id = i.unit_id ' +
        'WHERE i.code_hash = ? AND i.revoked_at IS NULL AND i.expires_at > ? AND i.uses < i.most_uses',
      [codeHash, now],
    );
    return (
      row && {
        id: numberOf(row.id),
        regionId: numberOf(row.region_id),
        unitId: numberOf(row.unit_id),
        role: textOfRow(row.role) as Role,
        regionName: textOfRow(row.region_name),
        unitName: textOfRow(row.unit_name),
      }
    );
  }

  /** Takes one use; false when the last one was taken a moment ago. */
  async take(ctx: Ctx, id: number, accountId: number, now: Date): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE invitation SET uses = uses + 1 WHERE id = ? AND uses < most_uses AND revoked_at IS NULL AND expires_at > ?',
      [id, now],
    );
    if (changed !== 1) return false;
    await this.em(ctx).insert(InvitationUseEntity, { invitationId: id, accountId, usedAt: now });
    return true;
  }

  async usedBy(ctx: Ctx, id: number, accountId: number): Promise<boolean> {
    const row = await this.row(
      ctx,
      'SELECT id FROM invitation_use WHERE invitation_id = ? AND account_id = ?',
      [id, accountId],
    );
    return row !== null;
  }

  async revoke(ctx: Ctx, id: number, at: Date): Promise<void> {
    await this.execute(ctx, 'UPDATE invitation SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', [
      at,
      id,
    ]);
  }
}

function invitationOf(row: Row): Invitation {
  const [uses, mostUses] = [numberOf(row.uses), numberOf(row.most_uses)];
  const expired = instantOf(row.expires_at).getTime() <= systemNow();
  return {
    id: numberOf(row.id),
    unit: { id: numberOf(row.unit_id), name: textOfRow(row.unit_name) },
    role: textOfRow(row.role) as Role,
    mostUses,
    uses,
    expiresAt: wireInstant(row.expires_at),
    createdAt: wireInstant(row.created_at),
    state: row.revoked_at !== null ? 'revoked' : uses >= mostUses ? 'full' : expired ? 'expired' : 'open',
  };
}
