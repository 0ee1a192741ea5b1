import { Injectable } from '@nestjs/common';
import type { TaskUnit } from '@sunledger/shared-types';
import type { CtxInTx } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { AddTasksService } from './add-tasks.service';
import type { Change, ChangeKind } from './apply-change.service';
import { assertPlain, earliestDue } from './task-change.policy';
import { TaskChangeRepository } from './task-change.repository';
import { TaskEditRepository } from './task-edit.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';
import { TaskSearch } from './task-search.service';

/** Several tasks of one plan become one, due on the earliest of their days; they can be had back. */
@Injectable()
export class MergeChange implements ChangeKind {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly edits: TaskEditRepository,
    private readonly changes: TaskChangeRepository,
    private readonly addTasks: AddTasksService,
    private readonly search: TaskSearch,
  ) {}

  async check(ctx: Ctx, change: Change, first: TaskFacts): Promise<void> {
    const tasks = await this.tasksOf(ctx, change);
    if (tasks.some((task) => task.planId !== first.planId)) throw new AppError('TASKS_APART');
    tasks.forEach((task) => assertPlain(task, '合并'));
  }

  async apply(ctx: CtxInTx, change: Change, first: TaskFacts): Promise<null> {
    const tasks = await this.tasksOf(ctx, change);
    const head = tasks[0] ?? first;
    for (const task of tasks) await this.leave(ctx, task, change.reason, '合并');
    const leadUnits = union(tasks.map((task) => task.leadUnits));
    const dueOn = earliestDue(tasks);
    const draft = await this.addTasks.copyOf(ctx, head, {
      no: joinedNumbers(tasks),
      text: change.payload.text ?? head.text,
      leadUnits,
      responsibleUnits: union([...tasks.map((task) => task.responsibleUnits)], leadUnits),
      dueOn,
      deadlineText: tasks.find((task) => task.dueOn === dueOn)?.deadlineText ?? head.deadlineText,
      continuous: tasks.every((task) => task.continuous),
    });
    const more = {
      published: head.published,
      percent: Math.min(...tasks.map((task) => task.percent)),
      lastProgressOn: latest(tasks.map((task) => task.lastProgressOn)),
      asks: [...new Set(tasks.flatMap((task) => task.asks))],
      checkerId: head.checkerId,
      livelihood: tasks.some((task) => task.livelihood),
    };
    const plan = { id: head.planId, regionId: head.regionId, year: head.year };
    const [made] = await this.addTasks.run(ctx, plan, [{ draft, listOrder: head.listOrder, more }]);
    if (!made) throw new Error('the merged task was not stored');
    await this.changes.link(
      ctx,
      tasks.map((task) => ({
        regionId: task.regionId,
        fromId: task.id,
        toId: made.id,
        kind: 'merge' as const,
      })),
    );
    return null;
  }

  async checkUndo(ctx: Ctx, _change: Change, task: TaskFacts): Promise<void> {
    assertPlain(task, '恢复');
    if ((await this.sources(ctx, task)).length === 0) throw new AppError('NOT_MERGED');
  }

  /** The tasks of before stand again, with what was reported meanwhile as their last progress. */
  async undo(ctx: CtxInTx, { reason }: Change, task: TaskFacts): Promise<null> {
    const sources = await this.sources(ctx, task);
    await this.leave(ctx, task, reason, '恢复');
    for (const source of sources) {
      await this.edits.restore(ctx, source, latest([source.lastProgressOn, task.lastProgressOn]));
      await this.tasks.appendEvent(ctx, source, 'restored', { note: reason });
    }
    await this.changes.link(
      ctx,
      sources.map((source) => ({
        regionId: task.regionId,
        fromId: task.id,
        toId: source.id,
        kind: 'split' as const,
      })),
    );
    const back = await this.tasks.byIds(
      ctx,
      sources.map((source) => source.id),
    );
    await this.search.put(
      ctx,
      back.filter((source) => source.published),
    );
    return null;
  }

  private async leave(ctx: CtxInTx, task: TaskFacts, reason: string, move: string): Promise<void> {
    if (!(await this.edits.retire(ctx, task))) assertPlain({ ...task, closed: true }, move);
    await this.tasks.appendEvent(ctx, task, 'replaced', { note: reason });
    await this.search.remove(ctx, [task.id]);
  }

  private async tasksOf(ctx: Ctx, { payload, regionId }: Change): Promise<TaskFacts[]> {
    const ids = [...new Set(payload.taskIds ?? [])];
    const tasks = await this.tasks.byIds(ctx, ids);
    if (tasks.length < ids.length || tasks.some((task) => task.regionId !== regionId))
      throw new AppError('TASK_NOT_FOUND');
    if (tasks.length < 2) throw new AppError('TASKS_APART');
    return tasks.sort((a, b) => a.listOrder - b.listOrder);
  }

  private async sources(ctx: Ctx, task: TaskFacts): Promise<TaskFacts[]> {
    const links = await this.changes.linksOf(ctx, task.id);
    const ids = links
      .filter((link) => link.kind === 'merge' && link.toId === task.id)
      .map((link) => link.fromId);
    return (await this.tasks.byIds(ctx, ids)).filter((source) => source.standing === 'replaced');
  }
}

/** Each unit once; those of `without` stand elsewhere already. */
function union(lists: readonly (readonly TaskUnit[])[], without: readonly TaskUnit[] = []): TaskUnit[] {
  const key = (unit: TaskUnit) => unit.id ?? unit.name;
  const taken = new Set(without.map(key));
  return [...new Map(lists.flat().map((unit) => [key(unit), unit])).values()].filter(
    (unit) => !taken.has(key(unit)),
  );
}

function latest(days: readonly (string | null)[]): string | null {
  return days.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}

function joinedNumbers(tasks: readonly TaskFacts[]): string | null {
  const numbers = tasks.flatMap(({ no }) => no ?? []);
  return numbers.length === 0 ? null : numbers.join('、').slice(0, 40);
}
