import {
  formatMonthDayWeekday,
  supervisionStateWords,
  type Supervision,
  type SupervisionEventCode,
  type SupervisionList,
} from '@sunledger/shared-types';
import type { Tone } from '../../ui';

/** 督办单 in words, shape and colour. Pure. */
export interface Look {
  tone: Tone;
  shape: string;
  word: string;
}

/** How it stands: what is late says so, also after it was answered. */
export function lookOf({ state, overdue }: Pick<Supervision, 'state' | 'overdue'>): Look {
  switch (state) {
    case 'issued':
      return overdue
        ? { tone: 'late', shape: '▲', word: '逾期未反馈' }
        : { tone: 'soon', shape: '◐', word: supervisionStateWords.issued };
    case 'answered':
      return { tone: 'going', shape: '▶\uFE0E', word: supervisionStateWords.answered };
    case 'closed':
      return overdue
        ? { tone: 'late', shape: '◆', word: '逾期办结' }
        : { tone: 'done', shape: '●', word: supervisionStateWords.closed };
    case 'cancelled':
      return { tone: 'grey', shape: '✕', word: supervisionStateWords.cancelled };
  }
}

/** “3月5日（周四）前反馈，剩 3 个工作日”. */
export function dueWords(
  {
    state,
    overdue,
    dueOn,
    workingDaysLeft,
  }: Pick<Supervision, 'state' | 'overdue' | 'dueOn' | 'workingDaysLeft'>,
  today: string,
): string {
  const day = `${formatMonthDayWeekday(dueOn)}前反馈`;
  if (state !== 'issued' || overdue) return day;
  if (dueOn === today) return `今日到期，${day}`;
  return workingDaysLeft ? `${day}，剩 ${workingDaysLeft} 个工作日` : day;
}

export const eventTones: Record<SupervisionEventCode, Tone> = {
  issued: 'going',
  answered: 'done',
  returned: 'soon',
  closed: 'done',
  cancelled: 'grey',
  overdue: 'late',
  escalated: 'late',
};

export const listWords: Record<SupervisionList | 'all', string> = {
  all: '全部',
  overdue: '逾期未反馈',
  issued: '待反馈',
  answered: '待核定',
  done: '已办结',
};
