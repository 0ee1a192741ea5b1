import { Injectable } from '@nestjs/common';
import type { TaskUnit } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitService } from '../unit/unit.service';
import type { TaskUnitRole } from './task.entity';

export interface NamedUnits {
  readonly leadUnits: readonly TaskUnit[];
  readonly responsibleUnits: readonly TaskUnit[];
}

/** Which units a task reaches: those named first, then the members of the collective ones, each once. */
export interface Reach {
  unitId: number;
  role: TaskUnitRole;
  viaUnitId: number | null;
}

/** Expands the units named beside tasks into all that answer for them. */
@Injectable()
export class ReachService {
  constructor(private readonly units: UnitService) {}

  /** One list for each task given, in their order. */
  async of(ctx: Ctx, tasks: readonly NamedUnits[]): Promise<Reach[][]> {
    const members = await this.membersOf(ctx, tasks);
    return tasks.map((task) => reachOf(task, members));
  }

  /** The members of every collective unit among those named. */
  private async membersOf(ctx: Ctx, tasks: readonly NamedUnits[]): Promise<Map<number, number[]>> {
    const named = tasks.flatMap((task) => [...task.leadUnits, ...task.responsibleUnits]);
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

export function reachOf(task: NamedUnits, members: ReadonlyMap<number, readonly number[]>): Reach[] {
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
