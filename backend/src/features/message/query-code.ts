import { createHmac, randomBytes } from 'node:crypto';
import { toHalfWidth } from '../../core/masking/mask-personal-data';

/**
 * The query code of a message: with the receipt number it shows the way of the message without signing in.
 * Ten digits, because people write them down and read them out. The database holds a nonce and a keyed hash
 * of number and code; without FIELD_KEY neither tells the code.
 */

export interface QueryKey {
  readonly queryNonce: string;
  readonly queryHash: string;
}

/** A new code for a number, as the message row keeps it. */
export function newQueryKey(key: Buffer, number: string): QueryKey {
  const queryNonce = randomBytes(8).toString('hex');
  return { queryNonce, queryHash: queryHash(key, number, queryCodeOf(key, number, queryNonce)) };
}

/** The code that belongs to a nonce: ten digits. */
export function queryCodeOf(key: Buffer, number: string, nonce: string): string {
  const mac = createHmac('sha256', key).update(`query code\n${number}\n${nonce}`, 'utf8').digest();
  return String(mac.readBigUInt64BE() % 10_000_000_000n).padStart(10, '0');
}

/**
 * What a message is looked up by. One equality on an index, with a number that exists or one that does not
 * alike: neither the answer nor its time tells which of the two was wrong.
 */
export const queryHash = (key: Buffer, number: string, code: string): string =>
  createHmac('sha256', key).update(`query hash\n${number}\n${code}`, 'utf8').digest('hex');

/** A receipt number as people type it: full-width, small letters, spaces, no dash. */
export function tidyNumber(typed: string): string {
  const plain = toHalfWidth(typed)
    .toUpperCase()
    .replace(/[\s－—–_]/g, (sign) => (sign.trim() === '' ? '' : '-'));
  return plain.replace(/^([A-Z]{2,4}\d{8})-?(\d{4,})$/, '$1-$2');
}

/** A query code as people type it. */
export const tidyCode = (typed: string): string => toHalfWidth(typed).replace(/[\s\-－—–_.]/g, '');
