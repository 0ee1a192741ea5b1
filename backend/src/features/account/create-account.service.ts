import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Actor, Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { sealField } from '../../core/field-cipher';
import { AccountRepository } from './account.repository';
import { OPENID_LABEL, subjectHash, WECHAT_PROVIDER } from './subject-hash';

export interface NewMembership {
  role: Role;
  regionId: number | null;
  unitId: number | null;
}

export interface NewAccount {
  name: string;
  identity?: { provider: string; subject: string };
  memberships?: readonly NewMembership[];
}

/** Makes accounts and memberships; for first sign-ins, demo data, invitations and administration. */
@Injectable()
export class CreateAccountService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(ctx: Ctx, account: NewAccount): Promise<Actor> {
    return this.uow.run(ctx, async (ctx) => {
      const accountId = await this.accounts.insert(ctx, {
        displayName: account.name,
        phoneEnc: null,
        phoneVerifiedAt: null,
        createdAt: ctx.clock.now(),
        erasedAt: null,
      });
      if (account.identity) {
        const { provider, subject } = account.identity;
        const { fieldKey } = this.config;
        await this.accounts.addIdentity(ctx, {
          provider,
          subjectHash: subjectHash(fieldKey, provider, subject),
          subjectEnc: provider === WECHAT_PROVIDER ? sealField(fieldKey, OPENID_LABEL, subject) : null,
          accountId,
        });
      }
      for (const membership of account.memberships ?? [])
        await this.addMembership(ctx, accountId, membership);
      const actor = await this.accounts.actor(ctx, accountId);
      if (!actor) throw new Error('the new account is not there');
      return actor;
    });
  }

  async addMembership(ctx: Ctx, accountId: number, membership: NewMembership): Promise<number> {
    const activeFrom = ctx.clock.now();
    return this.uow.run(ctx, (ctx) =>
      this.accounts.addMembership(ctx, { accountId, ...membership, activeFrom }),
    );
  }
}
