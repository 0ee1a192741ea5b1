import {
  MAX_QUESTIONS,
  type HiddenState,
  messageMoves,
  messageMoveWords,
  messageStateWords,
  messageWorkflow,
  type MessageActor,
  type MessageMove,
  type MessageState,
  type ObjectionState,
} from '@sunledger/shared-types';
import type { Actor } from '../../core/ctx';
import { AppError } from '../../core/errors/app-error';

/**
 * Who may see a message and who may make which move: pure functions, used both to refuse a move and to
 * draw the buttons of the detail, so that no button is refused and no move is hidden.
 */

/** What somebody is to one message. */
export type Standing = MessageActor | 'official';

export interface PolicyMessage {
  readonly regionId: number;
  readonly unitId: number;
  readonly authorId: number;
  readonly status: MessageState;
  readonly publicShown: boolean;
  readonly dueOn: string;
}

export interface PolicyFacts {
  /** Today in China by the business clock. */
  readonly today: string;
  /** The handling unit is the 政务公开办 itself. */
  readonly unitIsOffice: boolean;
  /** Who wrote the draft in review. */
  readonly drafterId: number | null;
  /** The handling unit has an active reviewer who did not write the draft. */
  readonly otherReviewer: boolean;
  readonly rated: boolean;
  readonly rework: boolean;
  readonly followedUp: boolean;
  /** The draft in review declines. */
  readonly draftDeclines: boolean;
  readonly approverId: number | null;
  readonly objection: ObjectionState | null;
  /** Who drafted the revision in review. */
  readonly revisionBy: number | null;
  readonly hidden: HiddenState | null;
  readonly hiddenBy: number | null;
  readonly simple: boolean;
  /** The due date has passed. */
  readonly passed: boolean;
  /** The last event is dated after now: somebody turned the clock of the server back. */
  readonly turnedBack: boolean;
  /** Was lengthened by another kind, and that may be undone. */
  readonly undoable: boolean;
  /** Questions asked so far, and whether the last one still waits for an answer. */
  readonly questions: number;
  readonly questionOpen: boolean;
  readonly extended: boolean;
  /** Who asked for an extension that is not decided yet. */
  readonly extensionBy: number | null;
  /** Its days for rating, objection and follow-up are over. */
  readonly archived: boolean;
  /** Who claimed it and may be taken over from only once the claim is stale. */
  readonly claimedBy: number | null;
  readonly claimerName: string;
  readonly claimStale: boolean;
  /** The message that it goes with; and whether that one is answered, and who drafted the answer. */
  readonly mergedInto: number | null;
  readonly leaderAnswered: boolean;
  readonly leaderDrafterId: number | null;
  /** Open messages that go with this one. */
  readonly followers: number;
}

/** What a merged message does not do on its own. */
const STOPPED_BY_MERGE: readonly MessageMove[] = [
  'assign',
  'transfer',
  'return',
  'reply',
  'decline',
  'askMore',
  'extend',
  'reclassify',
  'merge',
];
/** What a message that leads others does not do: they would stay behind. */
const STOPPED_BY_FOLLOWERS: readonly MessageMove[] = ['assign', 'transfer', 'return', 'merge'];

/**
 * The standings of an account towards a message; empty for a stranger. The author is the author only:
 * nobody handles or approves a message they wrote. A unit that handed it on no longer has any.
 */
export function standingsOf(
  actor: Actor | null,
  message: Pick<PolicyMessage, 'regionId' | 'unitId' | 'authorId'>,
): ReadonlySet<Standing> {
  if (!actor) return new Set();
  if (actor.accountId === message.authorId) return new Set(['author']);
  const standings = new Set<Standing>();
  for (const { role, regionId, unitId } of actor.memberships) {
    if (regionId !== message.regionId) continue;
    if (role === 'office' || role === 'official') standings.add(role);
    if ((role === 'handler' || role === 'reviewer') && unitId === message.unitId) standings.add(role);
  }
  return standings;
}

export const canRead = (standings: ReadonlySet<Standing>, message: PolicyMessage): boolean =>
  standings.size > 0 || message.publicShown;

/** Handles it or watches over it with the right to act: sees drafts and the contact phone. */
export const isInCharge = (standings: ReadonlySet<Standing>): boolean =>
  standings.has('handler') || standings.has('reviewer') || standings.has('office');

/** Why this account may not make this move now, or null when it may. It can read the message already. */
export function refusalOf(
  move: MessageMove,
  actor: Actor,
  message: PolicyMessage,
  facts: PolicyFacts,
): AppError | null {
  const standings = standingsOf(actor, message);
  const rule = messageWorkflow[move];
  const able = rule.by.filter((by) => standings.has(by));
  if (able.length === 0) return new AppError(standings.has('author') ? 'MESSAGE_OWN' : 'ROLE_REQUIRED');
  if (!rule.from.includes(message.status)) return wrongState(move, message.status);
  if (facts.turnedBack) return new AppError('CLOCK_TURNED_BACK');
  const together = togetherRefusal(move, facts);
  if (together) return together;
  return specialRefusal(move, actor, message, facts, able);
}

function togetherRefusal(move: MessageMove, { mergedInto, followers }: PolicyFacts): AppError | null {
  if (mergedInto !== null && STOPPED_BY_MERGE.includes(move)) return new AppError('MESSAGE_MERGED');
  if (followers > 0 && STOPPED_BY_FOLLOWERS.includes(move)) {
    return new AppError('MERGE_LEADS', { count: followers });
  }
  return null;
}

function specialRefusal(
  move: MessageMove,
  actor: Actor,
  message: PolicyMessage,
  facts: PolicyFacts,
  able: readonly MessageActor[],
): AppError | null {
  const officeOnly = able.every((by) => by === 'office');
  switch (move) {
    case 'transfer':
      // reply-rule, Which clock: 到期当日只能由公开办转办; once it is late all the more.
      return able.includes('office') || facts.today < message.dueOn
        ? null
        : new AppError('TRANSFER_DUE_TODAY');
    case 'return':
      return facts.unitIsOffice ? new AppError('TRANSFER_SAME_UNIT') : null;
    case 'reply':
    case 'decline':
      return officeOnly && !facts.unitIsOffice ? new AppError('OTHER_UNIT') : null;
    case 'publishDecline':
      if (!facts.draftDeclines) return wrongState(move, message.status);
      return approvalRefusal(actor, facts, officeOnly);
    case 'approve':
    case 'sendBack':
      return approvalRefusal(actor, facts, officeOnly);
    case 'revise':
      if (facts.revisionBy !== null) return new AppError('REVISION_PENDING');
      return officeOnly && !facts.unitIsOffice ? new AppError('OTHER_UNIT') : null;
    case 'approveRevision':
    case 'sendBackRevision':
      if (facts.revisionBy === null) return new AppError('REVISION_NONE');
      return approvalRefusal(actor, { ...facts, drafterId: facts.revisionBy }, officeOnly);
    case 'hide':
      return message.publicShown ? null : new AppError('HIDE_NOT_PUBLIC');
    case 'confirmHide':
    case 'undoHide':
      if (facts.hidden !== 'hidden') return new AppError('HIDE_NOT_PENDING');
      return facts.hiddenBy === actor.accountId ? new AppError('HIDE_OWN_CONFIRMATION') : null;
    case 'object':
      if (facts.archived) return new AppError('MESSAGE_ARCHIVED');
      return facts.objection === null ? null : new AppError('OBJECTION_EXISTS');
    case 'decideObjection':
      if (facts.objection !== 'open') return new AppError('OBJECTION_NOT_OPEN');
      return [facts.drafterId, facts.approverId].includes(actor.accountId)
        ? new AppError('OBJECTION_OWN_DECISION')
        : null;
    case 'edit':
      return officeOnly && !facts.unitIsOffice && facts.otherReviewer ? new AppError('OTHER_UNIT') : null;
    case 'claim':
      return officeOnly && !facts.unitIsOffice ? new AppError('OTHER_UNIT') : claimRefusal(actor, facts);
    case 'release':
      if (facts.claimedBy === null) return new AppError('CLAIM_NONE');
      return facts.claimedBy === actor.accountId
        ? null
        : new AppError('CLAIM_NOT_MINE', { name: facts.claimerName });
    case 'unmerge':
      return facts.mergedInto === null ? new AppError('MERGE_NONE') : null;
    case 'deliver':
      if (facts.mergedInto === null) return new AppError('MERGE_NONE');
      if (!facts.leaderAnswered) return new AppError('MERGE_NOT_ANSWERED');
      return approvalRefusal(actor, { ...facts, drafterId: facts.leaderDrafterId }, officeOnly);
    case 'endAsk':
      return officeOnly && !facts.unitIsOffice ? new AppError('OTHER_UNIT') : null;
    case 'reclassify':
      return facts.rework ? new AppError('REWORK_CLOCK') : null;
    case 'undoReclassify':
      if (!facts.undoable) return new AppError('RECLASSIFY_NOT_DONE');
      return facts.passed ? new AppError('RECLASSIFY_TOO_LATE') : null;
    case 'askMore':
      return officeOnly && !facts.unitIsOffice ? new AppError('OTHER_UNIT') : askRefusal(facts);
    case 'supplement':
      return facts.questionOpen ? null : new AppError('ASK_NOTHING_OPEN');
    case 'extend':
      return extendRefusal(message, facts);
    case 'approveExtension':
    case 'refuseExtension':
      if (facts.extensionBy === null) return new AppError('EXTEND_NOT_ASKED');
      if (facts.extensionBy === actor.accountId) return new AppError('EXTEND_OWN_APPROVAL');
      if (move === 'refuseExtension') return null;
      if (facts.simple) return new AppError('EXTEND_SIMPLE');
      if (facts.today < message.dueOn) return null;
      return new AppError('EXTEND_TOO_LATE');
    case 'followUp':
      if (facts.archived) return new AppError('MESSAGE_ARCHIVED');
      return facts.followedUp ? new AppError('FOLLOW_UP_EXISTS') : null;
    case 'rate':
      if (facts.archived) return new AppError('MESSAGE_ARCHIVED');
      return facts.rated ? new AppError('RATING_EXISTS') : null;
    case 'assign':
    case 'merge':
    case 'withdraw':
      return null;
  }
}

/** A claim shows who works on it; a stale one, or one on the due date, holds nobody up. */
function claimRefusal(actor: Actor, facts: PolicyFacts): AppError | null {
  const { claimedBy, claimerName, claimStale } = facts;
  if (claimedBy === null) return null;
  if (claimedBy === actor.accountId) return new AppError('CLAIM_MINE');
  return claimStale ? null : new AppError('CLAIM_TAKEN', { name: claimerName });
}

function approvalRefusal(actor: Actor, facts: PolicyFacts, officeOnly: boolean): AppError | null {
  if (facts.drafterId === actor.accountId) return new AppError('REPLY_OWN_APPROVAL');
  // A unit without another active reviewer is approved by the office; else its own reviewer decides.
  return officeOnly && !facts.unitIsOffice && facts.otherReviewer ? new AppError('OTHER_UNIT') : null;
}

/** reply-rule, Which clock: a simple inquiry is never paused, others at most twice and before they are late. */
function askRefusal(facts: PolicyFacts): AppError | null {
  if (facts.rework) return new AppError('REWORK_CLOCK');
  if (facts.simple) return new AppError('ASK_SIMPLE');
  if (facts.passed) return new AppError('ASK_TOO_LATE');
  return facts.questions >= MAX_QUESTIONS ? new AppError('ASK_TWICE') : null;
}

/** reply-rule, Which clock: once, and before the due date. */
function extendRefusal(message: PolicyMessage, facts: PolicyFacts): AppError | null {
  if (facts.rework) return new AppError('REWORK_CLOCK');
  if (facts.simple) return new AppError('EXTEND_SIMPLE');
  if (facts.extended) return new AppError('EXTEND_TWICE');
  if (facts.extensionBy !== null) return new AppError('EXTEND_PENDING');
  return facts.today < message.dueOn ? null : new AppError('EXTEND_TOO_LATE');
}

export function wrongState(move: MessageMove, status: MessageState): AppError {
  return new AppError('MESSAGE_STATE', { state: messageStateWords[status], move: messageMoveWords[move] });
}

/** The moves to draw as buttons: all that would not be refused, and of 交办 and 转办 the one that fits. */
export function movesOf(actor: Actor | null, message: PolicyMessage, facts: PolicyFacts): MessageMove[] {
  if (!actor) return [];
  const allowed = messageMoves.filter((move) => refusalOf(move, actor, message, facts) === null);
  const handsOn = facts.unitIsOffice ? 'assign' : 'transfer';
  if (!allowed.includes('assign') || !allowed.includes('transfer')) return allowed;
  return allowed.filter((move) => (move !== 'assign' && move !== 'transfer') || move === handsOn);
}
