import { Injectable } from '@nestjs/common';
import { MOST_PARTS, placesOf, type endpoints, type InputOf, type OutputOf } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { AddTasksService } from './add-tasks.service';
import { assertPlain } from './task-change.policy';
import { TaskEditRepository } from './task-edit.repository';
import { TaskRepository } from './task.repository';
import { TaskService } from './task.service';
import { TaskWorkflow } from './task.workflow';

/** Longer than any name of a village; such a line is no name. */
const LONGEST_PLACE = 40;
const STEP = 16;

/** One part per village of a pasted list, each reported, proven and closed out by itself. */
@Injectable()
export class AddPartsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly taskService: TaskService,
    private readonly tasks: TaskRepository,
    private readonly edits: TaskEditRepository,
    private readonly addTasks: AddTasksService,
    private readonly workflow: TaskWorkflow,
  ) {}

  /** Villages that the task has already are left alone. */
  run(
    ctx: Ctx,
    { id, list }: InputOf<typeof endpoints.ledger.addParts>,
  ): Promise<OutputOf<typeof endpoints.ledger.addParts>> {
    return this.uow.run(ctx, async (ctx) => {
      const task = await this.taskService.find(ctx, id);
      requireMembership(ctx, { regionId: task.regionId, roles: ['office'], notFound: 'TASK_NOT_FOUND' });
      if (task.parts === 0) assertPlain(task, '分村');
      await this.tasks.lock(ctx, id);
      const known = new Set(await this.edits.places(ctx, id));
      const asked = placesOf(list).filter((place) => place.length <= LONGEST_PLACE);
      const fresh = asked.filter((place) => !known.has(place));
      if (fresh.length === 0) throw new AppError('PARTS_EMPTY');
      if (known.size + fresh.length > MOST_PARTS) throw new AppError('PARTS_LIMIT', { limit: MOST_PARTS });
      const last = await this.edits.lastOrder(ctx, task.planId);
      const draft = await this.addTasks.copyOf(ctx, task, {});
      const more = { standing: 'part' as const, shown: task.published, parentId: id, asks: task.asks };
      const plan = { id: task.planId, regionId: task.regionId, year: task.year };
      await this.addTasks.run(
        ctx,
        plan,
        fresh.map((place, at) => ({
          draft,
          listOrder: last + (at + 1) * STEP,
          more: { ...more, place, checkerId: task.checkerId },
        })),
      );
      await this.edits.countParts(ctx, id, known.size + fresh.length);
      await this.tasks.appendEvent(ctx, task, 'partsAdded', { note: `新增 ${fresh.length} 个分项` });
      await this.workflow.deriveWhole(ctx, { parentId: id });
      return { added: fresh.length, known: asked.length - fresh.length };
    });
  }
}
