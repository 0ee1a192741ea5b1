import { Injectable } from '@nestjs/common';
import type { endpoints, InboxDecision, InboxItem, InputOf, OutputOf, Page } from '@sunledger/shared-types';
import type { ActorMembership, Ctx } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { WaitingMessagesService } from '../message/waiting-messages.service';
import { PlanService } from '../plan/plan.service';
import { ProgressService } from '../progress/progress.service';
import { SupervisionService } from '../supervision/supervision.service';
import { ShowChangeService } from '../task/show-change.service';
import { TaskService } from '../task/task.service';
import { UnitService } from '../unit/unit.service';
import { InboxAnnex } from './inbox-annex';
import {
  bulletinItem,
  changeItem,
  closeOutItem,
  messageItem,
  planItem,
  progressItem,
  supervisionItem,
  taskItem,
} from './inbox.mapper';

type Endpoint = typeof endpoints.oversight.inbox;
type Paging = Pick<InputOf<Endpoint>, 'limit' | 'cursor'>;

/** What an account does, in all its regions: the units it answers for, those it reviews for, its offices' part. */
interface Work {
  readonly accountId: number;
  readonly regionIds: readonly number[];
  readonly units: readonly { readonly regionId: number; readonly unitIds: readonly number[] }[];
  readonly unitIds: readonly number[];
  readonly reviewUnitIds: readonly number[];
  readonly officeRegionIds: readonly number[];
}

/** Decisions that a running clock waits for come before everything else. */
const PRESSING: readonly InboxDecision[] = ['extension', 'delivery'];

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
    private readonly changes: ShowChangeService,
    private readonly annex: InboxAnnex,
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
        return this.toSupervise(ctx, work, page);
      case 'done':
        return itemsOf(await this.messages.done(ctx, work, page), (row) => messageItem('message', row));
    }
  }

  /**
   * On top of the first page what a running clock waits for, then the drafts by time left; on their last page
   * what else waits for a second person.
   */
  private async reviews(ctx: Ctx, work: Work, page: Paging): Promise<Page<InboxItem>> {
    const drafts = await this.messages.toReview(ctx, work, page);
    const decisions = await this.messages.toDecide(ctx, work);
    const decided = (pressing: boolean): InboxItem[] =>
      decisions
        .filter(({ decision }) => PRESSING.includes(decision) === pressing)
        .map(({ decision, message }) => messageItem(decision, message));
    const items = [
      ...(page.cursor === undefined ? decided(true) : []),
      ...drafts.items.map((row) => messageItem('replyReview', row)),
    ];
    if (drafts.nextCursor !== null) return { items, nextCursor: drafts.nextCursor };
    return {
      items: [...items, ...decided(false), ...(await this.otherReviews(ctx, work))],
      nextCursor: null,
    };
  }

  private async otherReviews(ctx: Ctx, work: Work): Promise<InboxItem[]> {
    const items: InboxItem[] = [];
    for (const regionId of work.regionIds) {
      const reports = await this.progress.toReview(ctx, regionId);
      const closeOuts = await this.progress.toCloseOut(ctx, regionId);
      const plans = await this.plans.toReview(ctx, regionId);
      const changes = await this.changes.toReview(ctx, regionId);
      const bulletins = await this.annex.bulletins(ctx, regionId);
      items.push(
        ...reports.map((report) => progressItem(regionId, report)),
        ...closeOuts.map((report) => closeOutItem(regionId, report)),
        ...plans.map((plan) => planItem(regionId, plan)),
        ...changes.map((change) => changeItem(regionId, change)),
        ...bulletins.map((bulletin) => bulletinItem(regionId, bulletin)),
      );
    }
    return items;
  }

  /** The open tasks come whole and sorted by urgency: their number is bounded. */
  private async openTasks(ctx: Ctx, work: Work, page: Paging): Promise<Page<InboxItem>> {
    const tasks = await this.tasks.openOfDesks(ctx, work.units);
    return pageAfter(
      tasks.map(({ regionId, task }) => taskItem(regionId, task)),
      page,
    );
  }

  /** 督办单 to be answered: page by page in one region, at most 100 of each where there are several. */
  private async toSupervise(ctx: Ctx, { units }: Work, page: Paging): Promise<Page<InboxItem>> {
    const [only, second] = units;
    if (only && !second) {
      const waiting = await this.supervisions.toAnswer(ctx, only, page);
      return itemsOf(waiting, (supervision) => supervisionItem(only.regionId, supervision));
    }
    const items: InboxItem[] = [];
    for (const desk of units) {
      const waiting = await this.supervisions.toAnswer(ctx, desk, { limit: 100 });
      items.push(...waiting.items.map((supervision) => supervisionItem(desk.regionId, supervision)));
    }
    const dueOn = (item: InboxItem): string => item.supervision?.dueOn ?? '';
    return pageAfter(
      items.sort((a, b) => dueOn(a).localeCompare(dueOn(b)) || a.id - b.id),
      page,
    );
  }

  private async supervisionsOpen(ctx: Ctx, { units }: Work): Promise<number> {
    let open = 0;
    for (const desk of units) {
      const { issued, overdue } = await this.supervisions.counts(ctx, desk);
      open += issued + overdue;
    }
    return open;
  }

  private async counts(ctx: Ctx, work: Work): Promise<OutputOf<Endpoint>['counts']> {
    const drafts = await this.messages.toReview(ctx, work, { limit: 100 });
    const decisions = await this.messages.toDecide(ctx, work);
    const others = await this.otherReviews(ctx, work);
    const tasks = await this.tasks.openOfDesks(ctx, work.units);
    const { reply, today } = await this.messages.counts(ctx, work);
    const review = drafts.items.length + decisions.length + others.length;
    const supervision = await this.supervisionsOpen(ctx, work);
    return { reply, today, review, task: tasks.length, supervision };
  }

  /** Every region in which the account handles or decides anything; an office answers for its own unit. */
  private async work(ctx: Ctx): Promise<Work> {
    const { accountId, memberships } = requireActor(ctx);
    const staff = memberships.filter(isStaff);
    if (staff.length === 0) throw new AppError('ROLE_REQUIRED');
    const regionIds = [...new Set(staff.flatMap(({ regionId }) => regionId ?? []))];
    const officeRegionIds = regionIds.filter((id) =>
      staff.some(({ role, regionId }) => role === 'office' && regionId === id),
    );
    const units: { regionId: number; unitIds: number[] }[] = [];
    for (const regionId of regionIds) {
      const office = officeRegionIds.includes(regionId)
        ? [(await this.units.officeOf(ctx, regionId)).id]
        : [];
      const here = staff.filter((each) => each.regionId === regionId);
      const own = unitsOf(here, ['handler', 'reviewer']);
      // an official answers for no unit: there is only what waits for a decision
      if (office.length + own.length > 0)
        units.push({ regionId, unitIds: [...new Set([...office, ...own])] });
    }
    const unitIds = units.flatMap((each) => each.unitIds);
    const reviewUnitIds = [...new Set(unitsOf(staff, ['reviewer']))];
    return { accountId, regionIds, units, unitIds, reviewUnitIds, officeRegionIds };
  }
}

const isStaff = ({ role, regionId }: ActorMembership): boolean => regionId !== null && role !== 'admin';

const unitsOf = (memberships: readonly ActorMembership[], roles: readonly string[]): number[] =>
  memberships.flatMap(({ role, unitId }) => (roles.includes(role) && unitId !== null ? [unitId] : []));

const itemsOf = <T>(page: Page<T>, item: (row: T) => InboxItem): Page<InboxItem> => ({
  items: page.items.map(item),
  nextCursor: page.nextCursor,
});

/** One page of a list that is there as a whole; the cursor is the last one shown. */
function pageAfter(items: readonly InboxItem[], page: Paging): Page<InboxItem> {
  const after = page.cursor === undefined ? -1 : items.findIndex(({ id }) => String(id) === page.cursor);
  if (page.cursor !== undefined && after < 0) throw new AppError('CURSOR_INVALID');
  const shown = items.slice(after + 1, after + 1 + page.limit);
  const last = shown.at(-1);
  const more = after + 1 + shown.length < items.length;
  return { items: shown, nextCursor: more && last ? String(last.id) : null };
}
