import { Injectable } from '@nestjs/common';
import {
  taskMoveWords,
  taskStateWords,
  taskWorkflow,
  type TaskEventCode,
  type TaskMove,
} from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import type { TaskFacts } from './task.facts';
import { stateOf } from './task.policy';
import { TaskChangeRepository } from './task-change.repository';
import { TaskRepository, type TaskChanges } from './task.repository';

const eventOf: Record<TaskMove, TaskEventCode> = {
  report: 'progressReported',
  closeOut: 'closedOut',
  returnCloseOut: 'closeReturned',
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
    private readonly changes: TaskChangeRepository,
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
    const finishedOn = move === 'closeOut' ? (changes.finishedOn ?? null) : null;
    await this.append(ctx, task, eventOf[move], { ...detail, finishedOn });
    await this.deriveWhole(ctx, task);
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
    await this.deriveWhole(ctx, task);
    const { lastProgressOn } = changes;
    if (task.standing === 'replaced' && lastProgressOn) await this.passOn(ctx, task, lastProgressOn);
  }

  /** A report that was approved after its task had been split or merged is progress of what came of it. */
  private async passOn(ctx: CtxInTx, task: TaskFacts, day: string): Promise<void> {
    const links = await this.changes.linksOf(ctx, task.id);
    const heirs = links.filter((link) => link.fromId === task.id).map((link) => link.toId);
    for (const heir of await this.tasks.byIds(ctx, heirs)) {
      if (heir.standing !== null || heir.closed || (heir.lastProgressOn ?? '') >= day) continue;
      await this.tasks.change(ctx, heir, { lastProgressOn: day });
    }
  }

  /**
   * A task made of villages has no state of its own: it is as far as they are together, ends with the last
   * of them on the latest of their days, and is open again when one of them is.
   */
  async deriveWhole(ctx: CtxInTx, part: Pick<TaskFacts, 'parentId'>): Promise<void> {
    if (part.parentId === null) return;
    // Villages that end at the same moment take turns here, so that the last one sees all the others.
    await this.tasks.lock(ctx, part.parentId);
    const whole = await this.tasks.find(ctx, part.parentId);
    const figures = await this.tasks.partFigures(ctx, part.parentId);
    if (!whole || figures.total === 0) return;
    const closed = figures.closed === figures.total;
    const finishedOn = closed ? figures.finishedOn : null;
    await this.tasks.change(ctx, whole, {
      closed,
      finishedOn,
      percent: figures.percent,
      // What was reported before it was divided stays progress of it.
      lastProgressOn: later(whole.lastProgressOn, figures.lastProgressOn),
    });
    if (closed !== whole.closed)
      await this.append(ctx, whole, closed ? 'closedOut' : 'reopened', { finishedOn });
  }

  /** The event, and the order by which later features hear of it. */
  private async append(
    ctx: CtxInTx,
    task: TaskFacts,
    code: TaskEventCode,
    detail: { note?: string | null; progressId?: number | null; finishedOn?: string | null },
  ): Promise<void> {
    const eventId = await this.tasks.appendEvent(ctx, task, code, detail);
    if (!told.includes(code)) return;
    const payload = { taskId: task.id, code };
    await this.outbox.add(ctx, { topic: 'task.moved', payload, dedupeKey: `event:${eventId}` });
  }
}

const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;
