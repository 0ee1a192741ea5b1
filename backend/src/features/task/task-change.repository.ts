import { Injectable } from '@nestjs/common';
import type { Page, TaskChangeState } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { instantOf, jsonOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { TaskChangeEntity, TaskLinkEntity, TaskRemarkEntity } from './task-change.entity';

export type StoredChange = Omit<TaskChangeEntity, 'task'>;
export type StoredLink = Pick<TaskLinkEntity, 'fromId' | 'toId' | 'kind'>;
export type StoredRemark = Pick<TaskRemarkEntity, 'id' | 'text' | 'author' | 'at'>;

const columns =
  'c.id, c.region_id, c.plan_id, c.task_id, c.kind, c.payload, c.was, c.reason, c.state, c.proposed_by, ' +
  'c.proposed_at, c.decided_by, c.decided_at, c.note';

/** Proposals about tasks, where tasks came from, and what the office says about them. */
@Injectable()
export class TaskChangeRepository extends BaseRepository {
  async insert(ctx: Ctx, change: Omit<StoredChange, 'id'>): Promise<number> {
    const { identifiers } = await this.em(ctx).insert(TaskChangeEntity, change);
    return numberOf(identifiers[0]?.id);
  }

  async find(ctx: Ctx, id: number): Promise<StoredChange | null> {
    const row = await this.row(ctx, `SELECT ${columns} FROM task_change c WHERE c.id = ?`, [id]);
    return row ? toChange(row) : null;
  }

  /** Proposals of a region, the longest waiting first. */
  list(
    ctx: Ctx,
    regionId: number,
    state: TaskChangeState,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<StoredChange>> {
    return this.page(
      ctx,
      {
        select: columns,
        from: 'task_change c',
        index: 'ix_task_change_region',
        where: ['c.region_id = ?', 'c.state = ?'],
        parameters: [regionId, state],
        order: [{ column: 'c.id', type: 'number', direction: state === 'pending' ? 'asc' : 'desc' }],
        ...page,
      },
      toChange,
    );
  }

  /** What waits in a region and was not proposed by this account, the longest waiting first. */
  async toReview(ctx: Ctx, regionId: number, accountId: number, limit: number): Promise<StoredChange[]> {
    const rows = await this.rows(
      ctx,
      `SELECT ${columns} FROM task_change c${this.byIndex('ix_task_change_region')} WHERE c.region_id = ? AND c.state = 'pending' ` +
        `AND (c.proposed_by IS NULL OR c.proposed_by <> ?) ORDER BY c.id LIMIT ${Math.trunc(limit)}`,
      [regionId, accountId],
    );
    return rows.map(toChange);
  }

  /** The change of a task that waits for a second person. */
  async pendingOf(ctx: Ctx, taskId: number): Promise<number | null> {
    const row = await this.row(
      ctx,
      `SELECT c.id FROM task_change c${this.byIndex('ix_task_change_task')} WHERE c.task_id = ? AND c.state = ? ORDER BY c.id LIMIT 1`,
      [taskId, 'pending'],
    );
    return numberOrNull(row?.id);
  }

  /** Decides a change that still waits; false when somebody else was faster. */
  async decide(
    ctx: Ctx,
    id: number,
    decision: Pick<StoredChange, 'state' | 'decidedBy' | 'decidedAt' | 'note' | 'was'>,
  ): Promise<boolean> {
    const { affected } = await this.of(ctx, TaskChangeEntity).update({ id, state: 'pending' }, decision);
    return affected === 1;
  }

  async link(ctx: Ctx, links: readonly (StoredLink & { regionId: number })[]): Promise<void> {
    const at = ctx.clock.now();
    await this.em(ctx).insert(
      TaskLinkEntity,
      links.map((link) => ({ ...link, at })),
    );
  }

  /** What a task came from and what became of it. */
  async linksOf(ctx: Ctx, taskId: number): Promise<StoredLink[]> {
    const rows = await this.rows(
      ctx,
      `SELECT l.id, l.from_id, l.to_id, l.kind FROM task_link l${this.byIndex('ix_task_link_from')} WHERE l.from_id = ? ` +
        `UNION ALL SELECT l.id, l.from_id, l.to_id, l.kind FROM task_link l${this.byIndex('ix_task_link_to')} WHERE l.to_id = ? ` +
        'ORDER BY id',
      [taskId, taskId],
    );
    return rows.map(toLink);
  }

  /** The tasks that go on with others, by the id of the old one. */
  async carriedFrom(ctx: Ctx, taskIds: readonly number[]): Promise<Map<number, number>> {
    if (taskIds.length === 0) return new Map();
    const rows = await this.rows(
      ctx,
      `SELECT l.from_id, l.to_id FROM task_link l${this.byIndex('ix_task_link_from')} ` +
        `WHERE l.from_id IN (${taskIds.map(() => '?').join(', ')}) AND l.kind = 'carry' ORDER BY l.id`,
      taskIds,
    );
    return new Map(rows.map((row) => [numberOf(row.from_id), numberOf(row.to_id)]));
  }

  async insertRemark(ctx: Ctx, remark: Omit<TaskRemarkEntity, 'id' | 'task'>): Promise<number> {
    const { identifiers } = await this.em(ctx).insert(TaskRemarkEntity, remark);
    return numberOf(identifiers[0]?.id);
  }

  async remarks(ctx: Ctx, taskId: number, limit: number): Promise<StoredRemark[]> {
    const rows = await this.rows(
      ctx,
      `SELECT r.id, r.text, r.author, r.at FROM task_remark r${this.byIndex('ix_task_remark_task')} ` +
        `WHERE r.task_id = ? ORDER BY r.id DESC LIMIT ${Math.trunc(limit)}`,
      [taskId],
    );
    return rows.map((row) => ({
      id: numberOf(row.id),
      text: textOfRow(row.text),
      author: textOfRow(row.author),
      at: instantOf(row.at),
    }));
  }
}

const toLink = (row: Row): StoredLink => ({
  fromId: numberOf(row.from_id),
  toId: numberOf(row.to_id),
  kind: textOfRow(row.kind) as StoredLink['kind'],
});

const toChange = (row: Row): StoredChange => ({
  id: numberOf(row.id),
  regionId: numberOf(row.region_id),
  planId: numberOf(row.plan_id),
  taskId: numberOf(row.task_id),
  kind: textOfRow(row.kind) as StoredChange['kind'],
  payload: jsonOf(row.payload),
  was: row.was === null ? null : jsonOf(row.was),
  reason: textOfRow(row.reason),
  state: textOfRow(row.state) as TaskChangeState,
  proposedBy: numberOrNull(row.proposed_by),
  proposedAt: instantOf(row.proposed_at),
  decidedBy: numberOrNull(row.decided_by),
  decidedAt: row.decided_at === null ? null : instantOf(row.decided_at),
  note: textOrNull(row.note),
});
