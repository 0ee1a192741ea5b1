import { addDays, dateOf, daysInMonth, partsOfDate, weekdayOf } from '@sunledger/shared-types';

export type BoardPeriod = 'week' | 'month' | 'quarter' | 'year';

/** The week (Monday to Sunday), month, quarter or year that a date lies in. */
export function boardPeriod(period: BoardPeriod, today: string): { from: string; to: string } {
  const parts = partsOfDate(today);
  if (!parts) throw new RangeError(`no date: ${today}`);
  const { year, month } = parts;
  switch (period) {
    case 'week': {
      const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'month':
      return months(year, month, month);
    case 'quarter': {
      const first = month - ((month - 1) % 3);
      return months(year, first, first + 2);
    }
    case 'year':
      return months(year, 1, 12);
  }
}

const months = (year: number, first: number, last: number): { from: string; to: string } => ({
  from: dateOf(year, first, 1),
  to: dateOf(year, last, daysInMonth(year, last)),
});
