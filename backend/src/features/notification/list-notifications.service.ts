import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { requireActor } from '../../core/policy/membership';
import { NotificationRepository } from './notification.repository';

type Endpoint = typeof endpoints.notification.list;

@Injectable()
export class ListNotificationsService {
  constructor(private readonly notes: NotificationRepository) {}

  async run(ctx: Ctx, input: InputOf<Endpoint>): Promise<OutputOf<Endpoint>> {
    const { accountId } = requireActor(ctx);
    const page = await this.notes.list(ctx, accountId, input);
    return { ...page, unread: await this.notes.unread(ctx, accountId) };
  }
}
