import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import { ANSWER, messageStory, QUESTION, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;

/** W4 Wrong unit: dispatched wrongly, returned, dispatched again; the citizen's clock went on all the time. */
describe('W4 wrong unit', () => {
  let app: TestApp;
  let story: MessageStory;
  let id: number;
  let receivedAt: string;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  it('a citizen asks for help and is promised the fifth working day', async () => {
    const message = await app.api.ok(
      calls.submit,
      { region: 'yunxi', kind: 'help', text: QUESTION },
      { as: story.citizen },
    );
    ({ id, receivedAt } = message);
    expect(message).toMatchObject({ dueOn: '2026-03-09', clock: 'running' });
  });

  it('the office hands it to the wrong unit, which gives it back with a reason', async () => {
    app.clock.set('2026-03-02T11:00:00+08:00');
    await app.api.ok(calls.assign, { id, unitId: story.otherUnit.id }, { as: story.office });
    app.clock.set('2026-03-04T15:00:00+08:00');
    const back = await app.api.ok(
      calls.return,
      { id, note: '房屋电梯由住建部门负责' },
      { as: story.otherHandler },
    );
    expect(back).toMatchObject({ unit: { id: story.region.office.id }, dueOn: '2026-03-09', receivedAt });
  });

  it('the first unit no longer sees it, in the page, in lists, in the inbox', async () => {
    const page = await app.api.call(calls.get, { id }, { as: story.otherHandler });
    expect([page.status, page.error.code]).toEqual([404, 'MESSAGE_NOT_FOUND']);
    const list = await app.api.ok(calls.list, { scope: 'staff' }, { as: story.otherHandler });
    expect(list.items).toEqual([]);
    expect((await app.api.ok(endpoints.oversight.inbox, {}, { as: story.otherHandler })).items).toEqual([]);
  });

  it('the right unit gets it with what is left of the time', async () => {
    app.clock.set('2026-03-05T09:00:00+08:00');
    const again = await app.api.ok(calls.assign, { id, unitId: story.unit.id }, { as: story.office });
    expect(again).toMatchObject({ dueOn: '2026-03-09', workingDaysLeft: 2, receivedAt });
    expect((await app.api.ok(endpoints.oversight.inbox, {}, { as: story.handler })).items).toEqual([
      expect.objectContaining({ id }),
    ]);
    const citizen = await app.api.ok(calls.get, { id }, { as: story.citizen });
    expect(citizen.events.map((event) => event.code)).toEqual([
      'received',
      'assigned',
      'returned',
      'assigned',
    ]);
  });

  it('each unit’s holding time is in the chain', async () => {
    const rows: { code: string; facts: string }[] = await app.database.dataSource.query(
      'SELECT code, facts FROM message_event WHERE message_id = ? ORDER BY seq',
      [id],
    );
    const held = rows
      .slice(1)
      .map(({ facts }) => JSON.parse(facts) as { fromUnitId: number; heldMinutes: number });
    expect(held).toMatchObject([
      { fromUnitId: story.region.office.id, heldMinutes: 60 },
      { fromUnitId: story.otherUnit.id, heldMinutes: 2 * 1440 + 240 },
      { fromUnitId: story.region.office.id, heldMinutes: 1080 },
    ]);
  });

  it('answered on the last evening it is on time; the figures count it with the unit that answered', async () => {
    app.clock.set('2026-03-09T22:00:00+08:00');
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    const done = await app.api.ok(calls.approve, { id, confirmed: true }, { as: story.reviewer });
    expect(done).toMatchObject({ clock: 'onTime', receivedAt, dueOn: '2026-03-09' });
    const stats = await app.api.ok(endpoints.oversight.replyStats, { region: 'yunxi' });
    expect(stats).toMatchObject({ total: 1, onTime: 1, share: 1 });
    expect(stats.groups.filter(({ total }) => total > 0).map(({ name }) => name)).toEqual([story.unit.name]);
  });

  it('figures count holding time: each unit’s own, though the message was answered elsewhere', async () => {
    const stats = await app.api.ok(endpoints.oversight.replyStats, { region: 'yunxi' });
    expect(stats.holding).toMatchObject({ stays: 4, now: 0, longestNowHours: null });
    expect(
      stats.groups.map(({ name, total, holding }) => [name, total, holding.stays, holding.medianHours]),
    ).toEqual([
      // an hour before the first unit, eighteen before the second
      [story.region.office.name, 0, 2, (1 + 18) / 2],
      [story.unit.name, 1, 1, 4 * 24 + 13],
      [story.otherUnit.name, 0, 1, 2 * 24 + 4],
    ]);
  });

  it('the chain of the message holds', async () => {
    const report = await app.get(ChainVerificationService).run(app.ctx());
    expect(report).toMatchObject({ messages: 1, faultCount: 0 });
  });
});
