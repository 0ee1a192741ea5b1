import { dateOf, daysInMonth, partsOfDate } from '../deadline';

export const bulletinKinds = ['month', 'quarter', 'year'] as const;
export type BulletinKind = (typeof bulletinKinds)[number];

export const bulletinKindWords: Record<BulletinKind, string> = {
  month: '月度通报',
  quarter: '季度通报',
  year: '年度通报',
};

/** How many parts a year has: months 1–12, quarters 1–4, or the year itself. */
export const partsOfYear: Record<BulletinKind, number> = { month: 12, quarter: 4, year: 1 };

const quarterWords = ['第一季度', '第二季度', '第三季度', '第四季度'];

export interface BulletinPeriod {
  readonly kind: BulletinKind;
  readonly year: number;
  /** 1-based: the month or the quarter; 1 for a year. */
  readonly part: number;
}

/** The first and the last date of a period, both inclusive. */
export function datesOfPeriod({ kind, year, part }: BulletinPeriod): { from: string; to: string } {
  const length = 12 / partsOfYear[kind];
  const last = part * length;
  return { from: dateOf(year, last - length + 1, 1), to: dateOf(year, last, daysInMonth(year, last)) };
}

/** 2026年3月, 2026年第一季度, 2026年度 */
export function periodName({ kind, year, part }: BulletinPeriod): string {
  if (kind === 'month') return `${year}年${part}月`;
  return kind === 'quarter' ? `${year}年${quarterWords[part - 1] ?? ''}` : `${year}年度`;
}

/** 2026年3月31日, as papers write dates. */
export function paperDate(date: string): string {
  const parts = partsOfDate(date);
  return parts ? `${parts.year}年${parts.month}月${parts.day}日` : date;
}
