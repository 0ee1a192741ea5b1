import {
  formatMonthDay,
  lengthenedShare,
  type ReplyFigures,
  type UnitBoardRow,
} from '@sunledger/shared-types';
import type { Tone } from '../../ui';
import { percentWords } from '../region/reply-words';

export const periods = ['week', 'month', 'quarter', 'year'] as const;
export type BoardPeriod = (typeof periods)[number];
export const periodWords: Record<BoardPeriod, string> = {
  week: '本周',
  month: '本月',
  quarter: '本季',
  year: '全年',
};

/** “11月1日至11月30日”. */
export const rangeWords = ({ from, to }: { from: string; to: string }): string =>
  `${formatMonthDay(from)}至${formatMonthDay(to)}`;

/** Messages whose day has come: on time, late, or still open past it. */
export const dueCount = (figures: ReplyFigures): number =>
  figures.onTime + figures.late + figures.openOverdue;

/** How a share is coloured; the words beside it say how many were late. */
export function shareTone(figures: ReplyFigures): Tone {
  if (figures.share === null) return 'grey';
  if (figures.share >= 1) return 'done';
  return figures.share >= 0.9 ? 'soon' : 'late';
}

/** “100%”, cut and never rounded up; “—” where nothing was due. */
export const shareWords = (figures: ReplyFigures): string =>
  figures.share === null ? '—' : percentWords(figures.share);

/** “12 件到期，逾期 2 件”, “3 件还没到期”, “没有留言”. */
export function figuresWords(figures: ReplyFigures): string {
  const due = dueCount(figures);
  const late = figures.late + figures.openOverdue;
  if (due === 0) return figures.notYetDue > 0 ? `${figures.notYetDue} 件还没到期` : '没有留言';
  return late === 0 ? `${due} 件到期，没有逾期` : `${due} 件到期，逾期 ${late} 件`;
}

/** “改类延长 2 件，占 5%”: told wherever units are compared; null where nothing was lengthened. */
export function lengthenedWords(figures: ReplyFigures): string | null {
  const share = lengthenedShare(figures);
  return share === null || share === 0
    ? null
    : `改类延长 ${figures.reclassified} 件，占 ${percentWords(share)}`;
}

/** “1 小时”, “3.5 小时”, “2.5 天”: short ones to the tenth of an hour, long ones in days. */
export function hoursWords(hours: number): string {
  if (hours < 1) return '1 小时';
  if (hours < 48) return `${Math.round(hours * 10) / 10} 小时`;
  return `${Math.round((hours / 24) * 10) / 10} 天`;
}

/** “一半在 3.5 小时内答复”; long ones in days. */
export const medianWords = (hours: number | null): string | null =>
  hours === null ? null : `一半在 ${hoursWords(hours)}内答复`;

/** “九成在 2.5 天内答复”. */
export const p90Words = (hours: number | null): string | null =>
  hours === null ? null : `九成在 ${hoursWords(hours)}内答复`;

/** So many units are shown before the others are asked for. */
const shownUnits = 6;

/** The first units with something due or late, in the server's order (most overdue first), and the others. */
export function pressingFirst(rows: readonly UnitBoardRow[]): {
  pressing: UnitBoardRow[];
  rest: UnitBoardRow[];
} {
  const presses = (row: UnitBoardRow): boolean => dueCount(row.replies) > 0 || row.lights.overdue > 0;
  const pressing = rows.filter(presses).slice(0, shownUnits);
  return { pressing, rest: rows.filter((row) => !pressing.includes(row)) };
}
