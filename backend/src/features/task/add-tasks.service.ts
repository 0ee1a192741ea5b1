import { Injectable } from '@nestjs/common';
import type { CtxInTx } from '../../core/db/unit-of-work';
import type { TaskDraft } from './create-tasks.service';
import { NewTaskRepository, type NewTask } from './new-task.repository';
import { ReachService } from './reach.service';
import { TaskEditRepository } from './task-edit.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';
import { TaskSearch } from './task-search.service';

export interface AddedTask {
  readonly draft: TaskDraft;
  readonly listOrder: number;
  readonly more: NonNullable<NewTask['more']>;
}

/** Adds tasks to a plan that stands already; what is public can be found at once. */
@Injectable()
export class AddTasksService {
  constructor(
    private readonly fresh: NewTaskRepository,
    private readonly tasks: TaskRepository,
    private readonly edits: TaskEditRepository,
    private readonly reach: ReachService,
    private readonly search: TaskSearch,
  ) {}

  /** Gives the new tasks in the order given. */
  async run(
    ctx: CtxInTx,
    plan: { id: number; regionId: number; year: number },
    added: readonly AddedTask[],
  ): Promise<TaskFacts[]> {
    const reach = await this.reach.of(
      ctx,
      added.map(({ draft }) => draft),
    );
    const rows = added.map((each, at) => ({ ...each, reach: reach[at] ?? [] }));
    const ids = await this.fresh.insert(ctx, plan, rows);
    const byId = new Map((await this.tasks.byIds(ctx, [...ids.values()])).map((task) => [task.id, task]));
    const made = added.flatMap(({ listOrder }) => byId.get(ids.get(listOrder) ?? 0) ?? []);
    await this.search.put(
      ctx,
      made.filter((task) => task.published),
    );
    return made;
  }

  /** A row that says of a task what the paper said of another. */
  async copyOf(ctx: CtxInTx, task: TaskFacts, changes: Partial<TaskDraft>): Promise<TaskDraft> {
    const { unitText } = await this.edits.source(ctx, task.id);
    const { no, text, section, groupName, pointId, leadUnits, responsibleUnits } = task;
    const { deadlineText, dueOn, continuous } = task;
    return {
      ...{ no, text, section, groupName, pointId, unitText, leadUnits, responsibleUnits },
      ...{ deadlineText, dueOn, continuous, flags: [] },
      ...changes,
    };
  }
}
