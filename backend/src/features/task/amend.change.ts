import { Injectable } from '@nestjs/common';
import type { TaskChangePayload } from '@sunledger/shared-types';
import type { CtxInTx } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import type { Change, ChangeKind } from './apply-change.service';
import { amendmentOf, assertMayMoveDue } from './task-change.policy';
import { amended } from './task-event-changes';
import { TaskEditRepository } from './task-edit.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';
import { isPublic } from './task.policy';
import { TaskSearch } from './task-search.service';
import { TaskVersionService } from './task-version.service';

/** The text or the day of a task changes; what was doubtful about the row of the paper is settled by it. */
@Injectable()
export class AmendChange implements ChangeKind {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly edits: TaskEditRepository,
    private readonly search: TaskSearch,
    private readonly versions: TaskVersionService,
  ) {}

  async check(ctx: Ctx, { payload }: Change, task: TaskFacts): Promise<void> {
    if (task.standing === 'replaced') throw new AppError('TASK_REPLACED');
    const changes = amendmentOf(task, payload);
    if (Object.keys(changes).length === 0) {
      // A damaged row may be found to stand as it was read; that settles it too.
      const { flags } = await this.edits.source(ctx, task.id);
      if (flags.length === 0) throw new AppError('AMEND_NOTHING');
    }
    if (changes.dueOn !== undefined) assertMayMoveDue(task, changes.dueOn, ctx.clock.today());
  }

  async apply(ctx: CtxInTx, { payload, reason }: Change, task: TaskFacts): Promise<TaskChangePayload> {
    const { text, deadlineText, dueOn, continuous } = amendmentOf(task, payload);
    const changes = {
      ...(text === undefined ? {} : { text }),
      ...(deadlineText === undefined ? {} : { deadlineText }),
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(continuous === undefined ? {} : { continuous }),
    };
    if (!(await this.edits.rewrite(ctx, task, { ...changes, flags: [] })))
      throw new AppError('TASK_NOT_PLAIN', { no: task.no ?? task.text.slice(0, 12), move: '修改' });
    await this.tasks.appendEvent(ctx, task, 'amended', { note: reason, changes: amended(task, changes) });
    if (text !== undefined && isPublic(task)) await this.versions.record(ctx, task, { text, reason });
    if (task.published) await this.search.put(ctx, [{ ...task, ...changes }]);
    return {
      text: task.text,
      deadlineText: task.deadlineText,
      dueOn: task.dueOn,
      continuous: task.continuous,
    };
  }
}
