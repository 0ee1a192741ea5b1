import { Inject, Injectable } from '@nestjs/common';
import { messageWorkflow, type MessageEventCode, type MessageMove } from '@sunledger/shared-types';
import { CONFIG, type Config } from '../../config/config';
import type { Ctx } from '../../core/ctx';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { archivesAt, resumesAt, stateNow } from './message-clock';
import { chainHash, chainHead, type ChainRow, type EventBy, type EventFacts } from './event-chain';
import { endedStay } from './holding';
import type { Message } from './message';
import type { SaltedText } from './message-texts';
import { wrongState } from './message.policy';
import { MessageRepository, type StoredEvent } from './message.repository';

export interface NewEvent {
  readonly code: MessageEventCode;
  readonly at: Date;
  readonly by: EventBy;
  readonly facts?: EventFacts;
  readonly digest?: string | null;
}

/** The columns that a move may change; status, clock mark and chain are the workflow's own. */
export type MessageChanges = Partial<
  Pick<
    Message,
    | 'unitId'
    | 'heldSince'
    | 'replyId'
    | 'answeredAt'
    | 'answerMinutes'
    | 'result'
    | 'publicShown'
    | 'publicText'
    | 'kind'
    | 'simple'
    | 'workingDays'
    | 'dueOn'
    | 'dueAt'
    | 'provisional'
    | 'calendarVersion'
    | 'reclassified'
    | 'reclassifiedFrom'
    | 'objection'
    | 'revisionId'
    | 'hidden'
    | 'hiddenBy'
    | 'pauses'
    | 'pausedUntil'
    | 'extraDays'
    | 'extendDays'
    | 'extendBy'
    | 'mergedInto'
    | 'claimedBy'
    | 'claimedAt'
  >
>;

/** The clock of an open message; nothing but a new version of the calendar sets it after receipt. */
export type ClockChanges = Partial<
  Pick<
    Message,
    | 'dueOn'
    | 'dueAt'
    | 'provisional'
    | 'calendarVersion'
    | 'overdueMarkedAt'
    | 'overdueOn'
    | 'overdueUnitId'
    | 'pauses'
    | 'pausedUntil'
  >
>;

/**
 * The only setter of a message's status. A move checks the table, marks a day that passed meanwhile,
 * appends to the chain and stores everything under the version that was read; whoever read the same
 * version and comes second is refused and changes nothing.
 */
@Injectable()
export class MessageWorkflow {
  constructor(
    private readonly repository: MessageRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'chainKey'>,
  ) {}

  /** Makes a move; gives the sequence number of its event. Who may is the policy's question. */
  async move(
    ctx: CtxInTx,
    message: Message,
    move: MessageMove,
    change: { event: NewEvent; changes?: MessageChanges },
  ): Promise<number> {
    const { from, to } = messageWorkflow[move];
    const version = message.version;
    const { unitId, heldSince, result } = message;
    const rows = this.passedTime(message, ctx.clock.now());
    if (!from.includes(message.status)) throw wrongState(move, message.status);
    Object.assign(message, change.changes ?? {});
    if (to !== null) message.status = to;
    message.sweepAt = looksAfterMove(message, ctx.clock.now());
    message.archiveAt = nextArchive(message, ctx.clock.now());
    message.awaitsDecision = awaitsDecision(message) ? true : null;
    rows.push(this.append(ctx, message, change.event));
    await this.store(ctx, message, version, rows);
    const stay = endedStay({ unitId, heldSince, result }, message, change.event.at);
    if (stay) await this.repository.insertStay(ctx, stay);
    return message.chainLength;
  }

  /** A move with a reason: its digest goes into the chain, the text and its salt beside it. */
  async note(
    ctx: CtxInTx,
    message: Message,
    move: MessageMove,
    reason: SaltedText,
    event: NewEvent,
    changes: MessageChanges = {},
  ): Promise<void> {
    const seq = await this.move(ctx, message, move, { event: { ...event, digest: reason.digest }, changes });
    await this.repository.insertNote(ctx, message.id, seq, reason.text, reason.salt);
  }

  /** Appends what happened to a message without moving it. */
  async record(
    ctx: CtxInTx,
    message: Message,
    event: NewEvent,
    changes: Partial<Pick<Message, 'publicWanted' | 'publicShown'>> = {},
  ): Promise<void> {
    const version = message.version;
    const rows = this.passedTime(message, ctx.clock.now());
    Object.assign(message, changes);
    rows.push(this.append(ctx, message, event));
    await this.store(ctx, message, version, rows);
  }

  /** Nothing more can be asked, rated or objected; false when its time has not come (any more). */
  async archive(ctx: CtxInTx, message: Message): Promise<boolean> {
    const { version, archiveAt } = message;
    const at = ctx.clock.now();
    if (archiveAt === null || at < archiveAt || message.answeredAt === null) return false;
    message.archiveAt = nextArchive(message, archiveAt);
    const due = message.archiveAt === null || at >= message.archiveAt;
    if (due) message.archivedAt = at;
    if (due) message.archiveAt = null;
    const event = { code: 'archived', at, by: 'system' } as const;
    await this.store(ctx, message, version, due ? [this.append(null, message, event)] : []);
    return due;
  }

  /**
   * Writes down what time alone has done to some messages, and when the clock has to look at them next: all
   * in two statements, because at midnight they are many.
   * @returns the ids of those to which time has done something; of the others nothing is stored
   */
  async markPassedTime(
    ctx: CtxInTx,
    messages: readonly Message[],
    nextSweep: (message: Message) => Date | null,
  ): Promise<ReadonlySet<number>> {
    const passed: Message[] = [];
    const events: StoredEvent[] = [];
    for (const message of messages) {
      const rows = this.passedTime(message, ctx.clock.now());
      if (rows.length === 0) continue;
      message.sweepAt = nextSweep(message);
      message.version += 1;
      passed.push(message);
      for (const row of rows) events.push({ ...row, messageId: message.id });
    }
    if (!(await this.repository.updatePassed(ctx, passed))) throw new AppError('MESSAGE_CHANGED');
    await this.repository.insertEvents(ctx, events);
    return new Set(passed.map(({ id }) => id));
  }

  /**
   * A new version of the calendar sets the clock of an open message: first the date, then the mark that
   * follows from it, so that a late recount never marks a day that was no longer the due date.
   */
  async setClock(ctx: CtxInTx, message: Message, event: NewEvent, changes: ClockChanges): Promise<void> {
    if (message.result !== 'open') throw new AppError('MESSAGE_CHANGED');
    const version = message.version;
    Object.assign(message, changes);
    message.sweepAt = looksAfterMove(message, ctx.clock.now());
    const rows = [this.append(ctx, message, event), ...this.passedDay(message, ctx.clock.now())];
    await this.store(ctx, message, version, rows);
  }

  /** The first events of a message that is about to be inserted; fills its chain columns. */
  begin(ctx: Ctx, message: Message, events: readonly NewEvent[]): ChainRow[] {
    return events.map((event) => this.append(ctx, message, event));
  }

  private passedTime(message: Message, now: Date): ChainRow[] {
    return [...this.passedPause(message, now), ...this.passedDay(message, now)];
  }

  /** A pause that has run out ends by itself, at its own time whenever it is noticed. */
  private passedPause(message: Message, now: Date): ChainRow[] {
    const { status, pausedUntil } = message;
    if (pausedUntil === null || stateNow(status, pausedUntil, now) === status) return [];
    message.status = 'open';
    message.pausedUntil = null;
    return [
      this.append(null, message, {
        code: 'resumed',
        at: resumesAt(pausedUntil),
        by: 'system',
        facts: { dueOn: message.dueOn },
      }),
    ];
  }

  /**
   * Overdue at 00:00: marked once, for ever, dated by the due date and kept with the unit that had it,
   * whenever and by whomever it is noticed.
   */
  private passedDay(message: Message, now: Date): ChainRow[] {
    const waiting = message.status === 'open' || message.status === 'inReview';
    if (!waiting || message.overdueMarkedAt !== null || now < message.dueAt) return [];
    message.overdueMarkedAt = now;
    message.overdueOn = message.dueOn;
    message.overdueUnitId = message.unitId;
    return [
      this.append(null, message, {
        code: 'overdue',
        at: message.dueAt,
        by: 'system',
        facts: { dueOn: message.dueOn, notedAt: now.toISOString() },
      }),
    ];
  }

  private append(ctx: Ctx | null, message: Message, event: NewEvent): ChainRow {
    const row = {
      regionId: message.regionId,
      number: message.number,
      seq: message.chainLength + 1,
      code: event.code,
      at: event.at,
      by: event.by,
      actorId: event.by === 'staff' ? (ctx?.actor?.accountId ?? null) : null,
      unitId: message.unitId,
      facts: event.facts ?? {},
      digest: event.digest ?? null,
    };
    const hash = chainHash(this.config.chainKey, message.chainLast, row);
    message.chainLength = row.seq;
    message.chainLast = hash;
    message.chainHead = chainHead(this.config.chainKey, row, row.seq, hash);
    return { ...row, hash };
  }

  private async store(ctx: Ctx, message: Message, version: number, rows: readonly ChainRow[]): Promise<void> {
    message.version = version + 1;
    if (!(await this.repository.update(ctx, message, version))) throw new AppError('MESSAGE_CHANGED');
    await this.repository.insertEvents(
      ctx,
      rows.map((row) => ({ ...row, messageId: message.id })),
    );
  }
}

/** Something waits for the word of a second person or of the office. */
function awaitsDecision(message: Message): boolean {
  const { result, extendDays, mergedInto, objection, hidden, revisionId } = message;
  const open = result === 'open' && (extendDays !== null || mergedInto !== null);
  return open || objection === 'open' || hidden === 'hidden' || revisionId !== null;
}

/**
 * When a closed message is archived: with the end of its last day for a rating, not before now; null while
 * something about it waits to be decided.
 */
function nextArchive(message: Message, now: Date): Date | null {
  const { answeredAt, archivedAt, objection, hidden, revisionId } = message;
  if (answeredAt === null || archivedAt !== null) return null;
  if (objection === 'open' || hidden === 'hidden' || revisionId !== null) return null;
  const at = archivesAt(answeredAt);
  return at < now ? now : at;
}

/** Whatever changed may have moved the clock: it looks at once and stores its next time itself. */
const looksAfterMove = ({ result }: Message, now: Date): Date | null => (result === 'open' ? now : null);
