import { Injectable } from '@nestjs/common';
import { MOST_PARTS, type endpoints, type InputOf, type TaskUnit } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { ReachService } from './reach.service';
import { reassigned } from './task-event-changes';
import { TaskEditRepository } from './task-edit.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';
import { TaskSearch } from './task-search.service';

export interface Assignment {
  readonly regionId: number;
  readonly taskIds: readonly number[];
  readonly leadUnits: readonly TaskUnit[];
  readonly responsibleUnits: readonly TaskUnit[];
  /** `set` replaces the units that stand there, `add` keeps them. */
  readonly mode: 'set' | 'add';
  readonly note?: string | undefined;
}

/** Names the units of tasks, also where the paper names nobody; all tasks or none. */
@Injectable()
export class AssignUnitsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly units: UnitService,
    private readonly tasks: TaskRepository,
    private readonly edits: TaskEditRepository,
    private readonly reach: ReachService,
    private readonly search: TaskSearch,
  ) {}

  async run(ctx: Ctx, input: InputOf<typeof endpoints.ledger.assign>): Promise<{ changed: number }> {
    const region = await this.regions.byCode(ctx, input.region);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    const named = async (ids: readonly number[]): Promise<TaskUnit[]> => {
      const units: TaskUnit[] = [];
      for (const id of new Set(ids)) units.push(unitOf(await this.units.byId(ctx, region.id, id)));
      return units;
    };
    return this.assign(ctx, {
      regionId: region.id,
      taskIds: input.tasks,
      leadUnits: await named(input.leadUnits),
      responsibleUnits: await named(input.responsibleUnits),
      mode: input.mode,
      note: input.note,
    });
  }

  /** For callers that have checked who asks; units without an id stand as printed names. */
  assign(ctx: Ctx, assignment: Assignment): Promise<{ changed: number }> {
    const ids = [...new Set(assignment.taskIds)];
    return this.uow.run(ctx, async (ctx) => {
      // Whoever adds units keeps those that somebody else adds at the same moment.
      await this.tasks.lock(ctx, ...ids);
      const tasks = await this.tasks.byIds(ctx, ids);
      if (tasks.length < ids.length || tasks.some((task) => task.regionId !== assignment.regionId))
        throw new AppError('TASK_NOT_FOUND');
      for (const task of tasks) await this.one(ctx, task, assignment);
      return { changed: tasks.length };
    });
  }

  private async one(ctx: CtxInTx, task: TaskFacts, assignment: Assignment): Promise<void> {
    if (task.standing === 'replaced') throw new AppError('TASK_REPLACED');
    const kept = (units: TaskUnit[]): TaskUnit[] => (assignment.mode === 'add' ? units : []);
    const leadUnits = once([...kept(task.leadUnits), ...assignment.leadUnits]);
    const responsibleUnits = once([...kept(task.responsibleUnits), ...assignment.responsibleUnits]);
    const units = { leadUnits, responsibleUnits };
    const [reach = []] = await this.reach.of(ctx, [units]);
    // What was cut or merged in the cell of the paper is settled by naming the units.
    const { flags } = await this.edits.source(ctx, task.id);
    const left = flags.filter((flag) => !unitFlags.includes(flag));
    await this.edits.setUnits(ctx, task, units, left, reach);
    const changes = reassigned(task, units);
    await this.tasks.appendEvent(ctx, task, 'assigned', { note: assignment.note ?? null, changes });
    // The villages of a task are answered for by the same units.
    if (task.parts > 0) {
      const { items } = await this.tasks.parts(ctx, task.id, { limit: MOST_PARTS });
      for (const part of items) await this.edits.setUnits(ctx, part, units, [], reach);
    }
    if (task.published) await this.search.put(ctx, [{ ...task, ...units }]);
  }
}

/** Damage of the cell that names the units. */
const unitFlags: readonly string[] = ['unitCut', 'cellsMerged'];

const unitOf = ({ id, name }: { id: number; name: string }): TaskUnit => ({ id, name });

/** Each unit once, by its id or, where it has none, by its printed name. */
function once(units: readonly TaskUnit[]): TaskUnit[] {
  return [...new Map(units.map((unit) => [unit.id ?? unit.name, unit])).values()];
}
