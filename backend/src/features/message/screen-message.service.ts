import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { endpoints, InputOf, OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { Outbox } from '../../core/outbox/outbox';
import { requireActor, requireMembership } from '../../core/policy/membership';
import { AccountService } from '../account/account.service';
import { ScreeningService } from '../screening/screening.service';
import { MessageDesk } from './message-desk.service';
import { MessageRepository } from './message.repository';
import { isInCharge } from './message.policy';

type Endpoints = typeof endpoints.screening;

/** The content check of messages: run after saving, and decided by a person where WeChat has a doubt. */
@Injectable()
export class ScreenMessageService implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly accounts: AccountService,
    private readonly screening: ScreeningService,
    private readonly desk: MessageDesk,
    private readonly messages: MessageRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.handle('screen.message', (ctx, payload) => this.check(ctx, Number(payload.id)));
  }

  async check(ctx: Ctx, id: number): Promise<void> {
    const message = await this.messages.find(ctx, id);
    // Erased meanwhile: nothing is left that could be shown.
    if (!message || message.text === null) return;
    const { openid } = await this.accounts.contact(ctx, message.authorId);
    await this.screening.check(ctx, { kind: 'message', id }, message.text, openid);
  }

  async get(ctx: Ctx, id: number): Promise<OutputOf<Endpoints['get']>> {
    const { standings } = await this.desk.read(ctx, id);
    if (!isInCharge(standings)) throw new AppError('MESSAGE_NOT_FOUND');
    return { screening: await this.screening.find(ctx, { kind: 'message', id }) };
  }

  async decide(ctx: Ctx, input: InputOf<Endpoints['decide']>): Promise<OutputOf<Endpoints['decide']>> {
    const { id, publish, note } = input;
    const { message } = await this.desk.read(ctx, id);
    const { regionId, unitId } = message;
    requireMembership(ctx, {
      regionId,
      unitId,
      roles: ['reviewer', 'office'],
      notFound: 'MESSAGE_NOT_FOUND',
    });
    const { accountId } = requireActor(ctx);
    if (message.authorId === accountId) throw new AppError('MESSAGE_OWN');
    const decision = { publish, note, by: accountId };
    return { screening: await this.screening.decide(ctx, { kind: 'message', id }, decision) };
  }
}
