import {
  DueExplanation,
  type ReplyRule,
  addDays,
  chinaDateOf,
  defaultReplyRule,
  explanationLines,
} from '@sunledger/shared-types';
import fc from 'fast-check';

import {
  type WorkCalendar,
  addWorkingDays,
  dueDateOf,
  explainDueDate,
  nationalCalendar,
  nextWorkingDay,
  workingDaysBetween,
} from '.';

const instant = fc
  .integer({ min: Date.UTC(2020, 0, 2), max: Date.UTC(2029, 5, 30) })
  .map((milliseconds) => new Date(milliseconds));
const workingDays = fc.integer({ min: 1, max: 40 });
const anyRule: fc.Arbitrary<ReplyRule> = fc.record({
  days: fc.constant(defaultReplyRule.days),
  startRule: fc.constantFrom('nextDay' as const, 'sameDayIfInHours' as const),
  offHoursReceipt: fc.constantFrom('asIs' as const, 'deemNextWorkday' as const),
  cutOff: fc.constantFrom(null, '12:00', '16:00', '17:30', '20:00'),
  dayEnd: fc.constantFrom('24:00' as const, 'closeOfBusiness' as const),
  workingHours: fc.constant(defaultReplyRule.workingHours),
  promisedIn: fc.constant(null),
});
const due = (
  receivedAt: Date,
  days: number,
  calendar: WorkCalendar = nationalCalendar,
  rule = defaultReplyRule,
) => explainDueDate({ receivedAt, workingDays: days, rule, calendar });

describe('“Property tests under the default knobs”', () => {
  it('“due > receipt”', () => {
    fc.assert(
      fc.property(instant, workingDays, (at, days) => {
        const { dueOn, receivedOn, dueAt } = due(at, days);
        expect(dueOn > receivedOn).toBe(true);
        expect(new Date(dueAt).getTime()).toBeGreaterThan(at.getTime());
      }),
    );
  });

  it('“monotone in N and in receipt”', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 40 * 86_400_000 }), workingDays, (at, wait, days) => {
        expect(due(at, days + 1).dueOn > due(at, days).dueOn).toBe(true);
        expect(due(new Date(at.getTime() + wait), days).dueOn >= due(at, days).dueOn).toBe(true);
      }),
    );
  });

  it('“adding an off-day never shortens”', () => {
    fc.assert(
      fc.property(instant, workingDays, fc.integer({ min: -3, max: 60 }), (at, days, distance) => {
        const date = addDays(chinaDateOf(at), distance);
        const region = nationalCalendar.withOverrides([{ date, working: false, decision: '某决定' }]);
        expect(due(at, days, region).dueOn >= due(at, days).dueOn).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('“recomputing changes nothing”', () => {
    fc.assert(
      fc.property(instant, workingDays, (at, days) => {
        const first = due(at, days);
        expect(due(new Date(first.receivedAt), first.workingDays)).toEqual(first);
      }),
    );
  });
});

describe('properties under any knobs', () => {
  it('a promise is never late when it is made, and an earlier message never has a later day', () => {
    fc.assert(
      fc.property(instant, fc.nat(5 * 86_400_000), workingDays, anyRule, (at, wait, days, rule) => {
        const first = due(at, days, nationalCalendar, rule);
        const second = due(new Date(at.getTime() + wait), days, nationalCalendar, rule);
        expect(new Date(first.dueAt).getTime()).toBeGreaterThan(at.getTime());
        expect(second.dueOn >= first.dueOn).toBe(true);
      }),
    );
  });

  it('the days explained are consecutive, end at the due date, and are numbered 1…N on working days only', () => {
    fc.assert(
      fc.property(instant, workingDays, anyRule, (at, days, rule) => {
        const answer = due(at, days, nationalCalendar, rule);
        expect(DueExplanation.parse(answer)).toEqual(answer);
        const counted = answer.days.filter((day) => day.counted > 0);
        expect(counted.map((day) => day.counted)).toEqual(Array.from({ length: days }, (_, i) => i + 1));
        expect(answer.days.at(-1)).toEqual(counted.at(-1));
        expect(answer.days.at(-1)?.date).toBe(answer.dueOn);
        const first = answer.days[0]?.date ?? '';
        expect(answer.days.map((day) => day.date)).toEqual(answer.days.map((_, i) => addDays(first, i)));
        expect(answer.days.every((day) => nationalCalendar.isWorkingDay(day.date) === day.counted > 0)).toBe(
          true,
        );
        expect(answer.provisional).toBe(answer.days.some((day) => day.date >= '2027'));
      }),
    );
  });

  it('the lines to read cover every day once', () => {
    fc.assert(
      fc.property(instant, workingDays, (at, days) => {
        const answer = due(at, days);
        const covered = explanationLines(answer).flatMap(({ from, to }) =>
          answer.days.filter((day) => from <= day.date && day.date <= to),
        );
        expect(covered).toEqual(answer.days);
      }),
    );
  });

  it('the short answer agrees with the explanation', () => {
    fc.assert(
      fc.property(instant, workingDays, anyRule, (receivedAt, days, rule) => {
        const question = { receivedAt, workingDays: days, rule, calendar: nationalCalendar };
        const { dueOn, dueAt, provisional } = explainDueDate(question);
        expect(dueDateOf(question)).toMatchObject({ dueOn, dueAt: new Date(dueAt), provisional });
      }),
    );
  });
});

describe('adding and measuring', () => {
  it('adding N working days and measuring them back agree', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 40 }), (at, days) => {
        const from = chinaDateOf(at);
        expect(workingDaysBetween(nationalCalendar, from, addWorkingDays(nationalCalendar, from, days))).toBe(
          days,
        );
      }),
    );
  });

  it.each([-1, 0.5])('%s working days cannot be added', (days) => {
    expect(() => addWorkingDays(nationalCalendar, '2026-01-05', days)).toThrow(
      expect.objectContaining({ code: 'WORKING_DAYS_INVALID' }),
    );
  });

  it('the last known day can be measured to', () => {
    expect(workingDaysBetween(nationalCalendar, '2030-12-27', '2030-12-31')).toBe(2);
    expect(workingDaysBetween(nationalCalendar, '2026-01-06', '2026-01-05')).toBe(0);
  });

  it('the next working day may be a make-up Saturday', () => {
    expect(nextWorkingDay(nationalCalendar, '2026-02-13')).toBe('2026-02-14');
    expect(nextWorkingDay(nationalCalendar, '2026-02-14')).toBe('2026-02-24');
  });
});

describe('refusals', () => {
  it.each([0, -1, 1.5, 251, Number.NaN, Number.POSITIVE_INFINITY])('%s working days', (days) => {
    expect(() => due(new Date('2026-01-05T09:00:00+08:00'), days)).toThrow(
      expect.objectContaining({ code: 'WORKING_DAYS_INVALID', message: '工作日数应为 1 到 250 的整数。' }),
    );
  });

  it('a receipt that is no instant', () => {
    expect(() => due(new Date(Number.NaN), 1)).toThrow(
      expect.objectContaining({ code: 'RECEIVED_AT_INVALID' }),
    );
  });

  it('a receipt whose count would need 2019', () => {
    expect(() => due(new Date('2019-06-03T09:00:00+08:00'), 1)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN', params: { year: 2019 } }),
    );
  });
});
