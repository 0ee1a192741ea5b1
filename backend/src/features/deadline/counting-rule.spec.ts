import {
  type DueExplanation,
  type ReplyRule,
  type WorkCalendarOverride,
  chinaInstant,
  defaultReplyRule,
  explanationLines,
  promisedWorkingDays,
} from '@sunledger/shared-types';

import {
  DeadlineError,
  type DeadlineErrorCode,
  WorkCalendar,
  checkOverride,
  confirmedEarlierDate,
  explainDueDate,
  missingNoticeYear,
  nationalCalendar,
  overdueMarkStands,
  reviseDueDate,
  statutoryDaysOf,
  workingDaysLeft,
} from '.';
import { notice2027 } from './invented-notice.fixture';
import { parseNotice } from './parse-notice';

/** Every test here is named by the sentence of the reply rule, “Counting”, that it holds. */

const explain = (
  receivedAt: string,
  workingDays: number,
  calendar: WorkCalendar = nationalCalendar,
  knobs: Partial<ReplyRule> = {},
): DueExplanation =>
  explainDueDate({
    receivedAt: new Date(receivedAt),
    workingDays,
    calendar,
    rule: { ...defaultReplyRule, ...knobs },
  });

const codeOf = (act: () => unknown): DeadlineErrorCode | 'none' => {
  try {
    act();
    return 'none';
  } catch (error) {
    if (error instanceof DeadlineError) return error.code;
    throw error;
  }
};

const off = (date: string): WorkCalendarOverride => ({ date, working: false, decision: '云政发〔2026〕8号' });
const work = (date: string): WorkCalendarOverride => ({ ...off(date), working: true });
const published2027 = nationalCalendar.withYears([parseNotice(notice2027).year]);

describe('Counting 1', () => {
  it('“The zone is Asia/Shanghai, fixed +08:00.”', () => {
    expect(explain('2026-10-07T16:30:00Z', 1)).toMatchObject({
      receivedAt: '2026-10-08T00:30:00+08:00',
      dueAt: '2026-10-10T00:00:00+08:00',
    });
  });

  it('“All counting is on calendar dates of that zone; instants are stored in UTC.”', () => {
    expect(explain('2026-02-28T00:10:00+08:00', 1).dueOn).toBe('2026-03-02');
    expect(new Date(explain('2026-02-28T00:10:00+08:00', 1).dueAt).toISOString()).toBe(
      '2026-03-02T16:00:00.000Z',
    );
  });
});

describe('Counting 2', () => {
  it("“A day works if the region's override says so”", () => {
    const region = nationalCalendar.withOverrides([off('2026-02-14'), work('2026-02-15'), off('2026-03-02')]);
    expect(region.isWorkingDay('2026-02-14')).toBe(false);
    expect(region.isWorkingDay('2026-02-15')).toBe(true);
    expect(region.isWorkingDay('2026-03-02')).toBe(false);
    expect(region.dayOf('2026-02-14').reason).toBe('周六 本地区休息（云政发〔2026〕8号）');
  });

  it('“else if a State Council notice names it a make-up day (调休上班)”', () => {
    expect(nationalCalendar.dayOf('2026-02-14')).toMatchObject({ working: true, reason: '周六 调休上班' });
  });

  it('“else if it is Monday to Friday and no notice names it off”', () => {
    expect(nationalCalendar.dayOf('2026-11-23')).toMatchObject({ working: true, reason: '周一' });
    expect(nationalCalendar.dayOf('2026-11-22')).toMatchObject({ working: false, reason: '周日 休息' });
    expect(nationalCalendar.dayOf('2026-10-07')).toMatchObject({ working: false, reason: '国庆节放假' });
  });
});

describe('Counting 3', () => {
  it('“The day of receipt is day zero, working or not (民法典 201).”', () => {
    expect(explain('2026-02-14T10:00:00+08:00', 1)).toMatchObject({
      receivedOn: '2026-02-14',
      dueOn: '2026-02-24',
    });
    expect(explain('2026-09-19T09:00:00+08:00', 1).days[0]?.date).toBe('2026-09-20');
  });

  it('“Count N working days after it.”', () => {
    const counted = explain('2021-09-17T11:30:00+08:00', 7).days.filter((day) => day.counted > 0);
    expect(counted.map((day) => day.counted)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(counted.map((day) => day.date)).toContain('2021-09-26');
  });

  it('“The message is due on that date until 24:00; it is late from the next 00:00.”', () => {
    const { dueOn, dueAt } = explain('2026-11-20T17:00:00+08:00', 1);
    expect([dueOn, dueAt]).toEqual(['2026-11-23', '2026-11-24T00:00:00+08:00']);
    const due = { dueOn, dueAt: new Date(dueAt) };
    expect(workingDaysLeft(nationalCalendar, due, new Date('2026-11-23T23:59:59.999+08:00')).state).toBe(
      'dueToday',
    );
    expect(workingDaysLeft(nationalCalendar, due, new Date('2026-11-24T00:00:00+08:00')).state).toBe('late');
  });

  it('“On the day itself it is “今日到期”, not late.”', () => {
    const due = { dueOn: '2026-11-23', dueAt: chinaInstant('2026-11-24') };
    expect(workingDaysLeft(nationalCalendar, due, chinaInstant('2026-11-23', '20:00')).text).toBe('今日到期');
  });
});

describe('Counting 4', () => {
  it('“A year without a published notice is unknown, not empty. The 2027 notice is not in the data.”', () => {
    expect(nationalCalendar.isPublished(2027)).toBe(false);
    expect(nationalCalendar.isWorkingDay('2027-02-08')).toBe(false);
    expect(codeOf(() => nationalCalendar.dayOf('2019-12-31'))).toBe('CALENDAR_YEAR_UNKNOWN');
  });

  it('“computed from weekends and all 13 statutory days” and “2027: 01-01, 02-05 to 02-08, 04-05, 05-01 to 05-02, 06-09, 09-15, 10-01 to 10-03”', () => {
    expect(statutoryDaysOf(2027).map((day) => day.date.slice(5))).toEqual(
      '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'.split(' '),
    );
    const off2027 = nationalCalendar.daysOf(2027).filter((day) => day.basis === 'statutory');
    expect(off2027).toHaveLength(13);
    expect(explain('2027-02-04T09:00:00+08:00', 1).dueOn).toBe('2027-02-09');
  });

  it('“beyond 2030 a due date is refused with a code”', () => {
    expect(explain('2030-12-30T09:00:00+08:00', 1).dueOn).toBe('2030-12-31');
    expect(codeOf(() => explain('2030-12-31T09:00:00+08:00', 1))).toBe('CALENDAR_YEAR_UNKNOWN');
    expect(codeOf(() => explain('2030-12-20T09:00:00+08:00', 20))).toBe('CALENDAR_YEAR_UNKNOWN');
  });

  it('“marked `provisional: true`, shown as “暂定，以国务院办公厅通知为准””', () => {
    expect(explain('2026-12-31T10:00:00+08:00', 1)).toMatchObject({
      dueOn: '2027-01-04',
      provisional: true,
      provisionalNote: '暂定，以国务院办公厅通知为准',
    });
    expect(explain('2026-12-30T10:00:00+08:00', 1)).toMatchObject({
      provisional: false,
      provisionalNote: null,
    });
  });

  it('“and recomputed when the year is imported”', () => {
    const question = {
      receivedAt: new Date('2026-12-31T10:00:00+08:00'),
      workingDays: 1,
      rule: defaultReplyRule,
      calendar: published2027,
    };
    expect(reviseDueDate({ dueOn: '2027-01-04', provisional: true }, question)).toMatchObject({
      change: 'final',
      to: '2027-01-04',
      explanation: { provisional: false },
    });
  });

  it("“From 1 November the office is warned each day until next year's calendar is there.”", () => {
    expect(missingNoticeYear(nationalCalendar, '2026-10-31')).toBeNull();
    expect(missingNoticeYear(nationalCalendar, '2026-11-01')).toBe(2027);
    expect(missingNoticeYear(nationalCalendar, '2027-03-01')).toBe(2027);
    expect(missingNoticeYear(published2027, '2026-12-31')).toBeNull();
  });

  it("“An admin imports a year (paste the notice's dates, or a JSON file) without a new release.”", () => {
    expect(published2027.isPublished(2027)).toBe(true);
    expect(published2027.dayOf('2027-02-20')).toMatchObject({
      working: true,
      reason: '周六 调休上班',
      provisional: false,
    });
  });
});

describe('Counting 5', () => {
  const question = (calendar: WorkCalendar) => ({
    receivedAt: new Date('2027-02-04T10:00:00+08:00'),
    workingDays: 1,
    rule: defaultReplyRule,
    calendar,
  });

  it('“A calendar change is a new calendar version.”', () => {
    const versions = [
      nationalCalendar,
      published2027,
      nationalCalendar.withOverrides([off('2026-12-01')]),
      nationalCalendar.withOverrides([work('2026-12-01')]),
      nationalCalendar.withOverrides([off('2026-12-02')]),
    ].map((calendar) => calendar.version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(new WorkCalendar().version).toBe(nationalCalendar.version);
  });

  it('“old and new dates logged” and “A later date is applied”', () => {
    const revision = reviseDueDate({ dueOn: '2027-02-09', provisional: true }, question(published2027));
    expect(revision).toMatchObject({ change: 'later', from: '2027-02-09', to: '2027-02-15' });
  });

  it('“an earlier one is applied only when the office confirms it, and never before the next working day after that”', () => {
    const calendar = nationalCalendar.withOverrides([work('2026-11-28')]);
    const revision = reviseDueDate(
      { dueOn: '2026-11-30', provisional: false },
      { ...question(calendar), receivedAt: new Date('2026-11-27T10:00:00+08:00') },
    );
    expect(revision).toMatchObject({ change: 'earlier', from: '2026-11-30', to: '2026-11-28' });
    const confirmed = (at: string) => confirmedEarlierDate(calendar, revision, new Date(at));
    expect(confirmed('2026-11-27T18:00:00+08:00')).toBe('2026-11-28');
    expect(confirmed('2026-11-28T08:00:00+08:00')).toBe('2026-11-30');
    expect(confirmed('2026-11-30T08:00:00+08:00')).toBe('2026-11-30');
  });

  it('“An item marked overdue keeps its mark, except that a mark made on a provisional date is judged again once by the final calendar”', () => {
    const final = { dueAt: new Date('2027-02-16T00:00:00+08:00'), provisional: false };
    const inTime = new Date('2027-02-15T10:00:00+08:00');
    const stands = overdueMarkStands;
    expect(stands({ provisional: true, judgedAgain: false }, final, inTime)).toBe(false);
    expect(stands({ provisional: true, judgedAgain: false }, final, final.dueAt)).toBe(true);
    expect(stands({ provisional: true, judgedAgain: true }, final, inTime)).toBe(true);
    expect(stands({ provisional: false, judgedAgain: false }, final, inTime)).toBe(true);
    expect(stands({ provisional: true, judgedAgain: false }, { ...final, provisional: true }, inTime)).toBe(
      true,
    );
  });

  it('“Closed items keep the version they were judged by.”', () => {
    const before = explainDueDate(question(nationalCalendar));
    explainDueDate(question(published2027));
    expect(before.calendarVersion).toBe(nationalCalendar.version);
    expect(explainDueDate(question(new WorkCalendar()))).toEqual(before);
  });
});

describe('Counting 6', () => {
  it("“A region's override names the date, off or work, and the decision behind it, and may go both ways”", () => {
    const region = nationalCalendar.withOverrides([off('2026-10-10'), work('2026-10-11')]);
    const { dueOn, days } = explain('2026-10-09T10:00:00+08:00', 1, region);
    expect(dueOn).toBe('2026-10-11');
    expect(days.map((day) => day.reason)).toEqual([
      '周六 本地区休息（云政发〔2026〕8号）',
      '周日 本地区上班（云政发〔2026〕8号）',
    ]);
    expect(codeOf(() => nationalCalendar.withOverrides([off('2026-10-10'), work('2026-10-10')]))).toBe(
      'OVERRIDE_DUPLICATE',
    );
  });

  it('“It takes effect tomorrow at the earliest”', () => {
    expect(codeOf(() => checkOverride(off('2026-11-21'), '2026-11-21'))).toBe('OVERRIDE_TOO_LATE');
    expect(codeOf(() => checkOverride(off('2026-11-20'), '2026-11-21'))).toBe('OVERRIDE_TOO_LATE');
    expect(codeOf(() => checkOverride(off('2026-11-22'), '2026-11-21'))).toBe('none');
  });

  it('“an `off` override is public with its decision, and every due date that it moved is counted in the figures”', () => {
    const moved = explain(
      '2026-11-20T17:00:00+08:00',
      1,
      nationalCalendar.withOverrides([off('2026-11-23')]),
    );
    expect(moved.dueOn).toBe('2026-11-24');
    expect(moved.days.filter((day) => day.basis === 'override')).toEqual([
      { date: '2026-11-23', counted: 0, basis: 'override', reason: '周一 本地区休息（云政发〔2026〕8号）' },
    ]);
  });
});

describe('Counting 7', () => {
  it('“days per kind (simple inquiry 1, 纠错 3, other inquiry 5, 求助 5, 建议 7, 投诉 15, for 华亭 every non-simple message 7)”', () => {
    const daysOf = (rule: ReplyRule) => [
      promisedWorkingDays(rule, 'inquiry', true),
      ...(['correction', 'inquiry', 'help', 'suggestion', 'complaint'] as const).map((kind) =>
        promisedWorkingDays(rule, kind),
      ),
    ];
    expect(daysOf(defaultReplyRule)).toEqual([1, 3, 5, 5, 7, 15]);
    const huating = { simple: 1, correction: 7, inquiry: 7, help: 7, suggestion: 7, complaint: 7 };
    expect(daysOf({ ...defaultReplyRule, days: huating })).toEqual([1, 7, 7, 7, 7, 7]);
    expect(promisedWorkingDays(defaultReplyRule, 'complaint', true)).toBe(15);
  });

  const sameDay = { startRule: 'sameDayIfInHours' } as const;
  const deemed = { offHoursReceipt: 'deemNextWorkday' } as const;

  it.each([
    ['in hours', '2026-11-20T17:29:59+08:00', '2026-11-20', '2026-11-20'],
    ['before opening', '2026-11-20T06:00:00+08:00', '2026-11-20', '2026-11-20'],
    ['at the close', '2026-11-20T17:30:00+08:00', '2026-11-21', '2026-11-23'],
    ['on a day off', '2026-11-21T10:00:00+08:00', '2026-11-22', '2026-11-23'],
    ['on a make-up Saturday', '2026-10-10T10:00:00+08:00', '2026-10-10', '2026-10-10'],
  ])('“`startRule` nextDay (or sameDayIfInHours)”: %s', (_, receivedAt, firstDay, dueOn) => {
    const { days, ...rest } = explain(receivedAt, 1, nationalCalendar, sameDay);
    expect([days[0]?.date, rest.dueOn]).toEqual([firstDay, dueOn]);
  });

  it.each([
    ['in hours', null, '2026-11-20T17:00:00+08:00', '2026-11-20', '2026-11-23'],
    ['after the close', null, '2026-11-20T17:30:00+08:00', '2026-11-23', '2026-11-24'],
    ['after the cut-off', '16:00', '2026-11-20T16:00:00+08:00', '2026-11-23', '2026-11-24'],
    ['before a late cut-off', '20:00', '2026-11-20T19:59:00+08:00', '2026-11-20', '2026-11-23'],
    ['on a Saturday', null, '2026-11-21T10:00:00+08:00', '2026-11-23', '2026-11-24'],
    ['before a make-up Saturday', null, '2026-02-13T18:00:00+08:00', '2026-02-14', '2026-02-24'],
  ])(
    '“`offHoursReceipt` asIs (or deemNextWorkday with a cut-off)”: %s',
    (_, cutOff, receivedAt, deemedOn, dueOn) => {
      const answer = explain(receivedAt, 1, nationalCalendar, { ...deemed, cutOff });
      expect([answer.deemedReceivedOn, answer.dueOn]).toEqual([deemedOn, dueOn]);
      expect(answer.receivedOn).toBe(receivedAt.slice(0, 10));
    },
  );

  it('“`offHoursReceipt`” together with “`startRule`”: deemed received at opening, so that day is the first', () => {
    const answer = explain('2026-11-21T10:00:00+08:00', 1, nationalCalendar, { ...sameDay, ...deemed });
    expect(answer).toMatchObject({ deemedReceivedOn: '2026-11-23', dueOn: '2026-11-23' });
  });

  it('“`dayEnd` 24:00 (or close of business)” and “working hours by season”', () => {
    const [winter] = defaultReplyRule.workingHours;
    const workingHours = [
      { from: '10-01', sessions: winter?.sessions ?? [] },
      {
        from: '05-01',
        sessions: [
          { start: '08:30', end: '12:00' },
          { start: '15:00', end: '18:00' },
        ],
      },
    ];
    const dueAt = (receivedAt: string) =>
      explain(receivedAt, 1, nationalCalendar, { dayEnd: 'closeOfBusiness', workingHours }).dueAt;
    expect(dueAt('2026-07-07T10:00:00+08:00')).toBe('2026-07-08T18:00:00+08:00');
    expect(dueAt('2026-11-20T10:00:00+08:00')).toBe('2026-11-23T17:30:00+08:00');
    expect(dueAt('2026-01-07T10:00:00+08:00')).toBe('2026-01-08T17:30:00+08:00');
  });

  it('“working hours by season (used for soft targets and quiet hours only)”: the defaults ignore the hour', () => {
    const dueOn = ['00:00:00', '12:30:00', '23:59:59'].map(
      (time) => explain(`2026-11-20T${time}+08:00`, 3).dueOn,
    );
    expect(new Set(dueOn).size).toBe(1);
  });
});

describe('Counting 8', () => {
  it('“for every due date it can list the days counted and the days skipped with the reason for each”', () => {
    const { days, receivedOn, dueOn } = explain('2026-09-30T10:00:00+08:00', 3);
    expect([receivedOn, days[0]?.date, days.at(-1)?.date, dueOn]).toEqual([
      '2026-09-30',
      '2026-10-01',
      '2026-10-10',
      '2026-10-10',
    ]);
    expect(days.filter((day) => day.counted === 0).every((day) => day.reason === '国庆节放假')).toBe(true);
  });

  it('“10-01 至 10-07 国庆节放假”, “10-10 周六 调休上班 第2个工作日”', () => {
    const lines = explanationLines(explain('2026-09-30T10:00:00+08:00', 3)).map((line) => line.text);
    expect(lines).toEqual([
      '10-01 至 10-07 国庆节放假',
      '10-08 周四 第1个工作日',
      '10-09 周五 第2个工作日',
      '10-10 周六 调休上班 第3个工作日',
    ]);
    expect(explanationLines(explain('2026-10-08T10:00:00+08:00', 2)).at(-1)?.text).toBe(
      '10-10 周六 调休上班 第2个工作日',
    );
    expect(explanationLines(explain('2026-11-20T10:00:00+08:00', 1))[0]?.text).toBe(
      '11-21 至 11-22 周六、周日休息',
    );
  });
});
