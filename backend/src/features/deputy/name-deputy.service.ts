import { Injectable } from '@nestjs/common';
import {
  addDays,
  formatMonthDay,
  isChinaDate,
  MAX_DEPUTY_DAYS,
  type Deputy,
  type endpoints,
  type InputOf,
  type OutputOf,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { Outbox } from '../../core/outbox/outbox';
import { requireActor } from '../../core/policy/membership';
import { AccountService } from '../account/account.service';
import { DeputyRepository } from './deputy.repository';

type Choices = OutputOf<typeof endpoints.deputy.choices>;

/**
 * AB角 (product, Roles): a handler names a colleague of the same unit for given dates. Notes reach the deputy
 * too and claims may be taken over; approving one's own draft stays refused, whoever one stands in for.
 */
@Injectable()
export class NameDeputyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountService,
    private readonly deputies: DeputyRepository,
    private readonly outbox: Outbox,
  ) {}

  async choices(ctx: Ctx): Promise<Choices> {
    const units: Choices['units'] = [];
    for (const { unitId, unitName, regionId } of handlerships(ctx)) {
      const ids = await this.colleagues(ctx, regionId, unitId);
      const names = await this.accounts.names(ctx, ids);
      const colleagues = [...names].map(([id, name]) => ({ id, name }));
      units.push({ unit: { id: unitId, name: unitName }, colleagues });
    }
    return { units };
  }

  async run(ctx: Ctx, input: InputOf<typeof endpoints.deputy.name>): Promise<Deputy> {
    const { accountId } = requireActor(ctx);
    const { unitId, deputyId, from, until } = input;
    const here = handlerships(ctx).find((each) => each.unitId === unitId);
    if (!here) throw new AppError('OTHER_UNIT');
    if (deputyId === accountId) throw new AppError('DEPUTY_SELF');
    refuseDates(from, until, ctx.clock.today());
    if (!(await this.colleagues(ctx, here.regionId, unitId)).includes(deputyId)) {
      throw new AppError('DEPUTY_OTHER_UNIT');
    }
    return this.uow.run(ctx, async (ctx) => {
      if (await this.deputies.overlaps(ctx, accountId, unitId, from, until)) {
        throw new AppError('DEPUTY_OVERLAP');
      }
      const id = await this.deputies.insert(ctx, {
        regionId: here.regionId,
        unitId,
        accountId,
        deputyId,
        fromOn: from,
        untilOn: until,
        namedAt: ctx.clock.now(),
        endedAt: null,
      });
      const deputy = await this.shown(ctx, id);
      const days = `${formatMonthDay(from)}至${formatMonthDay(until)}`;
      await this.tell(
        ctx,
        deputy,
        'named',
        `${deputy.account.name}请您在${days}代办${deputy.unit.name}的留言`,
      );
      return deputy;
    });
  }

  end(ctx: Ctx, id: number): Promise<Deputy> {
    const { accountId } = requireActor(ctx);
    return this.uow.run(ctx, async (ctx) => {
      const found = await this.deputies.find(ctx, id);
      if (!found || found.accountId !== accountId) throw new AppError('DEPUTY_NOT_FOUND');
      if (found.untilOn < ctx.clock.today()) throw new AppError('DEPUTY_OVER');
      if (!(await this.deputies.end(ctx, id, ctx.clock.now()))) throw new AppError('DEPUTY_OVER');
      const deputy = await this.shown(ctx, id);
      await this.tell(ctx, deputy, 'ended', `${deputy.account.name}结束了请您代办的安排`);
      return deputy;
    });
  }

  private async colleagues(ctx: Ctx, regionId: number, unitId: number): Promise<number[]> {
    const { accountId } = requireActor(ctx);
    const ids = await this.accounts.holders(ctx, { regionId, unitId, roles: ['handler', 'reviewer'] });
    return ids.filter((id) => id !== accountId);
  }

  private async shown(ctx: Ctx, id: number): Promise<Deputy> {
    const deputy = await this.deputies.shown(ctx, id);
    if (!deputy) throw new AppError('DEPUTY_NOT_FOUND');
    return deputy;
  }

  private tell(ctx: CtxInTx, deputy: Deputy, what: 'named' | 'ended', text: string): Promise<void> {
    return this.outbox.add(ctx, {
      topic: 'notify',
      payload: {
        topic: 'deputyNamed',
        target: { kind: 'deputy', id: deputy.id },
        text,
        accountIds: [deputy.deputy.id],
      },
      dedupeKey: `deputy:${deputy.id}:${what}`,
    });
  }
}

/** Starts today at the earliest and is no longer than a leave may be. */
function refuseDates(from: string, until: string, today: string): void {
  const fits = isChinaDate(from) && isChinaDate(until) && from >= today && until >= from;
  if (!fits || until > addDays(from, MAX_DEPUTY_DAYS - 1)) {
    throw new AppError('DEPUTY_DATES', { days: MAX_DEPUTY_DAYS });
  }
}

/** The units in which the actor is a handler. */
function handlerships(ctx: Ctx): { regionId: number; unitId: number; unitName: string }[] {
  return requireActor(ctx).memberships.flatMap(({ role, regionId, unitId, unitName }) =>
    role === 'handler' && regionId !== null && unitId !== null
      ? [{ regionId, unitId, unitName: unitName ?? '' }]
      : [],
  );
}
