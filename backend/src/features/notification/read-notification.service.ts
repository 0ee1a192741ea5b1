import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { NotificationRepository } from './notification.repository';

@Injectable()
export class ReadNotificationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notes: NotificationRepository,
  ) {}

  async run(ctx: Ctx, id: number): Promise<{ done: true }> {
    const { accountId } = requireActor(ctx);
    const found = await this.uow.run(ctx, (ctx) => this.notes.read(ctx, accountId, id, ctx.clock.now()));
    if (!found) throw new AppError('NOT_FOUND');
    return { done: true };
  }
}
