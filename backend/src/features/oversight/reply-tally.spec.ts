import type { ReplyFigures } from '@sunledger/shared-types';
import * as fc from 'fast-check';
import { holdingFiguresOf, replyFiguresOf, type Outcome, type Tallied } from './reply-tally';

const some = (outcome: Tallied['outcome'], count: number, minutes: number | null = null): Tallied => ({
  outcome,
  count,
  reclassified: 0,
  paused: 0,
  extended: 0,
  merged: 0,
  followUps: 0,
  declined: 0,
  minutes,
});

describe('“total = onTime + late + openOverdue + notYetDue; share = onTime / (onTime + late + openOverdue)”', () => {
  it('counts each outcome once and withdrawn ones apart', () => {
    const figures = replyFiguresOf([
      some('onTime', 6, 60),
      some('late', 2, 600),
      some('openOverdue', 1),
      some('notYetDue', 3),
      some('withdrawn', 4),
    ]);
    expect(figures).toMatchObject({
      total: 12,
      onTime: 6,
      late: 2,
      openOverdue: 1,
      notYetDue: 3,
      withdrawn: 4,
    });
    expect(figures.share).toBeCloseTo(6 / 9);
  });

  it('has no share while nothing was due and no median while nothing was answered', () => {
    expect(replyFiguresOf([some('notYetDue', 3)])).toMatchObject({
      total: 3,
      share: null,
      medianHours: null,
    });
    expect(replyFiguresOf([])).toMatchObject({ total: 0, share: null, medianHours: null });
  });

  it.each([
    [[60], 1],
    [[60, 120], 1.5],
    [[60, 60, 600], 1],
    [[1, 2, 3, 1000], 0.04],
  ])('the median of %p minutes is %p hours', (minutes, hours) => {
    expect(replyFiguresOf(minutes.map((each) => some('onTime', 1, each))).medianHours).toBe(hours);
  });

  it('weighs minutes that occur several times', () => {
    expect(replyFiguresOf([some('onTime', 5, 60), some('late', 4, 6000)]).medianHours).toBe(1);
  });
});

/** One message, as plainly as it can be told. */
interface One {
  outcome: Outcome;
  minutes: number | null;
  reclassified: boolean;
  paused: boolean;
  extended: boolean;
  merged: boolean;
  followUp: boolean;
  declined: boolean;
}

const outcomes: readonly Outcome[] = [
  'onTime',
  'late',
  'openOverdue',
  'notYetDue',
  'withdrawn',
  'rework',
  'lateRework',
  'withdrawnRework',
];
const one = fc
  .record({
    outcome: fc.constantFrom(...outcomes),
    minutes: fc.integer({ min: 0, max: 300 }),
    reclassified: fc.boolean(),
    paused: fc.boolean(),
    extended: fc.boolean(),
    merged: fc.boolean(),
    followUp: fc.boolean(),
    declined: fc.boolean(),
  })
  .map((message): One => {
    const answered = message.outcome === 'onTime' || message.outcome === 'late';
    return { ...message, minutes: answered ? message.minutes : null };
  });

/** Alike messages put together, as the database groups them. */
function tallied(messages: readonly One[]): Tallied[] {
  const groups = new Map<string, One[]>();
  for (const message of messages) {
    const key = `${message.outcome} ${message.minutes}`;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()].map((alike) => ({
    outcome: alike[0]?.outcome ?? 'onTime',
    minutes: alike[0]?.minutes ?? null,
    count: alike.length,
    reclassified: alike.filter((each) => each.reclassified).length,
    paused: alike.filter((each) => each.paused).length,
    extended: alike.filter((each) => each.extended).length,
    merged: alike.filter((each) => each.merged).length,
    followUps: alike.filter((each) => each.followUp).length,
    declined: alike.filter((each) => each.declined).length,
  }));
}

describe('the tally of groups says what counting one by one says', () => {
  const property = (check: (messages: One[], figures: ReplyFigures) => void): void =>
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (all) => check(all, replyFiguresOf(tallied(all)))),
    );

  it('in every number', () => {
    property((messages, figures) => {
      const counted = messages.filter(({ outcome }) =>
        ['onTime', 'late', 'openOverdue', 'notYetDue'].includes(outcome),
      );
      const count = (is: (message: One) => boolean): number => counted.filter(is).length;
      const due = counted.filter(({ outcome }) => outcome !== 'notYetDue');
      expect(figures).toMatchObject({
        total: counted.length,
        onTime: count(({ outcome }) => outcome === 'onTime'),
        late: count(({ outcome }) => outcome === 'late'),
        openOverdue: count(({ outcome }) => outcome === 'openOverdue'),
        notYetDue: count(({ outcome }) => outcome === 'notYetDue'),
        share:
          due.length === 0 ? null : due.filter(({ outcome }) => outcome === 'onTime').length / due.length,
        reclassified: count((each) => each.reclassified),
        paused: count((each) => each.paused),
        extended: count((each) => each.extended),
        merged: count((each) => each.merged),
        followUps: count((each) => each.followUp),
        declined: count((each) => each.declined),
        withdrawn: messages.filter(({ outcome }) => outcome === 'withdrawn').length,
        reworks: messages.filter(({ outcome }) => outcome === 'rework' || outcome === 'lateRework').length,
        lateReworks: messages.filter(({ outcome }) => outcome === 'lateRework').length,
      });
    });
  });

  it('in the median and the 90th percentile', () => {
    property((messages, { medianHours, p90Hours }) => {
      const minutes = messages.flatMap((message) => message.minutes ?? []).sort((a, b) => a - b);
      const hours = (of: number): number => Math.round((of / 60) * 100) / 100;
      if (minutes.length === 0) return expect([medianHours, p90Hours]).toEqual([null, null]);
      const middle = minutes.slice(Math.floor((minutes.length - 1) / 2), Math.floor(minutes.length / 2) + 1);
      expect(medianHours).toBe(hours(middle.reduce((sum, each) => sum + each, 0) / middle.length));
      const enough = minutes.find(
        (each) => minutes.filter((other) => other <= each).length * 10 >= minutes.length * 9,
      );
      expect(p90Hours).toBe(hours(enough ?? -1));
    });
  });
});

describe('holding', () => {
  const now = new Date('2026-03-10T04:00:00Z');

  it('weighs each finished stay and shows what lies longest', () => {
    const stays = [
      { minutes: 60, count: 2 },
      { minutes: 600, count: 1 },
    ];
    const inHand = [
      { count: 2, since: new Date('2026-03-10T00:00:00Z') },
      { count: 1, since: new Date('2026-03-09T04:00:00Z') },
    ];
    expect(holdingFiguresOf(stays, inHand, now)).toEqual({
      stays: 3,
      medianHours: 1,
      p90Hours: 10,
      now: 3,
      longestNowHours: 24,
    });
  });

  it('of nothing is nothing', () => {
    expect(holdingFiguresOf([], [], now)).toEqual({
      stays: 0,
      medianHours: null,
      p90Hours: null,
      now: 0,
      longestNowHours: null,
    });
  });
});
