import { diffChars } from 'diff';
import type { MessageDetail, ReplyView } from '@sunledger/shared-types';

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Shorter runs of unchanged letters between two changes read as part of the change. */
const SHORT = 2;

/** What was taken out of a text and what was put in, in reading order: removed words before added ones. Pure. */
export function diffParts(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') parts.push({ kind: 'removed', text: removed });
    if (added !== '') parts.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  const changes = diffChars(before, after);
  changes.forEach((change, at) => {
    const between = at > 0 && at < changes.length - 1;
    if (change.removed) removed += change.value;
    else if (change.added) added += change.value;
    else if (between && change.value.length <= SHORT && (removed !== '' || added !== '')) {
      removed += change.value;
      added += change.value;
    } else {
      flush();
      parts.push({ kind: 'same', text: change.value });
    }
  });
  flush();
  return parts;
}

/** The version that a draft changes: what a reviewer edited or sent back, or the answer that it revises. */
export function versionBefore(message: Pick<MessageDetail, 'replies'>, draft: ReplyView): ReplyView | null {
  const earlier = message.replies.filter((reply) => reply.id < draft.id && reply.status !== 'superseded');
  return earlier[earlier.length - 1] ?? null;
}
