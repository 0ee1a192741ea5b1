import { Injectable } from '@nestjs/common';
import type { Role } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AccountService } from './account.service';

type Level = Exclude<Role, 'admin'>;

/** Where a word goes when a level has nobody (reply-rule, “Enforced means”): handler → reviewer → office → official. */
const UPWARDS: Record<Level, readonly Level[]> = {
  handler: ['handler', 'reviewer', 'office', 'official'],
  reviewer: ['reviewer', 'office', 'official'],
  office: ['office', 'official'],
  // Nobody is above an official: the office has to know that there is none.
  official: ['official', 'office'],
};

/** Who has to be told on a level, or on the next one that has somebody. */
@Injectable()
export class StaffInCharge {
  constructor(private readonly accounts: AccountService) {}

  /**
   * @param where `unitId` null or left out asks the whole region; `without` never counts as somebody (nobody
   *   handles a message they wrote)
   * @returns account ids, none only when the region has no staff at all
   */
  async of(
    ctx: Ctx,
    level: Level,
    where: { regionId: number; unitId?: number | null | undefined; without?: number | null | undefined },
  ): Promise<number[]> {
    for (const role of UPWARDS[level]) {
      const inUnit = (role === 'handler' || role === 'reviewer') && where.unitId;
      const holders = await this.accounts.holders(ctx, {
        regionId: where.regionId,
        roles: [role],
        ...(inUnit ? { unitId: inUnit } : {}),
      });
      const found = holders.filter((accountId) => accountId !== where.without);
      if (found.length > 0) return found;
    }
    return [];
  }
}
