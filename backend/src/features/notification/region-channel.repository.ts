import { Inject, Injectable } from '@nestjs/common';
import type { Channel, ChannelAudience } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import { textOfRow } from '../../core/db/row';
import { openField, sealField } from '../../core/field-cipher';
import { RegionChannelEntity } from './delivery.entity';

const LABEL = 'region.robot';
/** What has an address of the region's own; a gateway's comes with its secret. */
type Addressed = Exclude<Channel, 'wechat'>;

@Injectable()
export class RegionChannelRepository extends BaseRepository {
  @Inject(CONFIG) private readonly config!: Config;

  /** What a region uses, in order; empty when it never chose. */
  async chosenBy(
    ctx: Ctx,
    regionId: number,
  ): Promise<{ audience: ChannelAudience | 'robot'; channel: Channel }[]> {
    const rows = await this.rows(
      ctx,
      'SELECT audience, channel FROM region_channel WHERE region_id = ? ORDER BY audience, position',
      [regionId],
    );
    return rows.map((row) => ({
      audience: textOfRow(row.audience) as ChannelAudience | 'robot',
      channel: textOfRow(row.channel) as Channel,
    }));
  }

  async address(ctx: Ctx, regionId: number, channel: Addressed): Promise<string | null> {
    const row = await this.row(
      ctx,
      "SELECT address_enc FROM region_channel WHERE region_id = ? AND audience = 'robot' AND channel = ?",
      [regionId, channel],
    );
    return row && openField(this.config.fieldKey, LABEL, textOfRow(row.address_enc));
  }

  async setOrder(
    ctx: Ctx,
    regionId: number,
    audience: ChannelAudience,
    order: readonly Channel[],
  ): Promise<void> {
    await this.execute(ctx, 'DELETE FROM region_channel WHERE region_id = ? AND audience = ?', [
      regionId,
      audience,
    ]);
    for (const [position, channel] of [...new Set(order)].entries()) {
      await this.em(ctx).insert(RegionChannelEntity, {
        regionId,
        audience,
        position,
        channel,
        addressEnc: null,
      });
    }
  }

  async setAddress(ctx: Ctx, regionId: number, channel: Addressed, address: string): Promise<void> {
    await this.execute(
      ctx,
      "DELETE FROM region_channel WHERE region_id = ? AND audience = 'robot' AND channel = ?",
      [regionId, channel],
    );
    if (address === '') return;
    const addressEnc = sealField(this.config.fieldKey, LABEL, address);
    await this.em(ctx).insert(RegionChannelEntity, {
      regionId,
      audience: 'robot',
      position: 0,
      channel,
      addressEnc,
    });
  }
}
