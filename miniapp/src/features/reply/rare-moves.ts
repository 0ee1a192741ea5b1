import type { MessageDetail, MessageMove } from '@sunledger/shared-types';

/** Moves that are made seldom: one row each under 更多, one sheet each. */
export const rareMoves = [
  'endAsk',
  'askMore',
  'reclassify',
  'undoReclassify',
  'extend',
  'decline',
  'merge',
  'unmerge',
  'return',
  'revise',
  'hide',
] as const satisfies readonly MessageMove[];

/** What waits for the word of a second person or of the office. */
export const decisions = [
  'approveExtension',
  'refuseExtension',
  'decideObjection',
  'approveRevision',
  'sendBackRevision',
  'confirmHide',
  'undoHide',
] as const satisfies readonly MessageMove[];

export type RareMove = (typeof rareMoves)[number];
export type Decision = (typeof decisions)[number];

interface Row {
  title: string;
  note: string;
}

const rows: Record<RareMove, Row> = {
  askMore: { title: '请补充', note: '问留言人一个具体问题，等待期间不计期限' },
  endAsk: { title: '不再等补充', note: '今天起继续计时，没用完的等待日退回' },
  reclassify: { title: '改类型', note: '期限随类型变，变长只许一次' },
  undoReclassify: { title: '撤销改类型', note: '恢复原来的类型和期限' },
  extend: { title: '申请延期', note: '到期日之前，只许一次，公开办同意后生效' },
  decline: { title: '不予受理', note: '写明原因和该到哪里办，审核后发布' },
  merge: { title: '并单', note: '与同一件事的留言一并办理，各算各的期限' },
  unmerge: { title: '取消并单', note: '改为单独办理，期限不变' },
  return: { title: '退回公开办', note: '不归本单位办的，由公开办重新交办' },
  revise: { title: '修改答复', note: '另一位同事审核后替换，原答复保留可查' },
  hide: { title: '撤下公开', note: '立即不公开，由另一位同事确认' },
};

type Facts = Pick<MessageDetail, 'moves'>;

/** The rows of 更多 in their order; only what this person may do now. */
export const rareRows = (message: Facts): (Row & { move: RareMove })[] =>
  rareMoves.filter((move) => message.moves.includes(move)).map((move) => ({ move, ...rows[move] }));

export const awaitsDecision = (message: Facts): boolean =>
  decisions.some((move) => message.moves.includes(move));

/** Where the office extends for another unit no second word is needed (the server decides it likewise). */
export const extendsAtOnce = (message: Facts): boolean => !message.moves.includes('reply');

/** Why somebody asks: the note of the last event of its kind. */
export function lastNote(
  message: Pick<MessageDetail, 'events'>,
  code: MessageDetail['events'][number]['code'],
): string | null {
  const found = message.events.filter((event) => event.code === code);
  return found[found.length - 1]?.note ?? null;
}
