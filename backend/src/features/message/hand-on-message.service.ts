import { Injectable } from '@nestjs/common';
import { formatMonthDayWeekday, type MessageDetail } from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { UnitService } from '../unit/unit.service';
import { minutesBetween } from './holding';
import { MessageDesk, type Opened } from './message-desk.service';
import { MessageNotices } from './message-notices.service';
import { salted } from './message-texts';
import { MessageWorkflow } from './message.workflow';
import { ShowMessageService } from './show-message.service';

type HandOn = 'assign' | 'transfer' | 'return';

const EVENTS = { assign: 'assigned', transfer: 'transferred', return: 'returned' } as const;

/** 交办, 转办, 退回: another unit handles it; the clock goes on and the earlier unit no longer sees it. */
@Injectable()
export class HandOnMessageService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: MessageDesk,
    private readonly units: UnitService,
    private readonly notices: MessageNotices,
    private readonly workflow: MessageWorkflow,
    private readonly show: ShowMessageService,
  ) {}

  assign(ctx: Ctx, id: number, unitId: number, note: string | undefined): Promise<MessageDetail> {
    return this.run(ctx, id, 'assign', unitId, note);
  }

  /** 交办 of one among many: only inside the region that was named. */
  assignIn(
    ctx: Ctx,
    regionId: number,
    id: number,
    unitId: number,
    note: string | undefined,
  ): Promise<MessageDetail> {
    return this.run(ctx, id, 'assign', unitId, note, regionId);
  }

  transfer(ctx: Ctx, id: number, unitId: number, note: string): Promise<MessageDetail> {
    return this.run(ctx, id, 'transfer', unitId, note);
  }

  /** Back to the office for dispatching anew. */
  return(ctx: Ctx, id: number, note: string): Promise<MessageDetail> {
    return this.run(ctx, id, 'return', null, note);
  }

  private run(
    ctx: Ctx,
    id: number,
    move: HandOn,
    toUnitId: number | null,
    note: string | undefined,
    onlyIn: number | null = null,
  ): Promise<MessageDetail> {
    return this.uow.run(ctx, async (ctx) => {
      const opened = await this.desk.open(ctx, id, move);
      if (onlyIn !== null && opened.message.regionId !== onlyIn) throw new AppError('MESSAGE_NOT_FOUND');
      const to = await this.target(ctx, opened, toUnitId);
      await this.handOn(ctx, opened, move, to, note);
      return this.show.afterMove(ctx, id, opened.standings);
    });
  }

  private async target(
    ctx: Ctx,
    { message }: Opened,
    unitId: number | null,
  ): Promise<{ id: number; isOffice: boolean }> {
    const office = await this.units.officeOf(ctx, message.regionId);
    const unit = unitId === null ? office : await this.units.byId(ctx, message.regionId, unitId);
    if (unit.kind === 'collective') throw new AppError('UNIT_NOT_FOUND');
    if (unit.id === message.unitId) throw new AppError('TRANSFER_SAME_UNIT');
    return { id: unit.id, isOffice: unit.id === office.id };
  }

  private async handOn(
    ctx: CtxInTx,
    { message, actor }: Opened,
    move: HandOn,
    to: { id: number; isOffice: boolean },
    note: string | undefined,
  ): Promise<void> {
    const at = ctx.clock.now();
    const reason = note === undefined ? null : salted(note);
    const facts = { fromUnitId: message.unitId, heldMinutes: minutesBetween(message.heldSince, at) };
    const event = { code: EVENTS[move], at, by: 'staff', facts } as const;
    const changes = { unitId: to.id, heldSince: at, claimedBy: null, claimedAt: null };
    if (reason) await this.workflow.note(ctx, message, move, reason, event, changes);
    else await this.workflow.move(ctx, message, move, { event, changes });
    await this.notices.toUnit(ctx, message, {
      topic: 'messageAssigned',
      text: `${move === 'return' ? '退回' : '转来'}留言 ${message.number}，${formatMonthDayWeekday(message.dueOn)}到期`,
      roles: to.isOffice ? ['office', 'handler'] : ['handler'],
      except: actor.accountId,
    });
    if (move !== 'transfer') return;
    await this.notices.toAccount(ctx, message, {
      topic: 'messageTransferred',
      text: `您的留言 ${message.number} 已交由其他单位办理，答复期限不变`,
      accountId: message.authorId,
    });
  }
}
