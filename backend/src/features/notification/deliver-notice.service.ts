import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  NotificationTarget,
  notificationTopics,
  roles,
  type Notification,
  type NotificationTopic,
} from '@sunledger/shared-types';
import * as z from 'zod/mini';
import type { Ctx } from '../../core/ctx';
import { UnitOfWork, type CtxInTx } from '../../core/db/unit-of-work';
import { Outbox, PermanentFailure } from '../../core/outbox/outbox';
import { AccountService } from '../account/account.service';
import { StaffInCharge } from '../account/staff-in-charge.service';
import { DeputyService } from '../deputy/deputy.service';
import { DeliverOutside } from './deliver-outside.service';
import { NotificationRepository, type NewNote } from './notification.repository';

/**
 * What a feature orders by `outbox.add(ctx, { topic: 'notify', payload, dedupeKey })`: named accounts, or the
 * staff of a region or of one unit, who are looked up when it is delivered. Never the text of a message.
 */
const Order = z.object({
  topic: z.enum(notificationTopics),
  target: NotificationTarget,
  /** One sentence; without it the usual one of the topic. */
  text: z.optional(z.string().check(z.maxLength(200))),
  accountIds: z.optional(z.array(z.number())),
  regionId: z.optional(z.number()),
  unitId: z.optional(z.nullable(z.number())),
  roles: z.optional(z.array(z.enum(roles))),
  /** The accounts are staff of this unit: who stands in for them is told too (never of one's own message). */
  deputiesIn: z.optional(z.number()),
  /** Who made the move need not be told of it. */
  except: z.optional(z.nullable(z.number())),
  /** When it was ordered, set by the outbox: a note tells when the thing happened, not when it was delivered. */
  at: z.string(),
});
export type NotifyOrder = Omit<z.infer<typeof Order>, 'at'>;

/** Notes that are ready for named accounts, ordered many at a time under the topic `notes`. */
const Notes = z.object({
  regionId: z.number(),
  notes: z.array(
    z.object({
      accountId: z.number(),
      topic: z.enum(notificationTopics),
      text: z.string().check(z.maxLength(200)),
      target: NotificationTarget,
      key: z.string(),
    }),
  ),
  at: z.string(),
});

const sentences: Record<NotificationTopic, string> = {
  messageAssigned: '收到一条留言，请按期答复',
  replyToReview: '有一条答复等待审核',
  replySentBack: '您起草的答复被退回，请修改后重新送审',
  messageAnswered: '您的留言已答复',
  messageTransferred: '您的留言已交由其他单位办理，答复期限不变',
  messageReminder: '一条留言临近答复期限，请尽快答复',
  messageOverdue: '一条留言已超过答复期限',
  messageDelayed: '很抱歉，您的留言没有按期答复，我们会督促尽快答复您',
  messageEscalated: '一条留言逾期一个工作日仍未答复，请督办',
  questionAsked: '您的留言需要补充，补充之前不计入答复期限',
  questionAnswered: '留言人已补充说明，请继续办理',
  decisionAsked: '有一件事等待政务公开办决定',
  progressToReview: '有一条进展等待审核',
  progressSentBack: '您报送的进展被退回，请修改后重新报送',
  progressApproved: '您报送的进展已审核通过并公开',
  planToReview: '有一份工作要点等待审核',
  followedProgress: '您关注的任务有新进展',
  followedClosed: '您关注的任务已经完成并通过核验',
  followedOverdue: '您关注的任务过了完成时限，还没有完成',
  changeToReview: '有一份任务修改等待审核',
  changeDecided: '您提出的任务修改已有结果',
  closeOutAsked: '有一项任务申请销号，请核验',
  closeOutReturned: '销号申请被退回，请按理由补齐后重新报送',
  dueMoved: '工作日历有变化，答复期限随之更新',
  dueToConfirm: '有答复期限按新日历应提前，请确认',
  deputyNamed: '同事请您在一段日子里代办',
  calendarMissing: '放假安排还没有导入，相关期限都是暂定',
  supervisionIssued: '收到一份督办单，请按期反馈',
  supervisionAnswered: '督办单已有反馈，请核定',
  supervisionReturned: '督办单的反馈被退回，请重新办理',
  supervisionClosed: '督办单已核定办结',
  supervisionOverdue: '一份督办单到期没有反馈',
  urged: '领导催办，请尽快办理',
  tasksDue: '有任务快到期或久未更新，请报送进展',
};

/** Stores the notes of one order, once for each account however often the order is run. */
@Injectable()
export class DeliverNoticeService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly accounts: AccountService,
    private readonly staff: StaffInCharge,
    private readonly deputies: DeputyService,
    private readonly notes: NotificationRepository,
    private readonly outside: DeliverOutside,
  ) {}

  onModuleInit(): void {
    this.outbox.handle('notify', (ctx, payload, orderId) => this.run(ctx, payload, orderId));
    this.outbox.handle('notes', (ctx, payload) => this.store(ctx, payload));
  }

  async store(ctx: Ctx, payload: Record<string, unknown>): Promise<void> {
    const parsed = Notes.safeParse(payload);
    if (!parsed.success) throw new PermanentFailure('NOTIFY_ORDER_INVALID');
    const { notes, regionId, at } = parsed.data;
    await this.uow.run(ctx, (ctx) =>
      this.put(
        ctx,
        regionId,
        notes.map(({ key, target, ...note }) => ({ ...note, ...noteOf(key, target, at) })),
      ),
    );
  }

  async run(ctx: Ctx, payload: Record<string, unknown>, orderId: number): Promise<void> {
    const parsed = Order.safeParse(payload);
    if (!parsed.success) throw new PermanentFailure('NOTIFY_ORDER_INVALID');
    const order = parsed.data;
    const { topic, text = sentences[topic] } = order;
    const note = { topic, text, ...noteOf(`order:${orderId}`, order.target, order.at) };
    await this.uow.run(ctx, async (ctx) => {
      const accountIds = await this.recipients(ctx, order);
      await this.put(
        ctx,
        order.regionId ?? null,
        accountIds.map((accountId) => ({ accountId, ...note })),
      );
    });
  }

  /** Into the app, and from there on the ways out. */
  private async put(ctx: CtxInTx, regionId: number | null, notes: readonly NewNote[]): Promise<void> {
    await this.notes.insertOnce(ctx, notes);
    await this.outside.order(ctx, regionId, notes);
  }

  /** When a level has nobody, the next one is told instead (reply-rule, Enforced means). */
  private async recipients(ctx: Ctx, order: NotifyOrder): Promise<readonly number[]> {
    if (order.accountIds) {
      return order.deputiesIn === undefined
        ? order.accountIds
        : this.deputies.withDeputies(ctx, order.accountIds, order.deputiesIn);
    }
    if (order.regionId === undefined || !order.roles) throw new PermanentFailure('NOTIFY_ORDER_INVALID');
    const { regionId, unitId, roles } = order;
    const found = new Set<number>();
    for (const role of roles) {
      const people =
        role === 'admin'
          ? await this.accounts.holders(ctx, { regionId, roles: [role] })
          : await this.staff.of(ctx, role, { regionId, unitId });
      for (const accountId of people) found.add(accountId);
    }
    const told = unitId ? await this.deputies.withDeputies(ctx, [...found], unitId) : [...found];
    return told.filter((accountId) => accountId !== order.except);
  }
}

const noteOf = (dedupeKey: string, target: Notification['target'], at: string) => ({
  targetKind: target.kind,
  targetId: target.id,
  dedupeKey,
  createdAt: new Date(at),
});
