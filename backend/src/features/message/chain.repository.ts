import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { flagOf, instantOf, jsonOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import type { ChainRow, EventFacts } from './event-chain';
import type { StoredText } from './chain-texts';
import type { FixedColumns, StoredChain } from './verify-chain';

const COLUMNS =
  'm.id, m.region_id, m.number, m.chain_length, m.chain_last, m.chain_head, m.text, m.text_salt, m.public_text, m.kind, m.simple, ' +
  'm.task_id, m.public_wanted, m.received_at, m.working_days, m.due_on, m.due_at, m.provisional, m.rule_id, ' +
  'm.calendar_version, m.unit_id, m.status, m.result, m.reply_id, m.answered_at, m.public_shown, m.overdue_on, ' +
  'm.parent_id, m.origin, m.reclassified, m.paused_until, m.extra_days, m.objection, m.revision_id, m.hidden, ' +
  'm.merged_into, m.archived_at';

/** Rows by the message they belong to, in their order. */
function byMessage(rows: readonly Row[]): Map<number, Row[]> {
  const grouped = new Map<number, Row[]>();
  for (const row of rows) {
    const id = numberOf(row.message_id);
    const group = grouped.get(id);
    if (group) group.push(row);
    else grouped.set(id, [row]);
  }
  return grouped;
}

export interface ChainHead {
  readonly messageId: number;
  readonly number: string;
  readonly length: number;
  readonly head: string;
}

/** Reads whole chains with the texts they vouch for, in batches. */
@Injectable()
export class ChainRepository extends BaseRepository {
  /** The chains of the next messages of a region after an id, by id. */
  async batch(ctx: Ctx, regionId: number, afterId: number, size: number): Promise<StoredChain[]> {
    const messages = await this.rows(
      ctx,
      `SELECT ${COLUMNS} FROM message m WHERE m.region_id = ? AND m.id > ? ORDER BY m.id LIMIT ${Math.trunc(size)}`,
      [regionId, afterId],
    );
    return this.chainsOf(ctx, messages);
  }

  /** The chain of one message; null when it is not there. */
  async ofMessage(ctx: Ctx, id: number): Promise<StoredChain | null> {
    const messages = await this.rows(ctx, `SELECT ${COLUMNS} FROM message m WHERE m.id = ?`, [id]);
    return (await this.chainsOf(ctx, messages))[0] ?? null;
  }

  private async chainsOf(ctx: Ctx, messages: readonly Row[]): Promise<StoredChain[]> {
    const ids = messages.map((row) => numberOf(row.id));
    if (ids.length === 0) return [];
    const places = ids.map(() => '?').join(', ');
    const read = (sql: string): Promise<Row[]> => this.rows(ctx, sql.replace('(?)', `(${places})`), ids);
    const events = await read(
      'SELECT message_id, region_id, seq, code, at, made_by, actor_id, unit_id, facts, digest, hash ' +
        'FROM message_event WHERE message_id IN (?) ORDER BY message_id, seq, id',
    );
    const notes = await read('SELECT message_id, seq, text, salt FROM message_note WHERE message_id IN (?)');
    const replies = await read('SELECT id, text, text_salt, public_text FROM reply WHERE message_id IN (?)');
    const ratings = await read('SELECT message_id, text, text_salt FROM rating WHERE message_id IN (?)');
    const texts = new TextsOfChains(messages, notes, replies, ratings);
    const eventsOf = byMessage(events);
    return messages.map((row) => chainOf(row, eventsOf.get(numberOf(row.id)) ?? [], texts));
  }

  /** Length and head of the chains of the next messages of a region after an id. */
  async heads(ctx: Ctx, regionId: number, afterId: number, size: number): Promise<ChainHead[]> {
    const rows = await this.rows(
      ctx,
      `SELECT m.id, m.number, m.chain_length, m.chain_head FROM message m${this.byIndex('ix_message_region')}
      WHERE m.region_id = ? AND m.id > ? ORDER BY m.id LIMIT ${Math.trunc(size)}`,
      [regionId, afterId],
    );
    return rows.map((row) => ({
      messageId: numberOf(row.id),
      number: textOfRow(row.number),
      length: numberOf(row.chain_length),
      head: textOfRow(row.chain_head),
    }));
  }

  /** Messages of a region by day of receipt, against the numbers that were given out. */
  async numbersByDay(ctx: Ctx, regionId: number): Promise<{ day: string; stored: number; given: number }[]> {
    const rows = await this.rows(
      ctx,
      `SELECT c.day, c.value AS given, s.stored FROM daily_counter c
      LEFT JOIN (SELECT m.received_on, COUNT(*) AS stored FROM message m WHERE m.region_id = ? GROUP BY m.received_on) AS s
        ON s.received_on = c.day WHERE c.scope = ? ORDER BY c.day`,
      [regionId, `number:${regionId}`],
    );
    return rows.map((row) => ({
      day: textOfRow(row.day),
      stored: numberOf(row.stored),
      given: numberOf(row.given),
    }));
  }

  /** When the newest thing happened to any message, or null. */
  async newestAt(ctx: Ctx): Promise<Date | null> {
    const row = await this.row(ctx, 'SELECT at FROM message_event ORDER BY at DESC LIMIT 1');
    return row && instantOf(row.at);
  }

  /** The id of a message that is gone while events of it are still there, or null. */
  async orphan(ctx: Ctx): Promise<number | null> {
    const row = await this.row(
      ctx,
      'SELECT e.message_id FROM message_event e LEFT JOIN message m ON m.id = e.message_id WHERE m.id IS NULL LIMIT 1',
    );
    return row && numberOf(row.message_id);
  }
}

/** The texts beside the chains of one batch; which one belongs to a row follows from its code. */
class TextsOfChains {
  private readonly messages: Map<number, StoredText>;
  private readonly notes: Map<string, StoredText>;
  private readonly replies: Map<number, StoredText>;
  private readonly ratings: Map<number, StoredText>;

  constructor(
    messages: readonly Row[],
    notes: readonly Row[],
    replies: readonly Row[],
    ratings: readonly Row[],
  ) {
    this.messages = new Map(
      messages.map((row) => [numberOf(row.id), textIn(row.text, row.text_salt, row.public_text)]),
    );
    this.notes = new Map(
      notes.map((row) => [`${numberOf(row.message_id)}:${numberOf(row.seq)}`, textIn(row.text, row.salt)]),
    );
    this.replies = new Map(
      replies.map((row) => [numberOf(row.id), textIn(row.text, row.text_salt, row.public_text)]),
    );
    this.ratings = new Map(ratings.map((row) => [numberOf(row.message_id), textIn(row.text, row.text_salt)]));
  }

  of(messageId: number, row: ChainRow): StoredText | null {
    switch (row.code) {
      case 'received':
        return this.messages.get(messageId) ?? null;
      case 'drafted':
      case 'draftEdited':
      case 'declineDrafted':
      case 'declined':
      case 'revisionDrafted':
      case 'replyRevised':
      case 'replyPublished':
        return this.replies.get(Number(row.facts.replyId)) ?? null;
      case 'rated':
        return this.ratings.get(messageId) ?? null;
      default:
        return this.notes.get(`${messageId}:${row.seq}`) ?? null;
    }
  }
}

const textIn = (text: unknown, salt: unknown, shown: unknown = null): StoredText => ({
  text: textOrNull(text),
  salt: textOrNull(salt),
  shown: textOrNull(shown),
});

function chainOf(row: Row, events: readonly Row[], texts: TextsOfChains): StoredChain {
  const id = numberOf(row.id);
  const number = textOfRow(row.number);
  return {
    id,
    regionId: numberOf(row.region_id),
    number,
    length: numberOf(row.chain_length),
    last: textOfRow(row.chain_last),
    head: textOfRow(row.chain_head),
    columns: fixedColumnsOf(row),
    rows: events.map((event) => chainRowOf(event, number)),
    textOf: (event) => texts.of(id, event),
  };
}

const chainRowOf = (row: Row, number: string): ChainRow => ({
  regionId: numberOf(row.region_id),
  number,
  seq: numberOf(row.seq),
  code: row.code as ChainRow['code'],
  at: instantOf(row.at),
  by: row.made_by as ChainRow['by'],
  actorId: numberOrNull(row.actor_id),
  unitId: numberOf(row.unit_id),
  facts: jsonOf<EventFacts>(row.facts),
  digest: textOrNull(row.digest),
  hash: textOfRow(row.hash),
});

const fixedColumnsOf = (row: Row): FixedColumns => ({
  parentId: numberOrNull(row.parent_id),
  origin: textOrNull(row.origin),
  kind: textOfRow(row.kind),
  simple: flagOf(row.simple),
  taskId: numberOrNull(row.task_id),
  publicWanted: flagOf(row.public_wanted),
  receivedAt: instantOf(row.received_at).toISOString(),
  workingDays: numberOf(row.working_days),
  dueOn: textOfRow(row.due_on),
  dueAt: instantOf(row.due_at).toISOString(),
  provisional: flagOf(row.provisional),
  ruleId: numberOrNull(row.rule_id),
  calendarVersion: textOfRow(row.calendar_version),
  unitId: numberOf(row.unit_id),
  status: row.status as FixedColumns['status'],
  result: row.result as FixedColumns['result'],
  replyId: numberOrNull(row.reply_id),
  answeredAt: row.answered_at === null ? null : instantOf(row.answered_at).toISOString(),
  publicShown: flagOf(row.public_shown),
  overdueOn: textOrNull(row.overdue_on),
  reclassified: flagOf(row.reclassified),
  pausedUntil: textOrNull(row.paused_until),
  extraDays: numberOrNull(row.extra_days),
  objection: textOrNull(row.objection),
  revisionId: numberOrNull(row.revision_id),
  hidden: textOrNull(row.hidden),
  mergedInto: numberOrNull(row.merged_into),
  archivedAt: row.archived_at === null ? null : instantOf(row.archived_at).toISOString(),
});
