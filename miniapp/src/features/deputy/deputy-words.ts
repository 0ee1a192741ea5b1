import {
  addDays,
  formatMonthDayWeekday,
  isChinaDate,
  MAX_DEPUTY_DAYS,
  type Deputy,
} from '@sunledger/shared-types';
import type { Tone } from '../../ui';

export const deputyMarks: Record<Deputy['state'], { tone: Tone; shape: string; word: string }> = {
  coming: { tone: 'soon', shape: '○', word: '未开始' },
  now: { tone: 'going', shape: '▶\uFE0E', word: '代办中' },
  past: { tone: 'grey', shape: '●', word: '已期满' },
  ended: { tone: 'grey', shape: '◇', word: '提前结束' },
};

/** “3月3日（周二）至3月6日（周五）”, one day by itself. */
export const deputyDays = ({ from, until }: Pick<Deputy, 'from' | 'until'>): string =>
  from === until
    ? formatMonthDayWeekday(from)
    : `${formatMonthDayWeekday(from)}至${formatMonthDayWeekday(until)}`;

/** The latest last day for a first one. */
export const latestUntil = (from: string): string | undefined =>
  isChinaDate(from) ? addDays(from, MAX_DEPUTY_DAYS - 1) : undefined;

/** Whether the dates may be sent; the server looks again. */
export const datesFit = (from: string, until: string, today: string): boolean =>
  isChinaDate(from) &&
  isChinaDate(until) &&
  from >= today &&
  until >= from &&
  until <= (latestUntil(from) ?? '');
