import { parseChinaInstant, type DueExplanation, type MessageKind } from '@sunledger/shared-types';
import type { EventFacts } from './event-chain';
import type { Message } from './message';
import type { SaltedText } from './message-texts';

export interface Received {
  readonly regionId: number;
  readonly number: string;
  readonly queryNonce: string | null;
  readonly queryHash: string | null;
  readonly kind: MessageKind;
  readonly simple: boolean;
  readonly text: SaltedText;
  readonly taskId: number | null;
  readonly unitId: number;
  readonly authorId: number;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly publicWanted: boolean;
  readonly receivedAt: Date;
  readonly parentId: number | null;
  readonly origin: Message['origin'];
  readonly ruleId: number | null;
  readonly explanation: DueExplanation;
}

/** A message as it begins, before its chain, and the facts that its first event fixes for ever. Pure. */
export function newMessage(received: Received): { entity: Message; facts: EventFacts } {
  const { text, explanation, ...rest } = received;
  const dueAt = parseChinaInstant(explanation.dueAt);
  if (!dueAt) throw new RangeError(`no instant: ${explanation.dueAt}`);
  const { dueOn, receivedOn, workingDays, provisional, calendarVersion } = explanation;
  const entity: Omit<Message, 'id'> = {
    ...rest,
    receivedSimple: received.simple,
    text: text.text,
    textSalt: text.salt,
    publicShown: false,
    publicText: null,
    status: 'open',
    receivedOn,
    workingDays,
    dueOn,
    dueAt,
    provisional,
    calendarVersion,
    reclassified: false,
    reclassifiedFrom: null,
    objection: null,
    revisionId: null,
    hidden: null,
    hiddenBy: null,
    pauses: null,
    wasPaused: false,
    pausedUntil: null,
    extraDays: null,
    extendDays: null,
    extendBy: null,
    replyId: null,
    answeredAt: null,
    answerMinutes: null,
    result: 'open',
    overdueMarkedAt: null,
    overdueOn: null,
    overdueUnitId: null,
    heldSince: received.receivedAt,
    mergedInto: null,
    claimedBy: null,
    claimedAt: null,
    awaitsDecision: null,
    archiveAt: null,
    archivedAt: null,
    // The clock looks at once and stores when it has something to do.
    sweepAt: received.receivedAt,
    sweepOwner: null,
    sweepUntil: null,
    chainLength: 0,
    chainLast: '',
    chainHead: '',
    version: 1,
  };
  return { entity: entity as Message, facts: receivedFacts(entity) };
}

/** What the chain fixes at receipt; verification holds the message row against it. */
export function receivedFacts(message: Omit<Message, 'id'>): EventFacts {
  return {
    parentId: message.parentId,
    origin: message.origin,
    kind: message.kind,
    simple: message.simple,
    taskId: message.taskId,
    publicWanted: message.publicWanted,
    receivedAt: message.receivedAt.toISOString(),
    workingDays: message.workingDays,
    dueOn: message.dueOn,
    dueAt: message.dueAt.toISOString(),
    provisional: message.provisional,
    ruleId: message.ruleId,
    calendarVersion: message.calendarVersion,
  };
}
