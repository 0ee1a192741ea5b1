import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { instantOf, numberOf, textOfRow, textOrNull } from '../../core/db/row';
import type { Message } from './message';
import type { MarkKind, Judged, PlannedMark } from './reminder-plan';

export interface NewMark extends PlannedMark {
  readonly messageId: number;
  readonly regionId: number;
  readonly tellAt: Date;
}

/** A mark that waits to be told, with what its message is now. */
export interface WaitingMark extends PlannedMark {
  readonly id: number;
  readonly messageId: number;
  readonly message: Judged & Pick<Message, 'number' | 'regionId' | 'unitId' | 'authorId'>;
}

const COLUMNS = 'message_id, region_id, kind, day, marked_for, noticed_at, tell_at, outcome';
/** Ids in one statement. */
const CHUNK = 500;

/** The marks of the clock: written by the sweep, told by the teller. */
@Injectable()
export class MessageMarkRepository extends BaseRepository {
  /** The marks that some messages have, as `kind day` by message. */
  async known(ctx: Ctx, messageIds: readonly number[]): Promise<Map<number, Set<string>>> {
    const marks = new Map(messageIds.map((id) => [id, new Set<string>()]));
    if (messageIds.length === 0) return marks;
    const rows = await this.rows(
      ctx,
      `SELECT message_id, kind, day FROM message_mark WHERE message_id IN (${places(messageIds)})`,
      messageIds,
    );
    for (const row of rows)
      marks.get(numberOf(row.message_id))?.add(markKey(row.kind as MarkKind, textOfRow(row.day)));
    return marks;
  }

  /** Stores marks; one that is there already fails the whole unit of work. */
  async insert(ctx: Ctx, marks: readonly NewMark[], noticedAt: Date): Promise<void> {
    if (marks.length === 0) return;
    const one = "(?, ?, ?, ?, ?, ?, ?, 'waiting')";
    await this.execute(
      ctx,
      `INSERT INTO message_mark (${COLUMNS}) VALUES ${marks.map(() => one).join(', ')}`,
      marks.flatMap((mark) => [
        mark.messageId,
        mark.regionId,
        mark.kind,
        mark.day,
        mark.at,
        noticedAt,
        mark.tellAt,
      ]),
    );
  }

  /** The final calendar kept an overdue under another date: its marks go with it. */
  async redate(ctx: Ctx, messageId: number, from: string, to: string): Promise<void> {
    await this.execute(
      ctx,
      "UPDATE message_mark SET day = ? WHERE message_id = ? AND day = ? AND kind IN ('overdue', 'escalated')",
      [to, messageId, from],
    );
  }

  /** The regions in which something waits to be told now. */
  async waitingRegions(ctx: Ctx, now: Date): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT DISTINCT region_id FROM message_mark${this.byIndex('ix_message_mark_waiting')}
        WHERE outcome = 'waiting' AND tell_at <= ? ORDER BY region_id`,
      [now],
    );
    return rows.map((row) => numberOf(row.region_id));
  }

  /** What waits to be told in a region, the earliest first. */
  async waiting(ctx: Ctx, regionId: number, now: Date, limit: number): Promise<WaitingMark[]> {
    const rows = await this.rows(
      ctx,
      `SELECT k.id, k.message_id, k.kind, k.day, k.marked_for, m.number, m.region_id, m.unit_id, m.author_id,
        m.status, m.result, m.due_on, m.overdue_on, m.overdue_marked_at, m.held_since
      FROM message_mark k${this.byIndex('ix_message_mark_waiting')} JOIN message m ON m.id = k.message_id
      WHERE k.outcome = 'waiting' AND k.region_id = ? AND k.tell_at <= ?
      ORDER BY k.tell_at, k.id LIMIT ${Math.trunc(limit)}`,
      [regionId, now],
    );
    return rows.map(waitingMarkOf);
  }

  /** Ends marks that wait; gives how many: fewer than asked means that another server tells them. */
  async end(ctx: Ctx, ids: readonly number[], outcome: 'told' | 'dropped', at: Date | null): Promise<number> {
    let ended = 0;
    for (let from = 0; from < ids.length; from += CHUNK) {
      const chunk = ids.slice(from, from + CHUNK);
      const changed = await this.execute(
        ctx,
        `UPDATE message_mark SET outcome = ?, told_at = ? WHERE outcome = 'waiting' AND id IN (${places(chunk)})`,
        [outcome, at, ...chunk],
      );
      ended += changed;
      if (changed < chunk.length) break;
    }
    return ended;
  }
}

const places = (list: readonly unknown[]): string => list.map(() => '?').join(', ');

export const markKey = (kind: MarkKind, day: string): string => `${kind} ${day}`;

const waitingMarkOf = (row: Row): WaitingMark => ({
  id: numberOf(row.id),
  messageId: numberOf(row.message_id),
  kind: row.kind as MarkKind,
  day: textOfRow(row.day),
  at: instantOf(row.marked_for),
  message: {
    number: textOfRow(row.number),
    regionId: numberOf(row.region_id),
    unitId: numberOf(row.unit_id),
    authorId: numberOf(row.author_id),
    status: row.status as Message['status'],
    result: row.result as Message['result'],
    dueOn: textOfRow(row.due_on),
    overdueOn: textOrNull(row.overdue_on),
    overdueMarkedAt: row.overdue_marked_at === null ? null : instantOf(row.overdue_marked_at),
    heldSince: instantOf(row.held_since),
  },
});
