import { Injectable } from '@nestjs/common';
import { addDays, chinaInstant, type Page, type LedgerChange } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { KeysetSpec } from '../../core/db/keyset';
import { numberOf } from '../../core/db/row';
import { taskColumns } from '../task/task-list.sql';
import { toTaskFacts, type TaskFacts } from '../task/task.facts';
import type { Period } from './figured-period';

export interface ChangesAsked extends Period {
  readonly regionId: number;
  readonly unitId?: number | undefined;
}

type Source = Pick<KeysetSpec, 'from' | 'index' | 'joins' | 'where' | 'parameters' | 'order'>;

/** What a report or a close-out leaves in the log of a task. */
const EVENTS = { finished: 'closedOut', reported: 'progressApproved' } as const;

/** Published tasks by what happened to them in a period, the newest first; reads the log of tasks. */
@Injectable()
export class TaskChangesRepository extends BaseRepository {
  list<T>(
    ctx: Ctx,
    what: LedgerChange,
    asked: ChangesAsked,
    page: { limit: number; cursor?: string | undefined },
    map: (task: TaskFacts) => T,
  ): Promise<Page<T>> {
    const spec = { select: taskColumns, ...this.source(ctx, what, asked), ...page };
    return this.page(ctx, spec, (row) => map(toTaskFacts(row)));
  }

  async count(ctx: Ctx, what: LedgerChange, asked: ChangesAsked): Promise<number> {
    const { from, index, joins, where, parameters } = this.source(ctx, what, asked);
    const row = await this.row(
      ctx,
      `SELECT COUNT(*) AS n FROM ${from}${this.byIndex(index)} ${joins ?? ''} WHERE ${where.join(' AND ')}`,
      parameters,
    );
    return numberOf(row?.n);
  }

  private source(ctx: Ctx, what: LedgerChange, asked: ChangesAsked): Source {
    const { unitId } = asked;
    const reached =
      unitId === undefined
        ? { where: [], parameters: [] }
        : {
            where: ['EXISTS (SELECT 1 FROM task_reach r WHERE r.task_id = t.id AND r.unit_id = ?)'],
            parameters: [unitId],
          };
    const source = what === 'overdue' ? becameOverdue(ctx, asked) : this.happened(EVENTS[what], what, asked);
    return {
      ...source,
      where: [...source.where, ...reached.where],
      parameters: [...source.parameters, ...reached.parameters],
    };
  }

  /** Each task once, with its latest event of the period; one that was opened again is not finished. */
  private happened(code: string, what: LedgerChange, { regionId, from, to }: ChangesAsked): Source {
    const [since, before] = [chinaInstant(from, '00:00'), chinaInstant(addDays(to, 1), '00:00')];
    const key = this.byIndex('PRIMARY');
    return {
      from: 'task_event e',
      index: 'ix_task_event_region',
      joins: `JOIN task t${key} ON t.id = e.task_id`,
      where: [
        'e.region_id = ? AND e.code = ? AND e.at >= ? AND e.at < ? AND t.published = 1',
        ...(what === 'finished' ? ['t.closed = 1'] : []),
        'NOT EXISTS (SELECT 1 FROM task_event later WHERE later.task_id = e.task_id AND later.code = e.code ' +
          'AND later.id > e.id AND later.at < ?)',
      ],
      parameters: [regionId, code, since, before, before],
      order: [
        { column: 'e.at', type: 'string', direction: 'desc' },
        { column: 'e.id', type: 'number', direction: 'desc' },
      ],
    };
  }
}

/** The day after its due date lies in the period and has come, and it was not finished in time. */
function becameOverdue(ctx: Ctx, { regionId, from, to }: ChangesAsked): Source {
  const today = ctx.clock.today();
  const until = addDays(to < today ? to : today, -1);
  return {
    from: 'task t',
    index: 'ix_task_due',
    where: [
      't.region_id = ? AND t.published = 1 AND t.closed IN (0, 1) AND t.due_on BETWEEN ? AND ?',
      '(t.closed = 0 OR t.finished_on > t.due_on)',
    ],
    parameters: [regionId, addDays(from, -1), until],
    order: [
      { column: 't.due_on', type: 'string', direction: 'desc' },
      { column: 't.id', type: 'number', direction: 'desc' },
    ],
  };
}
