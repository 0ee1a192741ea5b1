import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';
import { Told } from '../support/told';

const { message: calls } = endpoints;

/** All servers stand still for two days, and one starts. */
describe('“a stored-time design, not timers in memory”: “A server that was down for a day catches up on start”', () => {
  let app: TestApp;
  let story: MessageStory;
  const ids: Record<'monday' | 'tuesday' | 'thursday' | 'answered', number> = {
    monday: 0,
    tuesday: 0,
    thursday: 0,
    answered: 0,
  };

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    const by = () => app.given.person();
    ids.monday = (await givenMessage(story, { by: by() }).assigned()).id;
    ids.answered = (await givenMessage(story, { by: by() }).answered()).id;
    ids.thursday = (await givenMessage(story, { by: by(), kind: 'correction' }).assigned()).id;
    app.clock.set('2026-03-03T09:00:00+08:00');
    ids.tuesday = (await givenMessage(story, { by: by() }).assigned()).id;
    app.clock.set('2026-03-03T10:00:00+08:00');
    await app.tick();
    await app.halt();
    app = await app.startedAgain('2026-03-05T10:00:00+08:00');
    story = { ...story, app };
    await app.tick();
  });

  afterAll(() => app.stop());

  const overdueOf = async (id: number) =>
    (await app.api.ok(calls.get, { id }, { as: story.office })).events.filter(
      (event) => event.code === 'overdue',
    );
  const marksOf = async (id: number) => {
    const rows = await app.database.read(
      'SELECT kind, outcome FROM message_mark WHERE message_id = ? ORDER BY marked_for, id',
      [id],
    );
    return rows.map((row) => `${String(row.kind)} ${String(row.outcome)}`);
  };

  it('“an overdue is dated by its due date, not by when it was noticed”', async () => {
    expect(await overdueOf(ids.monday)).toEqual([
      expect.objectContaining({ at: '2026-03-04T00:00:00.000+08:00', dueOn: '2026-03-03' }),
    ]);
    expect(await overdueOf(ids.tuesday)).toEqual([
      expect.objectContaining({ at: '2026-03-05T00:00:00.000+08:00', dueOn: '2026-03-04' }),
    ]);
    expect(await overdueOf(ids.thursday)).toEqual([]);
    expect(await overdueOf(ids.answered)).toEqual([]);
  });

  it('reminders that make no sense any more are not sent; what still does is', async () => {
    expect(await marksOf(ids.monday)).toEqual([
      'halfTime told',
      'reviewDue dropped',
      'softTarget dropped',
      'lastCall dropped',
      'overdue told',
      'escalated told',
    ]);
    expect(await marksOf(ids.tuesday)).toEqual([
      'halfTime dropped',
      'reviewDue dropped',
      'softTarget dropped',
      'lastCall dropped',
      'overdue told',
    ]);
    expect(await marksOf(ids.thursday)).toEqual(['halfTime dropped']);
    expect(await marksOf(ids.answered)).toEqual([]);
  });

  it('the clock goes on: the message of today is reminded of at its time', async () => {
    const { handler, reviewer, official } = story;
    const told = new Told(app, { handler, reviewer, official });
    await told.at();
    expect(await told.topicsAt('2026-03-05T15:30:00+08:00')).toEqual({ reviewer: ['messageReminder'] });
    expect(await told.topicsAt('2026-03-05T17:30:00+08:00')).toEqual({ handler: ['messageReminder'] });
    expect(await told.topicsAt('2026-03-06T08:30:00+08:00')).toMatchObject({
      official: ['messageEscalated'],
    });
    expect(await app.get(ChainVerificationService).run(app.ctx())).toMatchObject({ faultCount: 0 });
  });
});
