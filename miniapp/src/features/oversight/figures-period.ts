import { dateOf, daysInMonth, partsOfDate } from '@sunledger/shared-types';
import type { Period } from './items-of';

export const figuresPeriods = ['month', 'lastMonth', 'quarter', 'year'] as const;
export type FiguresPeriod = (typeof figuresPeriods)[number];
export const figuresPeriodWords: Record<FiguresPeriod, string> = {
  month: '本月',
  lastMonth: '上月',
  quarter: '本季',
  year: '全年',
};

/** The due dates that a period is about. */
export function periodDates(period: FiguresPeriod, today: string): Period {
  const { year, month } = partsOfDate(today) ?? { year: 2000, month: 1 };
  const first = month - ((month - 1) % 3);
  switch (period) {
    case 'month':
      return months(year, month, month);
    case 'lastMonth':
      return month === 1 ? months(year - 1, 12, 12) : months(year, month - 1, month - 1);
    case 'quarter':
      return months(year, first, first + 2);
    case 'year':
      return months(year, 1, 12);
  }
}

const months = (year: number, from: number, to: number): Period => ({
  from: dateOf(year, from, 1),
  to: dateOf(year, to, daysInMonth(year, to)),
});
