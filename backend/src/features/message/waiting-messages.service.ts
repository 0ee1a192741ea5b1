import { Injectable } from '@nestjs/common';
import type { MessageRow, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { DeadlineService } from '../deadline/deadline.service';
import type { Audience, Look } from './message.mapper';
import { MessageListRepository, type Condition } from './message-list.repository';

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
  ) {}

  /** To be answered (or, in the office, dispatched), the least time left first. */
  async toReply(ctx: Ctx, desk: Desk, page: Paging): Promise<Page<MessageRow>> {
    const look = await this.look(ctx, desk.regionId, 'staff');
    return this.lists.waiting(ctx, desk.unitIds, 'open', page, look, [notBy(desk.accountId)]);
  }

  /** Drafts of others that wait for approval in these units. */
  async toReview(ctx: Ctx, desk: Desk, page: Paging): Promise<Page<MessageRow>> {
    const look = await this.look(ctx, desk.regionId, 'staff');
    return this.lists.waiting(ctx, desk.unitIds, 'inReview', page, look, [
      notBy(desk.accountId),
      { sql: 'r.drafter_id <> ?', parameters: [desk.accountId] },
    ]);
  }

  /** Drafts of the region that no reviewer of their unit may approve, which falls to the office. */
  async orphanedDrafts(ctx: Ctx, desk: Omit<Desk, 'unitIds'>, page: Paging): Promise<Page<MessageRow>> {
    const look = await this.look(ctx, desk.regionId, 'staff');
    return this.lists.inReviewWithoutReviewer(ctx, desk.regionId, desk.accountId, page, look);
  }

  /** What these units answered or the office closed, the newest first. */
  async done(ctx: Ctx, desk: Desk, page: Paging): Promise<Page<MessageRow>> {
    const look = await this.look(ctx, desk.regionId, 'staff');
    return this.lists.answered(ctx, desk.unitIds, page, look);
  }

  /** The longest overdue first, for the officials' board. */
  async overdue(ctx: Ctx, regionId: number, audience: Audience, limit: number): Promise<MessageRow[]> {
    const look = await this.look(ctx, regionId, audience);
    return (await this.lists.staff(ctx, { regionId, unitIds: null }, { clock: 'overdue', limit }, look)).items;
  }

  private async look(ctx: Ctx, regionId: number, audience: Audience): Promise<Look> {
    const calendar = await this.deadlines.calendarOf(ctx, regionId);
    return { now: ctx.clock.now(), audience, calendarOf: () => calendar };
  }
}

/** Nobody handles a message they wrote. */
const notBy = (accountId: number): Condition => ({ sql: 'm.author_id <> ?', parameters: [accountId] });
