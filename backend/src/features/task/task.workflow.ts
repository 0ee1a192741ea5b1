import { Injectable } from '@nestjs/common';
import { taskMoveWords, taskStateWords, taskWorkflow, type TaskMove } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import type { TaskEventCode } from './task.entity';
import type { TaskFacts } from './task.facts';
import { stateOf } from './task.policy';
import { TaskRepository, type TaskChanges } from './task.repository';

const eventOf: Record<TaskMove, TaskEventCode> = {
  report: 'progressReported',
  closeOut: 'closedOut',
  reopen: 'reopened',
};

/** What others hear of as `task.moved`. */
const told: readonly TaskEventCode[] = ['progressApproved', 'closedOut', 'reopened'];

/** The only place that opens and closes a task; every move leaves its event. */
@Injectable()
export class TaskWorkflow {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly outbox: Outbox,
  ) {}

  assertAllowed(task: TaskFacts, move: TaskMove): void {
    if (taskWorkflow[move].from.includes(stateOf(task))) return;
    throw new AppError('TASK_STATE', { state: taskStateWords[stateOf(task)], move: taskMoveWords[move] });
  }

  async move(
    ctx: CtxInTx,
    task: TaskFacts,
    move: TaskMove,
    changes: Omit<TaskChanges, 'closed'>,
    detail: { note?: string | null; progressId?: number | null } = {},
  ): Promise<void> {
    this.assertAllowed(task, move);
    const closed = taskWorkflow[move].to === 'closed';
    if (!(await this.tasks.change(ctx, task, { ...changes, closed }))) {
      const now = stateOf({ closed: !task.closed });
      throw new AppError('TASK_STATE', { state: taskStateWords[now], move: taskMoveWords[move] });
    }
    await this.append(ctx, task, eventOf[move], detail);
  }

  /** What happens to a task without a move: its facts change, its state does not. */
  async record(
    ctx: CtxInTx,
    task: TaskFacts,
    code: TaskEventCode,
    changes: Pick<TaskChanges, 'percent' | 'lastProgressOn'>,
    detail: { note?: string | null; progressId?: number | null },
  ): Promise<void> {
    if (Object.keys(changes).length > 0) await this.tasks.change(ctx, task, changes);
    await this.append(ctx, task, code, detail);
  }

  /** The event, and the order by which later features hear of it. */
  private async append(
    ctx: CtxInTx,
    task: TaskFacts,
    code: TaskEventCode,
    detail: { note?: string | null; progressId?: number | null },
  ): Promise<void> {
    const eventId = await this.tasks.appendEvent(ctx, task, code, detail);
    if (!told.includes(code)) return;
    const payload = { taskId: task.id, code };
    await this.outbox.add(ctx, { topic: 'task.moved', payload, dedupeKey: `event:${eventId}` });
  }
}
