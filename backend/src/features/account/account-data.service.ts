import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { PersonalData } from '../../core/personal-data';
import { AccountDataRepository } from './account-data.repository';
import { AccountService } from './account.service';
import { SessionActors } from './session-actors';

/** The account's own part of export and erasure. */
@Injectable()
export class AccountDataService implements OnModuleInit {
  constructor(
    private readonly data: AccountDataRepository,
    private readonly accounts: AccountService,
    private readonly actors: SessionActors,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({ name: 'account', read: (ctx, id) => this.account(ctx, id) });
    this.personalData.register({ name: 'sessions', read: (ctx, id) => this.data.sessions(ctx, id) });
  }

  async sessionCount(ctx: Ctx, accountId: number): Promise<number> {
    return (await this.data.sessions(ctx, accountId)).length;
  }

  /** The last step of an erasure: nobody signs in to it any more. */
  erase(ctx: CtxInTx, accountId: number): Promise<void> {
    return this.data.erase(ctx, accountId, ctx.clock.now());
  }

  /** After the commit: tokens that this process still remembers end at once. */
  forget(accountId: number): void {
    this.actors.forgetAccount(accountId);
  }

  private async account(ctx: Ctx, accountId: number): Promise<unknown> {
    const account = await this.data.account(ctx, accountId);
    if (!account) return null;
    const { phone } = await this.accounts.contact(ctx, accountId);
    return {
      id: accountId,
      ...account,
      phone,
      signsInBy: await this.data.providers(ctx, accountId),
      memberships: await this.data.memberships(ctx, accountId),
    };
  }
}
