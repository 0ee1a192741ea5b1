import { Injectable } from '@nestjs/common';
import type { ScanPurpose } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { instantOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import { ScanTicketEntity, type TicketState } from './scan-ticket.entity';

export interface ScanTicket {
  readonly id: number;
  readonly purpose: ScanPurpose;
  readonly state: TicketState;
  readonly accountId: number | null;
  readonly sessionId: number | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const COLUMNS = 'id, purpose, state, account_id, session_id, user_agent, created_at, expires_at';

@Injectable()
export class ScanTicketRepository extends BaseRepository {
  async insert(ctx: Ctx, ticket: Omit<ScanTicketEntity, 'id'>): Promise<void> {
    await this.em(ctx).insert(ScanTicketEntity, ticket);
  }

  async byTicket(ctx: Ctx, ticketHash: string): Promise<ScanTicket | null> {
    const row = await this.row(ctx, `SELECT ${COLUMNS} FROM scan_ticket WHERE ticket_hash = ?`, [ticketHash]);
    return row && ticketOf(row);
  }

  async byCode(ctx: Ctx, codeHash: string): Promise<ScanTicket | null> {
    const row = await this.row(ctx, `SELECT ${COLUMNS} FROM scan_ticket WHERE code_hash = ?`, [codeHash]);
    return row && ticketOf(row);
  }

  /** One conditional step; false when somebody else was first. */
  async move(
    ctx: Ctx,
    id: number,
    from: TicketState,
    to: TicketState,
    accountId: number | null,
  ): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE scan_ticket SET state = ?, account_id = ? WHERE id = ? AND state = ?',
      [to, accountId, id, from],
    );
    return changed === 1;
  }

  async purge(ctx: Ctx, before: Date): Promise<void> {
    await this.execute(ctx, 'DELETE FROM scan_ticket WHERE expires_at < ?', [before]);
  }
}

const ticketOf = (row: Row): ScanTicket => ({
  id: numberOf(row.id),
  purpose: textOfRow(row.purpose) as ScanPurpose,
  state: textOfRow(row.state) as TicketState,
  accountId: numberOrNull(row.account_id),
  sessionId: numberOrNull(row.session_id),
  userAgent: textOrNull(row.user_agent),
  createdAt: instantOf(row.created_at),
  expiresAt: instantOf(row.expires_at),
});
