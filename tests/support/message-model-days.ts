import { addDays, type MessageKind } from '@sunledger/shared-types';

/** The days of the default promise, and counting in weeks without holidays. */

const DAYS: Record<MessageKind, number> = {
  inquiry: 5,
  correction: 3,
  help: 5,
  suggestion: 7,
  complaint: 15,
};
export const daysOf = (kind: MessageKind, simple: boolean): number =>
  kind === 'inquiry' && simple ? 1 : DAYS[kind];
const works = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The n-th weekday after a date. */
export function plus(date: string, days: number): string {
  let at = date;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (works(at)) left -= 1;
  }
  return at;
}

export function between(from: string, to: string): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (works(at)) count += 1;
  return count;
}

export const min = (a: string, b: string): string => (a < b ? a : b);
