import { Injectable } from '@nestjs/common';
import type { SplitPart, TaskUnit } from '@sunledger/shared-types';
import type { CtxInTx } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { UnitService } from '../unit/unit.service';
import { AddTasksService, type AddedTask } from './add-tasks.service';
import type { Change, ChangeKind } from './apply-change.service';
import { assertPlain, partDue } from './task-change.policy';
import { TaskChangeRepository } from './task-change.repository';
import { TaskEditRepository } from './task-edit.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';
import { TaskSearch } from './task-search.service';

/** Room behind the last row of a ledger. */
const ROOM_AT_END = 16;

/** One task becomes several; the old one stays as it was, with its reports, and points to them. */
@Injectable()
export class SplitChange implements ChangeKind {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly edits: TaskEditRepository,
    private readonly changes: TaskChangeRepository,
    private readonly addTasks: AddTasksService,
    private readonly units: UnitService,
    private readonly search: TaskSearch,
  ) {}

  async check(ctx: Ctx, { payload, regionId }: Change, task: TaskFacts): Promise<void> {
    assertPlain(task, '拆分');
    const parts = payload.parts ?? [];
    for (const part of parts) {
      await this.unitsOf(ctx, regionId, part.leadUnits);
      await this.unitsOf(ctx, regionId, part.responsibleUnits);
    }
    if ((await this.stepOf(ctx, task, parts.length)) < 1) throw new AppError('SPLIT_NO_ROOM');
  }

  async apply(ctx: CtxInTx, { payload, reason }: Change, task: TaskFacts): Promise<null> {
    const parts = payload.parts ?? [];
    const step = await this.stepOf(ctx, task, parts.length);
    if (!(await this.edits.retire(ctx, task))) assertPlain({ ...task, closed: true }, '拆分');
    await this.tasks.appendEvent(ctx, task, 'replaced', { note: reason });
    await this.search.remove(ctx, [task.id]);
    const added: AddedTask[] = [];
    for (const [at, part] of parts.entries()) {
      const draft = await this.addTasks.copyOf(ctx, task, {
        no: task.no === null ? null : `${task.no.slice(0, 36)}-${at + 1}`,
        text: part.text,
        dueOn: partDue(task, part.dueOn),
        leadUnits: (await this.unitsOf(ctx, task.regionId, part.leadUnits)) ?? task.leadUnits,
        responsibleUnits:
          (await this.unitsOf(ctx, task.regionId, part.responsibleUnits)) ?? task.responsibleUnits,
      });
      const { published, percent, lastProgressOn, asks, checkerId, livelihood } = task;
      const more = { published, percent, lastProgressOn, asks, checkerId, livelihood };
      added.push({ draft, listOrder: task.listOrder + at * step, more });
    }
    const plan = { id: task.planId, regionId: task.regionId, year: task.year };
    const made = await this.addTasks.run(ctx, plan, added);
    await this.changes.link(
      ctx,
      made.map((part) => ({ regionId: task.regionId, fromId: task.id, toId: part.id, kind: 'split' })),
    );
    return null;
  }

  private async stepOf(ctx: Ctx, task: TaskFacts, parts: number): Promise<number> {
    const next = await this.edits.nextOrder(ctx, task);
    const room = next === null ? ROOM_AT_END : next - task.listOrder;
    return Math.floor(Math.min(room, ROOM_AT_END) / parts);
  }

  private async unitsOf(
    ctx: Ctx,
    regionId: number,
    ids: SplitPart['leadUnits'],
  ): Promise<TaskUnit[] | undefined> {
    if (!ids) return undefined;
    const units: TaskUnit[] = [];
    for (const id of new Set(ids)) {
      const { name } = await this.units.byId(ctx, regionId, id);
      units.push({ id, name });
    }
    return units;
  }
}
