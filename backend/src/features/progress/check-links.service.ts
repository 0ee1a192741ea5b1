import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { LinkChecker } from '../../adapters/link-check';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { Outbox, PermanentFailure } from '../../core/outbox/outbox';
import type { Ctx } from '../../core/ctx';
import { LinkCheckRepository } from './link-check.repository';
import { ProgressRepository } from './progress.repository';

const Order = z.object({ progressIds: z.array(z.number()) });

/** Opens the links of reports after the transaction that ordered it, never inside one. */
@Injectable()
export class CheckLinksService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly checker: LinkChecker,
    private readonly reports: ProgressRepository,
    private readonly checks: LinkCheckRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.handle('checkLinks', (ctx, payload) => this.run(ctx, payload));
  }

  /** `key` tells one wish from another: the same one is done once. */
  async order(ctx: CtxInTx, progressIds: readonly number[], key: string): Promise<void> {
    await this.outbox.add(ctx, {
      topic: 'checkLinks',
      payload: { progressIds: [...progressIds] },
      dedupeKey: key,
    });
  }

  private async run(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
    const order = Order.safeParse(payload);
    if (!order.success) throw new PermanentFailure('CHECK_LINKS_ORDER_INVALID');
    for (const id of order.data.progressIds) {
      const report = await this.reports.find(ctx, id);
      const urls = [...new Set((report?.links ?? []).map((link) => link.url))];
      const results = await Promise.all(
        urls.map(async (url) => ({ url, result: await this.checker.check(url) })),
      );
      await this.uow.run(ctx, async (ctx) => {
        for (const { url, result } of results) await this.checks.store(ctx, id, url, result);
      });
    }
  }
}
