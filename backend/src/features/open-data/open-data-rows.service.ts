import { Injectable } from '@nestjs/common';
import type { AnyOpenDataRow, OpenDataSet, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { everyItem } from '../../core/db/every-item';
import { ListMessagesService } from '../message/list-messages.service';
import { ReplyStatsService } from '../oversight/reply-stats.service';
import { ListPlansService } from '../plan/list-plans.service';
import { ListTasksService } from '../task/list-tasks.service';
import { openMessage, openPlan, openStats, openTask, openTotal } from './open-data.mapper';

/** Rows read at a time: a download holds one page in memory, however long the list is. */
const PAGE = 500;

/**
 * The rows of a set, read page by page through the very lists that visitors see, in the name of nobody:
 * what is not public cannot get in here.
 */
@Injectable()
export class OpenDataRowsService {
  constructor(
    private readonly plans: ListPlansService,
    private readonly tasks: ListTasksService,
    private readonly messages: ListMessagesService,
    private readonly stats: ReplyStatsService,
  ) {}

  run(ctx: Ctx, region: string, set: OpenDataSet): AsyncGenerator<AnyOpenDataRow> {
    const visitor: Ctx = { ...ctx, actor: null, tx: null };
    switch (set) {
      case 'plans':
        return mapped(
          (cursor) => this.plans.run(visitor, { code: region, drafts: false, limit: PAGE, cursor }),
          openPlan,
        );
      case 'tasks':
        return mapped((cursor) => this.tasks.run(visitor, { region, limit: PAGE, cursor }), openTask);
      case 'messages':
        return mapped(
          (cursor) => this.messages.run(visitor, { region, scope: 'public', limit: PAGE, cursor }),
          openMessage,
        );
      case 'stats':
        return this.statRows(visitor, region);
    }
  }

  /** This year: all, then month by month, then unit by unit. */
  private async *statRows(ctx: Ctx, region: string): AsyncGenerator<AnyOpenDataRow> {
    const byMonth = await this.stats.run(ctx, { region, by: 'month' });
    yield openTotal(byMonth);
    yield* openStats(byMonth, 'month');
    yield* openStats(await this.stats.run(ctx, { region, by: 'unit' }), 'unit');
  }
}

async function* mapped<T>(
  pageAt: (cursor?: string) => Promise<Page<T>>,
  map: (item: T) => AnyOpenDataRow,
): AsyncGenerator<AnyOpenDataRow> {
  for await (const item of everyItem(pageAt)) yield map(item);
}
