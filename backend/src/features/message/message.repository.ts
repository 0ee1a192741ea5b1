import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf } from '../../core/db/row';
import type { ChainRow } from './event-chain';
import type { Stay } from './holding';
import { MessageEventEntity } from './message-event.entity';
import { MessageNoteEntity } from './message-note.entity';
import { MessageStayEntity } from './message-stay.entity';
import { MessageEntity } from './message.entity';

/** A row of the chain of a message. */
export interface StoredEvent extends ChainRow {
  readonly messageId: number;
}

/** The columns that time alone changes. */
const PASSED: readonly (readonly [column: string, value: (message: MessageEntity) => unknown])[] = [
  ['status', ({ status }) => status],
  ['paused_until', ({ pausedUntil }) => pausedUntil],
  ['overdue_marked_at', ({ overdueMarkedAt }) => overdueMarkedAt],
  ['overdue_on', ({ overdueOn }) => overdueOn],
  ['overdue_unit_id', ({ overdueUnitId }) => overdueUnitId],
  ['sweep_at', ({ sweepAt }) => sweepAt],
  ['chain_length', ({ chainLength }) => chainLength],
  ['chain_last', ({ chainLast }) => chainLast],
  ['chain_head', ({ chainHead }) => chainHead],
];
/** Each column costs the square of it in comparisons. */
const UPDATED_AT_ONCE = 50;

/** Writes of messages and their chain; see `message-read` and `message-list` for what people look at. */
@Injectable()
export class MessageRepository extends BaseRepository {
  find(ctx: Ctx, id: number): Promise<MessageEntity | null> {
    return this.of(ctx, MessageEntity).findOneBy({ id });
  }

  /** What one person of a unit claimed and is not yet answered. */
  async claimedOpen(ctx: Ctx, unitId: number, accountId: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      "SELECT m.id FROM message m WHERE m.unit_id = ? AND m.result = 'open' AND m.claimed_by = ? ORDER BY m.id LIMIT 500",
      [unitId, accountId],
    );
    return rows.map((row) => numberOf(row.id));
  }

  async insert(
    ctx: Ctx,
    message: Omit<MessageEntity, 'id' | 'region' | 'task' | 'unit' | 'author'>,
  ): Promise<number> {
    const inserted = await this.of(ctx, MessageEntity).insert(message);
    return numberOf(inserted.identifiers[0]?.id);
  }

  /** Stores what a move may change, if nobody changed the message since `version`; false when somebody did. */
  async update(ctx: Ctx, message: MessageEntity, version: number): Promise<boolean> {
    const result = await this.of(ctx, MessageEntity).update(
      { id: message.id, version },
      {
        unitId: message.unitId,
        status: message.status,
        publicWanted: message.publicWanted,
        publicShown: message.publicShown,
        publicText: message.publicText,
        kind: message.kind,
        simple: message.simple,
        workingDays: message.workingDays,
        reclassified: message.reclassified,
        reclassifiedFrom: message.reclassifiedFrom,
        objection: message.objection,
        revisionId: message.revisionId,
        hidden: message.hidden,
        hiddenBy: message.hiddenBy,
        pauses: message.pauses,
        wasPaused: message.pauses !== null,
        pausedUntil: message.pausedUntil,
        extraDays: message.extraDays,
        extendDays: message.extendDays,
        extendBy: message.extendBy,
        replyId: message.replyId,
        answeredAt: message.answeredAt,
        answerMinutes: message.answerMinutes,
        result: message.result,
        dueOn: message.dueOn,
        dueAt: message.dueAt,
        provisional: message.provisional,
        calendarVersion: message.calendarVersion,
        overdueMarkedAt: message.overdueMarkedAt,
        overdueOn: message.overdueOn,
        overdueUnitId: message.overdueUnitId,
        heldSince: message.heldSince,
        sweepAt: message.sweepAt,
        mergedInto: message.mergedInto,
        claimedBy: message.claimedBy,
        claimedAt: message.claimedAt,
        awaitsDecision: message.awaitsDecision,
        archiveAt: message.archiveAt,
        archivedAt: message.archivedAt,
        // A change takes the message out of the hands of the sweep, which looks again.
        sweepOwner: null,
        sweepUntil: null,
        chainLength: message.chainLength,
        chainLast: message.chainLast,
        chainHead: message.chainHead,
        version: message.version,
      },
    );
    return result.affected === 1;
  }

  /**
   * What time alone changes, of many messages in one statement. True when every one of them was still at the
   * version before its own; otherwise the unit of work must not be kept.
   */
  async updatePassed(ctx: Ctx, messages: readonly MessageEntity[]): Promise<boolean> {
    for (let from = 0; from < messages.length; from += UPDATED_AT_ONCE) {
      const chunk = messages.slice(from, from + UPDATED_AT_ONCE);
      const parameters: unknown[] = [];
      const each = (value: (message: MessageEntity) => unknown): string => {
        for (const message of chunk) parameters.push(message.id, value(message));
        return `CASE id${' WHEN ? THEN ?'.repeat(chunk.length)} END`;
      };
      const columns = PASSED.map(([column, value]) => `${column} = ${each(value)}`).join(', ');
      const places = chunk.map(({ id }) => parameters.push(id) && '?').join(', ');
      const changed = await this.execute(
        ctx,
        // A change takes a message out of the hands of the sweep.
        `UPDATE message SET ${columns}, version = version + 1, sweep_owner = NULL, sweep_until = NULL
          WHERE id IN (${places}) AND version = ${each(({ version }) => version - 1)}`,
        parameters,
      );
      if (changed !== chunk.length) return false;
    }
    return true;
  }

  async insertEvents(ctx: Ctx, rows: readonly StoredEvent[]): Promise<void> {
    if (rows.length === 0) return;
    await this.of(ctx, MessageEventEntity).insert(
      rows.map((row) => ({
        messageId: row.messageId,
        regionId: row.regionId,
        seq: row.seq,
        code: row.code,
        at: row.at,
        by: row.by,
        actorId: row.actorId,
        unitId: row.unitId,
        facts: row.facts,
        digest: row.digest,
        hash: row.hash,
      })),
    );
  }

  async insertStay(ctx: Ctx, stay: Stay): Promise<void> {
    await this.of(ctx, MessageStayEntity).insert(stay);
  }

  async insertNote(ctx: Ctx, messageId: number, seq: number, text: string, salt: string): Promise<void> {
    await this.of(ctx, MessageNoteEntity).insert({ messageId, seq, text, salt });
  }

  /** Answered messages whose time to be archived has come, the oldest first. */
  async archiveIds(ctx: Ctx, now: Date, limit: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT id FROM message WHERE archive_at <= ? ORDER BY archive_at, id LIMIT ${Math.trunc(limit)}`,
      [now],
    );
    return rows.map((row) => numberOf(row.id));
  }

  /** The open messages that go with one, at most 200. */
  async followersOf(ctx: Ctx, id: number): Promise<MessageEntity[]> {
    return this.of(ctx, MessageEntity).find({
      where: { mergedInto: id, result: 'open' },
      order: { id: 'ASC' },
      take: 200,
    });
  }
}
