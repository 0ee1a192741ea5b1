import type { MessageDetail, MessageMove } from '@sunledger/shared-types';

export interface Work {
  page: 'handle' | 'review';
  word: string;
  /** Somebody waits for it. */
  pressing: boolean;
}

const reviewing: readonly MessageMove[] = [
  'approve',
  'edit',
  'sendBack',
  'approveRevision',
  'sendBackRevision',
];
const deciding: readonly MessageMove[] = [
  'approveExtension',
  'refuseExtension',
  'decideObjection',
  'confirmHide',
  'undoHide',
  'deliver',
];
const handling: readonly MessageMove[] = [
  'assign',
  'transfer',
  'return',
  'reply',
  'decline',
  'askMore',
  'endAsk',
  'unmerge',
  'reclassify',
  'undoReclassify',
  'extend',
];

/** The page on which somebody's moves are, and the word of the way there; null for those without any. */
export function workOf({ moves }: Pick<MessageDetail, 'moves'>): Work | null {
  const may = (some: readonly MessageMove[]): boolean => moves.some((move) => some.includes(move));
  if (may(reviewing)) return { page: 'review', word: '去审核', pressing: true };
  if (may(deciding)) return { page: 'handle', word: '去决定', pressing: true };
  if (may(handling)) return { page: 'handle', word: '去办理', pressing: true };
  if (may(['revise', 'hide'])) {
    const word = !may(['hide']) ? '修改答复' : may(['revise']) ? '修改或撤下答复' : '撤下公开';
    return { page: 'handle', word, pressing: false };
  }
  return null;
}
