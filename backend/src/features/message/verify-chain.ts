import type { MessageState } from '@sunledger/shared-types';
import { faultInTexts, type StoredText } from './chain-texts';
import { chainHash, chainHead, sameHash, type ChainRow, type EventFacts } from './event-chain';
import type { MessageResult } from './message.entity';

/** The columns of a message that its chain fixes; instants as ISO text. */
export interface FixedColumns {
  readonly parentId: number | null;
  readonly origin: string | null;
  readonly kind: string;
  readonly simple: boolean;
  readonly taskId: number | null;
  readonly publicWanted: boolean;
  readonly receivedAt: string;
  readonly workingDays: number;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly ruleId: number | null;
  readonly calendarVersion: string;
  readonly unitId: number;
  readonly status: MessageState;
  readonly result: MessageResult;
  readonly replyId: number | null;
  readonly answeredAt: string | null;
  readonly publicShown: boolean;
  readonly overdueOn: string | null;
  readonly reclassified: boolean;
  readonly pausedUntil: string | null;
  readonly extraDays: number | null;
  readonly objection: string | null;
  readonly revisionId: number | null;
  readonly hidden: string | null;
  readonly mergedInto: number | null;
  readonly archivedAt: string | null;
}

export interface StoredChain {
  readonly id: number;
  readonly regionId: number;
  readonly number: string;
  readonly length: number;
  readonly last: string;
  readonly head: string;
  readonly columns: FixedColumns;
  readonly rows: readonly ChainRow[];
  /** The text that belongs to a row; null when there is no place for one. */
  readonly textOf: (row: ChainRow) => StoredText | null;
}

export interface ChainFault {
  readonly number: string;
  /** The row at fault; null when it is the message itself. */
  readonly seq: number | null;
  /** One Chinese sentence. */
  readonly what: string;
}

/**
 * Checks one message against its chain. Pure.
 * @param anchored length and head as an earlier anchor recorded them
 * @returns the first fault, or null when everything fits
 */
export function verifyChain(
  key: Buffer,
  chain: StoredChain,
  anchored?: { readonly length: number; readonly head: string },
): ChainFault | null {
  return (
    faultInRows(key, chain) ??
    faultInHead(key, chain) ??
    faultInColumns(chain) ??
    faultInTexts(chain) ??
    (anchored ? faultAgainstAnchor(key, chain, anchored) : null)
  );
}

const fault = (chain: StoredChain, seq: number | null, what: string): ChainFault => ({
  number: chain.number,
  seq,
  what,
});

function faultInRows(key: Buffer, chain: StoredChain): ChainFault | null {
  let previous = '';
  for (const [at, row] of chain.rows.entries()) {
    if (row.seq !== at + 1) return fault(chain, at + 1, `第 ${at + 1} 条记录不在，或被插入了别的记录`);
    if (!sameHash(chainHash(key, previous, row), row.hash))
      return fault(chain, row.seq, `第 ${row.seq} 条记录被改动`);
    previous = row.hash;
  }
  return null;
}

function faultInHead(key: Buffer, chain: StoredChain): ChainFault | null {
  const { rows, length } = chain;
  if (rows.length < length) {
    const missing = length - rows.length;
    return fault(chain, rows.length + 1, rows.length === 0 ? '整条链被删除' : `末尾少了 ${missing} 条记录`);
  }
  if (rows.length > length) return fault(chain, length + 1, '末尾多出插入的记录');
  const last = rows.at(-1)?.hash ?? '';
  const head = chainHead(key, chain, length, last);
  return sameHash(head, chain.head) && sameHash(last, chain.last)
    ? null
    : fault(chain, null, '留言上的链尾与记录不符');
}

/** The message row as its events tell it. */
function faultInColumns(chain: StoredChain): ChainFault | null {
  const told = columnsOf(chain.rows);
  if (!told) return fault(chain, 1, '第 1 条记录不是收到留言');
  const wrong = (Object.keys(told) as (keyof FixedColumns)[]).find(
    (name) => told[name] !== chain.columns[name],
  );
  return wrong ? fault(chain, null, `留言的 ${wrong} 与记录不符`) : null;
}

/** Replays a chain: what the columns of the message must be. Null when it does not begin with `received`. */
export function columnsOf(rows: readonly ChainRow[]): FixedColumns | null {
  const [first] = rows;
  if (!first || first.code !== 'received') return null;
  const start = {
    ...(first.facts as unknown as FixedColumns),
    unitId: first.unitId,
    status: 'open',
    result: 'open',
    replyId: null,
    answeredAt: null,
    publicShown: false,
    overdueOn: null,
    reclassified: false,
    pausedUntil: null,
    extraDays: null,
    objection: null,
    revisionId: null,
    hidden: null,
    mergedInto: null,
    archivedAt: null,
  } satisfies FixedColumns as FixedColumns;
  return rows
    .slice(1)
    .reduce((columns, row) => ({ ...columns, unitId: row.unitId, ...changesOf(row) }), start);
}

function changesOf(row: ChainRow): Partial<FixedColumns> {
  switch (row.code) {
    case 'drafted':
    case 'draftEdited':
    case 'declineDrafted':
      return { status: 'inReview', replyId: numberFact(row.facts, 'replyId') };
    case 'sentBack':
      return { status: 'open' };
    case 'replyPublished':
    case 'declined':
      return {
        status: row.code === 'declined' ? 'declined' : 'answered',
        result: row.facts.result === 'late' ? 'late' : 'onTime',
        replyId: numberFact(row.facts, 'replyId'),
        answeredAt: row.at.toISOString(),
        publicShown: row.facts.public === true,
      };
    case 'objected':
      return { objection: 'open' };
    case 'objectionUpheld':
      return { objection: 'upheld' };
    case 'objectionRejected':
      return { objection: 'rejected' };
    case 'revisionDrafted':
      return { revisionId: numberFact(row.facts, 'replyId') };
    case 'revisionSentBack':
      return { revisionId: null };
    case 'replyRevised':
      return { revisionId: null, replyId: numberFact(row.facts, 'replyId') };
    case 'answerHidden':
      return { hidden: 'hidden', publicShown: false };
    case 'hideConfirmed':
      return { hidden: 'confirmed' };
    case 'hideUndone':
      return { hidden: null, publicShown: true };
    case 'consentWithdrawn':
      return { publicWanted: false, publicShown: false };
    case 'withdrawn':
      return { status: 'withdrawn', result: 'withdrawn' };
    case 'overdue':
      return { overdueOn: String(row.facts.dueOn) };
    case 'dueMoved':
    case 'dueSettled':
      return { ...clockOf(row.facts), ...pauseOf(row.facts) };
    case 'overdueJudged':
      return { ...clockOf(row.facts), overdueOn: row.facts.lifted === true ? null : String(row.facts.dueOn) };
    case 'reclassified':
    case 'reclassifyUndone':
      return {
        ...promiseOf(row.facts),
        kind: String(row.facts.kind),
        simple: row.facts.simple === true,
        reclassified: row.facts.lengthened === true,
      };
    case 'askEnded':
      return { ...promiseOf(row.facts), status: 'open', pausedUntil: null };
    case 'merged':
      return { mergedInto: numberFact(row.facts, 'into') };
    case 'unmerged':
      return { mergedInto: null };
    case 'archived':
      return { archivedAt: row.at.toISOString() };
    case 'askedMore':
      return { ...promiseOf(row.facts), status: 'asked', pausedUntil: String(row.facts.pausedUntil) };
    case 'supplemented':
      return { ...promiseOf(row.facts), status: 'open', pausedUntil: null };
    case 'resumed':
      return { status: 'open', pausedUntil: null };
    case 'extended':
      return { ...promiseOf(row.facts), extraDays: numberFact(row.facts, 'extraDays') };
    case 'claimed':
    case 'released':
    case 'joined':
    case 'extensionAsked':
    case 'extensionRefused':
    case 'received':
    case 'assigned':
    case 'transferred':
    case 'returned':
    case 'followedUp':
    case 'rated':
    case 'erased':
      return {};
  }
}

/** The clock as a new version of the calendar set it. */
const clockOf = (facts: EventFacts): Partial<FixedColumns> => ({
  dueOn: String(facts.dueOn),
  dueAt: String(facts.dueAt),
  provisional: facts.provisional === true,
  calendarVersion: String(facts.calendarVersion),
});

/** A pause that was running moved with the calendar. */
const pauseOf = (facts: EventFacts): Partial<FixedColumns> =>
  typeof facts.pausedUntil === 'string' ? { pausedUntil: facts.pausedUntil } : {};

/** A clock that a move has set: {@link clockOf} with the days it counts. */
const promiseOf = (facts: EventFacts): Partial<FixedColumns> => ({
  ...clockOf(facts),
  workingDays: Number(facts.workingDays),
});

const numberFact = (facts: EventFacts, name: string): number | null =>
  typeof facts[name] === 'number' ? facts[name] : null;

/** A chain may have grown since; what it was then must still be its beginning. */
function faultAgainstAnchor(
  key: Buffer,
  chain: StoredChain,
  anchored: { readonly length: number; readonly head: string },
): ChainFault | null {
  const last = chain.rows[anchored.length - 1]?.hash;
  if (last === undefined) return fault(chain, null, '比存证时的记录少');
  const head = chainHead(key, chain, anchored.length, last);
  return sameHash(head, anchored.head) ? null : fault(chain, null, '与存证不符：链被整个重写');
}
