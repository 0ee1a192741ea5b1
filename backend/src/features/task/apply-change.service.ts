import { Injectable } from '@nestjs/common';
import type { TaskChangePayload } from '@sunledger/shared-types';
import type { CtxInTx } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { AmendChange } from './amend.change';
import { CarryChange } from './carry.change';
import { MergeChange } from './merge.change';
import { SplitChange } from './split.change';
import type { StoredChange } from './task-change.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';

/** What is done to tasks, whether at once in a draft or after a second person has agreed. */
export type Change = Pick<StoredChange, 'regionId' | 'planId' | 'taskId' | 'kind' | 'payload' | 'reason'>;

/** One kind of change: refuses what cannot be done, and does what can. */
export interface ChangeKind {
  /** Throws the refusal; changes nothing. */
  check(ctx: Ctx, change: Change, task: TaskFacts): Promise<void>;
  /** Does it after checking again; gives what stood there before, where that is worth keeping. */
  apply(ctx: CtxInTx, change: Change, task: TaskFacts): Promise<TaskChangePayload | null>;
}

/** The only place that changes rows of a ledger after the paper was read in. */
@Injectable()
export class ApplyChangeService {
  private readonly kinds: Record<Change['kind'], ChangeKind>;

  constructor(
    private readonly tasks: TaskRepository,
    amend: AmendChange,
    split: SplitChange,
    merge: MergeChange,
    carry: CarryChange,
  ) {
    const unmerge: ChangeKind = {
      check: (ctx, change, task) => merge.checkUndo(ctx, change, task),
      apply: (ctx, change, task) => merge.undo(ctx, change, task),
    };
    this.kinds = { amend, split, merge, unmerge, carry };
  }

  async check(ctx: Ctx, change: Change): Promise<void> {
    await this.kinds[change.kind].check(ctx, change, await this.task(ctx, change));
  }

  async apply(ctx: CtxInTx, change: Change): Promise<TaskChangePayload | null> {
    await this.tasks.lock(ctx, change.taskId);
    const task = await this.task(ctx, change);
    await this.kinds[change.kind].check(ctx, change, task);
    return this.kinds[change.kind].apply(ctx, change, task);
  }

  private async task(ctx: Ctx, { regionId, taskId }: Change): Promise<TaskFacts> {
    const task = await this.tasks.find(ctx, taskId);
    if (!task || task.regionId !== regionId) throw new AppError('TASK_NOT_FOUND');
    return task;
  }
}
