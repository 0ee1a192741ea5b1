import { chinaInstant, defaultReplyRule, toChinaIso } from '@sunledger/shared-types';
import { nationalCalendar } from '../deadline';
import { makesSense, planOf, tellAt, type Judged, type MarkKind, type Terms } from './reminder-plan';

const terms: Terms = { calendar: nationalCalendar, rule: defaultReplyRule };
const at = (text: string): Date => {
  const [date = '', time = ''] = text.split(' ');
  return chinaInstant(date, time);
};

const message = {
  result: 'open',
  status: 'open',
  receivedAt: at('2026-03-02 10:00'),
  dueOn: '2026-03-11',
  dueAt: at('2026-03-12 00:00'),
  pauses: null,
  pausedUntil: null,
  overdueMarkedAt: null,
  overdueOn: null,
} as const;

const lines = (given: Parameters<typeof planOf>[0], by = terms): string[] =>
  planOf(given, by).map((mark) => `${mark.kind} ${toChinaIso(mark.at).slice(0, 16).replace('T', ' ')}`);

describe('the plan of a message’s clock', () => {
  it('seven days: half-time is the opening of the ⌈7/2⌉ = 4th counted day', () => {
    expect(lines(message)).toEqual([
      'halfTime 2026-03-06 08:30',
      'reviewDue 2026-03-11 15:30',
      'softTarget 2026-03-11 17:30',
      'lastCall 2026-03-11 20:00',
      'overdue 2026-03-12 00:00',
    ]);
  });

  it('one day: half-time is the opening of the due date itself', () => {
    const simple = { ...message, dueOn: '2026-03-03', dueAt: at('2026-03-04 00:00') };
    expect(lines(simple)[0]).toBe('halfTime 2026-03-03 08:30');
  });

  it('counts over a holiday with its make-up day', () => {
    // 2026-02-14 (Sat) works, 02-15 to 02-23 are off, 02-28 (Sat) works
    const spring = {
      ...message,
      receivedAt: at('2026-02-13 17:45'),
      dueOn: '2026-02-26',
      dueAt: at('2026-02-27 00:00'),
    };
    expect(lines(spring)[0]).toBe('halfTime 2026-02-24 08:30');
  });

  it('days of waiting for the author are not counted', () => {
    const pauses = [{ askedOn: '2026-03-02', until: '2026-03-06', answered: true }];
    const paused = { ...message, pauses, dueOn: '2026-03-11', dueAt: at('2026-03-12 00:00') };
    // 9, 10, 11 March are counted: the 2nd is half-time
    expect(lines(paused)[0]).toBe('halfTime 2026-03-10 08:30');
  });

  it('while it is paused nothing but its end is planned; a pause that ran out stays in the plan', () => {
    const pauses = [{ askedOn: '2026-03-03', until: '2026-03-09', answered: false }];
    const asked = { ...message, status: 'asked', pauses, pausedUntil: '2026-03-09' } as const;
    expect(lines(asked)).toEqual(['resumed 2026-03-10 00:00']);
    expect(lines({ ...asked, status: 'open', pausedUntil: null })).toContain('resumed 2026-03-10 00:00');
  });

  it('a day that ends with the close of business has no soft target and no last call of its own', () => {
    const rule = { ...defaultReplyRule, dayEnd: 'closeOfBusiness' } as const;
    const closing = { ...message, dueAt: at('2026-03-11 17:30') };
    expect(lines(closing, { ...terms, rule })).toEqual([
      'halfTime 2026-03-06 08:30',
      'reviewDue 2026-03-11 15:30',
      'overdue 2026-03-11 17:30',
    ]);
  });

  it('marked overdue, it goes up one working day later; closed, nothing is left', () => {
    const late = { ...message, dueOn: '2026-03-06', dueAt: at('2026-03-07 00:00') };
    const marked = { ...late, overdueMarkedAt: at('2026-03-07 00:00'), overdueOn: '2026-03-06' };
    expect(lines(marked).at(-1)).toBe('escalated 2026-03-09 08:30');
    expect(lines({ ...marked, result: 'late' })).toEqual([]);
  });
});

describe('quiet hours', () => {
  const told = (kind: MarkKind, now: string): string =>
    toChinaIso(tellAt(kind, at(now), terms))
      .slice(0, 16)
      .replace('T', ' ');

  it.each([
    ['halfTime', '2026-03-05 08:30', '2026-03-05 08:30'],
    ['halfTime', '2026-03-05 07:00', '2026-03-05 08:30'],
    ['softTarget', '2026-03-05 17:30', '2026-03-05 17:30'],
    // a sweep that came a little late
    ['softTarget', '2026-03-05 17:40', '2026-03-05 17:40'],
    ['softTarget', '2026-03-05 18:00', '2026-03-06 08:30'],
    ['escalated', '2026-03-06 23:00', '2026-03-09 08:30'],
    ['lastCall', '2026-03-05 20:00', '2026-03-05 20:00'],
    ['overdue', '2026-03-07 00:00', '2026-03-07 00:00'],
  ] as const)('%s noticed %s is told %s', (kind, now, then) => {
    expect(told(kind, now)).toBe(then);
  });
});

describe('what makes no sense any more', () => {
  const mark = { kind: 'softTarget', day: '2026-03-11', at: at('2026-03-11 17:30') } as const;
  const now = at('2026-03-11 17:31');
  const open: Judged = {
    result: 'open',
    status: 'open',
    dueOn: '2026-03-11',
    overdueOn: null,
    overdueMarkedAt: null,
    heldSince: at('2026-03-02 10:00'),
  };

  it('is told while nothing has changed', () => {
    expect(makesSense(mark, open, now)).toBe(true);
  });

  it.each([
    ['closed', { result: 'onTime' }],
    ['paused', { status: 'asked' }],
    ['another date', { dueOn: '2026-03-13' }],
    ['handed on since', { heldSince: at('2026-03-11 17:31') }],
    ['overdue already', { overdueMarkedAt: at('2026-03-11 17:31') }],
  ] as const)('%s', (_, change) => {
    expect(makesSense(mark, { ...open, ...change }, now)).toBe(false);
  });

  it('the day is past', () => {
    expect(makesSense(mark, open, at('2026-03-12 08:30'))).toBe(false);
  });

  it('an overdue is told whenever, as long as it stands', () => {
    const late = { ...open, overdueOn: '2026-03-11', overdueMarkedAt: now };
    const overdue = { kind: 'overdue', day: '2026-03-11', at: at('2026-03-12 00:00') } as const;
    expect(makesSense(overdue, late, at('2026-03-20 08:30'))).toBe(true);
    expect(makesSense(overdue, open, at('2026-03-20 08:30'))).toBe(false);
  });
});
