import { Injectable } from '@nestjs/common';
import {
  toChinaIso,
  type endpoints,
  type InputOf,
  type Page,
  type TaskChange,
} from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { membershipsIn, requireActor } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { AccountService } from '../account/account.service';
import { RegionService } from '../region/region.service';
import { UnitService } from '../unit/unit.service';
import { TaskChangeRepository, type StoredChange } from './task-change.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';

/** What a desk is shown at once; the rest follows when these are decided. */
const MOST_WAITING = 100;

const tasksOf = ({ taskId, payload }: StoredChange): number[] => [
  ...new Set([taskId, ...(payload.taskIds ?? [])]),
];

/** Changes of tasks as the office and its reviewers see them. */
@Injectable()
export class ShowChangeService {
  constructor(
    private readonly changes: TaskChangeRepository,
    private readonly tasks: TaskRepository,
    private readonly accounts: AccountService,
    private readonly regions: RegionService,
    private readonly units: UnitService,
  ) {}

  async run(ctx: Ctx, id: number): Promise<TaskChange> {
    const [change] = await this.toChanges(ctx, [await this.find(ctx, id)]);
    if (!change) throw new AppError('CHANGE_NOT_FOUND');
    return change;
  }

  /** What waits for the caller as the second person, the longest waiting first; for others nothing. */
  async toReview(ctx: Ctx, regionId: number): Promise<TaskChange[]> {
    const { accountId } = requireActor(ctx);
    if (!(await this.isOfDesk(ctx, regionId))) return [];
    return this.toChanges(ctx, await this.changes.toReview(ctx, regionId, accountId, MOST_WAITING));
  }

  async list(ctx: Ctx, input: InputOf<typeof endpoints.ledger.changes>): Promise<Page<TaskChange>> {
    const region = await this.regions.byCode(ctx, input.code);
    await this.assertDesk(ctx, region.id, 'REGION_NOT_FOUND');
    const page = await this.changes.list(ctx, region.id, input.state, input);
    return { items: await this.toChanges(ctx, page.items), nextCursor: page.nextCursor };
  }

  /** A change of the caller's own desk; for all others there is none. */
  async find(ctx: Ctx, id: number): Promise<StoredChange> {
    const change = await this.changes.find(ctx, id);
    if (!change) throw new AppError('CHANGE_NOT_FOUND');
    await this.assertDesk(ctx, change.regionId, 'CHANGE_NOT_FOUND');
    return change;
  }

  private async assertDesk(
    ctx: Ctx,
    regionId: number,
    notFound: 'CHANGE_NOT_FOUND' | 'REGION_NOT_FOUND',
  ): Promise<void> {
    requireActor(ctx);
    if (membershipsIn(ctx, regionId).length === 0) throw new AppError(notFound);
    if (!(await this.isOfDesk(ctx, regionId))) throw new AppError('ROLE_REQUIRED');
  }

  /** The office of the region, and the reviewers of its unit: the two hands that plans have too. */
  private async isOfDesk(ctx: Ctx, regionId: number): Promise<boolean> {
    if (membershipsIn(ctx, regionId, ['office']).length > 0) return true;
    const reviews = membershipsIn(ctx, regionId, ['reviewer']);
    if (reviews.length === 0) return false;
    const office = await this.units.officeOf(ctx, regionId);
    return reviews.some((each) => each.unitId === office.id);
  }

  /** Tasks and names of all of them are read at once. */
  private async toChanges(ctx: Ctx, changes: readonly StoredChange[]): Promise<TaskChange[]> {
    const ids = [...new Set(changes.flatMap(tasksOf))];
    const tasks = new Map((await this.tasks.byIds(ctx, ids)).map((task) => [task.id, task]));
    const people = changes.flatMap((change) => [change.proposedBy ?? [], change.decidedBy ?? []].flat());
    const names = await this.accounts.names(ctx, [...new Set(people)]);
    return changes.map((change) => this.toChange(ctx, change, tasks, names));
  }

  private toChange(
    ctx: Ctx,
    change: StoredChange,
    tasks: ReadonlyMap<number, TaskFacts>,
    names: ReadonlyMap<number, string>,
  ): TaskChange {
    const nameOf = (id: number | null): string | null => (id === null ? null : (names.get(id) ?? null));
    return {
      id: change.id,
      kind: change.kind,
      state: change.state,
      reason: change.reason,
      payload: change.payload,
      tasks: tasksOf(change).flatMap((id) => {
        const task = tasks.get(id);
        if (!task) return [];
        // An applied amendment is shown beside what it replaced.
        const was = id === change.taskId ? change.was : null;
        return [
          {
            id,
            no: task.no,
            text: was?.text ?? task.text,
            deadlineText: was ? (was.deadlineText ?? null) : task.deadlineText,
            dueOn: was ? (was.dueOn ?? null) : task.dueOn,
          },
        ];
      }),
      proposedBy: nameOf(change.proposedBy),
      proposedAt: toChinaIso(change.proposedAt),
      decidedBy: nameOf(change.decidedBy),
      decidedAt: change.decidedAt ? toChinaIso(change.decidedAt) : null,
      note: change.note,
      mayDecide: change.state === 'pending' && change.proposedBy !== ctx.actor?.accountId,
    };
  }
}
