import { defaultReplyRule } from '@sunledger/shared-types';
import { hoursAsText, hoursOf, hoursProblem } from './hours-text';

const summer = {
  from: '05-01',
  sessions: [
    { start: '08:30', end: '12:00' },
    { start: '15:00', end: '18:00' },
  ],
};

describe('working hours in words', () => {
  it('are read back as they were written', () => {
    const seasons = [...defaultReplyRule.workingHours, summer];
    expect(hoursAsText([summer])).toBe('05-01 起 08:30-12:00、15:00-18:00');
    expect(hoursOf(hoursAsText(seasons))).toEqual(seasons);
  });

  it.each(['5月1日起8：30—12：00，15：00至18：00', ' 05-01  8:30-12:00 15:00-18:00 \n\n'])(
    'are read as people type them: %s',
    (text) => expect(hoursOf(text)).toEqual([summer]),
  );

  it.each([
    '',
    '08:30-12:00',
    '05-01',
    '13-01 08:30-12:00',
    '05-01 12:00-08:30',
    '05-01 08:30-25:00',
    '05-01 08:30-12:00 下午休息',
    '05-01 08:30-12:00\n05-01 09:00-12:00',
  ])('are refused when they are none: %j', (text) => {
    expect(hoursOf(text)).toBeNull();
    expect(hoursProblem(text)).toContain('每行一季');
  });
});
