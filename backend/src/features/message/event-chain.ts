import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MessageEventCode } from '@sunledger/shared-types';

/**
 * The tamper-evident chain of one message (reply-rule, Enforced means): pure functions, no database.
 *
 * A row holds codes, times and ids in clear and only a salted digest of a text; the salt lies beside the
 * text, so that erasing both leaves a chain that still verifies and says nothing. Each row is HMACed over
 * the row before it. The message row keeps the length and a *seal* of length and last hash: whoever can
 * write to the database but has no key can neither alter a row nor cut rows off the end.
 */

export type EventFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Who made the move: the author, a member of staff (with the account), or the clock. */
export type EventBy = 'author' | 'staff' | 'system';

export interface ChainEvent {
  readonly regionId: number;
  /** The receipt number: the chain belongs to it, so that a row cannot be moved to another message. */
  readonly number: string;
  /** 1, 2, 3 … */
  readonly seq: number;
  readonly code: MessageEventCode;
  readonly at: Date;
  readonly by: EventBy;
  /** The account of a member of staff; null for author and system. */
  readonly actorId: number | null;
  /** The handling unit after this event. */
  readonly unitId: number;
  readonly facts: EventFacts;
  /** Salted digest of the text of this event; null when it has none. */
  readonly digest: string | null;
}

export interface ChainRow extends ChainEvent {
  readonly hash: string;
}

/** A new salt for one text, 32 hex digits. */
export const newSalt = (): string => randomBytes(16).toString('hex');

/** SHA-256 of salt and text, hex. */
export const saltedDigest = (salt: string, text: string): string =>
  createHash('sha256').update(`${salt}\n${text}`, 'utf8').digest('hex');

/**
 * The hash of a row over the row before it.
 * @param previous the hash of row `seq - 1`; `''` for the first
 */
export function chainHash(key: Buffer, previous: string, event: ChainEvent): string {
  return createHmac('sha256', key)
    .update(`row\n${previous}\n${canonical(event)}`, 'utf8')
    .digest('hex');
}

/** What the message row keeps: a MAC over the length and the last hash. */
export function chainHead(
  key: Buffer,
  chain: Pick<ChainEvent, 'regionId' | 'number'>,
  length: number,
  lastHash: string,
): string {
  const sealed = `head\n${chain.regionId}\n${chain.number}\n${length}\n${lastHash}`;
  return createHmac('sha256', key).update(sealed, 'utf8').digest('hex');
}

export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** One spelling of a row, the same on every database and machine: a JSON array in a fixed order. */
function canonical(event: ChainEvent): string {
  const facts = Object.keys(event.facts)
    .sort()
    .map((name) => [name, event.facts[name]]);
  return JSON.stringify([
    event.regionId,
    event.number,
    event.seq,
    event.code,
    event.at.toISOString(),
    event.by,
    event.actorId,
    event.unitId,
    facts,
    event.digest,
  ]);
}
