import { Injectable } from '@nestjs/common';
import type { Page, Supervision } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { DeadlineService } from '../deadline/deadline.service';
import { toSupervision } from './supervision.mapper';
import { SupervisionListRepository } from './supervision-list.repository';

/** What the inbox and the boards ask about supervision. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly lists: SupervisionListRepository,
  ) {}

  /** What units have to answer, the nearest day first and late ones before all others. */
  async toAnswer(
    ctx: Ctx,
    { regionId, unitIds }: { regionId: number; unitIds: readonly number[] },
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Supervision>> {
    if (unitIds.length === 0) return { items: [], nextCursor: null };
    const look = { now: ctx.clock.now(), calendar: await this.deadlines.calendarOf(ctx, regionId) };
    return this.lists.list(ctx, { regionId, unitIds, list: 'waiting' }, page, (row) =>
      toSupervision(row, look),
    );
  }

  counts(
    ctx: Ctx,
    where: { regionId: number; unitIds: readonly number[] | null },
  ): Promise<{ issued: number; overdue: number; answered: number }> {
    return where.unitIds?.length === 0
      ? Promise.resolve({ issued: 0, overdue: 0, answered: 0 })
      : this.lists.counts(ctx, where);
  }
}
