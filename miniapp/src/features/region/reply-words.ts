import type { RegionDetail } from '@sunledger/shared-types';

/**
 * A share 0…1 as “98.6%”. Cut, never rounded up: one late reply among ten thousand must not read as 100%.
 */
export function percentWords(share: number): string {
  const tenths = Math.floor(Math.min(1, Math.max(0, share)) * 1000 + 1e-6);
  return tenths % 10 === 0 ? `${tenths / 10}%` : `${(tenths / 10).toFixed(1)}%`;
}

type Replies = Pick<RegionDetail['repliesLast30Days'], 'onTime' | 'late' | 'openOverdue' | 'notYetDue'>;

/** What was due in the last 30 days: “428 件到期，逾期 6 件”; those still within their day do not count. */
export function repliesWords(replies: Replies): string {
  const late = replies.late + replies.openOverdue;
  const due = replies.onTime + late;
  if (due === 0)
    return replies.notYetDue > 0 ? `${replies.notYetDue} 件办理中，都还没有到期` : '没有到期的留言';
  const lateWords = late === 0 ? '没有逾期' : `逾期 ${late} 件`;
  return `${due} 件到期，${lateWords}`;
}

/** “1个工作日”; the promise of the region in the words of the product. */
export const workingDaysWords = (days: number): string => `${days}个工作日`;

/** The promised days per kind, in the order people ask for them. */
export function promiseLines(promise: RegionDetail['promise']): { label: string; days: number }[] {
  return [
    { label: '简单咨询', days: promise.simple },
    { label: '其他咨询', days: promise.inquiry },
    { label: '求助', days: promise.help },
    { label: '纠错', days: promise.correction },
    { label: '建议', days: promise.suggestion },
    { label: '投诉', days: promise.complaint },
  ];
}

/** The colour of an on-time share; the figure and its words say the same. */
export const shareTone = (share: number): 'done' | 'soon' | 'late' =>
  share >= 0.9 ? 'done' : share >= 0.7 ? 'soon' : 'late';
