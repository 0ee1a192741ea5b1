import type {
  MergedMessage,
  MessageDetail,
  MessageEvent,
  MessageEventCode,
  MessageMove,
  MessageState,
  ReplyView,
} from '@sunledger/shared-types';
import type { Row } from '../../core/db/database';
import {
  flagOf,
  instantOf,
  jsonOf,
  numberOf,
  numberOrNull,
  textOfRow,
  textOrNull,
  wireInstant,
  wireInstantOrNull,
} from '../../core/db/row';
import type { EventFacts } from './event-chain';
import { maskPersonalData } from '../../core/masking/mask-personal-data';
import type { MessageResult } from './message.entity';
import { openQuestion, stateNow, type Pause } from './message-clock';
import { clockOf, ERASED, messageRowOf, namesOf, originOf, type Audience, type Look } from './message.mapper';

export interface DetailParts {
  readonly row: Row;
  readonly events: readonly Row[];
  readonly replies: readonly Row[];
  readonly rounds: readonly Row[];
  readonly together: { readonly leader: Row | null; readonly followers: readonly Row[] };
  readonly claimStale: boolean;
  readonly moves: MessageMove[];
  readonly contactPhone: string | null;
  readonly queryCode: string | null;
  readonly publication: MessageDetail['publication'];
  readonly viewerId: number | null;
}

/** Which steps each audience sees; the public sees that it came, whether it was late, and that it was answered. */
const PUBLIC_EVENTS: readonly MessageEventCode[] = [
  'received',
  'overdue',
  'dueMoved',
  'overdueJudged',
  'reclassified',
  'reclassifyUndone',
  'askedMore',
  'supplemented',
  'askEnded',
  'resumed',
  'extended',
  'declined',
  'replyRevised',
  'replyPublished',
];
const AUTHOR_HIDDEN: readonly MessageEventCode[] = [
  'sentBack',
  'extensionAsked',
  'extensionRefused',
  'draftEdited',
  'claimed',
  'released',
  'joined',
  'revisionDrafted',
  'revisionSentBack',
];

/** The whole detail for one audience. */
export function messageDetailOf(parts: DetailParts, look: Look): MessageDetail {
  const { row } = parts;
  const { audience } = look;
  const taskId = numberOrNull(row.task_id);
  const known = audience === 'author' || audience === 'staff';
  return {
    ...messageRowOf(row, look),
    regionCode: textOfRow(row.region_code),
    task:
      taskId === null ? null : { id: taskId, no: textOrNull(row.task_no), text: textOfRow(row.task_text) },
    publicWanted: flagOf(row.public_wanted),
    publication: parts.publication,
    contactPhone: known ? parts.contactPhone : null,
    mine: parts.viewerId !== null && parts.viewerId === numberOf(row.author_id),
    queryCode: audience === 'author' ? parts.queryCode : null,
    events: parts.events
      .filter((event) => showsEvent(event, audience))
      .map((event) => eventOf(event, audience)),
    replies: parts.replies
      .filter((reply) => audience === 'staff' || wasPublished(reply))
      .map((reply) => replyOf(reply, parts, audience)),
    rating: ratingOf(row, audience),
    parent: parentOf(row, known),
    rounds: parts.rounds
      .filter((round) => known || flagOf(round.public_shown))
      .map((round) => roundOf(round, look.now)),
    claim: claimOf(parts, audience),
    leader: parts.together.leader && mergedOf(parts.together.leader, look.now),
    followers: parts.together.followers.map((follower) => mergedOf(follower, look.now)),
    archivedAt: known ? wireInstantOrNull(row.archived_at) : null,
    reclassified: flagOf(row.reclassified),
    hidden: known ? (row.hidden as MessageDetail['hidden']) : null,
    objection: known ? (row.objection as MessageDetail['objection']) : null,
    question: known ? questionOf(parts) : null,
    extension: extensionOf(row),
    moves: parts.moves,
  };
}

function claimOf({ row, viewerId, claimStale }: DetailParts, audience: Audience): MessageDetail['claim'] {
  const by = numberOrNull(row.claimed_by);
  if (by === null || audience !== 'staff') return null;
  const name = textOrNull(row.claimer_name) ?? '同事';
  return { name, mine: by === viewerId, since: wireInstant(row.claimed_at), stale: claimStale };
}

function mergedOf(row: Row, now: Date): MergedMessage {
  const { status, clock } = standOf(row, now);
  return {
    id: numberOf(row.id),
    number: textOfRow(row.number),
    text: textOrNull(row.text) ?? textOrNull(row.public_text) ?? ERASED,
    status,
    clock,
    receivedAt: wireInstant(row.received_at),
    dueOn: textOfRow(row.due_on),
  };
}

/** State and clock as they are now, whether or not the sweep has been there. */
function standOf(row: Row, now: Date): Pick<MergedMessage, 'status' | 'clock'> {
  const status = stateNow(row.status as MessageState, textOrNull(row.paused_until), now);
  const clock = clockOf(row.result as MessageResult, instantOf(row.due_at), now);
  return { status, clock: status === 'asked' ? 'paused' : clock };
}

function questionOf({ row, events }: DetailParts): MessageDetail['question'] {
  const pause = openQuestion(row.pauses === null ? null : jsonOf<Pause[]>(row.pauses));
  const text = textOrNull(events.findLast((event) => event.code === 'askedMore')?.note);
  return pause && text !== null ? { text, pausedUntil: pause.until } : null;
}

function parentOf(row: Row, known: boolean): MessageDetail['parent'] {
  const id = numberOrNull(row.parent_id);
  if (id === null || (!known && !flagOf(row.parent_shown))) return null;
  return { id, number: textOrNull(row.parent_number) };
}

function roundOf(row: Row, now: Date): MessageDetail['rounds'][number] {
  return {
    id: numberOf(row.id),
    number: textOrNull(row.number),
    origin: originOf(row),
    ...standOf(row, now),
    dueOn: textOfRow(row.due_on),
  };
}

function extensionOf(row: Row): MessageDetail['extension'] {
  const [granted, asked] = [numberOrNull(row.extra_days), numberOrNull(row.extend_days)];
  if (granted !== null) return { workingDays: granted, granted: true };
  return asked === null ? null : { workingDays: asked, granted: false };
}

/** Published, now or before a revision took its place. */
const wasPublished = (reply: Row): boolean => reply.status === 'published' || reply.status === 'superseded';

function showsEvent(event: Row, audience: Audience): boolean {
  const code = event.code as MessageEventCode;
  if (audience === 'public') return PUBLIC_EVENTS.includes(code);
  return audience === 'staff' || !AUTHOR_HIDDEN.includes(code);
}

function eventOf(event: Row, audience: Audience): MessageEvent {
  const note = audience === 'author' || audience === 'staff' ? textOrNull(event.note) : null;
  const { dueOn } = jsonOf<EventFacts>(event.facts);
  return {
    code: event.code as MessageEventCode,
    at: wireInstant(event.at),
    unitName: textOrNull(event.unit_name),
    note,
    ...(typeof dueOn === 'string' ? { dueOn } : {}),
  };
}

function replyOf(reply: Row, { row, viewerId }: DetailParts, audience: Audience): ReplyView {
  const staff = audience === 'staff';
  return {
    id: numberOf(reply.id),
    text: replyTextFor(reply, audience, textOrNull(row.contact_name)),
    unitName: textOfRow(reply.unit_name),
    status: reply.status as ReplyView['status'],
    declineReason: reply.decline_reason as ReplyView['declineReason'],
    draftedByMe: staff && numberOf(reply.drafter_id) === viewerId,
    drafterName: staff ? textOfRow(reply.drafter_name) : null,
    draftedAt: wireInstant(reply.drafted_at),
    publishedAt: wasPublished(reply) ? wireInstantOrNull(reply.decided_at) : null,
    note: staff ? textOrNull(reply.note) : null,
  };
}

function replyTextFor(reply: Row, audience: Audience, contactName: string | null): string {
  if (audience === 'author' || audience === 'staff') return textOfRow(reply.text);
  const publicText = textOrNull(reply.public_text);
  return (
    publicText ?? maskPersonalData(textOfRow(reply.text), { official: true, names: namesOf(contactName) })
  );
}

function ratingOf(row: Row, audience: Audience): MessageDetail['rating'] {
  const level = numberOrNull(row.rating_level);
  if (level === null) return null;
  const text = audience === 'public' ? null : textOrNull(row.rating_text);
  return {
    level,
    text: text !== null && audience === 'official' ? maskPersonalData(text) : text,
    ratedAt: wireInstant(row.rated_at),
  };
}
