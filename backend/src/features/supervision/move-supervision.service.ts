import { Injectable } from '@nestjs/common';
import type {
  endpoints,
  InputOf,
  NotificationTopic,
  SupervisionDetail,
  SupervisionMove,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import { UnitService } from '../unit/unit.service';
import { ShowSupervisionService } from './show-supervision.service';
import type { SupervisionThing } from './supervision';
import { SupervisionNotices } from './supervision-notices.service';
import { maySee, refusalOf } from './supervision.policy';
import { SupervisionRepository } from './supervision.repository';
import { SupervisionWorkflow } from './supervision.workflow';

type Calls = typeof endpoints.supervision;

/** 反馈, 核定办结, 退回重办, 撤销. */
@Injectable()
export class MoveSupervisionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly units: UnitService,
    private readonly things: SupervisionRepository,
    private readonly workflow: SupervisionWorkflow,
    private readonly notices: SupervisionNotices,
    private readonly show: ShowSupervisionService,
  ) {}

  answer(ctx: Ctx, { id, text }: InputOf<Calls['answer']>): Promise<SupervisionDetail> {
    return this.move(ctx, id, 'answer', async (ctx, thing) => {
      const answeredBy = requireActor(ctx).accountId;
      await this.workflow.move(ctx, thing, 'answer', {
        text,
        changes: { answer: text, answeredBy, answeredAt: ctx.clock.now() },
      });
      await this.notices.toOfficials(ctx, thing, 'supervisionAnswered', '已有反馈，请核定');
    });
  }

  close(ctx: Ctx, { id, note }: InputOf<Calls['close']>): Promise<SupervisionDetail> {
    return this.toldMove(ctx, id, 'close', note ?? null, 'supervisionClosed', '已核定办结', async (ctx) => ({
      closedAt: ctx.clock.now(),
    }));
  }

  /** The answer stays in the log; a day that was missed stays missed. */
  return(ctx: Ctx, { id, note, days }: InputOf<Calls['return']>): Promise<SupervisionDetail> {
    const what = '的反馈被退回，请于{due}前重新反馈';
    return this.toldMove(ctx, id, 'return', note, 'supervisionReturned', what, async (ctx, { regionId }) => ({
      ...(await this.workflow.dueAfter(ctx, regionId, days)),
      answer: null,
      answeredBy: null,
      answeredAt: null,
    }));
  }

  cancel(ctx: Ctx, { id, note }: InputOf<Calls['cancel']>): Promise<SupervisionDetail> {
    return this.toldMove(ctx, id, 'cancel', note, 'supervisionClosed', '已撤销，不用再反馈', async (ctx) => ({
      closedAt: ctx.clock.now(),
    }));
  }

  /** A move of an official, which the unit is told of. */
  private toldMove(
    ctx: Ctx,
    id: number,
    move: SupervisionMove,
    text: string | null,
    topic: NotificationTopic,
    what: string,
    changes: (ctx: CtxInTx, thing: SupervisionThing) => Promise<Partial<SupervisionThing>>,
  ): Promise<SupervisionDetail> {
    return this.move(ctx, id, move, async (ctx, thing, isOffice) => {
      await this.workflow.move(ctx, thing, move, { text, changes: await changes(ctx, thing) });
      await this.notices.toUnit(ctx, thing, topic, what, isOffice);
    });
  }

  private move(
    ctx: Ctx,
    id: number,
    move: SupervisionMove,
    make: (ctx: CtxInTx, thing: SupervisionThing, isOffice: boolean) => Promise<void>,
  ): Promise<SupervisionDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const thing = await this.things.find(ctx, id);
      if (!thing || !maySee(ctx, thing)) throw new AppError('SUPERVISION_NOT_FOUND');
      const unit = await this.units.byId(ctx, thing.regionId, thing.unitId);
      const refusal = refusalOf(ctx, { ...thing, unitIsOffice: unit.isOffice }, move);
      if (refusal) throw refusal;
      await make(ctx, thing, unit.isOffice);
      return this.show.run(ctx, id);
    });
  }
}
