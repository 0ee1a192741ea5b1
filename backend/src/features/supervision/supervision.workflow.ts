import { Injectable } from '@nestjs/common';
import {
  addDays,
  chinaInstant,
  supervisionWorkflow,
  workingHoursOn,
  type SupervisionEventCode,
  type SupervisionMove,
} from '@sunledger/shared-types';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { addWorkingDays } from '../deadline';
import { DeadlineService } from '../deadline/deadline.service';
import { counted } from '../deadline/deadline-refusal';
import type { SupervisionThing } from './supervision';
import { wrongState } from './supervision.policy';
import { SupervisionRepository } from './supervision.repository';

const eventOf: Record<SupervisionMove, SupervisionEventCode> = {
  answer: 'answered',
  close: 'closed',
  return: 'returned',
  cancel: 'cancelled',
};

/** The only setter of a status; every move, and what time does, leaves its line in the log. */
@Injectable()
export class SupervisionWorkflow {
  constructor(
    private readonly things: SupervisionRepository,
    private readonly deadlines: DeadlineService,
  ) {}

  async move(
    ctx: CtxInTx,
    thing: SupervisionThing,
    move: SupervisionMove,
    change: { text: string | null; changes: Partial<SupervisionThing> },
  ): Promise<void> {
    const { from, to } = supervisionWorkflow[move];
    await this.passTime(ctx, thing);
    if (!from.includes(thing.status)) throw wrongState(thing.status, move);
    Object.assign(thing, change.changes, { status: to });
    const open = to === 'issued' || to === 'answered';
    if (!open) thing.openKey = null;
    thing.sweepAt = to === 'issued' ? thing.dueAt : null;
    await this.things.update(ctx, thing);
    await this.things.append(ctx, thing.id, {
      code: eventOf[move],
      at: ctx.clock.now(),
      accountId: ctx.actor?.accountId ?? null,
      text: change.text,
    });
  }

  /**
   * Writes down what time alone has done, dated by the day whenever it is noticed: the day that passed
   * without an answer, and one working day later that officials are told. Gives what is new.
   */
  async passTime(ctx: CtxInTx, thing: SupervisionThing): Promise<SupervisionEventCode[]> {
    if (thing.status !== 'issued') return [];
    const now = ctx.clock.now();
    const passed: [SupervisionEventCode, Date][] = [];
    const escalates = await this.escalatesAt(ctx, thing);
    if (thing.sweepAt !== null && thing.sweepAt.getTime() === thing.dueAt.getTime() && thing.dueAt <= now) {
      passed.push(['overdue', thing.dueAt]);
      thing.overdueOn ??= thing.dueOn;
      thing.sweepAt = escalates;
    }
    if (thing.sweepAt !== null && thing.sweepAt > thing.dueAt && thing.sweepAt <= now) {
      passed.push(['escalated', thing.sweepAt]);
      thing.escalatedAt ??= thing.sweepAt;
      thing.sweepAt = null;
    }
    if (passed.length === 0) return [];
    await this.things.update(ctx, thing);
    for (const [code, at] of passed) {
      await this.things.append(ctx, thing.id, { code, at, accountId: null, text: null });
    }
    return passed.map(([code]) => code);
  }

  /** The day N working days from today by the region's calendar, and the first instant that is late. */
  async dueAfter(ctx: Ctx, regionId: number, days: number): Promise<{ dueOn: string; dueAt: Date }> {
    const calendar = await this.deadlines.calendar(ctx, regionId);
    const dueOn = counted(() => addWorkingDays(calendar, ctx.clock.today(), days));
    return { dueOn, dueAt: chinaInstant(addDays(dueOn, 1), '00:00') };
  }

  /** When the office opens on the second working day after the due date: a whole one has gone by. */
  private async escalatesAt(ctx: Ctx, { regionId, dueOn }: SupervisionThing): Promise<Date> {
    const calendar = await this.deadlines.calendar(ctx, regionId);
    const day = counted(() => addWorkingDays(calendar, dueOn, 2));
    const { rule } = await this.deadlines.ruleOn(ctx, regionId, day);
    return chinaInstant(day, workingHoursOn(rule, day).open);
  }
}
