import { Injectable } from '@nestjs/common';
import type { Page } from '@sunledger/shared-types';
import { BaseRepository } from '../../core/db/base.repository';
import { jsonOf, textOrNull } from '../../core/db/row';
import type { Ctx } from '../../core/ctx';
import { listOrdersOfYear } from './list-order';
import { toTaskFacts, type TaskFacts } from './task.facts';
import { taskColumns } from './task-list.sql';

interface Paging {
  limit: number;
  cursor?: string | undefined;
}

export interface DamagedFacts {
  facts: TaskFacts;
  flags: string[];
  unitText: string | null;
}

/** The lists of what is left to mend: rows that the paper gave damaged, and what a year left undone. */
@Injectable()
export class LookBackRepository extends BaseRepository {
  /** Published tasks of a year that are open, or were closed out in spite of a doubt. */
  undone(ctx: Ctx, regionId: number, year: number, page: Paging): Promise<Page<TaskFacts>> {
    const { from, to } = listOrdersOfYear(year);
    return this.page(
      ctx,
      {
        select: taskColumns,
        from: 'task t',
        index: 'ix_task_ledger',
        where: [
          't.region_id = ?',
          't.published = 1',
          't.list_order >= ? AND t.list_order < ?',
          '(t.closed = 0 OR t.doubtful = 1)',
        ],
        parameters: [regionId, from, to],
        order: [{ column: 't.list_order', type: 'number', direction: 'asc' }],
        ...page,
      },
      toTaskFacts,
    );
  }

  /** Rows of a plan whose cells could not be read with certainty and that nobody has mended yet. */
  damaged(ctx: Ctx, regionId: number, planId: number, page: Paging): Promise<Page<DamagedFacts>> {
    return this.page(
      ctx,
      {
        select: `${taskColumns}, t.flags, t.unit_text`,
        from: 'task t',
        index: 'ix_task_plan',
        where: ['t.plan_id = ?', 't.region_id = ?', 't.standing IS NULL', "t.flags <> '[]'"],
        parameters: [planId, regionId],
        order: [{ column: 't.list_order', type: 'number', direction: 'asc' }],
        ...page,
      },
      (row) => ({ facts: toTaskFacts(row), flags: jsonOf(row.flags), unitText: textOrNull(row.unit_text) }),
    );
  }
}
