import { Injectable } from '@nestjs/common';
import type { TemplateUse } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { numberOf, textOfRow } from '../../core/db/row';
import { SubscriptionEntity } from './delivery.entity';

/** The ledger of consents. Inside a unit of work, all of it. */
@Injectable()
export class SubscriptionRepository extends BaseRepository {
  async remaining(ctx: Ctx, accountId: number): Promise<Map<TemplateUse, number>> {
    const rows = await this.rows(ctx, 'SELECT template, remaining FROM subscription WHERE account_id = ?', [
      accountId,
    ]);
    return new Map(rows.map((row) => [textOfRow(row.template) as TemplateUse, numberOf(row.remaining)]));
  }

  /** One more accepted tap. */
  async accept(ctx: Ctx, accountId: number, template: TemplateUse, at: Date): Promise<void> {
    const changed = await this.execute(
      ctx,
      'UPDATE subscription SET remaining = remaining + 1, accepted = accepted + 1, changed_at = ? ' +
        'WHERE account_id = ? AND template = ?',
      [at, accountId, template],
    );
    if (changed > 0) return;
    await this.em(ctx).insert(SubscriptionEntity, {
      accountId,
      template,
      remaining: 1,
      accepted: 1,
      sent: 0,
      changedAt: at,
    });
  }

  async spend(ctx: Ctx, accountId: number, template: TemplateUse, at: Date): Promise<void> {
    await this.execute(
      ctx,
      'UPDATE subscription SET remaining = CASE WHEN remaining > 0 THEN remaining - 1 ELSE 0 END, ' +
        'sent = sent + 1, changed_at = ? WHERE account_id = ? AND template = ?',
      [at, accountId, template],
    );
  }

  /** WeChat says that nothing is left, or the person switched it off. */
  async empty(ctx: Ctx, accountId: number, template: TemplateUse, at: Date): Promise<void> {
    await this.execute(
      ctx,
      'UPDATE subscription SET remaining = 0, changed_at = ? WHERE account_id = ? AND template = ?',
      [at, accountId, template],
    );
  }
}
