import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MOST_FOLLOWED, toChinaIso, type FollowKind } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { PersonalData } from '../../core/personal-data';
import { requireActor } from '../../core/policy/membership';
import { TaskAnnex } from '../task/task-annex';
import { TaskService } from '../task/task.service';
import { UnitService } from '../unit/unit.service';
import { FollowRepository } from './follow.repository';

/** Following and unfollowing; both may be done twice. */
@Injectable()
export class FollowService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly follows: FollowRepository,
    private readonly tasks: TaskService,
    private readonly units: UnitService,
    private readonly annex: TaskAnnex,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.annex.useFollowing((ctx, taskId) => this.state(ctx, 'task', taskId));
    this.personalData.register({
      name: 'follows',
      read: async (ctx, accountId) =>
        (await this.follows.all(ctx, accountId)).map(({ kind, refId, followedAt }) => ({
          kind,
          id: refId,
          followedAt: toChinaIso(followedAt),
        })),
      erase: (ctx, accountId) => this.follows.forget(ctx, accountId),
    });
  }

  async followTask(ctx: Ctx, id: number): Promise<{ done: true }> {
    const task = await this.tasks.find(ctx, id);
    if (!task.published) throw new AppError('TASK_NOT_FOUND');
    return this.follow(ctx, 'task', id, task.regionId);
  }

  async followUnit(ctx: Ctx, id: number): Promise<{ done: true }> {
    const unit = (await this.units.byIds(ctx, [id])).get(id);
    if (!unit) throw new AppError('NOT_FOUND');
    return this.follow(ctx, 'unit', id, unit.regionId);
  }

  async unfollow(ctx: Ctx, kind: FollowKind, id: number): Promise<{ done: true }> {
    const { accountId } = requireActor(ctx);
    await this.uow.run(ctx, (ctx) => this.follows.remove(ctx, accountId, kind, id));
    return { done: true };
  }

  async state(ctx: Ctx, kind: FollowKind, id: number): Promise<boolean> {
    return ctx.actor !== null && (await this.follows.follows(ctx, ctx.actor.accountId, kind, id));
  }

  private follow(ctx: Ctx, kind: FollowKind, refId: number, regionId: number): Promise<{ done: true }> {
    const { accountId } = requireActor(ctx);
    return this.uow.run(ctx, async (ctx) => {
      if ((await this.follows.count(ctx, accountId)) >= MOST_FOLLOWED)
        throw new AppError('FOLLOW_LIMIT', { limit: MOST_FOLLOWED });
      await this.follows.add(ctx, { accountId, regionId, kind, refId, followedAt: ctx.clock.now() });
      return { done: true };
    });
  }
}
