import { Injectable, type OnModuleInit } from '@nestjs/common';
import { consentTexts, type ConsentPurpose } from '@sunledger/shared-types';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { PersonalData } from '../../core/personal-data';
import { ConsentRepository } from './consent.repository';

interface Given {
  readonly accountId: number;
  readonly regionId: number;
  readonly messageId: number;
}

/**
 * Keeps the proof of a consent. It outlives the account, whose row then names nobody: the office has to be
 * able to show on what ground a question stands in public (个人信息保护法 第二十五条).
 */
@Injectable()
export class ConsentService implements OnModuleInit {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'consents',
      read: (ctx, accountId) => this.consents.ofAccount(ctx, accountId),
    });
  }

  async give(ctx: CtxInTx, given: Given, purposes: readonly ConsentPurpose[]): Promise<void> {
    const givenAt = ctx.clock.now();
    for (const purpose of purposes) {
      await this.consents.insert(ctx, {
        ...given,
        purpose,
        ...consentTexts[purpose],
        givenAt,
        withdrawnAt: null,
      });
    }
  }

  /** It is kept that it was given, and when it was taken back. */
  takeBack(ctx: CtxInTx, messageId: number, purpose: ConsentPurpose): Promise<void> {
    return this.consents.takeBack(ctx, messageId, purpose, ctx.clock.now());
  }
}
