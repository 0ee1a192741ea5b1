import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { Scheduler } from '../../core/schedule/scheduler';
import { MessageRepository } from './message.repository';
import { MessageWorkflow } from './message.workflow';

const EVERY_MS = 10 * 60_000;
const BATCH = 200;

/**
 * 归档: answered messages whose days for rating, objection and follow-up are over. What is due stands in
 * `archive_at`; each is archived once, in its own unit of work, however often and wherever this runs.
 */
@Injectable()
export class ArchiveMessagesService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly messages: MessageRepository,
    private readonly workflow: MessageWorkflow,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'archive-messages', everyMs: EVERY_MS, run: (ctx) => this.run(ctx) });
  }

  async run(ctx: Ctx): Promise<void> {
    for (;;) {
      const ids = await this.messages.archiveIds(ctx, ctx.clock.now(), BATCH);
      let archived = 0;
      for (const id of ids) if (await this.archiveOne(ctx, id)) archived += 1;
      if (ids.length < BATCH || archived === 0) return;
    }
  }

  private async archiveOne(ctx: Ctx, id: number): Promise<boolean> {
    try {
      return await this.uow.run(ctx, async (ctx) => {
        const message = await this.messages.find(ctx, id);
        return message !== null && (await this.workflow.archive(ctx, message));
      });
    } catch (error) {
      // Somebody moved it in this moment; the next round looks again.
      if (error instanceof AppError && error.code === 'MESSAGE_CHANGED') return false;
      throw error;
    }
  }
}
