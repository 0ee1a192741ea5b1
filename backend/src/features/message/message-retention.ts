import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, retentionOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { ExpiredRows } from '../../core/retention/retention.repository';
import { Retention } from '../../core/retention/retention';
import { RegionService } from '../region/region.service';

const DAY = 24 * 3600_000;
/** Counters of messages per person and day are asked for on that day only. */
const COUNTERS_KEPT_DAYS = 30;

/**
 * How long a message's contact data stays: so many days, as the region decides, after the last thing that
 * happened to it. Texts and chains have no end here; those go with the account.
 */
@Injectable()
export class MessageRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly regions: RegionService,
  ) {}

  onModuleInit(): void {
    this.retention.register({
      name: 'contacts',
      what: '已办结留言的称呼和联系电话',
      after: '办结后，按地区设定的天数',
      expired: (ctx) => this.contacts(ctx),
    });
    this.retention.register({
      name: 'dailyCounters',
      what: '每人每天留言次数的计数',
      after: `${COUNTERS_KEPT_DAYS} 天后`,
      // The counters of receipt numbers stay: verification counts messages against them.
      expired: (ctx) => [
        {
          table: 'daily_counter',
          where: "scope LIKE 'author:%' AND day < ?",
          parameters: [addDays(ctx.clock.today(), -COUNTERS_KEPT_DAYS)],
          keyless: true,
        },
      ],
    });
  }

  private async contacts(ctx: Ctx): Promise<ExpiredRows[]> {
    const regions = await this.regions.all(ctx);
    return regions.map(({ id, settings }) => ({
      table: 'message',
      where:
        "x.region_id = ? AND x.status IN ('answered', 'declined', 'withdrawn') AND (x.objection IS NULL OR x.objection <> 'open') " +
        'AND (x.contact_name IS NOT NULL OR x.contact_phone IS NOT NULL) AND ' +
        '(SELECT e.at FROM message_event e WHERE e.message_id = x.id AND e.seq = x.chain_length) < ?',
      parameters: [id, new Date(ctx.clock.now().getTime() - retentionOf(settings.retention).contact * DAY)],
      empty: ['contact_name', 'contact_phone'],
    }));
  }
}
