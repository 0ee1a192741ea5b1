import { Injectable } from '@nestjs/common';
import type { DueProposal, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, textOfRow, wireInstant } from '../../core/db/row';
import { DueMoveEntity, type DueMoveStatus } from './calendar.entity';

export type ProposalRow = Omit<DueProposal, 'ifConfirmedDueOn'>;

export interface StoredMove {
  readonly id: number;
  readonly messageId: number;
  readonly versionId: number;
  readonly cause: 'year' | 'override';
  readonly causeOf: string | number;
  readonly status: DueMoveStatus;
  readonly toDueOn: string;
}

/** Due dates that calendar versions moved or would move. */
@Injectable()
export class DueMoveRepository extends BaseRepository {
  async insert(
    ctx: Ctx,
    move: Pick<
      DueMoveEntity,
      'regionId' | 'messageId' | 'versionId' | 'cause' | 'status' | 'fromDueOn' | 'toDueOn' | 'createdAt'
    >,
  ): Promise<void> {
    await this.of(ctx, DueMoveEntity).insert({ ...move, decidedAt: null, decidedBy: null });
  }

  /** The last word on an earlier date of a message: asked, confirmed or kept. */
  async lastProposal(
    ctx: Ctx,
    messageId: number,
  ): Promise<{ id: number; status: DueMoveStatus; toDueOn: string } | null> {
    const row = await this.row(
      ctx,
      'SELECT id, status, to_due_on FROM due_move WHERE message_id = ? ' +
        "AND status IN ('proposed', 'confirmed', 'kept') ORDER BY id DESC LIMIT 1",
      [messageId],
    );
    return (
      row && {
        id: numberOf(row.id),
        status: row.status as DueMoveStatus,
        toDueOn: textOfRow(row.to_due_on),
      }
    );
  }

  async decide(
    ctx: Ctx,
    id: number,
    decision: { status: DueMoveStatus; toDueOn?: string; at: Date; by: number | null },
  ): Promise<boolean> {
    const { status, toDueOn, at, by } = decision;
    const changed = await this.execute(
      ctx,
      'UPDATE due_move SET status = ?, to_due_on = COALESCE(?, to_due_on), decided_at = ?, decided_by = ? ' +
        "WHERE id = ? AND status = 'proposed'",
      [status, toDueOn ?? null, at, by, id],
    );
    return changed === 1;
  }

  /** What the own day of one row proposed, and the office has not answered, is asked no more. */
  async dropOf(ctx: Ctx, regionId: number, overrideId: number, at: Date): Promise<void> {
    await this.execute(
      ctx,
      "UPDATE due_move SET status = 'dropped', decided_at = ? WHERE region_id = ? AND status = 'proposed' " +
        'AND version_id IN (SELECT id FROM calendar_version WHERE region_id = ? AND override_id = ?)',
      [at, regionId, regionId, overrideId],
    );
  }

  /** Moves of a region by id, with what caused them. */
  async byIds(ctx: Ctx, regionId: number, ids: readonly number[]): Promise<StoredMove[]> {
    const rows = await this.rows(
      ctx,
      'SELECT d.id, d.message_id, d.version_id, d.cause, d.status, d.to_due_on, v.year, v.day FROM due_move d ' +
        `JOIN calendar_version v ON v.id = d.version_id WHERE d.region_id = ? AND d.id IN (${ids.map(() => '?').join(', ')}) ` +
        'ORDER BY d.id',
      [regionId, ...ids],
    );
    return rows.map(moveOf);
  }

  /** What waits for the office, the oldest first; what was answered meanwhile waits no more. */
  proposals(
    ctx: Ctx,
    regionId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<ProposalRow>> {
    return this.page(
      ctx,
      {
        select:
          'd.id, d.message_id, d.cause, d.to_due_on, d.created_at, m.number, m.due_on, u.name AS unit_name',
        from: 'due_move d',
        index: 'ix_due_move_region',
        joins: 'JOIN message m ON m.id = d.message_id JOIN unit u ON u.id = m.unit_id',
        where: ['d.region_id = ?', "d.status = 'proposed'", "m.result = 'open'", 'd.to_due_on < m.due_on'],
        parameters: [regionId],
        order: [{ column: 'd.id', type: 'number', direction: 'asc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      proposalOf,
    );
  }
}

const moveOf = (row: Row): StoredMove => ({
  id: numberOf(row.id),
  messageId: numberOf(row.message_id),
  versionId: numberOf(row.version_id),
  cause: row.cause as StoredMove['cause'],
  causeOf: row.cause === 'year' ? numberOf(row.year) : textOfRow(row.day),
  status: row.status as DueMoveStatus,
  toDueOn: textOfRow(row.to_due_on),
});

const proposalOf = (row: Row): ProposalRow => ({
  id: numberOf(row.id),
  message: {
    id: numberOf(row.message_id),
    number: textOfRow(row.number),
    unitName: textOfRow(row.unit_name),
  },
  cause: row.cause as ProposalRow['cause'],
  dueOn: textOfRow(row.due_on),
  proposedDueOn: textOfRow(row.to_due_on),
  createdAt: wireInstant(row.created_at),
});
