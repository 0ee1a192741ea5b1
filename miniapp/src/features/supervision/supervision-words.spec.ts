import { dueWords, lookOf } from './supervision-words';

test.each([
  ['issued', false, '待反馈'],
  ['issued', true, '逾期未反馈'],
  ['answered', true, '待核定'],
  ['closed', false, '已办结'],
  ['closed', true, '逾期办结'],
  ['cancelled', true, '已撤销'],
] as const)('%s, late: %s', (state, overdue, word) => {
  expect(lookOf({ state, overdue }).word).toBe(word);
});

describe('the day', () => {
  const thing = { state: 'issued', overdue: false, dueOn: '2026-03-05', workingDaysLeft: 3 } as const;

  it('counts down while an answer is waited for', () => {
    expect(dueWords(thing, '2026-03-02')).toBe('3月5日（周四）前反馈，剩 3 个工作日');
    expect(dueWords({ ...thing, workingDaysLeft: 0 }, '2026-03-05')).toBe('今日到期，3月5日（周四）前反馈');
  });

  it('is the plain day once it is answered or late', () => {
    expect(dueWords({ ...thing, overdue: true }, '2026-03-09')).toBe('3月5日（周四）前反馈');
    expect(dueWords({ ...thing, state: 'closed' }, '2026-03-04')).toBe('3月5日（周四）前反馈');
  });
});
