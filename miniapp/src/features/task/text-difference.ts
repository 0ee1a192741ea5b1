import { diffArrays } from 'diff';

export interface TextPart {
  text: string;
  kind: 'same' | 'added' | 'taken';
}

/** Words in the sense of Chinese: runs of letters or digits stay whole, everything else is one character. */
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9.%]+|[\s\S]/g) ?? [];

/** A stretch between two changes that is too short to be read as unchanged. */
const TOO_SHORT = 2;

/** What was added and what was taken from one wording to the next, in reading order. */
export function textDifference(before: string, after: string): TextPart[] {
  const parts: TextPart[] = diffArrays(pieces(before), pieces(after)).map((change) => ({
    text: change.value.join(''),
    kind: change.added ? 'added' : change.removed ? 'taken' : 'same',
  }));
  return joined(parts);
}

/** Crumbs between changes go to both sides, so that people read phrases and not letters. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  let taken = '';
  let added = '';
  const close = (): void => {
    if (taken) result.push({ text: taken, kind: 'taken' });
    if (added) result.push({ text: added, kind: 'added' });
    taken = '';
    added = '';
  };
  parts.forEach((part, at) => {
    if (part.kind === 'taken') taken += part.text;
    else if (part.kind === 'added') added += part.text;
    else if (part.text.length <= TOO_SHORT && at > 0 && at < parts.length - 1) {
      taken += part.text;
      added += part.text;
    } else {
      close();
      result.push(part);
    }
  });
  close();
  return result;
}
