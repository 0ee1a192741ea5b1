import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../ctx';
import { BaseRepository } from '../db/base.repository';
import { isDuplicate } from '../db/database-errors';
import { numberOf, textOfRow, textOrNull } from '../db/row';
import { systemNow } from '../clock';
import { openField, sealField } from '../field-cipher';
import { IdempotencyKeyEntity } from './idempotency-key.entity';

export interface StoredAnswer {
  requestHash: string;
  response: string | null;
}

/**
 * Answers are stored sealed: some show a secret once that is otherwise kept as a digest only (an invitation, a
 * calendar feed, a query code), most hold what people wrote.
 */
const LABEL = 'idempotency.response';

@Injectable()
export class IdempotencyRepository extends BaseRepository {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'fieldKey'>) {
    super();
  }

  /** Claims a key inside the unit of work; null when another request has it (then roll back). */
  async claim(ctx: Ctx, accountId: number, requestKey: string, requestHash: string): Promise<number | null> {
    try {
      const claim = { accountId, requestKey, requestHash, response: null, createdAt: new Date(systemNow()) };
      const inserted = await this.em(ctx).insert(IdempotencyKeyEntity, claim);
      return numberOf(inserted.identifiers[0]?.id);
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  /** The unanswered claim of a request that died, for the same request again; null when there is none. */
  async takeOver(
    ctx: Ctx,
    accountId: number,
    requestKey: string,
    requestHash: string,
    before: Date,
  ): Promise<number | null> {
    const taken = await this.execute(
      ctx,
      'UPDATE idempotency_key SET created_at = ? WHERE account_id = ? AND request_key = ? AND request_hash = ? ' +
        'AND response IS NULL AND created_at < ?',
      [new Date(systemNow()), accountId, requestKey, requestHash, before],
    );
    if (taken === 0) return null;
    const row = await this.row(
      ctx,
      'SELECT id FROM idempotency_key WHERE account_id = ? AND request_key = ?',
      [accountId, requestKey],
    );
    return row && numberOf(row.id);
  }

  /** Gives an unanswered claim back. */
  async release(ctx: Ctx, id: number): Promise<void> {
    await this.execute(ctx, 'DELETE FROM idempotency_key WHERE id = ? AND response IS NULL', [id]);
  }

  async answer(ctx: Ctx, id: number, response: string): Promise<void> {
    const sealed = sealField(this.config.fieldKey, LABEL, response);
    await this.execute(ctx, 'UPDATE idempotency_key SET response = ? WHERE id = ?', [sealed, id]);
  }

  async find(ctx: Ctx, accountId: number, requestKey: string): Promise<StoredAnswer | null> {
    const row = await this.row(
      ctx,
      'SELECT request_hash, response FROM idempotency_key WHERE account_id = ? AND request_key = ?',
      [accountId, requestKey],
    );
    if (!row) return null;
    const sealed = textOrNull(row.response);
    const response = sealed && openField(this.config.fieldKey, LABEL, sealed);
    return { requestHash: textOfRow(row.request_hash), response };
  }

  /** With an erased account its stored answers go too. */
  async forget(ctx: Ctx, accountId: number): Promise<void> {
    await this.execute(ctx, 'DELETE FROM idempotency_key WHERE account_id = ?', [accountId]);
  }
}
