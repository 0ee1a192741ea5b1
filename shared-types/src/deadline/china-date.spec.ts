import fc from 'fast-check';

import {
  addDays,
  chinaDateOf,
  chinaInstant,
  chinaTimeOf,
  dateOfDayNumber,
  dayNumberOf,
  daysBetween,
  formatChinaDateTime,
  formatFullDate,
  formatMonthDayWeekday,
  isChinaDate,
  minutesOfTime,
  parseChinaInstant,
  toChinaIso,
  weekdayName,
} from './china-date';

const anyInstant = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) })
  .map((milliseconds) => new Date(milliseconds));

describe('dates of Asia/Shanghai', () => {
  it.each([
    ['2026-10-07T15:59:59.999Z', '2026-10-07', '23:59'],
    ['2026-10-07T16:00:00Z', '2026-10-08', '00:00'],
    ['2025-12-31T16:30:00Z', '2026-01-01', '00:30'],
    ['1969-12-31T15:59:00Z', '1969-12-31', '23:59'],
  ])('%s is %s %s there', (iso, date, time) => {
    expect([chinaDateOf(new Date(iso)), chinaTimeOf(new Date(iso))]).toEqual([date, time]);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '2026-04-01T00:00',
    '0000-01-01',
    '',
  ])('“%s” is no date', (text) => {
    expect(isChinaDate(text)).toBe(false);
    expect(() => dayNumberOf(text)).toThrow(RangeError);
  });

  it('knows leap days and weekdays', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(['2026-11-22', '2026-11-23', '1969-12-31'].map(weekdayName)).toEqual(['周日', '周一', '周三']);
  });

  it('day numbers and dates are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        expect(dayNumberOf(dateOfDayNumber(day))).toBe(day);
      }),
    );
  });
});

describe('instants', () => {
  it('are written with +08:00 and read back', () => {
    expect(toChinaIso(new Date('2026-11-20T09:00:00Z'))).toBe('2026-11-20T17:00:00+08:00');
    expect(toChinaIso(new Date('2026-11-20T09:00:00.050Z'))).toBe('2026-11-20T17:00:00.050+08:00');
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(parseChinaInstant(toChinaIso(instant))).toEqual(instant);
        expect(new Date(toChinaIso(instant))).toEqual(instant);
        expect(parseChinaInstant(instant.toISOString())).toEqual(instant);
      }),
    );
  });

  it('are read in the zone of Asia/Shanghai when none is written', () => {
    const wanted = new Date('2026-02-13T09:45:00Z');
    for (const text of [
      '2026-02-13T17:45',
      '2026-02-13 17:45:00',
      '2026-02-13T17:45:00+08:00',
      '2026-02-13T04:45-05:00',
      ' 2026-02-13t09:45Z ',
    ]) {
      expect(parseChinaInstant(text)).toEqual(wanted);
    }
    expect(parseChinaInstant('2026-02-13')).toEqual(chinaInstant('2026-02-13'));
  });

  it.each([
    '',
    'now',
    '2026-02-30',
    '2026-02-13T24:00',
    '2026-02-13T17',
    '2026-02-13T17:60',
    '2026/02/13',
    '2026-02-13Z',
    '2026-02-13T17:45+15:00',
    '1700000000',
  ])('“%s” is not read', (text) => {
    expect(parseChinaInstant(text)).toBeNull();
  });

  it('24:00 is the next midnight', () => {
    expect(chinaInstant('2026-12-31', '24:00')).toEqual(chinaInstant('2027-01-01'));
    expect(() => minutesOfTime('24:01')).toThrow(RangeError);
    expect(() => minutesOfTime('8:30')).toThrow(RangeError);
  });
});

describe('dates for people', () => {
  it('“11月23日（周一）”, “2026年11月23日（周一）”, with the time', () => {
    expect(formatMonthDayWeekday('2026-11-23')).toBe('11月23日（周一）');
    expect(formatFullDate('2026-01-04')).toBe('2026年1月4日（周日）');
    expect(formatChinaDateTime(new Date('2026-11-20T01:05:00Z'))).toBe('2026年11月20日（周五）09:05');
  });
});
