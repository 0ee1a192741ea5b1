import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Actor, Ctx } from '../../core/ctx';
import { openField } from '../../core/field-cipher';
import { AccountRepository } from './account.repository';
import { ACCOUNT_PHONE_LABEL, OPENID_LABEL, subjectHash, WECHAT_PROVIDER } from './subject-hash';

/** Looks accounts up for other features. */
@Injectable()
export class AccountService {
  constructor(
    private readonly accounts: AccountRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** An account with its active memberships; null when it does not exist or was erased. */
  actor(ctx: Ctx, accountId: number): Promise<Actor | null> {
    return this.accounts.actor(ctx, accountId);
  }

  async actorByIdentity(ctx: Ctx, provider: string, subject: string): Promise<Actor | null> {
    const hash = subjectHash(this.config.fieldKey, provider, subject);
    const id = await this.accounts.idByIdentity(ctx, provider, hash);
    return id === null ? null : this.accounts.actor(ctx, id);
  }

  /** Where WeChat and the SMS gateway find a person; for the notification channels and content checks only. */
  async contact(ctx: Ctx, accountId: number): Promise<{ openid: string | null; phone: string | null }> {
    const found = await this.accounts.contact(ctx, accountId, WECHAT_PROVIDER);
    const { fieldKey } = this.config;
    return {
      openid: found?.subjectEnc ? openField(fieldKey, OPENID_LABEL, found.subjectEnc) : null,
      phone: found?.phoneEnc ? openField(fieldKey, ACCOUNT_PHONE_LABEL, found.phoneEnc) : null,
    };
  }

  /** The account of a WeChat openid, erased or not. */
  idOfOpenid(ctx: Ctx, openid: string): Promise<number | null> {
    return this.accounts.idByIdentity(
      ctx,
      WECHAT_PROVIDER,
      subjectHash(this.config.fieldKey, WECHAT_PROVIDER, openid),
    );
  }

  /** Display names by account id, for staff screens; an erased account has none. */
  names(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
    return this.accounts.names(ctx, [...new Set(ids)]);
  }

  /** Whether somebody administers this deployment. */
  hasAdmin(ctx: Ctx): Promise<boolean> {
    return this.accounts.hasAdmin(ctx);
  }

  /** Ids of the accounts that hold one of these roles now, in the region or in one unit of it. */
  holders(ctx: Ctx, where: { regionId: number; unitId?: number; roles: readonly Role[] }): Promise<number[]> {
    return this.accounts.holders(ctx, where.regionId, where.roles, where.unitId ?? null);
  }
}
