import { defaultReplyRule, type CalendarYear } from '@sunledger/shared-types';
import { dueDateOf, explainKeptDate, nationalCalendar, reviseDueDate, type WorkCalendar } from '../deadline';
import { notice2027 } from '../deadline/invented-notice.fixture';
import { parseNotice } from '../deadline/parse-notice';
import { outcomeOf } from './due-outcome';

const year: CalendarYear = parseNotice(notice2027).year;
const final = nationalCalendar.withYears([year]);
const at = (text: string): Date => new Date(`${text}+08:00`);

function outcome(
  received: string,
  workingDays: number,
  more: { now: string; marked?: boolean; calendar?: WorkCalendar },
) {
  const question = { receivedAt: at(received), workingDays, rule: defaultReplyRule };
  const promised = dueDateOf({ ...question, calendar: nationalCalendar });
  const clock = { ...promised, overdueMarkedAt: more.marked ? promised.dueAt : null };
  const revision = reviseDueDate(promised, { ...question, calendar: more.calendar ?? final });
  return outcomeOf(clock, revision, at(more.now));
}

describe('“A later date is applied; an earlier one is applied only when the office confirms it”', () => {
  it('the same calendar changes nothing', () => {
    const calendar = nationalCalendar;
    expect(outcome('2027-01-20T10:00:00', 15, { now: '2027-01-29T10:00:00', calendar })).toEqual({
      kind: 'none',
    });
  });

  it('later, settled, earlier', () => {
    const now = '2027-01-29T10:00:00';
    expect(outcome('2027-01-20T10:00:00', 15, { now })).toEqual({
      kind: 'later',
      dueOn: '2027-02-17',
      dueAt: at('2027-02-18T00:00:00'),
      provisional: false,
    });
    expect(outcome('2027-01-20T10:00:00', 7, { now })).toEqual({ kind: 'settled' });
    expect(outcome('2027-01-28T10:00:00', 5, { now })).toEqual({
      kind: 'earlier',
      dueOn: '2027-02-03',
      settles: true,
    });
  });

  it('a day that has passed is not asked about', () => {
    expect(outcome('2027-01-28T10:00:00', 5, { now: '2027-02-05T09:00:00' })).toEqual({ kind: 'settled' });
  });
});

describe('“a mark made on a provisional date is judged again once by the final calendar”', () => {
  it('it is lifted while the final day is not over, and stands when it is', () => {
    const marked = true;
    expect(outcome('2027-01-28T10:00:00', 7, { now: '2027-02-11T09:00:00', marked })).toMatchObject({
      kind: 'judged',
      dueOn: '2027-02-15',
      lifted: true,
    });
    expect(outcome('2027-01-28T10:00:00', 7, { now: '2027-02-16T00:00:00', marked })).toMatchObject({
      kind: 'judged',
      dueOn: '2027-02-15',
      lifted: false,
    });
  });

  it('a mark on a final date keeps its mark', () => {
    const calendar = nationalCalendar.withOverride({ date: '2026-03-03', working: false, decision: '某文' });
    const now = '2026-03-04T09:00:00';
    expect(outcome('2026-03-02T10:00:00', 1, { now, marked: true, calendar })).toEqual({ kind: 'none' });
  });
});

it('a date that was kept after the end of its count is told day by day up to it', () => {
  const question = { receivedAt: at('2026-03-02T10:00:00'), workingDays: 2, rule: defaultReplyRule };
  const kept = explainKeptDate({ ...question, calendar: nationalCalendar }, '2026-03-06');
  expect(kept).toMatchObject({ dueOn: '2026-03-06', dueAt: '2026-03-07T00:00:00+08:00' });
  expect(kept.days.map((day) => day.counted)).toEqual([1, 2, 3, 4]);
});
