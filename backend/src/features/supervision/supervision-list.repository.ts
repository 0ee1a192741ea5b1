import { Injectable } from '@nestjs/common';
import type { Page, SupervisionEventCode, SupervisionList } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, textOfRow, textOrNull, wireInstant } from '../../core/db/row';
import type { SubjectKind } from './supervision.entity';
import { SUPERVISION_COLUMNS } from './supervision.mapper';

export interface ListedEvent {
  readonly code: SupervisionEventCode;
  readonly at: string;
  readonly by: string | null;
  readonly text: string | null;
}

/** `waiting`: all that have no answer yet, in time or late. */
export type Listed = SupervisionList | 'waiting';

interface Scope {
  readonly regionId: number;
  /** Null for the whole region. */
  readonly unitIds: readonly number[] | null;
  readonly list?: Listed | undefined;
}

const JOINS =
  'JOIN unit u ON u.id = s.unit_id LEFT JOIN task t ON t.id = s.task_id LEFT JOIN message m ON m.id = s.message_id';

/** 督办单 as people look at them: each list one statement on one index. */
@Injectable()
export class SupervisionListRepository extends BaseRepository {
  /** The nearest day first where an answer is waited for; else the newest first. */
  list<T>(
    ctx: Ctx,
    { regionId, unitIds, list }: Scope,
    page: { limit: number; cursor?: string | undefined },
    map: (row: Row) => T,
  ): Promise<Page<T>> {
    const place = unitIds
      ? { sql: `s.unit_id IN (${unitIds.map(() => '?').join(', ')}) AND s.region_id = ?`, of: 'unit' }
      : { sql: 's.region_id = ?', of: 'region' };
    const state = stateOf(list, ctx.clock.now());
    const byDue = list !== undefined && list !== 'done';
    return this.page(
      ctx,
      {
        select: SUPERVISION_COLUMNS,
        from: 'supervision s',
        index: `ix_supervision_${place.of}${byDue ? '_status' : ''}`,
        joins: JOINS,
        where: [place.sql, state.sql],
        parameters: [...(unitIds ?? []), regionId, ...state.parameters],
        order: [
          ...(byDue ? [{ column: 's.due_at', type: 'string', direction: 'asc' } as const] : []),
          { column: 's.id', type: 'number', direction: byDue ? 'asc' : 'desc' },
        ],
        ...page,
      },
      map,
    );
  }

  one(ctx: Ctx, id: number): Promise<Row | null> {
    return this.row(ctx, `SELECT ${SUPERVISION_COLUMNS} FROM supervision s ${JOINS} WHERE s.id = ?`, [id]);
  }

  /** The newest about one thing. */
  ofSubject(ctx: Ctx, kind: SubjectKind, subjectId: number, limit = 20): Promise<Row[]> {
    return this.rows(
      ctx,
      `SELECT ${SUPERVISION_COLUMNS} FROM supervision s${this.byIndex(`ix_supervision_${kind}`)} ${JOINS} ` +
        `WHERE s.${kind}_id = ? ORDER BY s.id DESC LIMIT ${Math.trunc(limit)}`,
      [subjectId],
    );
  }

  async events(ctx: Ctx, id: number): Promise<ListedEvent[]> {
    const rows = await this.rows(
      ctx,
      'SELECT e.code, e.at, e.text, a.display_name FROM supervision_event e LEFT JOIN account a ON a.id = e.account_id ' +
        'WHERE e.supervision_id = ? ORDER BY e.id LIMIT 200',
      [id],
    );
    return rows.map((row) => ({
      code: row.code as SupervisionEventCode,
      at: wireInstant(row.at),
      by: textOrNull(row.display_name),
      text: textOrNull(row.text),
    }));
  }

  /** How many wait for an answer in time, wait for one too long, and wait to be decided. */
  async counts(
    ctx: Ctx,
    where: { regionId: number; unitIds: readonly number[] | null },
  ): Promise<{ issued: number; overdue: number; answered: number }> {
    const { regionId, unitIds } = where;
    const place = unitIds ? `unit_id IN (${unitIds.map(() => '?').join(', ')})` : 'region_id = ?';
    const index = `ix_supervision_${unitIds ? 'unit' : 'region'}_status`;
    const rows = await this.rows(
      ctx,
      `SELECT status, CASE WHEN due_at <= ? THEN 1 ELSE 0 END AS late, COUNT(*) AS n
      FROM supervision${this.byIndex(index)} WHERE ${place} AND status IN ('issued', 'answered')
      GROUP BY status, late`,
      [ctx.clock.now(), ...(unitIds ?? [regionId])],
    );
    const sum = (is: (row: Row) => boolean): number =>
      rows.filter(is).reduce((total, row) => total + numberOf(row.n), 0);
    return {
      issued: sum((row) => textOfRow(row.status) === 'issued' && numberOf(row.late) === 0),
      overdue: sum((row) => textOfRow(row.status) === 'issued' && numberOf(row.late) === 1),
      answered: sum((row) => textOfRow(row.status) === 'answered'),
    };
  }
}

function stateOf(list: Listed | undefined, now: Date): { sql: string; parameters: Date[] } {
  switch (list) {
    case undefined:
      return { sql: '1 = 1', parameters: [] };
    case 'waiting':
      return { sql: "s.status = 'issued'", parameters: [] };
    case 'issued':
      return { sql: "s.status = 'issued' AND s.due_at > ?", parameters: [now] };
    case 'overdue':
      return { sql: "s.status = 'issued' AND s.due_at <= ?", parameters: [now] };
    case 'answered':
      return { sql: "s.status = 'answered'", parameters: [] };
    case 'done':
      return { sql: "s.status IN ('closed', 'cancelled')", parameters: [] };
  }
}
