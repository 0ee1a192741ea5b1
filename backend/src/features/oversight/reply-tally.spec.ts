import { replyFiguresOf, type Tallied } from './reply-tally';

const some = (outcome: Tallied['outcome'], count: number, minutes: number | null = null): Tallied => ({
  outcome,
  count,
  reclassified: 0,
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
