import { Injectable } from '@nestjs/common';
import type { InboxDecision, MessageRow, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { WorkCalendar } from '../deadline';
import { DeadlineService } from '../deadline/deadline.service';
import { decisionsFor } from './decisions';
import { lookBy, type Audience, type Look } from './message.mapper';
import { MessageListRepository } from './message-list.repository';
import type { Condition } from './message-page.repository';
import { WaitingMessagesRepository } from './waiting-messages.repository';

export interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Whose work: the units of an account in all its regions. */
export interface Desk {
  readonly accountId: number;
  readonly regionIds: readonly number[];
  readonly unitIds: readonly number[];
}

/** What it decides about the work of others. */
export interface DecidingDesk {
  readonly accountId: number;
  readonly regionIds: readonly number[];
  readonly reviewUnitIds: readonly number[];
  readonly officeRegionIds: readonly number[];
}

/** What the inbox shows of messages. */
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
    const look = await this.lookAt(ctx, desk.regionIds);
    return this.desks.waiting(ctx, desk.unitIds, 'open', page, look, [notBy(desk.accountId)]);
  }

  /**
   * Drafts of others that wait for the account's approval: those of its units as a reviewer, and for an
   * office its own and those whose unit has no other active reviewer.
   */
  async toReview(ctx: Ctx, desk: DecidingDesk, page: Paging): Promise<Page<MessageRow>> {
    const { accountId, reviewUnitIds: unitIds } = desk;
    const look = await this.lookAt(ctx, desk.regionIds);
    if (desk.officeRegionIds.length > 0)
      return this.desks.toReviewInRegion(ctx, { ...desk, unitIds }, page, look);
    if (unitIds.length === 0) return { items: [], nextCursor: null };
    const extra = [notBy(accountId), { sql: 'r.drafter_id <> ?', parameters: [accountId] }];
    return this.desks.waiting(ctx, unitIds, 'inReview', page, look, extra);
  }

  /** Extensions, answers to deliver, objections, hidings and revisions that wait for the account's word. */
  async toDecide(ctx: Ctx, desk: DecidingDesk): Promise<{ decision: InboxDecision; message: MessageRow }[]> {
    const { accountId, regionIds, reviewUnitIds, officeRegionIds } = desk;
    if (reviewUnitIds.length === 0 && officeRegionIds.length === 0) return [];
    const unitIds = officeRegionIds.length > 0 ? null : reviewUnitIds;
    const look = await this.lookAt(ctx, regionIds);
    const found = await this.desks.awaiting(ctx, { regionIds, unitIds, accountId }, look);
    return found.flatMap(({ row: message, awaiting }) =>
      decisionsFor(awaiting, desk).map((decision) => ({ decision, message })),
    );
  }

  /** How many messages wait to be answered in these units, and how many of them today or since before. */
  async counts(ctx: Ctx, desk: Desk): Promise<{ reply: number; today: number }> {
    if (desk.unitIds.length === 0) return { reply: 0, today: 0 };
    return this.desks.countOpen(ctx, desk.unitIds, desk.accountId, ctx.clock.today());
  }

  /** What these units answered, the newest message first. */
  async done(ctx: Ctx, desk: Desk, page: Paging): Promise<Page<MessageRow>> {
    if (desk.unitIds.length === 0) return { items: [], nextCursor: null };
    const look = await this.lookAt(ctx, desk.regionIds);
    return this.desks.answered(ctx, desk.unitIds, page, look);
  }

  /** The longest overdue first, for the officials' board. */
  async overdue(ctx: Ctx, regionId: number, audience: Audience, limit: number): Promise<MessageRow[]> {
    const look = await this.look(ctx, regionId, audience);
    return (await this.lists.staff(ctx, { regionId, unitIds: null }, { clock: 'overdue', limit }, look))
      .items;
  }

  /** For staff of several regions, each row by the calendar of its own. */
  private async lookAt(ctx: Ctx, regionIds: readonly number[]): Promise<Look> {
    const calendars = new Map<number, WorkCalendar>();
    for (const id of regionIds) calendars.set(id, await this.deadlines.calendarOf(ctx, id));
    return { ...lookBy(ctx), audience: 'staff', calendarOf: (id) => calendars.get(id) ?? null };
  }

  private async look(ctx: Ctx, regionId: number, audience: Audience): Promise<Look> {
    const calendar = await this.deadlines.calendarOf(ctx, regionId);
    return { ...lookBy(ctx), audience, calendarOf: () => calendar };
  }
}

/** Nobody handles a message they wrote. */
const notBy = (accountId: number): Condition => ({ sql: 'm.author_id <> ?', parameters: [accountId] });
