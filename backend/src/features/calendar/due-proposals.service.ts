import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, OutputOf } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireMembership } from '../../core/policy/membership';
import { nextWorkingDay } from '../deadline';
import { DeadlineService } from '../deadline/deadline.service';
import { ReviseDueService } from '../message/revise-due.service';
import { RegionService } from '../region/region.service';
import { CalendarVersionRepository } from './calendar-version.repository';
import { DueMoveRepository, type StoredMove } from './due-move.repository';

type Calls = typeof endpoints.calendar;

/** Earlier dates of open items: nothing moves forward without the office's word. */
@Injectable()
export class DueProposalsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionService,
    private readonly deadlines: DeadlineService,
    private readonly revisions: ReviseDueService,
    private readonly moves: DueMoveRepository,
    private readonly versions: CalendarVersionRepository,
  ) {}

  async list(ctx: Ctx, input: InputOf<Calls['proposals']>): Promise<OutputOf<Calls['proposals']>> {
    const regionId = await this.regionOfOffice(ctx, input.code);
    const page = await this.moves.proposals(ctx, regionId, input);
    const soonest = nextWorkingDay(await this.deadlines.calendar(ctx, regionId), ctx.clock.today());
    const ifConfirmed = (proposed: string, dueOn: string): string => {
      const wanted = proposed > soonest ? proposed : soonest;
      return wanted < dueOn ? wanted : dueOn;
    };
    const items = page.items.map((item) => ({
      ...item,
      ifConfirmedDueOn: ifConfirmed(item.proposedDueOn, item.dueOn),
    }));
    return { items, nextCursor: page.nextCursor };
  }

  async confirm(
    ctx: Ctx,
    input: InputOf<Calls['confirmProposals']>,
  ): Promise<OutputOf<Calls['confirmProposals']>> {
    const regionId = await this.regionOfOffice(ctx, input.code);
    return this.uow.run(ctx, async (ctx) => {
      const result = { confirmed: 0, dropped: 0 };
      for (const move of await this.waiting(ctx, regionId, input.ids))
        result[await this.confirmOne(ctx, move)] += 1;
      return result;
    });
  }

  async keep(ctx: Ctx, input: InputOf<Calls['keepProposals']>): Promise<OutputOf<Calls['keepProposals']>> {
    const regionId = await this.regionOfOffice(ctx, input.code);
    return this.uow.run(ctx, async (ctx) => {
      const moves = await this.waiting(ctx, regionId, input.ids);
      for (const move of moves) await this.decide(ctx, move, 'kept');
      return { kept: moves.length };
    });
  }

  private async confirmOne(ctx: CtxInTx, move: StoredMove): Promise<'confirmed' | 'dropped'> {
    const by = { cause: move.cause, causeOf: move.causeOf };
    const dueOn = await this.revisions.confirmEarlier(ctx, move.messageId, by);
    const decision = dueOn === null ? 'dropped' : 'confirmed';
    await this.decide(ctx, move, decision, dueOn ?? undefined);
    if (dueOn !== null) await this.versions.count(ctx, move.versionId, { later: 0, earlier: 1, settled: 0 });
    return decision;
  }

  private async decide(
    ctx: CtxInTx,
    move: StoredMove,
    status: 'confirmed' | 'dropped' | 'kept',
    toDueOn?: string,
  ): Promise<void> {
    const decision = { status, at: ctx.clock.now(), by: ctx.actor?.accountId ?? null };
    const done = await this.moves.decide(ctx, move.id, toDueOn ? { ...decision, toDueOn } : decision);
    if (!done) throw new AppError('PROPOSAL_STATE');
  }

  private async waiting(ctx: Ctx, regionId: number, ids: readonly number[]): Promise<StoredMove[]> {
    const wanted = [...new Set(ids)];
    const moves = await this.moves.byIds(ctx, regionId, wanted);
    if (moves.length < wanted.length) throw new AppError('PROPOSAL_NOT_FOUND');
    if (moves.some((move) => move.status !== 'proposed')) throw new AppError('PROPOSAL_STATE');
    return moves;
  }

  private async regionOfOffice(ctx: Ctx, code: string): Promise<number> {
    const region = await this.regions.byCode(ctx, code);
    requireMembership(ctx, { regionId: region.id, roles: ['office'], notFound: 'REGION_NOT_FOUND' });
    return region.id;
  }
}
