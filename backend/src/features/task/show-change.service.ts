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
import { TaskRepository } from './task.repository';

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
    return this.toChange(ctx, await this.find(ctx, id));
  }

  async list(ctx: Ctx, input: InputOf<typeof endpoints.ledger.changes>): Promise<Page<TaskChange>> {
    const region = await this.regions.byCode(ctx, input.code);
    await this.assertDesk(ctx, region.id, 'REGION_NOT_FOUND');
    const page = await this.changes.list(ctx, region.id, input.state, input);
    const items: TaskChange[] = [];
    for (const change of page.items) items.push(await this.toChange(ctx, change));
    return { items, nextCursor: page.nextCursor };
  }

  /** A change of the caller's own desk; for all others there is none. */
  async find(ctx: Ctx, id: number): Promise<StoredChange> {
    const change = await this.changes.find(ctx, id);
    if (!change) throw new AppError('CHANGE_NOT_FOUND');
    await this.assertDesk(ctx, change.regionId, 'CHANGE_NOT_FOUND');
    return change;
  }

  /** The office of the region, and the reviewers of its unit: the two hands that plans have too. */
  private async assertDesk(
    ctx: Ctx,
    regionId: number,
    notFound: 'CHANGE_NOT_FOUND' | 'REGION_NOT_FOUND',
  ): Promise<void> {
    requireActor(ctx);
    if (membershipsIn(ctx, regionId, ['office']).length > 0) return;
    if (membershipsIn(ctx, regionId).length === 0) throw new AppError(notFound);
    const office = await this.units.officeOf(ctx, regionId);
    const reviews = membershipsIn(ctx, regionId, ['reviewer']).some((each) => each.unitId === office.id);
    if (!reviews) throw new AppError('ROLE_REQUIRED');
  }

  private async toChange(ctx: Ctx, change: StoredChange): Promise<TaskChange> {
    const ids = [...new Set([change.taskId, ...(change.payload.taskIds ?? [])])];
    const tasks = new Map((await this.tasks.byIds(ctx, ids)).map((task) => [task.id, task]));
    const people = [change.proposedBy, change.decidedBy].flatMap((id) => id ?? []);
    const names = await this.accounts.names(ctx, people);
    const nameOf = (id: number | null): string | null => (id === null ? null : (names.get(id) ?? null));
    return {
      id: change.id,
      kind: change.kind,
      state: change.state,
      reason: change.reason,
      payload: change.payload,
      tasks: ids.flatMap((id) => {
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
