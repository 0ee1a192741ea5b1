import { Injectable } from '@nestjs/common';
import type { Page, ScreeningState, UnitRef } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, numberOrNull, textOfRow, textOrNull, wireInstant } from '../../core/db/row';
import { doubtOf } from '../screening/screening-labels';

/** Whose things a person decides: of a whole region (`unitIds` null), or of some units of it. */
export interface DeskScope {
  readonly regionId: number;
  readonly unitIds: readonly number[] | null;
  /** Nobody decides about a message or a photo of one's own. */
  readonly notBy: number;
}

export interface WaitingRow {
  readonly id: number;
  readonly doubt: string | null;
  readonly orderedAt: string;
  readonly unit: UnitRef;
  readonly message: { readonly id: number; readonly number: string; readonly text: string } | null;
  readonly photo: {
    readonly attachmentId: number;
    readonly progressId: number;
    readonly taskId: number;
    readonly taskText: string;
  } | null;
}

const JOINS =
  "LEFT JOIN message m ON s.subject_kind = 'message' AND m.id = s.subject_id " +
  "LEFT JOIN attachment a ON s.subject_kind = 'attachment' AND a.id = s.subject_id AND a.state = 'ready' " +
  'LEFT JOIN progress_report p ON p.id = a.holder_id LEFT JOIN task t ON t.id = p.task_id ' +
  'LEFT JOIN unit u ON u.id = COALESCE(m.unit_id, p.unit_id)';

/** A message whose author wants it public and that is still at work; a picture of a report that was not sent back. */
const WORTH_DECIDING =
  "((m.public_wanted = 1 AND m.text IS NOT NULL AND m.status IN ('open', 'asked', 'inReview') AND m.author_id <> ?) " +
  "OR (p.status <> 'sentBack' AND p.submitted_by <> ?))";

/** What waits for a person, whatever it is. */
@Injectable()
export class ScreeningDeskRepository extends BaseRepository {
  waiting(
    ctx: Ctx,
    scope: DeskScope,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<WaitingRow>> {
    return this.page(
      ctx,
      {
        select:
          's.id, s.state, s.label, s.cause, s.ordered_at, m.id AS message_id, m.number, m.text, ' +
          'a.id AS attachment_id, p.id AS progress_id, t.id AS task_id, t.text AS task_text, ' +
          'u.id AS unit_id, u.name AS unit_name',
        from: 'screening s',
        index: 'ix_screening_region',
        joins: JOINS,
        ...whereOf(scope),
        order: [{ column: 's.id', type: 'number', direction: 'asc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      waitingOf,
    );
  }

  async count(ctx: Ctx, scope: DeskScope): Promise<number> {
    const { where, parameters } = whereOf(scope);
    const row = await this.row(
      ctx,
      `SELECT COUNT(*) AS n FROM screening s${this.byIndex('ix_screening_region')} ${JOINS} WHERE ${where.join(' AND ')}`,
      parameters,
    );
    return numberOf(row?.n);
  }

  /** Where a picture belongs and who sent it; null when it is none of a report. */
  async picture(
    ctx: Ctx,
    attachmentId: number,
  ): Promise<{ regionId: number; unitId: number; submittedBy: number; uploadedBy: number } | null> {
    const row = await this.row(
      ctx,
      'SELECT p.region_id, p.unit_id, p.submitted_by, a.uploaded_by FROM attachment a ' +
        "JOIN progress_report p ON p.id = a.holder_id WHERE a.id = ? AND a.purpose = 'progress'",
      [attachmentId],
    );
    return (
      row && {
        regionId: numberOf(row.region_id),
        unitId: numberOf(row.unit_id),
        submittedBy: numberOf(row.submitted_by),
        uploadedBy: numberOf(row.uploaded_by),
      }
    );
  }
}

function whereOf({ regionId, unitIds, notBy }: DeskScope): { where: string[]; parameters: unknown[] } {
  const where = ['s.region_id = ?', "s.state = 'held'", WORTH_DECIDING];
  if (unitIds !== null)
    where.push(`COALESCE(m.unit_id, p.unit_id) IN (${unitIds.map(() => '?').join(', ')})`);
  return { where, parameters: [regionId, notBy, notBy, ...(unitIds ?? [])] };
}

function waitingOf(row: Row): WaitingRow {
  const messageId = numberOrNull(row.message_id);
  const attachmentId = numberOrNull(row.attachment_id);
  const state = textOfRow(row.state) as ScreeningState;
  return {
    id: numberOf(row.id),
    doubt: doubtOf(state, numberOrNull(row.label), textOrNull(row.cause)),
    orderedAt: wireInstant(row.ordered_at),
    unit: { id: numberOf(row.unit_id), name: textOfRow(row.unit_name) },
    message:
      messageId === null ? null : { id: messageId, number: textOfRow(row.number), text: textOfRow(row.text) },
    photo:
      attachmentId === null
        ? null
        : {
            attachmentId,
            progressId: numberOf(row.progress_id),
            taskId: numberOf(row.task_id),
            taskText: textOfRow(row.task_text),
          },
  };
}
