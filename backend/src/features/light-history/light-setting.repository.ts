import { Injectable } from '@nestjs/common';
import type { LightThresholds, Page } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { instantOf, jsonOf, numberOf, numberOrNull, textOfRow } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { LightSettingChangeEntity } from './light-setting.entity';

export type SettingChange = Omit<LightSettingChangeEntity, 'region' | 'regionId'>;

@Injectable()
export class LightSettingRepository extends BaseRepository {
  async append(ctx: Ctx, change: Omit<LightSettingChangeEntity, 'id' | 'region'>): Promise<void> {
    await this.em(ctx).insert(LightSettingChangeEntity, change);
  }

  /** The newest first. */
  list(
    ctx: Ctx,
    regionId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<SettingChange>> {
    return this.page(
      ctx,
      {
        select: 's.id, s.was, s.became, s.reason, s.at, s.account_id',
        from: 'light_setting_change s',
        index: 'ix_light_setting_region',
        where: ['s.region_id = ?'],
        parameters: [regionId],
        order: [{ column: 's.id', type: 'number', direction: 'desc' }],
        ...page,
      },
      toChange,
    );
  }
}

const toChange = (row: Row): SettingChange => ({
  id: numberOf(row.id),
  was: jsonOf<LightThresholds>(row.was),
  became: jsonOf<LightThresholds>(row.became),
  reason: textOfRow(row.reason),
  at: instantOf(row.at),
  accountId: numberOrNull(row.account_id),
});
