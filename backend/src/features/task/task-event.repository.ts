import { Injectable } from '@nestjs/common';
import type { Page, TaskEventCode } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { instantOf, jsonOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import type { TaskEventEntity } from './task.entity';

export type StoredEvent = Pick<
  TaskEventEntity,
  'id' | 'code' | 'at' | 'accountId' | 'note' | 'finishedOn' | 'changes'
>;

/** Reads what was appended to tasks. */
@Injectable()
export class TaskEventRepository extends BaseRepository {
  /** The newest first, without some kinds. */
  list(
    ctx: Ctx,
    taskId: number,
    without: readonly TaskEventCode[],
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<StoredEvent>> {
    const left = without.length > 0 ? [`e.code NOT IN (${without.map(() => '?').join(', ')})`] : [];
    return this.page(
      ctx,
      {
        select: 'e.id, e.code, e.at, e.account_id, e.note, e.finished_on, e.changes',
        from: 'task_event e',
        index: 'ix_task_event_task',
        where: ['e.task_id = ?', ...left],
        parameters: [taskId, ...without],
        order: [{ column: 'e.id', type: 'number', direction: 'desc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      toEvent,
    );
  }
}

const toEvent = (row: Row): StoredEvent => ({
  id: numberOf(row.id),
  code: textOfRow(row.code) as TaskEventCode,
  at: instantOf(row.at),
  accountId: numberOrNull(row.account_id),
  note: textOrNull(row.note),
  finishedOn: textOrNull(row.finished_on),
  changes: row.changes === null ? null : jsonOf(row.changes),
});
