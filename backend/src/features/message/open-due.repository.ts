import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { flagOf, instantOf, numberOf, numberOrNull, textOfRow } from '../../core/db/row';
import type { Message } from './message';

/** A place in the walk over open messages by due date. */
export interface DuePlace {
  readonly at: Date;
  readonly id: number;
}

/** What a recount reads of an open message. */
export type OpenDue = Pick<
  Message,
  | 'id'
  | 'dueOn'
  | 'dueAt'
  | 'provisional'
  | 'overdueMarkedAt'
  | 'ruleId'
  | 'receivedAt'
  | 'receivedOn'
  | 'workingDays'
  | 'calendarVersion'
>;

/** Open messages of a region by due date: a calendar change reads only those that end after it begins. */
@Injectable()
export class OpenDueRepository extends BaseRepository {
  async after(ctx: Ctx, regionId: number, place: DuePlace, limit: number): Promise<OpenDue[]> {
    const rows = await this.rows(
      ctx,
      `SELECT id, due_on, due_at, provisional, overdue_marked_at, rule_id, received_at, received_on, working_days,
        calendar_version FROM message${this.byIndex('ix_message_region_result')}
      WHERE region_id = ? AND result = 'open' AND due_at >= ? AND (due_at > ? OR id > ?)
      ORDER BY due_at, id LIMIT ${Math.trunc(limit)}`,
      [regionId, place.at, place.at, place.id],
    );
    return rows.map(openDueOf);
  }
}

const openDueOf = (row: Row): OpenDue => ({
  id: numberOf(row.id),
  dueOn: textOfRow(row.due_on),
  dueAt: instantOf(row.due_at),
  provisional: flagOf(row.provisional),
  overdueMarkedAt: row.overdue_marked_at === null ? null : instantOf(row.overdue_marked_at),
  ruleId: numberOrNull(row.rule_id),
  receivedAt: instantOf(row.received_at),
  receivedOn: textOfRow(row.received_on),
  workingDays: numberOf(row.working_days),
  calendarVersion: textOfRow(row.calendar_version),
});
