import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { PersonalData } from '../../core/personal-data';
import { NotificationRepository } from './notification.repository';

/** The notes of one account in export and erasure. */
@Injectable()
export class NoticesOfAccount implements OnModuleInit {
  constructor(
    private readonly notes: NotificationRepository,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'notifications',
      read: (ctx, accountId) => this.notes.all(ctx, accountId),
      erase: (ctx, accountId) => this.notes.forget(ctx, accountId),
    });
  }

  count(ctx: Ctx, accountId: number): Promise<number> {
    return this.notes.count(ctx, accountId);
  }
}
