import { createHash } from 'node:crypto';
import { sameHash, saltedDigest, type ChainRow } from './event-chain';
import type { ChainFault, StoredChain } from './verify-chain';

/** A text beside the chain: as it was written, its salt, and what the public reads of it. */
export interface StoredText {
  readonly text: string | null;
  /** Null or empty once the text was erased: what is left then is no longer the text of the digest. */
  readonly salt: string | null;
  readonly shown: string | null;
}

/** The rows whose texts `erased` events have let go. */
export function erasedRows(rows: readonly ChainRow[]): ReadonlySet<number> {
  const named = rows.flatMap((row) => (row.code === 'erased' ? listOf(row.facts.texts) : []));
  return new Set(named);
}

const listOf = (value: unknown): number[] =>
  typeof value === 'string' && value !== '' ? value.split(',').map(Number) : [];

/** Every text must be the one of its digest, what the public reads must come from it, or it was erased. */
export function faultInTexts(chain: StoredChain): ChainFault | null {
  const erased = erasedRows(chain.rows);
  for (const row of chain.rows) {
    const what =
      row.code === 'erased'
        ? faultInErasure(chain, row)
        : row.digest === null
          ? null
          : faultInText(chain.textOf(row), row, erased.has(row.seq));
    if (what !== null) return { number: chain.number, seq: row.seq, what };
  }
  return null;
}

function faultInText(stored: StoredText | null, row: ChainRow, erased: boolean): string | null {
  if (erased) return stored?.salt ? `第 ${row.seq} 条记录的文字已按本人要求删除，却又出现` : null;
  if (stored?.text == null || !stored.salt) return `第 ${row.seq} 条记录的文字不在`;
  if (row.digest === null || !sameHash(saltedDigest(stored.salt, stored.text), row.digest))
    return `第 ${row.seq} 条记录的文字被改动`;
  if (stored.shown !== null && !isMaskedOf(stored.text, stored.shown))
    return `第 ${row.seq} 条记录对外公开的文字被改动`;
  return null;
}

/** What erasure left of the texts must still be what it was then. */
function faultInErasure(chain: StoredChain, row: ChainRow): string | null {
  const kept = keptDigest(chain, listOf(row.facts.texts));
  return row.facts.kept === kept ? null : '删除个人内容后留下的文字被改动';
}

/** SHA-256 of what stays of erased rows: masked or public words only, so it needs no salt. */
export function keptDigest(chain: StoredChain, seqs: readonly number[]): string {
  const kept = chain.rows
    .filter((row) => seqs.includes(row.seq))
    .map((row) => {
      const stored = chain.textOf(row);
      return [row.seq, stored?.text ?? null, stored?.shown ?? null];
    });
  return createHash('sha256').update(JSON.stringify(kept), 'utf8').digest('hex');
}

const HIDDEN = /【[^【】]{2,6}已隐去】|\*/;

/**
 * True when `shown` is `original` with spans hidden. Whatever rules of masking held on that day, every word
 * that the public reads must stand in the original, in its order.
 */
export function isMaskedOf(original: string, shown: string): boolean {
  const [first = '', ...rest] = shown.split(HIDDEN);
  const last = rest.pop();
  if (last === undefined) return original === shown;
  if (!original.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = original.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return original.length - last.length >= at && original.endsWith(last);
}
