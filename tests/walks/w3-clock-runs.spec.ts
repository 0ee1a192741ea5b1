import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;

/**
 * W3 The clock runs: midnight of the due date passes while no server looks; the first one that starts finds
 * one overdue, dated by its due date, on the board; the late reply stays late.
 */
describe('W3 the clock runs', () => {
  let app: TestApp;
  let story: MessageStory;
  let id: number;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    ({ id } = await givenMessage(story).assigned());
  });

  afterAll(() => app.stop());

  const seen = () => app.api.ok(calls.get, { id }, { as: story.office });

  it('on the day itself it is due today, not late', async () => {
    app.clock.set('2026-03-03T23:59:59+08:00');
    await app.tick();
    expect(await seen()).toMatchObject({ clock: 'running', workingDaysLeft: 0, dueOn: '2026-03-03' });
  });

  it('two days without a server: one overdue, dated by its due date however often it is looked for', async () => {
    app.clock.set('2026-03-05T09:00:00+08:00');
    for (const _ of [1, 2, 3]) await app.tick();
    const { events, clock } = await seen();
    expect(clock).toBe('overdue');
    expect(events.filter((event) => event.code === 'overdue')).toEqual([
      expect.objectContaining({ at: '2026-03-04T00:00:00.000+08:00', dueOn: '2026-03-03' }),
    ]);
  });

  it('handler, reviewer and office are told once, and it is on the officials’ board', async () => {
    for (const as of [story.handler, story.reviewer, story.office]) {
      const { items } = await app.api.ok(endpoints.notification.list, { limit: 100 }, { as });
      expect(items.filter((note) => note.topic === 'messageOverdue' && note.target.id === id)).toHaveLength(
        1,
      );
    }
    const board = await app.api.ok(endpoints.oversight.board, { code: 'yunxi' }, { as: story.official });
    expect(board.overdueMessages.map((message) => message.id)).toEqual([id]);
    expect(board.replies).toMatchObject({ total: 1, openOverdue: 1, share: 0 });
  });

  it('the late reply stays late', async () => {
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    const done = await app.api.ok(calls.approve, { id, confirmed: true }, { as: story.reviewer });
    expect(done).toMatchObject({ clock: 'late', dueOn: '2026-03-03' });
    const stats = await app.api.ok(endpoints.oversight.replyStats, { region: 'yunxi' });
    expect(stats).toMatchObject({ total: 1, late: 1, openOverdue: 0, share: 0 });
    expect(await app.get(ChainVerificationService).run(app.ctx())).toMatchObject({ faultCount: 0 });
  });
});
