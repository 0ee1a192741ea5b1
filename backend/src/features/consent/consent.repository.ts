import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf, textOfRow, wireInstant, wireInstantOrNull } from '../../core/db/row';
import { ConsentEntity } from './consent.entity';

@Injectable()
export class ConsentRepository extends BaseRepository {
  async insert(ctx: Ctx, consent: Omit<ConsentEntity, 'id' | 'account' | 'region'>): Promise<void> {
    await this.of(ctx, ConsentEntity).insert(consent);
  }

  async takeBack(ctx: Ctx, messageId: number, purpose: ConsentPurpose, withdrawnAt: Date): Promise<void> {
    await this.of(ctx, ConsentEntity).update({ messageId, purpose }, { withdrawnAt });
  }

  async ofAccount(ctx: Ctx, accountId: number): Promise<unknown[]> {
    const rows = await this.rows(
      ctx,
      'SELECT c.message_id, c.purpose, c.version, c.text, c.given_at, c.withdrawn_at FROM consent c WHERE c.account_id = ? ORDER BY c.id',
      [accountId],
    );
    return rows.map((row) => ({
      messageId: numberOf(row.message_id),
      purpose: textOfRow(row.purpose),
      version: textOfRow(row.version),
      text: textOfRow(row.text),
      givenAt: wireInstant(row.given_at),
      withdrawnAt: wireInstantOrNull(row.withdrawn_at),
    }));
  }
}
