import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemNow } from '../../core/clock';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { Scheduler } from '../../core/schedule/scheduler';
import { SessionRepository } from './session.repository';

const DAY = 24 * 3600_000;

/** Ended sessions are kept a week, so that a late reuse of their tokens is still refused as such. */
@Injectable()
export class SessionPurge implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({
      name: 'session-purge',
      everyMs: DAY,
      run: (ctx) => this.uow.run(ctx, (ctx) => this.sessions.purge(ctx, new Date(systemNow() - 7 * DAY))),
    });
  }
}
