import { defaultReplyRule, promisedWorkingDays, type MessageKind } from '@sunledger/shared-types';
import type { Config } from '../../../backend/src/config/config';
import { SettableClock } from '../../../backend/src/core/clock';
import type { Actor, Ctx } from '../../../backend/src/core/ctx';
import type { CtxInTx } from '../../../backend/src/core/db/unit-of-work';
import { explainDueDate, nationalCalendar } from '../../../backend/src/features/deadline';
import { saltedDigest, type ChainRow } from '../../../backend/src/features/message/event-chain';
import type { Stay } from '../../../backend/src/features/message/holding';
import { maskPersonalData } from '../../../backend/src/core/masking/mask-personal-data';
import { salted } from '../../../backend/src/features/message/message-texts';
import type { Message } from '../../../backend/src/features/message/message';
import type { MessageRepository } from '../../../backend/src/features/message/message.repository';
import { MessageWorkflow } from '../../../backend/src/features/message/message.workflow';
import { newMessage, receivedFacts } from '../../../backend/src/features/message/new-message';
import { receiptNumber } from '../../../backend/src/features/message/receipt-number';
import type { ReplyEntity } from '../../../backend/src/features/reply/reply.entity';
import type { BulkRegion } from './bulk-regions';
import { answerText, contactName, questionText } from './bulk-texts';

const KINDS: readonly MessageKind[] = ['inquiry', 'inquiry', 'inquiry', 'suggestion', 'complaint', 'help'];

/** The kind of a bulk message by its place. */
export const kindOf = (at: number): MessageKind => KINDS[at % KINDS.length] ?? 'inquiry';

/** Where and when a message comes in. */
export interface Arrival {
  /** Its place among all bulk messages; decides texts and fate. */
  readonly at: number;
  readonly home: BulkRegion;
  readonly day: string;
  readonly time: string;
  /** 1 for the first of the region and day. */
  readonly sequence: number;
  readonly authorId: number;
}

export type NewReply = Omit<ReplyEntity, 'message'>;

/**
 * Lets one message live in memory: the product's own functions give its promise, its chain and its
 * moves; the rows that they would have written are gathered for the bulk writer.
 */
export class MessageLife {
  private readonly clock = new SettableClock('2000-01-01T00:00:00Z');
  private readonly firsts = new Map<string, Message>();
  private readonly masked = new Map<string, string>();
  private readonly workflow: MessageWorkflow;
  private rows: ChainRow[] = [];
  private stays: Stay[] = [];

  constructor(config: Pick<Config, 'chainKey'>) {
    const gathered: Pick<MessageRepository, 'update' | 'insertEvents' | 'insertStay'> = {
      update: () => Promise.resolve(true),
      insertEvents: (_ctx, rows) => {
        this.rows.push(...rows);
        return Promise.resolve();
      },
      insertStay: (_ctx, stay) => {
        this.stays.push(stay);
        return Promise.resolve();
      },
    };
    this.workflow = new MessageWorkflow(gathered as MessageRepository, config);
  }

  /** The chain rows since the last call. */
  takeRows(): ChainRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  /** The stays that ended since the last call. */
  takeStays(): Stay[] {
    const stays = this.stays;
    this.stays = [];
    return stays;
  }

  receive(id: number, arrival: Arrival): Message {
    const { at, home, day, time } = arrival;
    const receivedAt = new Date(`${day}T${time}:00+08:00`);
    const kind = kindOf(at);
    const unit = (at % 7 === 0 ? undefined : home.units[at % home.units.length]) ?? home.office;
    const text = salted(questionText(at));
    const entity: Message = {
      ...this.firstOf(kind, receivedAt),
      id,
      regionId: home.region.id,
      number: receiptNumber(home.region.code, day, arrival.sequence),
      text: text.text,
      textSalt: text.salt,
      taskId: at % 4 === 0 ? (home.taskIds[at % home.taskIds.length] ?? null) : null,
      unitId: unit.id,
      authorId: arrival.authorId,
      contactName: contactName(at),
      publicWanted: at % 10 !== 2,
    };
    const facts = receivedFacts(entity);
    this.rows.push(
      ...this.workflow.begin(this.ctx(receivedAt, home.drafter), entity, [
        { code: 'received', at: receivedAt, by: 'author', facts, digest: text.digest },
      ]),
    );
    return entity;
  }

  /** Drafted and published by two people: nine of ten in time, the others a day late and marked so. */
  async answer(message: Message, replyId: number, { at, home }: Arrival): Promise<NewReply> {
    const given = message.dueAt.getTime() - message.receivedAt.getTime();
    const draftedAt = new Date(message.receivedAt.getTime() + given * 0.3);
    const decidedAt = new Date(
      message.receivedAt.getTime() + (at % 100 < 10 ? given + 86_400_000 : given * 0.7),
    );
    const { text, salt, digest } = salted(answerText(at));
    await this.workflow.move(this.ctx(draftedAt, home.drafter), message, 'reply', {
      event: { code: 'drafted', at: draftedAt, by: 'staff', facts: { replyId }, digest },
      changes: { replyId },
    });
    const shown = message.publicWanted;
    const result = decidedAt < message.dueAt ? 'onTime' : 'late';
    await this.workflow.move(this.ctx(decidedAt, home.reviewer), message, 'approve', {
      event: {
        code: 'replyPublished',
        at: decidedAt,
        by: 'staff',
        facts: { replyId, result, public: shown },
        digest: saltedDigest(salt, text),
      },
      changes: {
        result,
        answeredAt: decidedAt,
        answerMinutes: Math.round((decidedAt.getTime() - message.receivedAt.getTime()) / 60_000),
        publicShown: shown,
        publicText: shown ? this.mask(message.text ?? '', message.contactName, false) : null,
      },
    });
    return {
      id: replyId,
      regionId: message.regionId,
      messageId: message.id,
      unitId: message.unitId,
      text,
      textSalt: salt,
      publicText: shown ? this.mask(text, message.contactName, true) : null,
      holdingReason: null,
      declineReason: null,
      status: 'published',
      drafterId: home.drafter.accountId,
      draftedAt,
      reviewerId: home.reviewer.accountId,
      decidedAt,
      note: null,
    };
  }

  /** The workflow reads of a context only the clock and who acts; it reaches no database here. */
  private ctx(now: Date, actor: Actor): CtxInTx {
    this.clock.set(now);
    const ctx: Ctx = { requestId: 'bulk', clock: this.clock, actor, tx: null };
    return ctx as CtxInTx;
  }

  /**
   * What all messages of one kind and instant have in common: regions of the bulk have no rule and no days
   * of their own, so the promise is the same. Made once, because counting days costs more than copying.
   */
  private firstOf(kind: MessageKind, receivedAt: Date): Message {
    const key = `${kind} ${receivedAt.getTime()}`;
    const known = this.firsts.get(key);
    if (known) return known;
    const simple = kind === 'inquiry';
    const workingDays = promisedWorkingDays(defaultReplyRule, kind, simple);
    const { entity } = newMessage({
      parentId: null,
      origin: null,
      regionId: 0,
      number: '',
      queryNonce: null,
      queryHash: null,
      kind,
      simple,
      text: salted(''),
      taskId: null,
      unitId: 0,
      authorId: 0,
      contactName: null,
      contactPhone: null,
      publicWanted: false,
      receivedAt,
      ruleId: null,
      explanation: explainDueDate({
        receivedAt,
        workingDays,
        rule: defaultReplyRule,
        calendar: nationalCalendar,
      }),
    });
    this.firsts.set(key, entity);
    return entity;
  }

  private mask(text: string, name: string | null, official: boolean): string {
    const key = `${name ?? ''}\n${text}`;
    const known = this.masked.get(key);
    if (known !== undefined) return known;
    const masked = maskPersonalData(text, { official, names: name === null ? [] : [name] });
    this.masked.set(key, masked);
    return masked;
  }
}
