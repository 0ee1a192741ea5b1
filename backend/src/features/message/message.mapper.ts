import {
  type ClockState,
  type MessageKind,
  type MessageOrigin,
  type MessageRow,
  type MessageState,
} from '@sunledger/shared-types';
import type { Clock } from '../../core/clock';
import type { Ctx } from '../../core/ctx';
import type { Row } from '../../core/db/database';
import {
  flagOf,
  instantOf,
  numberOf,
  numberOrNull,
  textOfRow,
  textOrNull,
  wireInstant,
  wireInstantOrNull,
} from '../../core/db/row';
import { daysLeft } from '../deadline/deadline.service';
import type { WorkCalendar } from '../deadline';
import { maskedName, maskPersonalData } from '../../core/masking/mask-personal-data';
import { claimIsStale, stateNow } from './message-clock';
import type { MessageResult } from './message.entity';

/** Whose eyes: decides which text and name a row shows. */
export type Audience = 'public' | 'author' | 'staff' | 'official';

/** The columns that `messageRowOf` reads; joins `unit u` and the present reply `r`. */
export const MESSAGE_COLUMNS =
  'm.id, m.region_id, m.number, m.origin, m.kind, m.simple, m.text, m.public_text, m.contact_name, m.task_id, m.unit_id, ' +
  'u.name AS unit_name, m.status, m.received_at, m.due_on, m.due_at, m.provisional, m.answered_at, m.result, ' +
  'm.public_shown, m.paused_until, m.merged_into, m.claimed_by, m.claimed_at, k.display_name AS claimer_name, ' +
  'r.status AS reply_status, r.text AS reply_text, r.public_text AS reply_public_text';
/** A public list needs no private column at all. */
export const PUBLIC_MESSAGE_COLUMNS =
  'm.id, m.region_id, m.number, m.origin, m.kind, m.simple, m.public_text, m.contact_name, m.task_id, m.unit_id, u.name AS unit_name, ' +
  'm.status, m.paused_until, m.received_at, m.due_on, m.due_at, m.provisional, m.answered_at, m.result, ' +
  'r.status AS reply_status, r.public_text AS reply_public_text';
/** `primary` is how the dialect names the key to use: with a handful of units MariaDB would read them all. */
export const messageJoins = (primary: string): string =>
  `JOIN unit u${primary} ON u.id = m.unit_id LEFT JOIN reply r${primary} ON r.id = m.reply_id`;
/** The one more that `MESSAGE_COLUMNS` needs: who claimed it. */
export const privateJoins = (primary: string): string =>
  `${messageJoins(primary)} LEFT JOIN account k${primary} ON k.id = m.claimed_by`;

export const ERASED = '（内容已按本人要求删除）';

/** How a row is looked at; `calendarOf` is asked for open messages only. */
export interface Look {
  readonly now: Date;
  readonly clock: Clock;
  /** Who looks; null for a visitor. */
  readonly viewerId: number | null;
  readonly audience: Audience;
  readonly calendarOf: (regionId: number) => WorkCalendar | null;
}

/** Who looks, and when. */
export const lookBy = (ctx: Ctx): Pick<Look, 'now' | 'clock' | 'viewerId'> => ({
  now: ctx.clock.now(),
  clock: ctx.clock,
  viewerId: ctx.actor?.accountId ?? null,
});

/** The clock as it stands now: an overdue shows at its instant, whether or not the sweep has been there. */
export function clockOf(result: MessageResult, dueAt: Date, now: Date): ClockState {
  if (result === 'withdrawn') return 'stopped';
  if (result !== 'open') return result;
  return now >= dueAt ? 'overdue' : 'running';
}

/** A row of a message list (or the head of the detail) for one audience. */
export function messageRowOf(row: Row, look: Look): MessageRow {
  const { audience } = look;
  const result = row.result as MessageResult;
  const dueAt = instantOf(row.due_at);
  const due = { dueOn: textOfRow(row.due_on), dueAt };
  const status = stateNow(row.status as MessageState, textOrNull(row.paused_until), look.now);
  const calendar = result === 'open' && status !== 'asked' ? look.calendarOf(numberOf(row.region_id)) : null;
  const contactName = textOrNull(row.contact_name);
  return {
    id: numberOf(row.id),
    regionId: numberOf(row.region_id),
    number: textOfRow(row.number),
    kind: row.kind as MessageKind,
    origin: originOf(row),
    simple: flagOf(row.simple),
    text: questionText(row, audience, contactName),
    authorName:
      audience === 'public' || audience === 'official' ? maskedName(contactName) : (contactName ?? '网友'),
    taskId: numberOrNull(row.task_id),
    unit: { id: numberOf(row.unit_id), name: textOfRow(row.unit_name) },
    status,
    clock: status === 'asked' ? 'paused' : clockOf(result, dueAt, look.now),
    receivedAt: wireInstant(row.received_at),
    dueOn: due.dueOn,
    provisional: flagOf(row.provisional),
    workingDaysLeft: calendar ? daysLeft(calendar, due, look.now) : null,
    answeredAt: wireInstantOrNull(row.answered_at),
    replyText: row.reply_status === 'published' ? replyText(row, audience, contactName) : null,
    public: audience === 'public' || flagOf(row.public_shown),
    claim: audience === 'staff' && result === 'open' ? claimOf(row, look) : null,
    merged: audience !== 'public' && result === 'open' && numberOrNull(row.merged_into) !== null,
  };
}

function claimOf(row: Row, { clock, viewerId }: Look): MessageRow['claim'] {
  const by = numberOrNull(row.claimed_by);
  if (by === null) return null;
  const claimedAt = instantOf(row.claimed_at);
  return {
    name: textOrNull(row.claimer_name) ?? '同事',
    mine: by === viewerId,
    since: wireInstant(row.claimed_at),
    stale: claimIsStale({ claimedAt, dueOn: textOfRow(row.due_on) }, clock),
  };
}

function questionText(row: Row, audience: Audience, contactName: string | null): string {
  if (audience === 'public') return textOrNull(row.public_text) ?? ERASED;
  const text = textOrNull(row.text);
  if (text === null) return textOrNull(row.public_text) ?? ERASED;
  return audience === 'official' ? maskPersonalData(text, { names: namesOf(contactName) }) : text;
}

function replyText(row: Row, audience: Audience, contactName: string | null): string | null {
  if (audience === 'public') return textOrNull(row.reply_public_text);
  const text = textOrNull(row.reply_text);
  if (text === null || audience !== 'official') return text;
  return maskPersonalData(text, { official: true, names: namesOf(contactName) });
}

export const originOf = (row: Row): MessageOrigin => (row.origin as MessageOrigin | null) ?? 'message';

export const namesOf = (contactName: string | null): string[] => (contactName === null ? [] : [contactName]);
