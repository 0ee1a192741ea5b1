import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf } from '../../core/db/row';

const TOGETHER_COLUMNS =
  'm.id, m.number, m.text, m.public_text, m.status, m.paused_until, m.result, m.received_at, m.due_on, m.due_at';

/**
 * One message with what stands around it, for the detail and for the policy. Reads tables of neighbouring
 * features in one statement instead of a call per neighbour; it writes none of them.
 */
@Injectable()
export class MessageReadRepository extends BaseRepository {
  surroundings(ctx: Ctx, id: number): Promise<Row | null> {
    const now = ctx.clock.now();
    const today = ctx.clock.today();
    return this.row(
      ctx,
      `SELECT m.id, m.version, m.region_id, m.number, m.kind, m.simple, m.text, m.public_text, m.contact_name, m.contact_phone, m.query_nonce,
        m.task_id, m.unit_id, m.author_id, m.public_wanted, m.public_shown, m.status, m.received_at, m.due_on, m.due_at,
        m.working_days, m.rule_id, m.provisional, m.calendar_version, m.answered_at, m.result,
        m.origin, m.parent_id, p.number AS parent_number, p.public_shown AS parent_shown,
        EXISTS (SELECT 1 FROM message_event f WHERE f.message_id = m.id AND f.code = 'followedUp') AS followed_up,
        m.reclassified, m.reclassified_from, m.pauses, m.paused_until, m.extra_days, m.extend_days, m.extend_by, m.objection,
        m.revision_id, m.hidden, m.hidden_by, v.drafter_id AS revision_drafter_id,
        (SELECT e.at FROM message_event e WHERE e.message_id = m.id AND e.seq = m.chain_length) AS last_at,
        m.claimed_by, m.claimed_at, k.display_name AS claimer_name,
        EXISTS (SELECT 1 FROM membership o WHERE o.account_id = m.claimed_by AND o.region_id = m.region_id
          AND (o.unit_id = m.unit_id OR o.role = 'office') AND o.active_from <= ? AND (o.active_until IS NULL OR o.active_until > ?)) AS claimer_here,
        EXISTS (SELECT 1 FROM deputy d WHERE d.account_id = m.claimed_by AND d.deputy_id = ? AND d.unit_id = m.unit_id
          AND d.from_on <= ? AND d.until_on >= ? AND d.ended_at IS NULL) AS claimer_deputized,
        m.merged_into, m.archived_at, l.status AS leader_status, lr.drafter_id AS leader_drafter_id,
EXISTS (SELECT 1 FROM message_event j WHERE j.message_id = m.id AND j.code = 'joined') AS leads,
        u.name AS unit_name, u.is_office, g.code AS region_code, t.no AS task_no, t.text AS task_text,
        r.drafter_id, r.reviewer_id, r.decline_reason, r.status AS reply_status, r.text AS reply_text, r.public_text AS reply_public_text,
        s.level AS rating_level, s.text AS rating_text, s.rated_at,
        EXISTS (SELECT 1 FROM membership b${this.byIndex('ix_membership_unit')} WHERE b.unit_id = m.unit_id AND b.role = 'reviewer'
          AND b.account_id <> CASE WHEN m.merged_into IS NOT NULL AND m.result = 'open' THEN COALESCE(lr.drafter_id, 0)
            ELSE COALESCE(v.drafter_id, r.drafter_id, 0) END AND b.account_id <> m.author_id
          AND b.active_from <= ? AND (b.active_until IS NULL OR b.active_until > ?)) AS other_reviewer
      FROM message m
      JOIN unit u ON u.id = m.unit_id
      JOIN region g ON g.id = m.region_id
      LEFT JOIN task t ON t.id = m.task_id
      LEFT JOIN message p ON p.id = m.parent_id
      LEFT JOIN message l ON l.id = m.merged_into
      LEFT JOIN reply lr ON lr.id = l.reply_id
      LEFT JOIN account k ON k.id = m.claimed_by
      LEFT JOIN reply r ON r.id = m.reply_id
      LEFT JOIN reply v ON v.id = m.revision_id
      LEFT JOIN rating s ON s.message_id = m.id
      WHERE m.id = ?`,
      [now, now, ctx.actor?.accountId ?? 0, today, today, now, now, id],
    );
  }

  /** The message that one goes with, for staff. */
  async leader(ctx: Ctx, id: number | null): Promise<Row | null> {
    if (id === null) return null;
    return this.row(ctx, `SELECT ${TOGETHER_COLUMNS} FROM message m WHERE m.id = ?`, [id]);
  }

  /**
   * Those that go with one, at most 200. Asked only where one has `joined`: while nothing is merged anywhere,
   * statistics make SQLite read the whole table for it.
   */
  async followers(ctx: Ctx, { id, leads }: { id: number; leads: boolean }): Promise<Row[]> {
    if (!leads) return [];
    return this.rows(
      ctx,
      `SELECT ${TOGETHER_COLUMNS} FROM message m${this.byIndex('ix_message_merged')} WHERE m.merged_into = ? ORDER BY m.id LIMIT 200`,
      [id],
    );
  }

  async leads(ctx: Ctx, id: number): Promise<boolean> {
    const row = await this.row(
      ctx,
      "SELECT seq FROM message_event WHERE message_id = ? AND code = 'joined' LIMIT 1",
      [id],
    );
    return row !== null;
  }

  events(ctx: Ctx, id: number): Promise<Row[]> {
    return this.rows(
      ctx,
      `SELECT e.seq, e.code, e.at, e.facts, u.name AS unit_name, n.text AS note
      FROM message_event e
      JOIN unit u ON u.id = e.unit_id
      LEFT JOIN message_note n ON n.message_id = e.message_id AND n.seq = e.seq
      WHERE e.message_id = ? ORDER BY e.seq LIMIT 500`,
      [id],
    );
  }

  /** Follow-ups and reworks by the receipt numbers that the chain of their message names. */
  async rounds(ctx: Ctx, regionId: number, numbers: readonly string[]): Promise<Row[]> {
    if (numbers.length === 0) return [];
    return this.rows(
      ctx,
      `SELECT m.id, m.number, m.origin, m.status, m.paused_until, m.result, m.due_on, m.due_at, m.public_shown
      FROM message m WHERE m.region_id = ? AND m.number IN (${numbers.map(() => '?').join(', ')}) ORDER BY m.id`,
      [regionId, ...numbers],
    );
  }

  replies(ctx: Ctx, id: number): Promise<Row[]> {
    return this.rows(
      ctx,
      `SELECT r.id, r.text, r.public_text, r.status, r.drafter_id, r.drafted_at, r.decided_at, r.note, r.decline_reason,
        u.name AS unit_name, a.display_name AS drafter_name
      FROM reply r
      JOIN unit u ON u.id = r.unit_id
      JOIN account a ON a.id = r.drafter_id
      WHERE r.message_id = ? ORDER BY r.id LIMIT 100`,
      [id],
    );
  }

  /** How many questions were asked about a task and how many were answered: numbers only, private ones too. */
  async countOfTask(ctx: Ctx, taskId: number): Promise<{ total: number; answered: number }> {
    const row = await this.row(
      ctx,
      "SELECT COUNT(*) AS total, SUM(CASE WHEN status IN ('answered', 'declined') THEN 1 ELSE 0 END) AS answered FROM message " +
        "WHERE task_id = ? AND status <> 'withdrawn'",
      [taskId],
    );
    return { total: numberOf(row?.total), answered: numberOf(row?.answered) };
  }
}
