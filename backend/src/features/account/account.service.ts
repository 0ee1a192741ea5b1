import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Actor, Ctx } from '../../core/ctx';
import { AccountRepository } from './account.repository';
import { subjectHash } from './subject-hash';

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

  /** Display names by account id, for staff screens; an erased account has none. */
  names(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
    return this.accounts.names(ctx, [...new Set(ids)]);
  }

  /** Ids of the accounts that hold one of these roles now, in the region or in one unit of it. */
  holders(ctx: Ctx, where: { regionId: number; unitId?: number; roles: readonly Role[] }): Promise<number[]> {
    return this.accounts.holders(ctx, where.regionId, where.roles, where.unitId ?? null);
  }
}
