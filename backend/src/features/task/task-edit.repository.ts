import { Injectable } from '@nestjs/common';
import type { EvidenceKind, TaskUnit } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import { jsonOf, numberOf, numberOrNull, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { unitRows } from './new-task.repository';
import type { NamedUnits, Reach } from './reach.service';
import { TaskEntity, TaskReachEntity, TaskUnitEntity } from './task.entity';
import type { TaskFacts } from './task.facts';

/** What an amendment may change of a task. */
export type TaskRewrite = Partial<
  Pick<TaskEntity, 'text' | 'deadlineText' | 'dueOn' | 'continuous' | 'flags'>
>;

/** What the office changes of tasks that stand already. */
@Injectable()
export class TaskEditRepository extends BaseRepository {
  /** Units, and with them who the task reaches; its place in each unit's list stays. */
  async setUnits(
    ctx: Ctx,
    task: Pick<TaskFacts, 'id' | 'listOrder'>,
    units: { leadUnits: TaskUnit[]; responsibleUnits: TaskUnit[] },
    flags: string[],
    reach: readonly Reach[],
  ): Promise<void> {
    await this.of(ctx, TaskEntity).update({ id: task.id }, { ...units, flags });
    await this.execute(ctx, 'DELETE FROM task_unit WHERE task_id = ?', [task.id]);
    await this.execute(ctx, 'DELETE FROM task_reach WHERE task_id = ?', [task.id]);
    const named = unitRows(task.id, units satisfies NamedUnits);
    if (named.length > 0) await this.em(ctx).insert(TaskUnitEntity, named);
    const rows = reach.map((one) => ({ ...one, taskId: task.id, listOrder: task.listOrder }));
    for (let at = 0; at < rows.length; at += 100)
      await this.em(ctx).insert(TaskReachEntity, rows.slice(at, at + 100));
  }

  /** Changes an open row of the ledger; false when it was split, merged or closed meanwhile. */
  async rewrite(ctx: Ctx, task: TaskFacts, changes: TaskRewrite): Promise<boolean> {
    const { affected } = await this.of(ctx, TaskEntity).update(
      { id: task.id, regionId: task.regionId, closed: task.closed },
      changes,
    );
    return affected === 1;
  }

  async require(
    ctx: Ctx,
    id: number,
    changes: { asks?: EvidenceKind[]; checkerId?: number | null },
  ): Promise<void> {
    if (Object.keys(changes).length > 0) await this.of(ctx, TaskEntity).update({ id }, changes);
  }

  async countParts(ctx: Ctx, id: number, parts: number): Promise<void> {
    await this.of(ctx, TaskEntity).update({ id }, { parts });
  }

  /** Takes an open task out of the ledger; false when somebody else was faster. */
  async retire(ctx: Ctx, task: TaskFacts): Promise<boolean> {
    const changed = await this.execute(
      ctx,
      "UPDATE task SET standing = 'replaced', shown = published, published = 0 WHERE id = ? AND closed = 0 AND standing IS NULL",
      [task.id],
    );
    return changed === 1;
  }

  /** Puts a task back that had been merged; what was reported meanwhile counts as its progress. */
  async restore(ctx: Ctx, task: TaskFacts, lastProgressOn: string | null): Promise<void> {
    await this.execute(
      ctx,
      'UPDATE task SET standing = NULL, published = shown, shown = NULL, last_progress_on = ? WHERE id = ? AND standing = ?',
      [lastProgressOn, task.id, 'replaced'],
    );
  }

  /** The place of the next row after a task in its plan's ledger; null after the last. */
  async nextOrder(ctx: Ctx, task: Pick<TaskFacts, 'planId' | 'listOrder'>): Promise<number | null> {
    const row = await this.row(
      ctx,
      `SELECT MIN(t.list_order) AS next FROM task t${this.byIndex('ix_task_plan')} WHERE t.plan_id = ? AND t.list_order > ? AND t.standing IS NULL`,
      [task.planId, task.listOrder],
    );
    return numberOrNull(row?.next);
  }

  /** The last place that is taken in a plan. */
  async lastOrder(ctx: Ctx, planId: number): Promise<number> {
    const row = await this.row(
      ctx,
      `SELECT MAX(t.list_order) AS last FROM task t${this.byIndex('ix_task_plan')} WHERE t.plan_id = ?`,
      [planId],
    );
    return numberOf(row?.last);
  }

  async places(ctx: Ctx, parentId: number): Promise<string[]> {
    const rows = await this.rows(
      ctx,
      `SELECT t.place FROM task t${this.byIndex('ix_task_parts')} WHERE t.parent_id = ?`,
      [parentId],
    );
    return rows.map((row) => textOrNull(row.place) ?? '');
  }

  /** What a copy of a task needs and its facts leave out. */
  async source(ctx: Ctx, id: number): Promise<{ unitText: string | null; flags: string[] }> {
    const row = await this.row(ctx, 'SELECT t.unit_text, t.flags FROM task t WHERE t.id = ?', [id]);
    return { unitText: textOrNull(row?.unit_text), flags: row ? jsonOf<string[]>(row.flags) : [] };
  }
}
