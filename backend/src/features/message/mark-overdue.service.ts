import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatMonthDayWeekday } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { Scheduler } from '../../core/schedule/scheduler';
import type { Message } from './message';
import { MessageNotices } from './message-notices.service';
import { MessageRepository } from './message.repository';
import { MessageWorkflow } from './message.workflow';
import { ReviseDueService } from './revise-due.service';

const EVERY_MS = 30_000;
const BATCH = 200;

/**
 * Marks what passed its day. What is due stands in `sweep_at`, so the sweep may run late, twice, or on
 * several servers: each message is marked in its own unit of work under its version, once.
 */
@Injectable()
export class MarkOverdueService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly messages: MessageRepository,
    private readonly workflow: MessageWorkflow,
    private readonly notices: MessageNotices,
    private readonly revisions: ReviseDueService,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'mark-overdue', everyMs: EVERY_MS, run: (ctx) => this.run(ctx) });
  }

  async run(ctx: Ctx): Promise<void> {
    for (;;) {
      const ids = await this.messages.dueIds(ctx, ctx.clock.now(), BATCH);
      let marked = 0;
      for (const id of ids) if (await this.markOne(ctx, id)) marked += 1;
      // A full batch of which nothing could be marked is somebody else's work: the next tick looks again.
      if (ids.length < BATCH || marked === 0) return;
    }
  }

  private async markOne(ctx: Ctx, id: number): Promise<boolean> {
    try {
      return await this.uow.run(ctx, async (ctx) => {
        const message = await this.messages.find(ctx, id);
        if (!message || (await this.revisions.waitsForRecount(ctx, message))) return false;
        const codes = await this.workflow.markPassedTime(ctx, message);
        if (codes.length === 0) return false;
        if (codes.includes('resumed')) await this.tellOfResumption(ctx, message);
        if (!codes.includes('overdue')) return true;
        const text = `留言 ${message.number} 应于 ${formatMonthDayWeekday(message.dueOn)}答复，已经逾期，请尽快答复`;
        await this.notices.toUnit(ctx, message, {
          topic: 'messageOverdue',
          text,
          roles: ['handler', 'reviewer'],
        });
        await this.notices.toOffice(ctx, message, { topic: 'messageOverdue', text });
        return true;
      });
    } catch (error) {
      // Somebody moved it in this moment; that move marks the day itself.
      if (error instanceof AppError && error.code === 'MESSAGE_CHANGED') return false;
      throw error;
    }
  }

  private async tellOfResumption(ctx: CtxInTx, message: Message): Promise<void> {
    const text = `留言 ${message.number} 等待补充的时间已到，继续计时，${formatMonthDayWeekday(message.dueOn)}到期`;
    await this.notices.toUnit(ctx, message, { topic: 'dueMoved', text, roles: ['handler'] });
    const told = { topic: 'dueMoved', text, accountId: message.authorId } as const;
    await this.notices.toAccount(ctx, message, told);
  }
}
