import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import { CLOCK, type Clock } from '../../core/clock';
import { systemCtx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { isDuplicate } from '../../core/db/database-errors';
import { instantOf, textOfRow } from '../../core/db/row';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { openField, sealField } from '../../core/field-cipher';
import type { SharedToken, TokenStore } from './access-tokens';
import { WechatTokenEntity } from './wechat-token.entity';

const LABEL = 'wechat.token';

/** Keeps the token in the database. It is asked for outside every unit of work: no network call is inside one. */
@Injectable()
export class WechatTokenRepository extends BaseRepository implements TokenStore {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async read(appId: string): Promise<SharedToken | null> {
    const row = await this.row(
      systemCtx(this.clock, 'wechat'),
      'SELECT token_enc, expires_at, forced_at FROM wechat_token WHERE app_id = ?',
      [appId],
    );
    const token = row && openField(this.config.fieldKey, LABEL, textOfRow(row.token_enc));
    if (!row || token === null) return null;
    return {
      token,
      expiresAt: instantOf(row.expires_at),
      forcedAt: row.forced_at === null ? null : instantOf(row.forced_at),
    };
  }

  async write(appId: string, token: SharedToken): Promise<void> {
    const tokenEnc = sealField(this.config.fieldKey, LABEL, token.token);
    await this.uow.run(systemCtx(this.clock, 'wechat'), async (ctx) => {
      const changed = await this.execute(
        ctx,
        'UPDATE wechat_token SET token_enc = ?, expires_at = ?, forced_at = ? WHERE app_id = ?',
        [tokenEnc, token.expiresAt, token.forcedAt, appId],
      );
      if (changed > 0) return;
      try {
        const { expiresAt, forcedAt } = token;
        await this.em(ctx).insert(WechatTokenEntity, { appId, tokenEnc, expiresAt, forcedAt });
      } catch (error) {
        // Another replica was first; stable_token gave it the same token.
        if (!isDuplicate(error)) throw error;
      }
    });
  }
}
