import { Injectable, type OnModuleInit } from '@nestjs/common';
import { retentionOf } from '@sunledger/shared-types';
import { Retention } from '../../core/retention/retention';
import { RegionService } from '../region/region.service';

const DAY = 24 * 3600_000;

/** Readings of papers that nobody confirmed; a confirmed one is the source of its plan and stays. */
@Injectable()
export class ImportRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly regions: RegionService,
  ) {}

  onModuleInit(): void {
    this.retention.register({
      name: 'importDrafts',
      what: '没有确认的导入草稿',
      after: '导入后，按地区设定的天数',
      expired: async (ctx) =>
        (await this.regions.all(ctx)).map(({ id, settings }) => ({
          table: 'plan_import',
          where: "x.region_id = ? AND x.status = 'open' AND x.plan_id IS NULL AND x.created_at < ?",
          parameters: [
            id,
            new Date(ctx.clock.now().getTime() - retentionOf(settings.retention).drafts * DAY),
          ],
        })),
    });
  }
}
