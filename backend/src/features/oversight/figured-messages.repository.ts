import { Injectable } from '@nestjs/common';
import {
  chinaDateOf,
  type ListedPart,
  type MessageKind,
  type MessageOutcome,
  type Page,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { flagOf, instantOf, numberOf, textOfRow } from '../../core/db/row';
import type { MessageKey } from '../message/message-rows.service';
import {
  FIGURED_UNIT,
  figuredWhere,
  overdueWhere,
  partWhere,
  type Figured,
  type OverdueIn,
} from './figured.sql';

/** A message as the figures see it: no text, no number, no name. */
export interface FiguredFacts extends MessageKey {
  readonly kind: MessageKind;
  readonly unit: { readonly id: number; readonly name: string };
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly answeredOn: string | null;
  readonly outcome: MessageOutcome;
  readonly declined: boolean;
}

@Injectable()
export class FiguredMessagesRepository extends BaseRepository {
  /** The messages behind one number: those still open with the earliest day first, the others with the latest. */
  list(
    ctx: Ctx,
    figured: Figured,
    part: ListedPart,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<FiguredFacts>> {
    const now = ctx.clock.now();
    if (part === 'overdueNow') return this.overdue(ctx, figured, page);
    const [asked, counted] = [figuredWhere(figured), partWhere(part, figured.regionId, now)];
    const direction = part === 'openOverdue' || part === 'notYetDue' ? 'asc' : 'desc';
    const spec = {
      ...this.facts(),
      index: 'ix_message_due',
      where: [asked.sql, counted.sql],
      parameters: [...asked.parameters, ...counted.parameters],
      order: [
        { column: 'm.due_on', type: 'string', direction },
        { column: 'm.id', type: 'number', direction },
      ],
      ...page,
    } as const;
    return this.page(ctx, spec, (row) => factsOf(row, now));
  }

  /** How many messages are past their day now. */
  async countOverdue(ctx: Ctx, place: OverdueIn): Promise<number> {
    const asked = overdueWhere(place, ctx.clock.now());
    const row = await this.row(
      ctx,
      `SELECT COUNT(*) AS overdue FROM message m${this.byIndex('ix_message_region_result')} WHERE ${asked.sql}`,
      [...asked.parameters],
    );
    return numberOf(row?.overdue);
  }

  /** Those messages, the longest overdue first: read by what is open, whatever is stored. */
  private overdue(
    ctx: Ctx,
    place: OverdueIn,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<FiguredFacts>> {
    const now = ctx.clock.now();
    const asked = overdueWhere(place, now);
    const spec = {
      ...this.facts(),
      index: 'ix_message_region_result',
      where: [asked.sql],
      parameters: asked.parameters,
      order: [
        { column: 'm.due_at', type: 'string', direction: 'asc' },
        { column: 'm.id', type: 'number', direction: 'asc' },
      ],
      ...page,
    } as const;
    return this.page(ctx, spec, (row) => factsOf(row, now));
  }

  private facts() {
    return {
      select:
        'm.id, m.region_id, m.unit_id, m.author_id, m.public_shown, m.kind, m.received_on, m.due_on, m.due_at, ' +
        'm.answered_at, m.result, m.status, u.id AS figured_unit_id, u.name AS figured_unit_name',
      from: 'message m',
      joins: `JOIN unit u${this.byIndex('PRIMARY')} ON u.id = ${FIGURED_UNIT}`,
    } as const;
  }
}

function factsOf(row: Row, now: Date): FiguredFacts {
  const result = textOfRow(row.result);
  const passed = instantOf(row.due_at) <= now;
  const open = passed ? 'openOverdue' : 'notYetDue';
  return {
    id: numberOf(row.id),
    regionId: numberOf(row.region_id),
    unitId: numberOf(row.unit_id),
    authorId: numberOf(row.author_id),
    publicShown: flagOf(row.public_shown),
    kind: row.kind as MessageKind,
    unit: { id: numberOf(row.figured_unit_id), name: textOfRow(row.figured_unit_name) },
    receivedOn: textOfRow(row.received_on),
    dueOn: textOfRow(row.due_on),
    answeredOn: row.answered_at === null ? null : chinaDateOf(instantOf(row.answered_at)),
    outcome: result === 'open' ? open : (result as MessageOutcome),
    declined: row.status === 'declined',
  };
}
