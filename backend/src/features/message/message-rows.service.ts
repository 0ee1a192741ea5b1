import { Injectable } from '@nestjs/common';
import type { MessageRow } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { DeadlineService } from '../deadline/deadline.service';
import { lookBy, type Audience } from './message.mapper';
import { isInCharge, standingsOf } from './message.policy';
import { MessageRowsRepository } from './message-rows.repository';

/** What decides who may read a message. */
export interface MessageKey {
  readonly id: number;
  readonly regionId: number;
  readonly unitId: number;
  readonly authorId: number;
  readonly publicShown: boolean;
}

/** Rows of messages that another feature has found, as far as the caller may read them. */
@Injectable()
export class MessageRows {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly repository: MessageRowsRepository,
  ) {}

  async of(ctx: Ctx, regionId: number, keys: readonly MessageKey[]): Promise<Map<number, MessageRow>> {
    const calendar = await this.deadlines.calendarOf(ctx, regionId);
    const found = new Map<number, MessageRow>();
    for (const audience of ['public', 'author', 'staff', 'official'] as const) {
      const ids = keys.filter((key) => audienceOf(ctx, key) === audience).map(({ id }) => id);
      const look = { ...lookBy(ctx), audience, calendarOf: () => calendar };
      for (const row of await this.repository.byIds(ctx, ids, look)) found.set(row.id, row);
    }
    return found;
  }
}

function audienceOf(ctx: Ctx, key: MessageKey): Audience | null {
  const standings = standingsOf(ctx.actor, key);
  if (standings.has('author')) return 'author';
  if (isInCharge(standings)) return 'staff';
  if (standings.has('official')) return 'official';
  return key.publicShown ? 'public' : null;
}
