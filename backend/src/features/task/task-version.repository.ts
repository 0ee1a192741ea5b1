import { Injectable } from '@nestjs/common';
import type { Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { instantOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import { TaskVersionEntity } from './task.entity';

export type StoredVersion = Omit<TaskVersionEntity, 'task'>;

@Injectable()
export class TaskVersionRepository extends BaseRepository {
  async insert(ctx: Ctx, version: Omit<StoredVersion, 'id'>): Promise<void> {
    await this.em(ctx).insert(TaskVersionEntity, version);
  }

  async count(ctx: Ctx, taskId: number): Promise<number> {
    const row = await this.row(ctx, 'SELECT COUNT(*) AS n FROM task_version WHERE task_id = ?', [taskId]);
    return numberOf(row?.n);
  }

  /** The newest first. */
  list<T>(
    ctx: Ctx,
    taskId: number,
    page: { limit: number; cursor?: string | undefined },
    map: (version: StoredVersion) => T,
  ): Promise<Page<T>> {
    return this.page(
      ctx,
      {
        select: 'v.id, v.task_id, v.text, v.changed_at, v.changed_by, v.changed_by_name, v.reason',
        from: 'task_version v',
        index: 'ix_task_version_task',
        where: ['v.task_id = ?'],
        parameters: [taskId],
        order: [{ column: 'v.id', type: 'number', direction: 'desc' }],
        limit: page.limit,
        cursor: page.cursor,
      },
      (row) => map(toVersion(row)),
    );
  }

  /** When a task was made. */
  async createdAt(ctx: Ctx, taskId: number): Promise<Date | null> {
    const row = await this.row(
      ctx,
      `SELECT e.at FROM task_event e${this.byIndex('ix_task_event_task')} WHERE e.task_id = ? ORDER BY e.id LIMIT 1`,
      [taskId],
    );
    return row && instantOf(row.at);
  }
}

const toVersion = (row: Row): StoredVersion => ({
  id: numberOf(row.id),
  taskId: numberOf(row.task_id),
  text: textOfRow(row.text),
  changedAt: instantOf(row.changed_at),
  changedBy: numberOrNull(row.changed_by),
  changedByName: textOrNull(row.changed_by_name),
  reason: textOrNull(row.reason),
});
