import { Injectable } from '@nestjs/common';
import type { MessageRow, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { DeadlineService } from '../deadline/deadline.service';
import { lookBy, type Audience, type Look } from './message.mapper';
import { MessageListRepository } from './message-list.repository';
import type { Condition } from './message-page.repository';
import { WaitingMessagesRepository } from './waiting-messages.repository';

export interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Whose work: the units of an account in one region, and whether it is the region's office. */
export interface Desk {
  readonly regionId: number;
  readonly accountId: number;
  readonly unitIds: readonly number[];
}

/** What the inbox and the board show of messages. */
@Injectable()
export class WaitingMessagesService {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly lists: MessageListRepository,
    private readonly desks: WaitingMessagesRepository,
  ) {}

  /** To be answered (or, in the office, dispatched), the least time left first. */
  async toReply(ctx: Ctx, desk: Desk, page: Paging): Promise<Page<MessageRow>> {
    if (desk.unitIds.length === 0) return { items: [], nextCursor: null };
    const look = await this.look(ctx, desk.regionId, 'staff');
    return this.desks.waiting(ctx, desk.unitIds, 'open', page, look, [notBy(desk.accountId)]);
  }

  /**
   * Drafts of others that wait for the account's approval: those of its units as a reviewer, and for the
   * office its own and those whose unit has no other active reviewer.
   */
  async toReview(ctx: Ctx, desk: Desk & { office: boolean }, page: Paging): Promise<Page<MessageRow>> {
    const look = await this.look(ctx, desk.regionId, 'staff');
    if (desk.office) return this.desks.toReviewInRegion(ctx, desk, page, look);
    if (desk.unitIds.length === 0) return { items: [], nextCursor: null };
    const extra = [notBy(desk.accountId), { sql: 'r.drafter_id <> ?', parameters: [desk.accountId] }];
    return this.desks.waiting(ctx, desk.unitIds, 'inReview', page, look, extra);
  }

  /** How many messages wait to be answered in these units, and how many of them today or since before. */
  async counts(ctx: Ctx, desk: Desk): Promise<{ reply: number; today: number }> {
    if (desk.unitIds.length === 0) return { reply: 0, today: 0 };
    return this.desks.countOpen(ctx, desk.unitIds, desk.accountId, ctx.clock.today());
  }

  /** What these units answered, the newest message first. */
  async done(ctx: Ctx, desk: Desk, page: Paging): Promise<Page<MessageRow>> {
    if (desk.unitIds.length === 0) return { items: [], nextCursor: null };
    const look = await this.look(ctx, desk.regionId, 'staff');
    return this.desks.answered(ctx, desk.unitIds, page, look);
  }

  /** The longest overdue first, for the officials' board. */
  async overdue(ctx: Ctx, regionId: number, audience: Audience, limit: number): Promise<MessageRow[]> {
    const look = await this.look(ctx, regionId, audience);
    return (await this.lists.staff(ctx, { regionId, unitIds: null }, { clock: 'overdue', limit }, look))
      .items;
  }

  private async look(ctx: Ctx, regionId: number, audience: Audience): Promise<Look> {
    const calendar = await this.deadlines.calendarOf(ctx, regionId);
    return { ...lookBy(ctx), audience, calendarOf: () => calendar };
  }
}

/** Nobody handles a message they wrote. */
const notBy = (accountId: number): Condition => ({ sql: 'm.author_id <> ?', parameters: [accountId] });
