import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type CalendarYear, weekdayOf } from '@sunledger/shared-types';

import { WorkCalendar, hasStatutoryDays, nationalCalendar, statutoryDaysOf, workingDaysLeft } from '.';
import { checkCalendarYear } from './check-calendar-year';
import { nationalYears } from './national-years.data';

const dates = (year: number, basis: string): string[] =>
  nationalCalendar.daysOf(year).flatMap((day) => (day.basis === basis ? [day.date] : []));

describe('the shipped years', () => {
  // Days named off, make-up days, working days; counted from the notices.
  it.each([
    [2020, 30, 6, 249],
    [2021, 31, 7, 250],
    [2022, 32, 7, 249],
    [2023, 26, 7, 249],
    [2024, 28, 8, 251],
    [2025, 28, 5, 248],
    [2026, 33, 6, 248],
  ])(
    '“`calendar/holidays.json` holds 2020–2026 (`off`, `workWeekends`, and `ranges` with the name of each holiday”: %i',
    (year, off, makeUp, working) => {
      expect(dates(year, 'holiday')).toHaveLength(off);
      expect(dates(year, 'makeUp')).toHaveLength(makeUp);
      expect(nationalCalendar.daysOf(year).filter((day) => day.working)).toHaveLength(working);
    },
  );

  it.each(nationalYears.map((year) => [year.year, year] as const))(
    '%i contradicts neither itself nor the law',
    (_, year) => {
      expect(checkCalendarYear(year).problems).toEqual([]);
    },
  );

  it('“a range may cross the year”: the 2023 notice gives 2022-12-31 off', () => {
    expect(nationalCalendar.dayOf('2022-12-31').reason).toBe('元旦放假');
  });

  it('“verified against the notices and day by day”: 除夕 2024 is worked, 2020-02-01 is not (国办发明电〔2020〕1号)', () => {
    expect(nationalCalendar.isWorkingDay('2024-02-09')).toBe(true);
    expect(nationalCalendar.isWorkingDay('2020-02-01')).toBe(false);
  });

  const shared = join(
    process.env.SHARED_DIR ?? join(__dirname, '../../../../../shared'),
    'calendar/holidays.json',
  );
  if (existsSync(shared)) {
    const truth: Record<string, { off: string[]; workWeekends: string[] }> = JSON.parse(
      readFileSync(shared, 'utf8'),
    );
    it.each(Object.entries(truth))(
      '%s agrees with shared/calendar/holidays.json',
      (year, { off, workWeekends }) => {
        expect(dates(Number(year), 'holiday')).toEqual(off);
        expect(dates(Number(year), 'makeUp')).toEqual(workWeekends);
      },
    );
  } else {
    process.stdout.write(`not compared with ${shared}: the file is not on this machine\n`);
  }
});

describe('years without a notice', () => {
  it('“all 13 statutory days of 《全国年节及纪念日放假办法》 第二条”; a shared date is named twice', () => {
    expect([2027, 2028, 2029, 2030].map((year) => statutoryDaysOf(year).length)).toEqual([13, 12, 13, 13]);
    expect(statutoryDaysOf(2028).find((day) => day.date === '2028-10-03')?.name).toBe('中秋节、国庆节');
    expect(
      statutoryDaysOf(2030)
        .filter((day) => day.name === '春节')
        .map((day) => day.date),
    ).toEqual(['2030-02-02', '2030-02-03', '2030-02-04', '2030-02-05']);
    expect(statutoryDaysOf(2029).map((day) => day.date)).toEqual(
      expect.arrayContaining(['2029-04-04', '2029-06-16', '2029-09-22']),
    );
  });

  it('“lunar ones from shipped data for 2027–2030”: provisional on every day, and no further', () => {
    expect(nationalCalendar.daysOf(2030).every((day) => day.provisional)).toBe(true);
    expect([2026, 2027, 2030, 2031].map(hasStatutoryDays)).toEqual([false, true, true, false]);
    for (const date of ['2019-12-31', '2031-01-01']) {
      expect(() => nationalCalendar.dayOf(date)).toThrow(
        expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN' }),
      );
    }
  });

  it('have no make-up weekends', () => {
    expect(nationalCalendar.daysOf(2028).some((day) => day.working && weekdayOf(day.date) % 6 === 0)).toBe(
      false,
    );
  });
});

describe('composition', () => {
  const year2031: CalendarYear = {
    year: 2031,
    source: '虚构',
    ranges: [{ from: '2031-01-01', to: '2031-01-01', name: '元旦' }],
    workWeekends: [],
  };

  it('an imported year makes a year known beyond the shipped dates', () => {
    const calendar = nationalCalendar.withYears([year2031]);
    expect(calendar.dayOf('2031-01-01')).toMatchObject({ reason: '元旦放假', provisional: false });
    expect(nationalCalendar.isPublished(2031)).toBe(false);
    expect(calendar.publishedYears().map((year) => year.year)).toEqual([
      2020, 2021, 2022, 2023, 2024, 2025, 2026, 2031,
    ]);
  });

  it('an imported year replaces the shipped one, and overrides survive the import', () => {
    const override = { date: '2026-03-03', working: false, decision: '某决定' };
    const calendar = nationalCalendar
      .withOverrides([override])
      .withYears([{ ...year2031, year: 2026, ranges: [] }]);
    expect(calendar.isWorkingDay('2026-10-01')).toBe(true);
    expect(calendar.isWorkingDay('2026-03-03')).toBe(false);
  });

  it('the version does not depend on the order in which the parts are given', () => {
    const [a, b] = [
      { date: '2026-03-03', working: false, decision: '甲' },
      { date: '2026-03-04', working: true, decision: '乙' },
    ];
    const versions = [
      [a, b],
      [b, a],
    ].map((overrides) => new WorkCalendar({ overrides }).version);
    expect(versions[0]).toBe(versions[1]);
    expect(versions[0]).toMatch(/^2020-2026\.[0-9a-f]{12}\+2$/);
  });

  it.each(['2026-02-30', '2026-2-3', '20260203', ''])('“%s” is no date', (date) => {
    expect(() => nationalCalendar.dayOf(date)).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }));
  });
});

describe('time left', () => {
  const due = { dueOn: '2026-11-26', dueAt: new Date('2026-11-27T00:00:00+08:00') };
  it.each([
    ['2026-11-20T17:00:00+08:00', '剩 4 个工作日', 'left'],
    ['2026-11-21T09:00:00+08:00', '剩 4 个工作日', 'left'],
    ['2026-11-25T23:59:00+08:00', '明天到期', 'dueTomorrow'],
    ['2026-11-26T00:00:00+08:00', '今日到期', 'dueToday'],
    ['2026-11-27T00:00:00+08:00', '已逾期 1 个工作日', 'late'],
    ['2026-12-01T08:00:00+08:00', '已逾期 3 个工作日', 'late'],
  ])('at %s: %s', (now, text, state) => {
    expect(workingDaysLeft(nationalCalendar, due, new Date(now))).toMatchObject({ text, state });
  });

  it('the weekend after a Friday is late without a working day', () => {
    const friday = { dueOn: '2026-11-27', dueAt: new Date('2026-11-28T00:00:00+08:00') };
    expect(workingDaysLeft(nationalCalendar, friday, new Date('2026-11-29T08:00:00+08:00')).text).toBe(
      '已逾期',
    );
    expect(workingDaysLeft(nationalCalendar, friday, new Date('2026-11-28T08:00:00+08:00')).state).toBe(
      'late',
    );
  });

  it('is late from the close of business where the region ends the day there', () => {
    const closing = { dueOn: '2026-11-26', dueAt: new Date('2026-11-26T17:30:00+08:00') };
    const stateAt = (now: string) => workingDaysLeft(nationalCalendar, closing, new Date(now)).state;
    expect([stateAt('2026-11-26T17:29:59+08:00'), stateAt('2026-11-26T17:30:00+08:00')]).toEqual([
      'dueToday',
      'late',
    ]);
  });
});
