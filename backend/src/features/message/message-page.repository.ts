import { Injectable } from '@nestjs/common';
import type { MessageKind, MessageRow, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { KeysetOrder, KeysetSpec } from '../../core/db/keyset';
import { messageJoins, messageRowOf, privateJoins, type Look } from './message.mapper';

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number | Date)[];
}

export type ClockFilter = 'running' | 'overdue' | 'onTime' | 'late';

export type StateFilter = 'waiting' | 'answered' | 'withdrawn';

export interface ListFilter {
  readonly kind?: MessageKind | undefined;
  readonly clock?: ClockFilter | undefined;
  readonly state?: StateFilter | undefined;
  /** A search as a condition on `m.id` or `m.text`. */
  readonly found?: Condition | null;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export const BY_ID: KeysetOrder[] = [{ column: 'm.id', type: 'number', direction: 'desc' }];
export const byDue = (direction: 'asc' | 'desc'): KeysetOrder[] => [
  { column: 'm.due_at', type: 'string', direction },
  { column: 'm.id', type: 'number', direction },
];

/** One page of messages: one statement on one named index. */
@Injectable()
export abstract class MessagePageRepository extends BaseRepository {
  protected list(
    ctx: Ctx,
    select: string,
    index: string,
    order: KeysetOrder[],
    conditions: readonly Condition[],
    filter: ListFilter,
    look: Look,
  ): Promise<Page<MessageRow>> {
    const all = [...conditions, ...filterConditions(filter, look.now)];
    const primary = this.byIndex('PRIMARY');
    const spec: KeysetSpec = {
      select,
      from: 'message m',
      index,
      joins: look.audience === 'public' ? messageJoins(primary) : privateJoins(primary),
      where: all.map((condition) => condition.sql),
      parameters: all.flatMap((condition) => [...condition.parameters]),
      order,
      limit: filter.limit,
      cursor: filter.cursor,
    };
    return this.page(ctx, spec, (row) => messageRowOf(row, look));
  }
}

function filterConditions({ kind, clock, state, found }: ListFilter, now: Date): Condition[] {
  return [
    ...(kind ? [{ sql: 'm.kind = ?', parameters: [kind] }] : []),
    ...(clock ? [clockCondition(clock, now)] : []),
    ...(state ? [{ sql: STATE_SQL[state], parameters: [] }] : []),
    ...(found ? [found] : []),
  ];
}

const STATE_SQL: Record<StateFilter, string> = {
  waiting: "m.result = 'open'",
  answered: "m.result IN ('onTime', 'late')",
  withdrawn: "m.result = 'withdrawn'",
};

function clockCondition(clock: ClockFilter, now: Date): Condition {
  if (clock === 'onTime' || clock === 'late') return { sql: 'm.result = ?', parameters: [clock] };
  return { sql: `m.result = 'open' AND m.due_at ${clock === 'overdue' ? '<=' : '>'} ?`, parameters: [now] };
}

/** A search in texts that are private: bounded by the lists it is used on, never by the whole table. */
export function textContains(word: string): Condition {
  const pattern = `%${word.replace(/[!%_]/g, (character) => `!${character}`)}%`;
  return { sql: `(m.text LIKE ? ESCAPE '!' OR m.number LIKE ? ESCAPE '!')`, parameters: [pattern, pattern] };
}
