import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, MessageRow, Page } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { AppError, invalidInput } from '../../core/errors/app-error';
import { membershipsIn, requireActor } from '../../core/policy/membership';
import { DeadlineService } from '../deadline/deadline.service';
import type { WorkCalendar } from '../deadline';
import { RegionService } from '../region/region.service';
import { foundIn } from '../search/lookup.sql';
import { SearchIndex } from '../search/search-index.service';
import { lookBy, type Audience, type Look } from './message.mapper';
import { MessageListRepository } from './message-list.repository';
import { textContains, type ListFilter } from './message-page.repository';

type Query = InputOf<typeof endpoints.message.list>;

const NOTHING: Page<MessageRow> = { items: [], nextCursor: null };

/** Messages for the public (answers), for their author, and for the staff of a unit or a region. */
@Injectable()
export class ListMessagesService {
  constructor(
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
    private readonly search: SearchIndex,
    private readonly lists: MessageListRepository,
  ) {}

  run(ctx: Ctx, query: Query): Promise<Page<MessageRow>> {
    if (query.scope === 'mine') return this.mine(ctx, query);
    return query.scope === 'staff' ? this.staff(ctx, query) : this.public(ctx, query);
  }

  private async public(ctx: Ctx, query: Query): Promise<Page<MessageRow>> {
    if (query.region === undefined) throw invalidInput('region', '请选择地区');
    const region = await this.regions.byCode(ctx, query.region);
    const filter = filterOf(query);
    if (query.q?.trim()) {
      const lookup = await this.search.lookup(ctx, region.id, query.q);
      if (!lookup) return NOTHING;
      filter.found = foundIn(lookup, 'answer', 'm.id');
    }
    const scope = { regionId: region.id, taskId: query.task, unitId: query.unit };
    return this.lists.public(ctx, scope, filter, lookOf(ctx, 'public', null));
  }

  private async mine(ctx: Ctx, query: Query): Promise<Page<MessageRow>> {
    const { accountId } = requireActor(ctx);
    const regionId = query.region === undefined ? null : (await this.regions.byCode(ctx, query.region)).id;
    const calendars = new Map<number, WorkCalendar>();
    for (const id of await this.lists.regionsOf(ctx, accountId)) {
      calendars.set(id, await this.deadlines.calendarOf(ctx, id));
    }
    const look = { ...lookOf(ctx, 'author', null), calendarOf: (id: number) => calendars.get(id) ?? null };
    return this.lists.mine(ctx, accountId, regionId, privateFilter(query), look);
  }

  private async staff(ctx: Ctx, query: Query): Promise<Page<MessageRow>> {
    requireActor(ctx);
    const regionId = await this.staffRegion(ctx, query.region);
    const scope = staffScope(ctx, regionId, query.unit);
    if (!scope) return NOTHING;
    const calendar = await this.deadlines.calendarOf(ctx, regionId);
    return this.lists.staff(
      ctx,
      { regionId, unitIds: scope.unitIds },
      privateFilter(query),
      lookOf(ctx, scope.audience, calendar),
    );
  }

  /** The region asked for, else the one that the actor works in. */
  private async staffRegion(ctx: Ctx, code: string | undefined): Promise<number> {
    const asked = code === undefined ? null : (await this.regions.byCode(ctx, code)).id;
    const memberships = requireActor(ctx).memberships.filter(({ role }) => role !== 'admin');
    const mine = memberships.find((membership) => asked === null || membership.regionId === asked);
    if (!mine || mine.regionId === null) throw new AppError('ROLE_REQUIRED');
    return mine.regionId;
  }
}

/** The office and officials see the region, handlers and reviewers their units. */
function staffScope(
  ctx: Ctx,
  regionId: number,
  unit: number | undefined,
): { unitIds: number[] | null; audience: Audience } | null {
  const here = membershipsIn(ctx, regionId, ['handler', 'reviewer', 'office', 'official']);
  const office = here.some(({ role }) => role === 'office');
  if (office || here.some(({ role }) => role === 'official')) {
    return { unitIds: unit === undefined ? null : [unit], audience: office ? 'staff' : 'official' };
  }
  const own = [...new Set(here.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))];
  const unitIds = unit === undefined ? own : own.filter((id) => id === unit);
  return unitIds.length === 0 ? null : { unitIds, audience: 'staff' };
}

const filterOf = (query: Query): ListFilter & { found?: ListFilter['found'] } => ({
  kind: query.kind,
  clock: query.clock,
  state: query.state,
  limit: query.limit,
  cursor: query.cursor,
});

function privateFilter(query: Query): ListFilter {
  const word = query.q?.trim();
  return { ...filterOf(query), found: word ? textContains(word) : null };
}

const lookOf = (ctx: Ctx, audience: Audience, calendar: WorkCalendar | null): Look => ({
  ...lookBy(ctx),
  audience,
  calendarOf: () => calendar,
});
