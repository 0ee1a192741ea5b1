import { Injectable } from '@nestjs/common';
import type { endpoints, InboxItem, InputOf, OutputOf, Page } from '@sunledger/shared-types';
import type { ActorMembership, Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { WaitingMessagesService, type Desk } from '../message/waiting-messages.service';
import { PlanService } from '../plan/plan.service';
import { ProgressService } from '../progress/progress.service';
import { SupervisionService } from '../supervision/supervision.service';
import { TaskService } from '../task/task.service';
import { UnitService } from '../unit/unit.service';
import { closeOutItem, messageItem, planItem, progressItem, supervisionItem, taskItem } from './inbox.mapper';

type Endpoint = typeof endpoints.oversight.inbox;
type Paging = Pick<InputOf<Endpoint>, 'limit' | 'cursor'>;

/** What an account does in its region: the units it answers for, those it reviews for, and the office's part. */
interface Work extends Desk {
  readonly reviewUnitIds: readonly number[];
  readonly office: boolean;
}

/** 待办: what waits for the caller, by time left. */
@Injectable()
export class InboxService {
  constructor(
    private readonly units: UnitService,
    private readonly plans: PlanService,
    private readonly tasks: TaskService,
    private readonly progress: ProgressService,
    private readonly messages: WaitingMessagesService,
    private readonly supervisions: SupervisionService,
  ) {}

  async run(ctx: Ctx, input: InputOf<Endpoint>): Promise<OutputOf<Endpoint>> {
    const work = await this.work(ctx);
    const page = await this.tab(ctx, work, input.tab, input);
    return { ...page, counts: await this.counts(ctx, work) };
  }

  private async tab(
    ctx: Ctx,
    work: Work,
    tab: InputOf<Endpoint>['tab'],
    page: Paging,
  ): Promise<Page<InboxItem>> {
    switch (tab) {
      case 'reply':
        return itemsOf(await this.messages.toReply(ctx, work, page), (row) => messageItem('message', row));
      case 'review':
        return this.reviews(ctx, work, page);
      case 'task':
        return this.openTasks(ctx, work, page);
      case 'supervision':
        return itemsOf(await this.supervisions.toAnswer(ctx, work, page), supervisionItem);
      case 'done':
        return itemsOf(await this.messages.done(ctx, work, page), (row) => messageItem('message', row));
    }
  }

  /** Replies first, because their clock runs; on their last page what else waits for a second person. */
  private async reviews(ctx: Ctx, work: Work, page: Paging): Promise<Page<InboxItem>> {
    const drafts = await this.messages.toReview(ctx, { ...work, unitIds: work.reviewUnitIds }, page);
    const items = drafts.items.map((row) => messageItem('replyReview', row));
    if (drafts.nextCursor !== null) return { items, nextCursor: drafts.nextCursor };
    return { items: [...items, ...(await this.otherReviews(ctx, work))], nextCursor: null };
  }

  private async otherReviews(ctx: Ctx, work: Work): Promise<InboxItem[]> {
    const reports = await this.progress.toReview(ctx, work.regionId);
    const closeOuts = await this.progress.toCloseOut(ctx, work.regionId);
    const plans = await this.plans.toReview(ctx, work.regionId);
    return [...reports.map(progressItem), ...closeOuts.map(closeOutItem), ...plans.map(planItem)];
  }

  /** The open tasks come whole and sorted by urgency (their number is bounded); the cursor is the last one shown. */
  private async openTasks(ctx: Ctx, work: Work, page: Paging): Promise<Page<InboxItem>> {
    const tasks = await this.tasks.openOfUnits(ctx, work.regionId, work.unitIds);
    const after = page.cursor === undefined ? -1 : tasks.findIndex((task) => String(task.id) === page.cursor);
    if (page.cursor !== undefined && after < 0) throw new AppError('CURSOR_INVALID');
    const shown = tasks.slice(after + 1, after + 1 + page.limit);
    const last = shown.at(-1);
    const more = after + 1 + shown.length < tasks.length;
    return { items: shown.map(taskItem), nextCursor: more && last ? String(last.id) : null };
  }

  private async counts(ctx: Ctx, work: Work): Promise<OutputOf<Endpoint>['counts']> {
    const drafts = await this.messages.toReview(
      ctx,
      { ...work, unitIds: work.reviewUnitIds },
      { limit: 100 },
    );
    const others = await this.otherReviews(ctx, work);
    const tasks = await this.tasks.openOfUnits(ctx, work.regionId, work.unitIds);
    const { reply, today } = await this.messages.counts(ctx, work);
    const { issued, overdue } = await this.supervisions.counts(ctx, work);
    const review = drafts.items.length + others.length;
    return { reply, today, review, task: tasks.length, supervision: issued + overdue };
  }

  /** The region of the first membership that handles anything; the office answers for its own unit. */
  private async work(ctx: Ctx): Promise<Work> {
    const { accountId, memberships } = requireActor(ctx);
    const regionId = memberships.find(isStaff)?.regionId ?? null;
    if (regionId === null) throw new AppError('ROLE_REQUIRED');
    const here = memberships.filter((membership) => isStaff(membership) && membership.regionId === regionId);
    const office = here.some(({ role }) => role === 'office');
    const officeUnit = office ? [(await this.units.officeOf(ctx, regionId)).id] : [];
    const unitsOf = (roles: readonly string[]): number[] =>
      here.flatMap(({ role, unitId }) => (roles.includes(role) && unitId !== null ? [unitId] : []));
    return {
      regionId,
      accountId,
      office,
      unitIds: [...new Set([...officeUnit, ...unitsOf(['handler', 'reviewer'])])],
      reviewUnitIds: [...new Set(unitsOf(['reviewer']))],
    };
  }
}

const isStaff = ({ role, regionId }: ActorMembership): boolean =>
  regionId !== null && (role === 'handler' || role === 'reviewer' || role === 'office');

const itemsOf = <T>(page: Page<T>, item: (row: T) => InboxItem): Page<InboxItem> => ({
  items: page.items.map(item),
  nextCursor: page.nextCursor,
});
