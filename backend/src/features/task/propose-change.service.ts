import { Injectable } from '@nestjs/common';
import type {
  endpoints,
  InputOf,
  TaskChange,
  TaskChangeKind,
  TaskChangePayload,
} from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { requireActor, requireMembership } from '../../core/policy/membership';
import type { Ctx } from '../../core/ctx';
import { PlanService } from '../plan/plan.service';
import { RegionService } from '../region/region.service';
import { ApplyChangeService, type Change } from './apply-change.service';
import { ShowChangeService } from './show-change.service';
import { TaskChangeNotices } from './task-change-notices.service';
import { TaskChangeRepository } from './task-change.repository';
import type { TaskFacts } from './task.facts';
import { TaskRepository } from './task.repository';

type Calls = typeof endpoints.ledger;

/**
 * The office changes tasks. In a plan that is not public it happens at once; in a public one a second person
 * of the office decides, as with the plan itself. Either way the change, its reason and its people stay.
 */
@Injectable()
export class ProposeChangeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly plans: PlanService,
    private readonly tasks: TaskRepository,
    private readonly changes: TaskChangeRepository,
    private readonly applyChange: ApplyChangeService,
    private readonly notices: TaskChangeNotices,
    private readonly showChange: ShowChangeService,
  ) {}

  split(ctx: Ctx, { id, parts, reason }: InputOf<Calls['split']>): Promise<TaskChange> {
    return this.run(ctx, id, 'split', { parts }, reason);
  }

  unmerge(ctx: Ctx, { id, reason }: InputOf<Calls['unmerge']>): Promise<TaskChange> {
    return this.run(ctx, id, 'unmerge', {}, reason);
  }

  async merge(ctx: Ctx, { region, tasks, text, reason }: InputOf<Calls['merge']>): Promise<TaskChange> {
    const { id: regionId } = await this.regions.byCode(ctx, region);
    requireMembership(ctx, { regionId, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    return this.run(ctx, tasks[0] ?? 0, 'merge', { taskIds: tasks, text }, reason);
  }

  async carry(ctx: Ctx, input: InputOf<Calls['carry']>): Promise<TaskChange> {
    const { id: regionId } = await this.regions.byCode(ctx, input.code);
    requireMembership(ctx, { regionId, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    const payload = { taskIds: input.tasks, planId: input.plan, dueOn: input.dueOn };
    return this.run(ctx, input.tasks[0] ?? 0, 'carry', payload, input.reason);
  }

  run(
    ctx: Ctx,
    taskId: number,
    kind: TaskChangeKind,
    payload: TaskChangePayload,
    reason: string,
  ): Promise<TaskChange> {
    const actor = requireActor(ctx);
    return this.uow.run(ctx, async (ctx) => {
      const task = await this.taskOf(ctx, taskId);
      // Two wishes for one task take turns, so that the second sees the first waiting.
      await this.tasks.lock(ctx, taskId);
      const planId = kind === 'carry' ? (payload.planId ?? task.planId) : task.planId;
      const change: Change = { regionId: task.regionId, planId, taskId, kind, payload, reason };
      const plan = await this.plans.head(ctx, planId);
      const waits = plan?.status === 'published';
      await this.applyChange.check(ctx, change);
      if (waits && (await this.changes.pendingOf(ctx, taskId)) !== null) throw new AppError('CHANGE_PENDING');
      const proposed = { ...change, proposedBy: actor.accountId, proposedAt: ctx.clock.now() };
      const undecided = { decidedBy: null, decidedAt: null, note: null };
      const id = waits
        ? await this.changes.insert(ctx, { ...proposed, ...undecided, state: 'pending', was: null })
        : await this.changes.insert(ctx, {
            ...proposed,
            ...undecided,
            decidedAt: ctx.clock.now(),
            state: 'applied',
            was: await this.applyChange.apply(ctx, change),
          });
      if (waits) await this.notices.toReview(ctx, { id, regionId: task.regionId });
      return this.showChange.run(ctx, id);
    });
  }

  private async taskOf(ctx: Ctx, id: number): Promise<TaskFacts> {
    const task = await this.tasks.find(ctx, id);
    if (!task) throw new AppError('TASK_NOT_FOUND');
    requireMembership(ctx, { regionId: task.regionId, roles: ['office'], notFound: 'TASK_NOT_FOUND' });
    return task;
  }
}
