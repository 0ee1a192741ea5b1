import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { TaskVersionRepository } from './task-version.repository';

/** The history of a task's wording. Whoever changes `task.text` records it here in the same unit of work. */
@Injectable()
export class TaskVersionService {
  constructor(private readonly versions: TaskVersionRepository) {}

  /**
   * Notes that the text of a task becomes `text`, in the name of the actor. `task.text` is the wording of
   * before; with the first change it is stored too, as the wording of the paper.
   */
  async record(
    ctx: CtxInTx,
    task: { readonly id: number; readonly text: string },
    change: { readonly text: string; readonly reason: string },
  ): Promise<void> {
    const now = ctx.clock.now();
    if ((await this.versions.count(ctx, task.id)) === 0) {
      const changedAt = (await this.versions.createdAt(ctx, task.id)) ?? now;
      const paper = { changedBy: null, changedByName: null, reason: null };
      await this.versions.insert(ctx, { taskId: task.id, text: task.text, changedAt, ...paper });
    }
    await this.versions.insert(ctx, {
      taskId: task.id,
      text: change.text,
      changedAt: now,
      changedBy: ctx.actor?.accountId ?? null,
      changedByName: ctx.actor?.name ?? null,
      reason: change.reason,
    });
  }

  /** How many wordings a task has had; at least the one of the paper. */
  async count(ctx: Ctx, taskId: number): Promise<number> {
    return Math.max(1, await this.versions.count(ctx, taskId));
  }
}
