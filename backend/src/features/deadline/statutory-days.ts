import { addDays, dateOf } from '@sunledger/shared-types';

import { lunarHolidays } from './statutory-days.data';

export interface StatutoryDay {
  readonly date: string;
  readonly name: string;
}

/** The holidays every notice must name, in the order of the year. */
export const statutoryNames = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;

/** True when the lunar dates of the year are shipped, so that an unpublished year can be estimated. */
export const hasStatutoryDays = (year: number): boolean => lunarHolidays.has(year);

/** The statutory days that need no almanac; 05-02 is one since 2025. */
export function fixedStatutoryDays(year: number): StatutoryDay[] {
  const day = (month: number, dayOfMonth: number, name: string): StatutoryDay => ({
    date: dateOf(year, month, dayOfMonth),
    name,
  });
  return [
    day(1, 1, '元旦'),
    day(5, 1, '劳动节'),
    ...(year >= 2025 ? [day(5, 2, '劳动节')] : []),
    day(10, 1, '国庆节'),
    day(10, 2, '国庆节'),
    day(10, 3, '国庆节'),
  ];
}

/**
 * The 13 statutory days of a year: 《全国年节及纪念日放假办法》第二条 (revision in force since 2025-01-01;
 * 春节 is 除夕 and 初一 to 初三, 劳动节 05-01 and 05-02). Where two holidays share a date (2028-10-03 is
 * both 国庆节 and 中秋节) the date appears once with both names, so the list is shorter than 13.
 * 补假 under 第六条 depends on the notice and is not guessed.
 *
 * @returns dates in order; empty for a year without shipped lunar dates (see {@link hasStatutoryDays})
 */
export function statutoryDaysOf(year: number): StatutoryDay[] {
  const lunar = lunarHolidays.get(year);
  if (!lunar) return [];
  const named: StatutoryDay[] = [
    ...fixedStatutoryDays(year),
    ...[-1, 0, 1, 2].map((offset) => ({ date: addDays(lunar.newYear, offset), name: '春节' })),
    { date: lunar.qingming, name: '清明节' },
    { date: lunar.dragonBoat, name: '端午节' },
    { date: lunar.midAutumn, name: '中秋节' },
  ];
  const byDate = new Map<string, string>();
  for (const { date, name } of named)
    byDate.set(date, byDate.has(date) ? `${name}、${byDate.get(date) ?? ''}` : name);
  return [...byDate].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}
