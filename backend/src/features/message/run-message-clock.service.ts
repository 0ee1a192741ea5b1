import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { Scheduler } from '../../core/schedule/scheduler';
import { SweepMessagesService } from './sweep-messages.service';
import { TellMarksService } from './tell-marks.service';

const EVERY_MS = 30_000;

/**
 * The clock of all messages in one function: `sweep_at` of a message says when to look, the sweep stores
 * marks, the teller turns them into notes. No timer stands behind a message: whoever calls `run`, a worker
 * or a tick from outside, and however late, the outcome is the same.
 */
@Injectable()
export class MessageClock implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly sweep: SweepMessagesService,
    private readonly tellMarks: TellMarksService,
  ) {}

  onModuleInit(): void {
    // Every server looks: the messages are shared out by their own leases.
    this.scheduler.register({
      name: 'message-clock',
      everyMs: EVERY_MS,
      shared: true,
      run: (ctx) => this.run(ctx),
    });
  }

  async run(ctx: Ctx): Promise<void> {
    await this.sweep.run(ctx);
    await this.tellMarks.run(ctx);
  }
}
