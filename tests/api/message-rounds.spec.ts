import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;
const MORE = '那么二楼窗口周六开门吗，要带什么材料？';

describe('what comes after an answer', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(async () => {
    const report = await app.get(ChainVerificationService).run(app.ctx());
    expect(report).toMatchObject({ faultCount: 0, firstFault: null });
    await app.stop();
  });
  beforeEach(() => app.clock.set('2026-03-02T10:00:00+08:00'));

  const seen = (id: number, as: GivenPerson) => app.api.ok(calls.get, { id }, { as });
  const followUp = (id: number, as: GivenPerson) => app.api.call(calls.followUp, { id, text: MORE }, { as });

  it('“追问 (one per answer) opens a new clock and leaves the first result standing”', async () => {
    const author = await app.given.person();
    const first = await givenMessage(story, { by: author }).answered();
    app.clock.set('2026-03-05T09:00:00+08:00');
    const { status, body: next } = await followUp(first.id, author);
    expect(status).toBe(201);
    expect(next).toMatchObject({
      origin: 'followUp',
      parent: { id: first.id, number: first.number },
      text: MORE,
      simple: true,
      clock: 'running',
      receivedAt: '2026-03-05T09:00:00.000+08:00',
      dueOn: '2026-03-06',
      unit: { id: story.unit.id },
    });
    expect(await seen(first.id, author)).toMatchObject({
      clock: 'onTime',
      dueOn: first.dueOn,
      answeredAt: first.answeredAt,
      rounds: [{ id: next.id, origin: 'followUp', clock: 'running', dueOn: '2026-03-06' }],
      moves: ['rate'],
    });
    const again = await followUp(first.id, author);
    expect([again.status, again.error.code]).toEqual([409, 'FOLLOW_UP_EXISTS']);
    // Late with the follow-up: the first result still stands.
    app.clock.set('2026-03-09T00:00:00+08:00');
    await app.tick();
    await app.api.ok(calls.reply, { id: next.id, text: ANSWER }, { as: story.handler });
    await app.api.ok(calls.approve, { id: next.id, confirmed: true }, { as: story.reviewer });
    expect((await seen(next.id, author)).clock).toBe('late');
    expect((await seen(first.id, author)).clock).toBe('onTime');
    // The answer to it may be followed up in its turn.
    expect((await followUp(next.id, author)).status).toBe(201);
  });

  it('two follow-ups at once make one', async () => {
    const author = await app.given.person();
    const { id } = await givenMessage(story, { by: author }).answered();
    const answers = await Promise.all([followUp(id, author), followUp(id, author)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect((await seen(id, author)).rounds).toHaveLength(1);
  });

  it('only of an answer, only by the author, without identity numbers', async () => {
    const author = await app.given.person();
    const open = await givenMessage(story, { by: author }).assigned();
    expect((await followUp(open.id, author)).error.code).toBe('MESSAGE_STATE');
    const { id } = await givenMessage(story, { by: author, public: true }).answered();
    expect((await followUp(id, story.stranger)).error.code).toBe('ROLE_REQUIRED');
    const identity = { id, text: '我的身份证号是11010519491231002X，请查' };
    expect((await app.api.call(calls.followUp, identity, { as: author })).error.code).toBe(
      'MESSAGE_SECRET_MARK',
    );
  });

  it('a follow-up that is not public is not named on the public page of the answer', async () => {
    const author = await app.given.person();
    const { id } = await givenMessage(story, { by: author, public: true }).answered();
    await followUp(id, author);
    expect((await app.api.ok(calls.get, { id })).rounds).toEqual([]);
    expect((await seen(id, author)).rounds).toHaveLength(1);
  });

  describe('整改', () => {
    const rate = (id: number, as: GivenPerson, level: number) =>
      app.api.ok(calls.rate, { id, level, text: '没有说清楚' }, { as });

    it('“A rating of the lowest two levels opens a rework with its own clock (5 working days)”', async () => {
      const author = await app.given.person();
      const { id, number } = await givenMessage(story, { by: author }).answered();
      const rated = await rate(id, author, 2);
      expect(rated).toMatchObject({ clock: 'onTime', rounds: [{ origin: 'rework', dueOn: '2026-03-09' }] });
      const rework = await seen(rated.rounds[0]?.id ?? 0, story.handler);
      expect(rework).toMatchObject({
        simple: false,
        text: `对留言 ${number} 的答复评价为“不满意”，请整改：没有说清楚`,
        moves: expect.not.arrayContaining(['askMore', 'extend']) as unknown,
      });
      for (const [call, input] of [
        [calls.askMore, { question: '请问是哪一个小区？' }],
        [calls.extend, { workingDays: 3, note: '需要论证' }],
      ] as const) {
        const answer = await app.api.call(call as never, { id: rework.id, ...input } as never, {
          as: story.handler,
        });
        expect(answer.error.code).toBe('REWORK_CLOCK');
      }
      await app.tick();
      const notes = await app.api.ok(endpoints.notification.list, {}, { as: story.reviewer });
      expect(notes.items.some((note) => note.target.id === rework.id && note.text.includes('整改'))).toBe(
        true,
      );
    });

    it.each([3, 4, 5])('a rating of %s opens none', async (level) => {
      const author = await app.given.person();
      const { id } = await givenMessage(story, { by: author }).answered();
      expect((await rate(id, author, level)).rounds).toEqual([]);
    });

    it('is answered like any message; rated badly again it opens no second one', async () => {
      const author = await app.given.person();
      const { id } = await givenMessage(story, { by: author }).answered();
      const rework = (await rate(id, author, 1)).rounds[0]?.id ?? 0;
      await app.api.ok(calls.reply, { id: rework, text: ANSWER }, { as: story.handler });
      await app.api.ok(calls.approve, { id: rework, confirmed: true }, { as: story.reviewer });
      expect(await rate(rework, author, 1)).toMatchObject({ clock: 'onTime', rounds: [] });
    });

    it('stands apart in the figures, late ones too, while follow-ups are among the total', async () => {
      const region = await app.given.region({ code: 'liuxi', name: '柳溪县' });
      const office = { region, role: 'office', unit: region.office } as const;
      const [one, two, author] = [
        await app.given.person(office),
        await app.given.person(office),
        await app.given.person(),
      ];
      const { id } = await givenMessage(story, { by: author, region: 'liuxi' }).drafted(one).published(two);
      await rate(id, author, 1);
      await followUp(id, author);
      const stats = async () => app.api.ok(endpoints.oversight.replyStats, { region: 'liuxi' });
      expect(await stats()).toMatchObject({
        total: 2,
        onTime: 1,
        notYetDue: 1,
        followUps: 1,
        reworks: 1,
        lateReworks: 0,
      });
      app.clock.set('2026-03-20T09:00:00+08:00');
      expect(await stats()).toMatchObject({
        total: 2,
        onTime: 1,
        openOverdue: 1,
        reworks: 1,
        lateReworks: 1,
      });
    });
  });
});
