import { Injectable } from '@nestjs/common';
import type { Page, Screening, ScreeningState } from '@sunledger/shared-types';
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

  waiting(
    ctx: Ctx,
    regionId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Screening>> {
    return this.page(
      ctx,
      {
        select: COLUMNS,
        from: 'screening s',
        index: 'ix_screening_region',
        where: ['s.region_id = ?', "s.state = 'held'", "s.subject_kind = 'message'"],
        parameters: [regionId],
        order: [{ column: 's.id', type: 'number', direction: 'asc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      screeningOf,
    );
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
