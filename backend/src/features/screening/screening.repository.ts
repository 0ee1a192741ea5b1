import { Injectable } from '@nestjs/common';
import type { Screening, ScreeningState } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, numberOrNull, textOfRow, textOrNull, wireInstantOrNull } from '../../core/db/row';
import { ScreeningEntity, type SubjectKind } from './screening.entity';
import { doubtOf } from './screening-labels';

export interface Verdict {
  readonly state: ScreeningState;
  readonly label?: number | null;
  readonly cause?: string | null;
  readonly traceId?: string | null;
}

const COLUMNS = 's.id, s.subject_id, s.state, s.label, s.cause, s.checked_at, s.decided_at, s.note';

@Injectable()
export class ScreeningRepository extends BaseRepository {
  async order(
    ctx: Ctx,
    subject: { regionId: number; subjectKind: SubjectKind; subjectId: number },
    at: Date,
  ): Promise<void> {
    await this.em(ctx).insert(ScreeningEntity, {
      ...subject,
      state: 'pending',
      label: null,
      cause: null,
      traceId: null,
      orderedAt: at,
      checkedAt: null,
      decidedBy: null,
      decidedAt: null,
      note: null,
    });
  }

  async inherit(
    ctx: Ctx,
    subjectKind: SubjectKind,
    from: number,
    to: { regionId: number; subjectId: number },
    at: Date,
  ): Promise<boolean> {
    const before = await this.of(ctx, ScreeningEntity).findOneBy({ subjectKind, subjectId: from });
    if (!before || before.state === 'pending') return false;
    const { state, label, cause, checkedAt, decidedBy, decidedAt, note } = before;
    const said = { state, label, cause, checkedAt, decidedBy, decidedAt, note };
    const own = { ...to, subjectKind, traceId: null, orderedAt: at };
    await this.em(ctx).insert(ScreeningEntity, { ...said, ...own });
    return true;
  }

  /** Null: this subject was never checked. */
  async find(ctx: Ctx, kind: SubjectKind, subjectId: number): Promise<Screening | null> {
    const row = await this.row(
      ctx,
      `SELECT ${COLUMNS} FROM screening s WHERE s.subject_kind = ? AND s.subject_id = ?`,
      [kind, subjectId],
    );
    return row && screeningOf(row);
  }

  /** The word of WeChat; it changes nothing once a person has decided. */
  async record(ctx: Ctx, kind: SubjectKind, subjectId: number, verdict: Verdict, at: Date): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE screening SET state = ?, label = ?, cause = ?, trace_id = ?, checked_at = ? ' +
        "WHERE subject_kind = ? AND subject_id = ? AND state IN ('pending', 'held')",
      [
        verdict.state,
        verdict.label ?? null,
        verdict.cause?.slice(0, 40) ?? null,
        verdict.traceId ?? null,
        at,
        kind,
        subjectId,
      ],
    );
    return changed === 1;
  }

  /** The word of a person; false when nothing waits for one. */
  async decide(
    ctx: Ctx,
    kind: SubjectKind,
    subjectId: number,
    decision: { state: ScreeningState; by: number; at: Date; note: string },
  ): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE screening SET state = ?, decided_by = ?, decided_at = ?, note = ? ' +
        "WHERE subject_kind = ? AND subject_id = ? AND state IN ('pending', 'held', 'allowed', 'refused')",
      [decision.state, decision.by, decision.at, decision.note, kind, subjectId],
    );
    return changed === 1;
  }

  /** The states of several subjects; those never checked are left out. */
  async states(ctx: Ctx, kind: SubjectKind, ids: readonly number[]): Promise<Map<number, ScreeningState>> {
    if (ids.length === 0) return new Map();
    const places = ids.map(() => '?').join(', ');
    const rows = await this.rows(
      ctx,
      `SELECT s.subject_id, s.state FROM screening s${this.byIndex('ux_screening_subject')} ` +
        `WHERE s.subject_kind = ? AND s.subject_id IN (${places})`,
      [kind, ...ids],
    );
    return new Map(rows.map((row) => [numberOf(row.subject_id), textOfRow(row.state) as ScreeningState]));
  }

  /** WeChat took the order; its verdict comes later under this id. False when an order was taken before. */
  async ordered(ctx: Ctx, kind: SubjectKind, subjectId: number, traceId: string): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE screening SET trace_id = ? WHERE subject_kind = ? AND subject_id = ? AND trace_id IS NULL',
      [traceId, kind, subjectId],
    );
    return changed === 1;
  }

  async isOrdered(ctx: Ctx, kind: SubjectKind, subjectId: number): Promise<boolean> {
    const row = await this.row(
      ctx,
      'SELECT trace_id FROM screening WHERE subject_kind = ? AND subject_id = ?',
      [kind, subjectId],
    );
    return row !== null && row.trace_id !== null;
  }

  /** The verdict on a picture by its trace; false for an unknown one, one that came before, or a decided one. */
  async recordTrace(
    ctx: Ctx,
    traceId: string,
    verdict: { state: 'pass' | 'held'; label: number },
    at: Date,
  ): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      'UPDATE screening SET state = ?, label = ?, cause = NULL, checked_at = ? ' +
        "WHERE trace_id = ? AND subject_kind = 'attachment' AND state IN ('pending', 'held') AND checked_at IS NULL",
      [verdict.state, verdict.label, at, traceId],
    );
    return changed === 1;
  }

  /** What WeChat has not answered since before a moment goes to a person. */
  async holdSilent(ctx: Ctx, before: Date, limit: number): Promise<number> {
    const rows = await this.rows(
      ctx,
      "SELECT s.id FROM screening s WHERE s.state = 'pending' AND s.ordered_at < ? ORDER BY s.id " +
        `LIMIT ${Math.trunc(limit)}`,
      [before],
    );
    for (const row of rows)
      await this.execute(
        ctx,
        "UPDATE screening SET state = 'held', cause = 'NO_RESULT' WHERE id = ? AND state = 'pending'",
        [numberOf(row.id)],
      );
    return rows.length;
  }
}

const screeningOf = (row: Row): Screening => ({
  messageId: numberOf(row.subject_id),
  state: textOfRow(row.state) as ScreeningState,
  doubt: doubtOf(textOfRow(row.state) as ScreeningState, numberOrNull(row.label), textOrNull(row.cause)),
  checkedAt: wireInstantOrNull(row.checked_at),
  decidedAt: wireInstantOrNull(row.decided_at),
  note: textOrNull(row.note),
});
