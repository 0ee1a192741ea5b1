import type { INestApplicationContext } from '@nestjs/common';
import { addDays, chinaInstant, type MessageDetail } from '@sunledger/shared-types';
import type { Actor, Ctx } from '../../core/ctx';
import { DeadlineService } from '../../features/deadline/deadline.service';
import { HandOnMessageService } from '../../features/message/hand-on-message.service';
import { SubmitMessageService } from '../../features/message/submit-message.service';
import { WithdrawMessageService } from '../../features/message/withdraw-message.service';
import { RateReplyService } from '../../features/rating/rate-reply.service';
import { DraftReplyService } from '../../features/reply/draft-reply.service';
import { PublishReplyService } from '../../features/reply/publish-reply.service';
import { ReplyTemplatesService } from '../../features/reply/reply-templates.service';
import { SendBackReplyService } from '../../features/reply/send-back-reply.service';
import { demoMessages, demoTemplates, type DemoMessage } from './demo-messages.data';
import { actingThen, type DemoRegion } from './demo-region';
import { idOf } from './seed-people';

const authors = { citizen: '王秀兰', citizen2: '李建国' } as const;

/** Who drafts and who approves in the units that answer in the demo. */
const desks: Record<DemoMessage['unit'], { drafter: string; approver: string }> = {
  县人力资源和社会保障局: { drafter: '陈晓梅', approver: '周建民' },
  县住房和城乡建设局: { drafter: '赵磊', approver: '孙志强' },
  县政务公开办公室: { drafter: '林芳', approver: '何敏' },
};

const MINUTE = 60_000;

/** The messages of the demo, each brought to its state by the people who would do it. */
export async function seedMessages(app: INestApplicationContext, ctx: Ctx, demo: DemoRegion): Promise<void> {
  const templates = app.get(ReplyTemplatesService, { strict: false });
  for (const { unit, ...template } of demoTemplates) {
    const unitId = unit === null ? null : idOf(demo.units, unit);
    await templates.create(ctx, { ...template, unitId, regionId: demo.region.id });
  }
  const calendar = await app.get(DeadlineService, { strict: false }).calendar(ctx, demo.region.id);
  const receivedOn = (workingDaysAgo: number): string => {
    let date = ctx.clock.today();
    for (let left = workingDaysAgo; left > 0;) {
      date = addDays(date, -1);
      if (calendar.isWorkingDay(date)) left -= 1;
    }
    return date;
  };
  // In the order of receipt, so that the receipt numbers of a day rise with the time of day.
  const timed = demoMessages.map((message) => ({
    message,
    at: chinaInstant(receivedOn(message.daysAgo), message.at),
  }));
  timed.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { message, at } of timed) await new DemoMessageLife(app, ctx, demo, message).run(at);
}

/** One message from its receipt to where the demo leaves it. */
class DemoMessageLife {
  private readonly desk: { drafter: Actor; approver: Actor };

  constructor(
    private readonly app: INestApplicationContext,
    private readonly ctx: Ctx,
    private readonly demo: DemoRegion,
    private readonly message: DemoMessage,
  ) {
    const { drafter, approver } = desks[message.unit];
    this.desk = { drafter: idOf(demo.people, drafter), approver: idOf(demo.people, approver) };
  }

  async run(at: Date): Promise<void> {
    const { message } = this;
    const receivedAt = this.notInFuture(at, 90);
    const author = idOf(this.demo.people, authors[message.by]);
    const received = await this.get(SubmitMessageService).run(actingThen(this.ctx, author, receivedAt), {
      region: this.demo.region.code,
      kind: message.kind,
      text: message.text,
      public: message.public ?? false,
      ...(message.contactName === undefined ? {} : { contactName: message.contactName }),
    });
    if (message.outcome === 'withdrawn') {
      const then = this.notInFuture(new Date(receivedAt.getTime() + 55 * MINUTE), 10);
      await this.get(WithdrawMessageService).run(actingThen(this.ctx, author, then), received.id);
      return;
    }
    if (message.outcome === 'office') return;
    await this.dispatch(received, receivedAt);
    if (message.reply === undefined) return;
    await this.answer(received, receivedAt, author, message.reply);
  }

  private async dispatch(received: MessageDetail, receivedAt: Date): Promise<void> {
    const unitId = idOf(this.demo.units, this.message.unit);
    if (received.unit.id === unitId) return;
    const at = this.notInFuture(new Date(receivedAt.getTime() + 12 * MINUTE), 60);
    const office = actingThen(this.ctx, idOf(this.demo.people, '林芳'), at);
    await this.get(HandOnMessageService).assign(office, received.id, unitId, undefined);
  }

  private async answer(
    received: MessageDetail,
    receivedAt: Date,
    author: Actor,
    text: string,
  ): Promise<void> {
    const { id } = received;
    const { drafter, approver } = this.desk;
    const answeredAt = this.answerInstant(received, receivedAt);
    const draftedAt = new Date(answeredAt.getTime() - 25 * MINUTE);
    await this.get(DraftReplyService).run(actingThen(this.ctx, drafter, draftedAt), { id, text });
    const reviewing = actingThen(this.ctx, approver, answeredAt);
    switch (this.message.outcome) {
      case 'sentBack':
        await this.get(SendBackReplyService).run(reviewing, {
          id,
          note: '请写明三个乡镇的岗位名称、人数和报名电话。',
        });
        return;
      case 'onTime':
      case 'late': {
        await this.get(PublishReplyService).run(reviewing, { id, confirmed: true, makePublic: true });
        if (this.message.rating === undefined) return;
        const ratedAt = this.notInFuture(new Date(answeredAt.getTime() + 95 * MINUTE), 1);
        await this.get(RateReplyService).run(actingThen(this.ctx, author, ratedAt), {
          id,
          level: this.message.rating,
        });
        return;
      }
      default:
        return;
    }
  }

  /** On time is before the day ends, late is two days after it, whatever the calendar made of the date. */
  private answerInstant(received: MessageDetail, receivedAt: Date): Date {
    if (this.message.outcome === 'late') return chinaInstant(addDays(received.dueOn, 2), '10:30');
    const planned = receivedAt.getTime() + (this.message.hours ?? 1) * 60 * MINUTE;
    const close = chinaInstant(received.dueOn, '17:20').getTime();
    return this.notInFuture(
      new Date(Math.min(planned, Math.max(close, receivedAt.getTime() + 40 * MINUTE))),
      5,
    );
  }

  /** Nothing of the demo happens after its clock: what would is moved to some minutes before it. */
  private notInFuture(at: Date, minutesBefore: number): Date {
    const latest = this.ctx.clock.now().getTime() - minutesBefore * MINUTE;
    return at.getTime() <= latest ? at : new Date(latest);
  }

  private get<T>(service: new (...parts: never[]) => T): T {
    return this.app.get<T>(service, { strict: false });
  }
}
