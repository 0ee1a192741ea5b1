import { endOf, factsAt, monthsToFreeze, originsOf, type Past, type TaskNow } from './facts-at';

const now: TaskNow = {
  id: 1,
  dueOn: '2026-06-30',
  continuous: false,
  closed: true,
  finishedOn: '2026-07-01',
  lastProgressOn: '2026-07-01',
};
const at = (day: string): Date => new Date(`${day}T10:00:00+08:00`);
const event = (code: string, day: string, finishedOn: string | null = null) => ({
  taskId: 1,
  code,
  at: at(day),
  finishedOn,
});
const past = (events: Past['events'], more: Partial<Past> = {}): Past => ({
  events,
  amendments: [],
  lastProgressOn: null,
  ...more,
});

describe('a task at a moment of the past', () => {
  const story = past([
    event('created', '2026-03-02'),
    event('closedOut', '2026-07-06', '2026-07-01'),
    event('reopened', '2026-08-03'),
    event('closedOut', '2026-09-10', '2026-09-07'),
  ]);

  it('is closed from its close-out to its reopening, with the day that counted then', () => {
    const closedAt = (day: string) => {
      const facts = factsAt(now, story, at(day));
      return facts && [facts.closed, facts.finishedOn];
    };
    expect(closedAt('2026-03-01')).toBeNull();
    expect(closedAt('2026-07-01')).toEqual([false, null]);
    expect(closedAt('2026-07-31')).toEqual([true, '2026-07-01']);
    expect(closedAt('2026-08-31')).toEqual([false, null]);
    expect(closedAt('2026-09-30')).toEqual([true, '2026-09-07']);
  });

  it('is not in the ledger after it was split or merged, and again when it was restored', () => {
    const events = [
      event('created', '2026-03-02'),
      event('replaced', '2026-04-02'),
      event('restored', '2026-05-02'),
    ];
    expect(factsAt(now, past(events), at('2026-04-30'))).toBeNull();
    expect(factsAt(now, past(events), at('2026-05-31'))).not.toBeNull();
  });

  it('had the day that an amendment replaced until the amendment was decided', () => {
    const amendment = (day: string, dueOn: string) => ({
      taskId: 1,
      decidedAt: at(day),
      dueOn,
      continuous: false,
    });
    const amended = past([], {
      amendments: [amendment('2026-05-10', '2026-05-31'), amendment('2026-06-10', '2026-06-15')],
    });
    const dueAt = (day: string) => factsAt(now, amended, at(day))?.dueOn;
    expect([dueAt('2026-04-30'), dueAt('2026-05-31'), dueAt('2026-06-30')]).toEqual([
      '2026-05-31',
      '2026-06-15',
      '2026-06-30',
    ]);
  });
});

describe('months', () => {
  it('are frozen once they are over, so many at a time', () => {
    expect(monthsToFreeze('2026-11', '2027-02-01', 24)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(monthsToFreeze('2026-11', '2027-02-01', 2)).toEqual(['2026-11', '2026-12']);
    expect(monthsToFreeze('2027-02', '2027-02-28', 24)).toEqual([]);
  });

  it('end at midnight in China', () => {
    expect(endOf('2026-02')).toEqual({ day: '2026-02-28', moment: new Date('2026-02-28T16:00:00Z') });
    expect(endOf('2026-12').day).toBe('2026-12-31');
  });
});

it('finds everything that became a task, also in a circle', () => {
  const origins = originsOf([
    { fromId: 1, toId: 3 },
    { fromId: 2, toId: 3 },
    { fromId: 3, toId: 1 },
  ]);
  expect([...origins(3)].sort()).toEqual([1, 2, 3]);
  expect([...origins(9)]).toEqual([9]);
});
