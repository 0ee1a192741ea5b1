import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type NotificationTopic } from '@sunledger/shared-types';
import * as z from 'zod/mini';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { Outbox, PermanentFailure } from '../../core/outbox/outbox';
import { Scheduler } from '../../core/schedule/scheduler';
import { RegionService } from '../region/region.service';
import { TaskService } from '../task/task.service';
import { FollowRepository } from './follow.repository';

const HOUR = 3600_000;
/** Days for which a task counts as newly overdue: the job may have been down over a weekend. */
const LOOK_BACK_DAYS = 4;
const AT_A_TIME = 200;

const Order = z.object({ taskId: z.number(), code: z.string() });

/** The news of a task that its followers hear; the others are the office's business. */
const topicOf: Partial<Record<string, NotificationTopic>> = {
  progressApproved: 'followedProgress',
  closedOut: 'followedClosed',
  overdue: 'followedOverdue',
};

/** Tells those who follow a task, or a unit that answers for it, of approved progress, close-out and overdue. */
@Injectable()
export class TellFollowersService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly scheduler: Scheduler,
    private readonly regions: RegionService,
    private readonly tasks: TaskService,
    private readonly follows: FollowRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.handle('task.moved', (ctx, payload, orderId) => this.tell(ctx, payload, orderId));
    this.scheduler.register({ name: 'followed-overdue', everyMs: HOUR, run: (ctx) => this.overdue(ctx) });
  }

  /** One order of notes per portion of followers, in one unit of work: run twice, it orders once. */
  private async tell(ctx: Ctx, payload: Record<string, unknown>, orderId: number): Promise<void> {
    const parsed = Order.safeParse(payload);
    if (!parsed.success) throw new PermanentFailure('TASK_MOVED_INVALID');
    const { taskId, code } = parsed.data;
    const topic = topicOf[code];
    if (!topic || !(await this.tasks.publishedRows(ctx, [taskId])).has(taskId)) return;
    await this.uow.run(ctx, async (ctx) => {
      const unitIds = await this.tasks.reachedUnitIds(ctx, taskId);
      let accountIds = await this.follows.followers(ctx, taskId, unitIds, 0, AT_A_TIME);
      while (accountIds.length > 0) {
        const last = accountIds[accountIds.length - 1] ?? 0;
        await this.outbox.add(ctx, {
          topic: 'notify',
          payload: { topic, target: { kind: 'task', id: taskId }, accountIds },
          dedupeKey: `followed:${orderId}:${last}`,
        });
        accountIds = await this.follows.followers(ctx, taskId, unitIds, last, AT_A_TIME);
      }
    });
  }

  /** Orders the news of tasks whose day has just passed, once for each task and day. */
  private async overdue(ctx: Ctx): Promise<void> {
    const today = ctx.clock.today();
    let cursor: string | undefined;
    do {
      const page = await this.regions.list(ctx, { limit: 100, cursor });
      for (const region of page.items) {
        if (!(await this.follows.anyIn(ctx, region.id))) continue;
        const late = await this.tasks.overdueSince(ctx, region.id, addDays(today, -LOOK_BACK_DAYS));
        await this.uow.run(ctx, async (ctx) => {
          for (const { id, dueOn } of late) {
            const payload = { taskId: id, code: 'overdue' };
            await this.outbox.add(ctx, { topic: 'task.moved', payload, dedupeKey: `overdue:${id}:${dueOn}` });
          }
        });
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}
