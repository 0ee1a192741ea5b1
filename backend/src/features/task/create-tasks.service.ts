import { Injectable } from '@nestjs/common';
import type { TaskUnit } from '@sunledger/shared-types';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { listOrderOf } from './list-order';
import { NewTaskRepository } from './new-task.repository';
import { ReachService } from './reach.service';

/** A row of a new plan's ledger, its units matched already. */
export interface TaskDraft {
  no: string | null;
  text: string;
  section: string | null;
  groupName: string | null;
  pointId: number | null;
  unitText: string | null;
  leadUnits: TaskUnit[];
  responsibleUnits: TaskUnit[];
  deadlineText: string | null;
  dueOn: string | null;
  continuous: boolean;
  flags: string[];
}

/** Makes the tasks of a new plan in the order given. */
@Injectable()
export class CreateTasksService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: NewTaskRepository,
    private readonly reach: ReachService,
  ) {}

  run(
    ctx: Ctx,
    plan: { id: number; regionId: number; year: number },
    drafts: readonly TaskDraft[],
  ): Promise<void> {
    return this.uow.run(ctx, async (ctx) => {
      const reach = await this.reach.of(ctx, drafts);
      const rows = drafts.map((draft, at) => ({
        draft,
        listOrder: listOrderOf(plan.year, plan.id, at),
        reach: reach[at] ?? [],
      }));
      await this.tasks.insert(ctx, plan, rows);
    });
  }
}
