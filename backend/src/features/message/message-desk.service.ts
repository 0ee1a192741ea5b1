import { Injectable } from '@nestjs/common';
import type { HiddenState, MessageMove, MessageState, ObjectionState } from '@sunledger/shared-types';
import type { Clock } from '../../core/clock';
import type { Actor, Ctx } from '../../core/ctx';
import type { Row } from '../../core/db/database';
import { flagOf, instantOf, jsonOf, numberOf, numberOrNull, textOfRow, textOrNull } from '../../core/db/row';
import type { CtxInTx } from '../../core/db/unit-of-work';
import { AppError } from '../../core/errors/app-error';
import { requireActor } from '../../core/policy/membership';
import type { Message } from './message';
import { archivesAt, claimIsStale, openQuestion, stateNow, type Pause } from './message-clock';
import {
  canRead,
  isInCharge,
  refusalOf,
  standingsOf,
  type PolicyFacts,
  type PolicyMessage,
  type Standing,
} from './message.policy';
import { MessageReadRepository } from './message-read.repository';
import { MessageRepository } from './message.repository';

/** A message that may be moved, as the one who moves it sees it. */
export interface Opened {
  readonly message: Message;
  readonly actor: Actor;
  /** What the actor is to it before the move; a unit that hands it on loses its standing with that. */
  readonly standings: ReadonlySet<Standing>;
  readonly unitIsOffice: boolean;
}

/** A message with everything around it that the policy and the detail ask for. */
export interface Surroundings {
  readonly row: Row;
  readonly message: PolicyMessage;
  readonly facts: PolicyFacts;
  /** The messages that go with it, closed ones too. */
  readonly followers: readonly Row[];
}

/** The way to every message: not there and not yours are the same 404, and a move is refused here or nowhere. */
@Injectable()
export class MessageDesk {
  constructor(
    private readonly reads: MessageReadRepository,
    private readonly messages: MessageRepository,
  ) {}

  /** The message for a reader, or MESSAGE_NOT_FOUND. */
  async read(ctx: Ctx, id: number): Promise<Surroundings & { standings: ReadonlySet<Standing> }> {
    const found = await this.surroundings(ctx, id);
    const standings = standingsOf(ctx.actor, found.message);
    if (!canRead(standings, found.message)) throw new AppError('MESSAGE_NOT_FOUND');
    return { ...found, standings };
  }

  /** What is there, whoever asks; for those who have just made a move. */
  async surroundings(ctx: Ctx, id: number): Promise<Surroundings> {
    const row = await this.reads.surroundings(ctx, id);
    if (!row) throw new AppError('MESSAGE_NOT_FOUND');
    const followers = await this.reads.followers(ctx, { id, leads: flagOf(row.leads) });
    const open = followers.filter((follower) => follower.result === 'open').length;
    const facts = { ...factsOf(row, ctx.clock), followers: open };
    return { row, message: policyMessageOf(row, ctx.clock.now()), facts, followers };
  }

  /** Loads a message for a move, inside the unit of work; throws the refusal when there is one. */
  async open(ctx: CtxInTx, id: number, move: MessageMove): Promise<Opened> {
    const actor = requireActor(ctx);
    const found = await this.read(ctx, id);
    const refusal = refusalOf(move, actor, found.message, found.facts);
    if (refusal) throw refusal;
    return this.opened(ctx, id, found, actor);
  }

  /** Loads the message that others are to go with: of the actor's desk too, but it makes no move itself. */
  async lead(ctx: CtxInTx, id: number): Promise<Opened & { readonly facts: PolicyFacts }> {
    const actor = requireActor(ctx);
    const found = await this.read(ctx, id);
    if (found.standings.has('author')) throw new AppError('MESSAGE_OWN');
    if (!isInCharge(found.standings)) throw new AppError('MESSAGE_NOT_FOUND');
    return { ...(await this.opened(ctx, id, found, actor)), facts: found.facts };
  }

  /** The author's own message, for what is no move of the table. */
  async own(ctx: CtxInTx, id: number): Promise<Opened> {
    const actor = requireActor(ctx);
    const found = await this.read(ctx, id);
    if (!found.standings.has('author')) throw new AppError('MESSAGE_NOT_FOUND');
    return this.opened(ctx, id, found, actor);
  }

  private async opened(
    ctx: CtxInTx,
    id: number,
    { row, facts, standings }: Surroundings & { standings: ReadonlySet<Standing> },
    actor: Actor,
  ): Promise<Opened> {
    const entity = await this.messages.find(ctx, id);
    // Two reads of one transaction may see two states (READ COMMITTED): what was judged is what gets changed.
    if (!entity || entity.version !== numberOf(row.version)) throw new AppError('MESSAGE_CHANGED');
    return { message: entity, actor, standings, unitIsOffice: facts.unitIsOffice };
  }
}

function policyMessageOf(row: Row, now: Date): PolicyMessage {
  return {
    regionId: numberOf(row.region_id),
    unitId: numberOf(row.unit_id),
    authorId: numberOf(row.author_id),
    status: stateNow(row.status as MessageState, textOrNull(row.paused_until), now),
    publicShown: flagOf(row.public_shown),
    dueOn: textOfRow(row.due_on),
  };
}

/** Stale by time, by the due date, because its owner has left the unit, or named the actor as deputy. */
export function claimStaleOf(row: Row, clock: Clock): boolean {
  if (row.claimed_at === null) return false;
  const claim = { claimedAt: instantOf(row.claimed_at), dueOn: textOfRow(row.due_on) };
  return claimIsStale(claim, clock) || !flagOf(row.claimer_here) || flagOf(row.claimer_deputized);
}

/** Servers of one deployment may disagree by so much without anybody having turned a clock back. */
const CLOCKS_MAY_DIFFER_MS = 5 * 60_000;

function factsOf(row: Row, clock: Clock): Omit<PolicyFacts, 'followers'> {
  const now = clock.now();
  const pauses = row.pauses === null ? [] : jsonOf<Pause[]>(row.pauses);
  const last = row.last_at === null ? null : instantOf(row.last_at);
  return {
    today: clock.today(),
    rework: row.origin === 'rework',
    followedUp: flagOf(row.followed_up),
    draftDeclines: row.decline_reason !== null,
    approverId: numberOrNull(row.reviewer_id),
    revisionBy: numberOrNull(row.revision_drafter_id),
    hidden: row.hidden as HiddenState | null,
    hiddenBy: numberOrNull(row.hidden_by),
    objection: row.objection as ObjectionState | null,
    simple: flagOf(row.simple),
    passed: now >= instantOf(row.due_at),
    turnedBack: last !== null && now.getTime() < last.getTime() - CLOCKS_MAY_DIFFER_MS,
    undoable: row.reclassified_from !== null,
    questions: pauses.length,
    questionOpen: openQuestion(pauses) !== null,
    extended: row.extra_days !== null,
    extensionBy: numberOrNull(row.extend_by),
    archived: row.answered_at !== null && now >= archivesAt(instantOf(row.answered_at)),
    claimedBy: numberOrNull(row.claimed_by),
    claimerName: textOrNull(row.claimer_name) ?? '同事',
    claimStale: claimStaleOf(row, clock),
    mergedInto: numberOrNull(row.merged_into),
    leaderAnswered: row.leader_status === 'answered',
    leaderDrafterId: numberOrNull(row.leader_drafter_id),
    unitIsOffice: flagOf(row.is_office),
    drafterId: numberOrNull(row.drafter_id),
    otherReviewer: flagOf(row.other_reviewer),
    rated: row.rating_level !== null,
  };
}
