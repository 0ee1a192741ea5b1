import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls, oversight } = endpoints;

describe('reply figures', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    const { unit, otherUnit, otherHandler, otherReviewer } = story;
    const by = () => app.given.person();
    // On time after two hours, in the first unit.
    const quick = await givenMessage(story, { by: by() }).assigned(unit).drafted();
    app.clock.set('2026-03-02T12:00:00+08:00');
    await app.api.ok(calls.approve, { id: quick.id, confirmed: true }, { as: story.reviewer });
    // Late after four days, in the other unit.
    const slow = await givenMessage(story, { by: by() }).assigned(otherUnit);
    // Missed by the first unit and handed on afterwards: the miss stays where it happened.
    const missed = await givenMessage(story, { by: by() }).assigned(unit);
    // Not yet due, withdrawn, and one of another region.
    await givenMessage(story, { by: by(), kind: 'complaint' }).assigned(unit);
    const author = await by();
    const taken = await givenMessage(story, { by: author }).assigned(unit);
    await app.api.ok(calls.withdraw, { id: taken.id }, { as: author });
    await givenMessage(story, { by: by(), region: 'binjiang' });
    app.clock.set('2026-03-06T12:00:00+08:00');
    const handOn = { id: missed.id, unitId: otherUnit.id, note: '属于教育局职责' };
    await app.api.ok(calls.transfer, handOn, { as: story.office });
    await app.api.ok(calls.reply, { id: slow.id, text: ANSWER }, { as: otherHandler });
    await app.api.ok(calls.approve, { id: slow.id, confirmed: true }, { as: otherReviewer });
  });

  afterAll(() => app.stop());

  it('“Figures count items whose due date lies in the period”, “share = onTime / (onTime + late + openOverdue)”, “medianHours is wall time from receipt to publication”', async () => {
    const stats = await app.api.ok(oversight.replyStats, { region: 'yunxi' });
    expect(stats).toMatchObject({
      from: '2026-01-01',
      to: '2026-12-31',
      total: 4,
      onTime: 1,
      late: 1,
      openOverdue: 1,
      notYetDue: 1,
      medianHours: (2 + 96) / 2,
      reclassified: 0,
      withdrawn: 1,
      simple: { total: 3, notYetDue: 0 },
    });
    expect(stats.share).toBeCloseTo(1 / 3);
    expect(
      stats.groups.map(({ name, onTime, late, openOverdue }) => [name, onTime, late, openOverdue]),
    ).toEqual([
      // It dispatched them all: nothing to answer, but a holding time.
      [story.region.office.name, 0, 0, 0],
      [story.unit.name, 1, 0, 1],
      [story.otherUnit.name, 0, 1, 0],
    ]);
  });

  it('by month and for a period', async () => {
    const stats = await app.api.ok(oversight.replyStats, {
      region: 'yunxi',
      by: 'month',
      from: '2026-03-04',
    });
    expect(stats).toMatchObject({
      from: '2026-03-04',
      to: '2026-12-31',
      total: 1,
      notYetDue: 1,
      share: null,
    });
    expect(stats.groups).toEqual([expect.objectContaining({ key: '2026-03', name: '2026年3月', total: 1 })]);
  });

  it.each([
    [{ from: '2026-02-30' }, 'from'],
    [{ from: '2026-05-01', to: '2026-04-01' }, 'to'],
    [{ by: 'author' as 'unit' }, 'by'],
  ])('refuses %j', async (input, field) => {
    const answer = await app.api.call(oversight.replyStats, { region: 'yunxi', ...input });
    expect([answer.status, answer.error.details?.[0]?.field]).toEqual([422, field]);
  });

  it('the region’s page shows the last 30 days', async () => {
    const region = await app.api.ok(endpoints.region.get, { code: 'yunxi' });
    expect(region.repliesLast30Days).toEqual({
      ...{ total: 3, onTime: 1, late: 1, openOverdue: 1, notYetDue: 0 },
      ...{ medianHours: 49, p90Hours: 96, reclassified: 0, declined: 0, withdrawn: 1 },
    });
    expect(region.counts.answered).toBe(2);
    expect(region.onTimeShare).toBeCloseTo(1 / 3);
  });

  it('the board shows them to the office and to officials of the region only', async () => {
    for (const as of [story.office, story.official]) {
      const board = await app.api.ok(oversight.board, { code: 'yunxi' }, { as });
      expect(board).toMatchObject({
        today: '2026-03-06',
        from: '2026-03-01',
        to: '2026-03-31',
        replies: { total: 4 },
      });
      expect(board.units.map((row) => [row.unit.name, row.replies.openOverdue])).toEqual([
        [story.unit.name, 1],
        [story.otherUnit.name, 0],
      ]);
      expect(board.overdueMessages).toEqual([
        expect.objectContaining({ clock: 'overdue', dueOn: '2026-03-03' }),
      ]);
    }
    const handler = await app.api.call(oversight.board, { code: 'yunxi' }, { as: story.handler });
    expect([handler.status, handler.error.code]).toEqual([403, 'ROLE_REQUIRED']);
    const elsewhere = await app.api.call(oversight.board, { code: 'yunxi' }, { as: story.officeElsewhere });
    expect([elsewhere.status, elsewhere.error.code]).toEqual([404, 'REGION_NOT_FOUND']);
  });
});
