import { holidayLines, marksByDate, movesWords, weeksOf } from './month-cells';

const marks = marksByDate([
  { date: '2026-10-01', working: false, basis: 'holiday', reason: '国庆节放假' },
  { date: '2026-10-10', working: true, basis: 'makeUp', reason: '周六 调休上班' },
  { date: '2026-10-12', working: false, basis: 'override', reason: '周一 本地区休息（云政发〔2026〕8号）' },
]);

describe('a month of the calendar', () => {
  const weeks = weeksOf(2026, 10, marks, '2026-10-13');
  const all = weeks.flat().filter((cell) => cell !== null);
  const on = (date: string) => all.find((cell) => cell.date === date);

  it('begins its weeks on Monday and has every day once', () => {
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.map((cell) => cell?.day ?? null)).toEqual([null, null, null, 1, 2, 3, 4]);
    expect(all.map((cell) => cell.day)).toEqual(Array.from({ length: 31 }, (_, at) => at + 1));
  });

  it('signs what is off and what is worked, and says whose decision it is', () => {
    expect(on('2026-10-01')).toMatchObject({ sign: '休', working: false, own: false });
    expect(on('2026-10-10')).toMatchObject({ sign: '班', working: true });
    expect(on('2026-10-12')).toMatchObject({ sign: '休', own: true });
    expect(on('2026-10-11')).toMatchObject({ sign: '', working: false, label: '10月11日，休息' });
    expect(on('2026-10-13')?.label).toBe('10月13日，上班，今天');
  });
});

it('names holidays with their days', () => {
  const holidays = [
    { from: '2026-06-19', to: '2026-06-21', name: '端午节' },
    { from: '2026-01-01', to: '2026-01-01', name: '元旦' },
  ];
  expect(holidayLines({ holidays })).toEqual([
    { name: '端午节', days: '6月19日至6月21日' },
    { name: '元旦', days: '1月1日' },
  ]);
});

it('says what would move', () => {
  const none = { later: 0, earlier: 0, settled: 0, examined: 4, complete: true };
  expect(movesWords(none)).toBe('办理中的留言期限都不变。');
  expect(movesWords({ ...none, later: 2, earlier: 1 })).toBe(
    '2 条留言的期限推后，立即生效；1 条可以提前，等公开办确认。',
  );
  expect(movesWords({ ...none, settled: 9, complete: false, examined: 2000 })).toContain('前 2000 条');
});
