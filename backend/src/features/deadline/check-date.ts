import { isChinaDate } from '@sunledger/shared-types';

import { DeadlineError } from './deadline.error';

/** The date itself, when it is one. */
export function checkDate(date: string): string {
  if (!isChinaDate(date)) throw invalidDate(date);
  return date;
}

export function invalidDate(date: string): DeadlineError {
  return new DeadlineError('DATE_INVALID', `“${date}”不是日期，请写成 2026-11-23 的样子。`, { date });
}
