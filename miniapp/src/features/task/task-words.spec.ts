import { noLights } from '@sunledger/shared-types';
import { finishedPercent, lightPartsOf, lightSummary, pressingLight } from './light-parts';
import {
  dayWords,
  deadlineParts,
  deadlineShort,
  lightMore,
  taskNumber,
  timeLeftWords,
  unitsShort,
} from './task-words';

const today = '2026-11-20'; // a Friday
const task = (dueOn: string | null, workingDaysLeft: number | null = null, light = 'onTrack' as const) => ({
  light,
  dueOn,
  workingDaysLeft,
  finishedOn: null,
});

describe('timeLeftWords', () => {
  it.each([
    ['2026-11-20', 0, '今日到期'],
    ['2026-11-21', 0, '明天到期'],
    ['2026-11-22', 0, '11月22日到期'],
    ['2026-11-23', 1, '剩 1 个工作日'],
    ['2026-11-30', 6, '剩 6 个工作日'],
    ['2026-11-08', null, '逾期 12 天'],
  ])('due on %s with %p working days left reads %s', (dueOn, left, words) => {
    expect(timeLeftWords(task(dueOn, left), today)).toBe(words);
  });
  it('says nothing of undated and of closed tasks', () => {
    expect(timeLeftWords(task(null), today)).toBeNull();
    expect(timeLeftWords({ ...task('2026-11-01'), light: 'doneLate' }, today)).toBeNull();
  });
});

describe('lightMore', () => {
  it('tells how late a finished task was', () => {
    const late = {
      light: 'doneLate' as const,
      dueOn: '2026-09-30',
      workingDaysLeft: null,
      finishedOn: '2026-10-03',
    };
    expect(lightMore(late, today)).toBe('晚 3 天');
  });
  it('tells how far an open one is over its day', () => {
    expect(lightMore({ ...task('2026-11-08'), light: 'overdue' }, today)).toBe('已超 12 天');
  });
  it('is quiet about what is on its way', () =>
    expect(lightMore(task('2026-12-31', 29), today)).toBeUndefined());
});

it('words for numbers, units, deadlines and days', () => {
  expect(taskNumber('20')).toBe('第 20 项');
  expect(taskNumber('（三）')).toBe('（三）');
  expect(taskNumber(' ')).toBeNull();
  expect(unitsShort([{ name: '县教育局' }])).toBe('县教育局');
  expect(unitsShort([{ name: '县教育局' }, { name: '县财政局' }])).toBe('县教育局等 2 家');
  expect(unitsShort([])).toBe('');
  expect(deadlineParts({ deadlineText: '三季度前', dueOn: '2026-09-30', continuous: false })).toEqual({
    text: '三季度前',
    date: '2026年9月30日（周三）',
  });
  expect(deadlineParts({ deadlineText: null, dueOn: null, continuous: false }).text).toBe('文件没有写明时限');
  expect(deadlineShort({ deadlineText: null, dueOn: '2027-01-31', continuous: false, year: 2026 })).toBe(
    '2027年1月31日前',
  );
  expect(deadlineShort({ deadlineText: null, dueOn: null, continuous: true, year: 2026 })).toBe('全年');
  expect(dayWords('2026-11-20', today)).toBe('今天');
  expect(dayWords('2026-11-19', today)).toBe('昨天');
  expect(dayWords('2025-12-31', today)).toBe('2025年12月31日（周三）');
});

describe('lights of many tasks', () => {
  const counts = { ...noLights(), done: 18, doneLate: 1, onTrack: 20, dueSoon: 4, overdue: 3 };

  it('counts a late finish as finished, and shows its own part', () => {
    expect(finishedPercent(counts)).toBe(41);
    expect(lightPartsOf(counts).find((part) => part.word === '逾期完成')).toMatchObject({
      count: 1,
      tone: 'late',
    });
    expect(lightSummary(counts)).toBe('46 项任务 · 19 项完成');
  });
  it('is 100% only when everything is finished', () => {
    expect(finishedPercent({ ...noLights(), done: 999, overdue: 1 })).toBe(99);
    expect(finishedPercent({ ...noLights(), done: 3 })).toBe(100);
    expect(finishedPercent(noLights())).toBe(0);
  });
  it('points at overdue before due soon', () => {
    expect(pressingLight(counts)).toEqual({ light: 'overdue', count: 3 });
    expect(pressingLight({ ...noLights(), onTrack: 2 })).toBeNull();
  });
});
