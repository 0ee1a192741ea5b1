import { addDays } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';
import { DeadlineError } from './deadline.error';

/** The library's refusals have the same codes as the API's; anything else is a fault of ours and stays one. */
export function refusalOf(error: unknown, today?: string): unknown {
  if (!(error instanceof DeadlineError)) return error;
  const { code, params } = error;
  switch (code) {
    case 'CALENDAR_YEAR_UNKNOWN':
      return new AppError(code, { year: String(params.year) });
    case 'DATE_INVALID':
    case 'OVERRIDE_DUPLICATE':
      return new AppError(code, { date: String(params.date) });
    case 'OVERRIDE_TOO_LATE':
      return new AppError(code, {
        date: String(params.date),
        earliest: today === undefined ? '明天' : addDays(today, 1),
      });
    case 'NOTICE_UNREADABLE':
    case 'NOTICE_CONTRADICTORY': {
      const problems = Array.isArray(params.problems) ? params.problems.map(String) : [];
      const details = problems.map((message) => ({ field: 'text', message }));
      return new AppError(code, { problem: problems.join('；') }, details);
    }
    case 'RECEIVED_AT_INVALID':
    case 'WORKING_DAYS_INVALID':
      return new AppError(code);
  }
}

/** Counts, with the library's refusals as the API's. */
export function counted<T>(count: () => T): T {
  try {
    return count();
  } catch (error) {
    throw refusalOf(error);
  }
}
