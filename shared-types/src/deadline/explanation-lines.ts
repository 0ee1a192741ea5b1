import { weekdayName } from './china-date';
import type { DueDay, DueExplanation } from './deadline.schema';

/** One line of “为什么是这一天”: a day counted, or a run of days skipped for the same reason. */
export interface ExplanationLine {
  from: string;
  to: string;
  /** The ordinal of the working day, 0 for skipped days. */
  counted: number;
  /** “10-01 至 10-07 国庆节放假”, “10-10 周六 调休上班 第2个工作日”. */
  text: string;
}

/** The days of an explanation as lines to read, in order; together they cover every day once. */
export function explanationLines(explanation: Pick<DueExplanation, 'days'>): ExplanationLine[] {
  const runs: DueDay[][] = [];
  for (const day of explanation.days) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && joins(last, day)) run.push(day);
    else runs.push([day]);
  }
  return runs.map(lineOf);
}

/** Skipped days join when the reason is the same, and so do the two days of a weekend. */
function joins(last: DueDay, day: DueDay): boolean {
  if (last.counted > 0 || day.counted > 0) return false;
  return last.reason === day.reason || (last.basis === 'weekend' && day.basis === 'weekend');
}

function lineOf(run: DueDay[]): ExplanationLine {
  const [first, last] = [run[0], run[run.length - 1]];
  if (!first || !last) throw new RangeError('a line needs a day');
  const dates = first === last ? short(first.date) : `${short(first.date)} 至 ${short(last.date)}`;
  const isWeekend = first.basis === 'weekend' && first !== last;
  const reason = isWeekend ? `${weekdayName(first.date)}、${weekdayName(last.date)}休息` : first.reason;
  const ordinal = first.counted > 0 ? ` 第${first.counted}个工作日` : '';
  return { from: first.date, to: last.date, counted: first.counted, text: `${dates} ${reason}${ordinal}` };
}

const short = (date: string): string => date.slice(5);
