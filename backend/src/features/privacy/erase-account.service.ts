import { Injectable } from '@nestjs/common';
import { roleNames, type ErasurePreview } from '@sunledger/shared-types';
import type { Actor, Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { IdempotencyRepository } from '../../core/http/idempotency.repository';
import { PersonalData } from '../../core/personal-data';
import { requireActor } from '../../core/policy/membership';
import { AccountDataService } from '../account/account-data.service';
import { AccountService } from '../account/account.service';
import { FreshProof } from '../account/fresh-proof.service';
import { EraseMessagesService } from '../message/erase-messages.service';
import { NoticesOfAccount } from '../notification/notices-of-account';

/**
 * 注销账号 (个人信息保护法 第四十七条): everything personal goes in one unit of work. What stays is the office's own
 * record: the public question and answer without the person, the steps with their times, and the proof of
 * consents given.
 */
@Injectable()
export class EraseAccountService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly personalData: PersonalData,
    private readonly proof: FreshProof,
    private readonly accounts: AccountService,
    private readonly accountData: AccountDataService,
    private readonly messages: EraseMessagesService,
    private readonly notices: NoticesOfAccount,
    private readonly keys: IdempotencyRepository,
  ) {}

  async preview(ctx: Ctx): Promise<ErasurePreview> {
    const actor = requireActor(ctx);
    const { messages, open, shown, ratings } = await this.messages.counts(ctx, actor.accountId);
    return {
      messages,
      openMessages: open,
      publicAnswers: shown,
      ratings,
      notifications: await this.notices.count(ctx, actor.accountId),
      sessions: await this.accountData.sessionCount(ctx, actor.accountId),
      duties: dutiesOf(actor),
    };
  }

  async run(ctx: Ctx): Promise<{ done: true }> {
    const { accountId } = requireActor(ctx);
    await this.proof.require(ctx);
    await this.uow.run(ctx, async (ctx) => {
      // Read again inside: a post may have been given since the token was looked up.
      const actor = await this.accounts.actor(ctx, accountId);
      if (!actor) throw new AppError('TOKEN_EXPIRED');
      const duties = dutiesOf(actor);
      if (duties.length > 0) {
        const duty = duties.map(({ role, unitName }) => `${unitName ?? ''}${role}`).join('、');
        throw new AppError('ERASE_ON_DUTY', { duty });
      }
      for (const part of this.personalData.parts) await part.erase?.(ctx, accountId);
      await this.keys.forget(ctx, accountId);
      await this.accountData.erase(ctx, accountId);
    });
    this.accountData.forget(accountId);
    return { done: true };
  }
}

const dutiesOf = (actor: Actor): ErasurePreview['duties'] =>
  actor.memberships.map(({ role, unitName, regionName }) => ({
    role: roleNames[role],
    unitName: unitName ?? regionName,
  }));
