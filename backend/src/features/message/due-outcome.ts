import { parseChinaInstant } from '@sunledger/shared-types';
import { overdueMarkStands, type DueRevision } from '../deadline';
import type { Message } from './message';

/** What a new version of the calendar does to one open message. */
export type DueOutcome =
  | { readonly kind: 'none' }
  /** A later date is applied at once. */
  | { readonly kind: 'later'; readonly dueOn: string; readonly dueAt: Date; readonly provisional: boolean }
  /** The date stays and is no longer provisional. */
  | { readonly kind: 'settled' }
  /** An earlier date is only proposed; the promised one may be settled meanwhile. */
  | { readonly kind: 'earlier'; readonly dueOn: string; readonly settles: boolean }
  /** A mark made on a provisional date, judged once more by the final calendar. */
  | { readonly kind: 'judged'; readonly dueOn: string; readonly dueAt: Date; readonly lifted: boolean };

type Clock = Pick<Message, 'dueOn' | 'dueAt' | 'provisional' | 'overdueMarkedAt'>;

/**
 * Reads a recount by the rule (reply-rule, Counting 5): later applies, earlier asks, a mark stays except
 * that one made on a provisional date is judged once more. Pure. Once judged, the date is final, so that
 * no later calendar judges the same mark a second time.
 */
export function outcomeOf(clock: Clock, revision: DueRevision, now: Date): DueOutcome {
  if (revision.change === 'none') return { kind: 'none' };
  const counted = { dueOn: revision.to, dueAt: instantOf(revision.explanation.dueAt) };
  const settles = clock.provisional && !revision.explanation.provisional;
  if (clock.overdueMarkedAt !== null) {
    if (!settles) return { kind: 'none' };
    const stands = overdueMarkStands(
      { provisional: true, judgedAgain: false },
      { dueAt: counted.dueAt, provisional: false },
      now,
    );
    const date = counted.dueOn > clock.dueOn ? counted : { dueOn: clock.dueOn, dueAt: clock.dueAt };
    return { kind: 'judged', ...date, lifted: !stands };
  }
  if (revision.change === 'later')
    return { kind: 'later', ...counted, provisional: revision.explanation.provisional };
  // A day that has passed is not asked about: it will be marked as it was promised.
  if (revision.change === 'earlier' && now < clock.dueAt)
    return { kind: 'earlier', dueOn: counted.dueOn, settles };
  return settles ? { kind: 'settled' } : { kind: 'none' };
}

function instantOf(iso: string): Date {
  const instant = parseChinaInstant(iso);
  if (!instant) throw new RangeError(`no instant: ${iso}`);
  return instant;
}
