import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork } from '../../core/db/unit-of-work';
import { Outbox } from '../../core/outbox/outbox';
import { Scheduler } from '../../core/schedule/scheduler';
import { missingNoticeYear } from '../deadline';
import { DeadlineService } from '../deadline/deadline.service';
import { RegionService } from '../region/region.service';

const EVERY_MS = 15 * 60_000;
const REGIONS = 100;

/**
 * From 1 November each office is told every day until next year's calendar is there (reply-rule, Counting
 * 4). The order is keyed by region and day: however often this runs, a day has one warning.
 */
@Injectable()
export class WarnMissingYearService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scheduler: Scheduler,
    private readonly outbox: Outbox,
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
  ) {}

  onModuleInit(): void {
    this.scheduler.register({ name: 'warn-missing-year', everyMs: EVERY_MS, run: (ctx) => this.run(ctx) });
  }

  async run(ctx: Ctx): Promise<void> {
    const today = ctx.clock.today();
    const year = missingNoticeYear(await this.deadlines.nationalCalendar(ctx), today);
    if (year === null) return;
    let cursor: string | undefined;
    do {
      const page = await this.regions.list(ctx, { limit: REGIONS, cursor });
      await this.uow.run(ctx, async (ctx) => {
        for (const { id } of page.items) {
          await this.outbox.add(ctx, {
            topic: 'notify',
            payload: {
              topic: 'calendarMissing',
              text: `${year}年放假安排还没有导入，相关期限都是暂定，请联系系统管理员导入国务院办公厅通知`,
              target: { kind: 'calendar', id: year },
              regionId: id,
              roles: ['office'],
            },
            dedupeKey: `calendarMissing:${id}:${today}`,
          });
        }
      });
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}
