import {
  bulletinKindWords,
  bulletinStateWords,
  lengthenedShare,
  paperDate,
  type BulletinFigures,
  type BulletinKind,
  type BulletinReplies,
  type BulletinRow,
  type BulletinState,
} from '@sunledger/shared-types';
import type { Tone } from '../../ui';

export const bulletinTones: Record<BulletinState, Tone> = {
  draft: 'grey',
  inReview: 'soon',
  published: 'done',
  withdrawn: 'grey',
};

export const bulletinNote = ({ kind, asOf, status }: BulletinRow): string =>
  [
    bulletinKindWords[kind],
    `截至${paperDate(asOf)}`,
    status === 'published' ? '' : bulletinStateWords[status],
  ]
    .filter(Boolean)
    .join(' · ');

export const shareText = (share: number | null): string =>
  share === null ? '没有到期的' : `${(share * 100).toFixed(1)}%`;

export function replyText({ replies }: BulletinFigures): string {
  if (replies.total === 0) return '本期没有到期的留言。';
  return `应答复 ${replies.total} 件：按期 ${replies.onTime}，逾期答复 ${replies.late}，逾期未答 ${replies.openOverdue}，未到期 ${replies.notYetDue}。${apartText(replies)}`;
}

/** What was lengthened, declined or withdrawn; older bulletins did not count it. */
function apartText({ total, reclassified, declined, withdrawn }: BulletinReplies): string {
  if (reclassified === undefined) return '';
  return `改类延长 ${lengthenedText({ total, reclassified })}，不予受理 ${declined ?? 0}；留言人撤回 ${withdrawn ?? 0}，不计入。`;
}

/** “2（5.0%）”. */
export function lengthenedText(figures: { total: number; reclassified: number }): string {
  const share = lengthenedShare(figures);
  return share === null ? '0' : `${figures.reclassified}（${shareText(share)}）`;
}

/** The period before today, which is what one reports on. `today` is `YYYY-MM-DD`. */
export function lastPeriod(kind: BulletinKind, today: string): { year: number; part: number } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  if (kind === 'year') return { year: month === 12 ? year : year - 1, part: 1 };
  const length = kind === 'month' ? 1 : 3;
  const parts = 12 / length;
  // In the last days of a period people report on that one already.
  const part = Math.ceil(month / length) - (Number(today.slice(8)) >= 25 && month % length === 0 ? 0 : 1);
  return part === 0 ? { year: year - 1, part: parts } : { year, part };
}
