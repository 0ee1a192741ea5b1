import { Inject, Injectable } from '@nestjs/common';
import { chinaDateOf, formatMonthDayWeekday, messageOriginWords, REWORK_DAYS } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { DeadlineService, type Promised } from '../deadline/deadline.service';
import { ScreeningService } from '../screening/screening.service';
import { DailyCounterRepository, numberScope } from './daily-counter.repository';
import { MessageNotices } from './message-notices.service';
import { salted } from './message-texts';
import { newMessage, type Received } from './new-message';
import { MessageRepository } from './message.repository';
import { MessageWorkflow, type NewEvent } from './message.workflow';
import { newQueryKey } from './query-code';
import { receiptNumber } from './receipt-number';

export type Arrival = Omit<
  Received,
  | 'regionId'
  | 'number'
  | 'queryNonce'
  | 'queryHash'
  | 'simple'
  | 'text'
  | 'receivedAt'
  | 'ruleId'
  | 'explanation'
> & {
  readonly region: { readonly id: number; readonly code: string };
  readonly officeId: number;
  readonly text: string;
};

/** A message begins: promise, number, chain and notes, all in the unit of work of the caller. */
@Injectable()
export class ReceiveMessage {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly notices: MessageNotices,
    private readonly counters: DailyCounterRepository,
    private readonly messages: MessageRepository,
    private readonly workflow: MessageWorkflow,
    @Inject(CONFIG) private readonly config: Pick<Config, 'fieldKey'>,
    private readonly screening: ScreeningService,
  ) {}

  async run(ctx: CtxInTx, arrival: Arrival): Promise<{ id: number; number: string }> {
    const { region, officeId, text: words, ...rest } = arrival;
    const receivedAt = ctx.clock.now();
    // reply-rule, Which clock: every 咨询 starts as simple, the reading in the citizen's favour.
    const simple = arrival.origin !== 'rework' && arrival.kind === 'inquiry';
    const { ruleId, explanation } = await this.promise(ctx, arrival, simple, receivedAt);
    // The number's counter row stays locked until the commit, so it comes last.
    const day = chinaDateOf(receivedAt);
    const sequence = await this.counters.next(ctx, numberScope(region.id), day);
    const number = receiptNumber(region.code, day, sequence);
    const text = salted(words);
    const message = newMessage({
      ...rest,
      regionId: region.id,
      number,
      ...newQueryKey(this.config.fieldKey, number),
      simple,
      text,
      receivedAt,
      ruleId,
      explanation,
    });
    const events: NewEvent[] = [
      { code: 'received', at: receivedAt, by: 'author', facts: message.facts, digest: text.digest },
      ...(arrival.unitId === officeId ? [] : [{ code: 'assigned', at: receivedAt, by: 'system' } as const]),
    ];
    const rows = this.workflow.begin(ctx, message.entity, events);
    const id = await this.messages.insert(ctx, message.entity);
    await this.messages.insertEvents(
      ctx,
      rows.map((row) => ({ ...row, messageId: id })),
    );
    await this.screening.order(ctx, { kind: 'message', id, regionId: region.id });
    const { dueOn } = message.entity;
    await this.notices.toUnit(
      ctx,
      { ...message.entity, id },
      {
        topic: 'messageAssigned',
        text: `收到${messageOriginWords[arrival.origin ?? 'message']} ${number}，最迟 ${formatMonthDayWeekday(dueOn)}答复`,
        roles: [
          ...(arrival.unitId === officeId ? (['office'] as const) : []),
          'handler',
          ...(arrival.origin === 'rework' ? (['reviewer'] as const) : []),
        ],
      },
    );
    return { id, number };
  }

  /** A rework has days of its own (reply-rule, Which clock), whatever the kind. */
  private async promise(
    ctx: CtxInTx,
    { region, kind, origin }: Arrival,
    simple: boolean,
    receivedAt: Date,
  ): Promise<Promised> {
    const promised = await this.deadlines.explain(ctx, region.id, { kind, simple, receivedAt });
    if (origin !== 'rework') return promised;
    const { ruleId, explanation } = promised;
    const { dueOn, provisional, calendarVersion } = explanation;
    const stored = { ruleId, receivedAt, workingDays: REWORK_DAYS, dueOn, provisional, calendarVersion };
    const calendar = await this.deadlines.calendar(ctx, region.id);
    return { ruleId, ...(await this.deadlines.revise(ctx, region.id, stored, calendar)) };
  }
}
