import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';
import { Told } from '../support/told';

const { message: calls } = endpoints;

/**
 * W3 The clock runs: the handler is reminded at half-time, the reviewer before close, the handler at the soft
 * target; midnight of the due date passes while no server runs; the one that starts finds one overdue,
 * dated right, on the board and told; a working day later the official knows; the late reply stays late.
 */
describe('W3 the clock runs', () => {
  let app: TestApp;
  let story: MessageStory;
  let told: Told<'handler' | 'reviewer' | 'office' | 'official' | 'author'>;
  let id: number;

  const follow = (): void => {
    const { handler, reviewer, office, official, citizen } = story;
    told = new Told(app, { handler, reviewer, office, official, author: citizen });
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    ({ id } = await givenMessage(story, { kind: 'correction' }).assigned());
    follow();
    await told.at();
  });

  afterAll(() => app.stop());

  const seen = () => app.api.ok(calls.get, { id }, { as: story.office });

  it('three working days: half-time is the opening hour of the second', async () => {
    expect((await seen()).dueOn).toBe('2026-03-05');
    expect(await told.topicsAt('2026-03-03T17:00:00+08:00')).toEqual({});
    expect(await told.topicsAt('2026-03-04T08:30:00+08:00')).toEqual({ handler: ['messageReminder'] });
  });

  it('on the day itself it is due today, not late: the reviewer is told before close, the handler at close', async () => {
    expect(await told.topicsAt('2026-03-05T15:30:00+08:00')).toEqual({ reviewer: ['messageReminder'] });
    expect(await told.topicsAt('2026-03-05T17:30:00+08:00')).toEqual({ handler: ['messageReminder'] });
    expect(await seen()).toMatchObject({ clock: 'running', workingDaysLeft: 0 });
  });

  it('24:00 passes with the server down; the start finds one overdue, dated by its due date', async () => {
    await app.halt();
    app = await app.startedAgain('2026-03-06T09:00:00+08:00');
    story = { ...story, app };
    follow();
    await told.at();
    for (const _ of [1, 2, 3]) expect(await told.topicsAt()).toEqual({});
    const { events, clock } = await seen();
    expect(clock).toBe('overdue');
    expect(events.filter((event) => event.code === 'overdue')).toEqual([
      expect.objectContaining({ at: '2026-03-06T00:00:00.000+08:00', dueOn: '2026-03-05' }),
    ]);
  });

  it('“handler, reviewer and office told”, the author too, once; nobody of the last call that was missed', async () => {
    for (const [as, topic] of [
      [story.handler, 'messageOverdue'],
      [story.reviewer, 'messageOverdue'],
      [story.office, 'messageOverdue'],
      [story.citizen, 'messageDelayed'],
    ] as const) {
      const { items } = await app.api.ok(endpoints.notification.list, { limit: 100 }, { as });
      const late = items.filter((note) => note.createdAt >= '2026-03-06');
      expect(late.map((note) => [note.topic, note.target.id])).toEqual([[topic, id]]);
    }
  });

  it('“on the officials’ board at once”', async () => {
    const board = await app.api.ok(endpoints.oversight.board, { code: 'yunxi' }, { as: story.official });
    expect(board.overdueMessages.map((message) => message.id)).toEqual([id]);
    expect(board.replies).toMatchObject({ total: 1, openOverdue: 1, share: 0 });
  });

  it('one working day later, on Monday, the official is told', async () => {
    expect(await told.topicsAt('2026-03-08T12:00:00+08:00')).toEqual({});
    expect(await told.topicsAt('2026-03-09T08:30:00+08:00')).toEqual({ official: ['messageEscalated'] });
  });

  it('the late reply stays late', async () => {
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    const done = await app.api.ok(calls.approve, { id, confirmed: true }, { as: story.reviewer });
    expect(done).toMatchObject({ clock: 'late', dueOn: '2026-03-05' });
    const stats = await app.api.ok(endpoints.oversight.replyStats, { region: 'yunxi' });
    expect(stats).toMatchObject({ total: 1, late: 1, openOverdue: 0, share: 0 });
    expect(await told.topicsAt('2026-03-12T12:00:00+08:00')).toEqual({
      reviewer: ['replyToReview'],
      author: ['messageAnswered'],
    });
    expect(await app.get(ChainVerificationService).run(app.ctx())).toMatchObject({ faultCount: 0 });
  });
});
