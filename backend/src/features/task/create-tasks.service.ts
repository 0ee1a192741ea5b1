import { Injectable } from '@nestjs/common';
import type { TaskUnit } from '@sunledger/shared-types';
import { UnitOfWork } from '../../core/db/unit-of-work';
import type { Ctx } from '../../core/ctx';
import { UnitService } from '../unit/unit.service';
import { listOrderOf } from './list-order';
import { NewTaskRepository } from './new-task.repository';
import type { TaskUnitRole } from './task.entity';

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

/** Which units a task reaches: those named first, then the members of the collective ones, each once. */
export interface Reach {
  unitId: number;
  role: TaskUnitRole;
  viaUnitId: number | null;
}

/** Makes the tasks of a new plan in the order given. */
@Injectable()
export class CreateTasksService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: NewTaskRepository,
    private readonly units: UnitService,
  ) {}

  run(
    ctx: Ctx,
    plan: { id: number; regionId: number; year: number },
    drafts: readonly TaskDraft[],
  ): Promise<void> {
    return this.uow.run(ctx, async (ctx) => {
      const members = await this.membersOf(ctx, drafts);
      const rows = drafts.map((draft, at) => ({
        draft,
        listOrder: listOrderOf(plan.year, plan.id, at),
        reach: reachOf(draft, members),
      }));
      await this.tasks.insert(ctx, plan, rows);
    });
  }

  /** The members of every unit named; a unit that is not collective has none. */
  private async membersOf(ctx: Ctx, drafts: readonly TaskDraft[]): Promise<Map<number, number[]>> {
    const named = drafts.flatMap((draft) => [...draft.leadUnits, ...draft.responsibleUnits]);
    const ids = new Set(named.flatMap((unit) => (unit.id === null ? [] : [unit.id])));
    const members = new Map<number, number[]>();
    for (const [id, unit] of await this.units.byIds(ctx, [...ids])) {
      if (unit.kind !== 'collective') continue;
      members.set(
        id,
        (await this.units.expandCollective(ctx, id)).map((member) => member.id),
      );
    }
    return members;
  }
}

export function reachOf(
  task: Pick<TaskDraft, 'leadUnits' | 'responsibleUnits'>,
  members: ReadonlyMap<number, readonly number[]>,
): Reach[] {
  const reach = new Map<number, Reach>();
  const named = [
    ...task.leadUnits.map((unit) => ({ id: unit.id, role: 'lead' as const })),
    ...task.responsibleUnits.map((unit) => ({ id: unit.id, role: 'responsible' as const })),
  ];
  for (const { id, role } of named) {
    if (id !== null && !reach.has(id)) reach.set(id, { unitId: id, role, viaUnitId: null });
  }
  for (const { id, role } of named) {
    for (const member of id === null ? [] : (members.get(id) ?? [])) {
      if (!reach.has(member)) reach.set(member, { unitId: member, role, viaUnitId: id });
    }
  }
  return [...reach.values()];
}
