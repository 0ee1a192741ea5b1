import { endpoints, type CallOf, type MessageDetail } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;
/** Monday; 2026-03-02 … 06 and 09 … 13 are working weeks. */
const MONDAY = '2026-03-02T10:00:00+08:00';

describe('moves that change what is promised', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: MONDAY });
    story = await messageStory(app);
  });

  afterAll(async () => {
    const report = await app.get(ChainVerificationService).run(app.ctx());
    expect(report).toMatchObject({ faultCount: 0, firstFault: null });
    await app.stop();
  });
  beforeEach(() => app.clock.set(MONDAY));

  const fresh = (kind: MessageDetail['kind'] = 'inquiry') =>
    givenMessage(story, { by: app.given.person(), kind });
  const seen = (id: number, as: GivenPerson = story.office) => app.api.ok(calls.get, { id }, { as });

  describe('改类', () => {
    const reclassify = (id: number, as: GivenPerson, to: Partial<CallOf<typeof calls.reclassify>>) =>
      app.api.call(
        calls.reclassify,
        { id, kind: 'inquiry', reason: 'notSimple', text: '要到现场核实后才能答复', ...to },
        { as },
      );

    it('“`reclassify` changes `simple` or `kind`”, “Lengthening … counted from the original receipt; the citizen is told, with the reason”', async () => {
      const author = await app.given.person();
      const message = await givenMessage(story, { by: author }).assigned();
      expect(message).toMatchObject({ simple: true, dueOn: '2026-03-03', reclassified: false });
      app.clock.set('2026-03-03T23:50:00+08:00');
      const { body } = await reclassify(message.id, story.reviewer, {});
      expect(body).toMatchObject({
        simple: false,
        dueOn: '2026-03-09',
        receivedAt: message.receivedAt,
        reclassified: true,
      });
      await app.tick();
      const notes = await app.api.ok(endpoints.notification.list, {}, { as: author });
      expect(notes.items[0]).toMatchObject({
        topic: 'dueMoved',
        target: { kind: 'message', id: message.id },
      });
      expect(notes.items[0]?.text).toContain('不能直接按已公布的规定答复');
      expect((await seen(message.id, author)).events.at(-1)).toMatchObject({
        code: 'reclassified',
        note: '要到现场核实后才能答复',
        dueOn: '2026-03-09',
      });
    });

    it('“Lengthening, by whatever route: once”: the kind changed back and forth gains nothing', async () => {
      const { id } = await fresh().assigned();
      expect((await reclassify(id, story.reviewer, { kind: 'suggestion' })).body.dueOn).toBe('2026-03-11');
      app.clock.set('2026-03-04T09:00:00+08:00');
      expect((await reclassify(id, story.reviewer, { simple: true })).body.dueOn).toBe('2026-03-05');
      const again = await reclassify(id, story.office, { kind: 'complaint' });
      expect([again.status, again.error.code]).toEqual([409, 'RECLASSIFY_TWICE']);
      expect((await seen(id)).dueOn).toBe('2026-03-05');
    });

    it('“before the current date has passed”', async () => {
      const { id } = await fresh().assigned();
      app.clock.set('2026-03-04T00:00:00+08:00');
      const late = await reclassify(id, story.office, { kind: 'complaint' });
      expect([late.status, late.error.code]).toEqual([409, 'RECLASSIFY_TOO_LATE']);
    });

    it('“Shortening: any number of times, counted from the day of the change, never later than the date already promised”', async () => {
      const { id } = await fresh('complaint').assigned();
      app.clock.set('2026-03-04T09:00:00+08:00');
      const { body } = await reclassify(id, story.reviewer, { kind: 'correction', reason: 'wrongKind' });
      expect(body).toMatchObject({ dueOn: '2026-03-09', reclassified: false });
      app.clock.set(MONDAY);
      const { id: other } = await fresh('complaint').assigned();
      app.clock.set('2026-03-20T09:00:00+08:00');
      expect((await reclassify(other, story.office, { kind: 'suggestion' })).body.dueOn).toBe('2026-03-23');
    });

    it('shortened late it stays late', async () => {
      const { id } = await fresh('correction').assigned();
      app.clock.set('2026-03-10T09:00:00+08:00');
      const { body } = await reclassify(id, story.office, { simple: true, reason: 'wrongKind' });
      expect(body).toMatchObject({ dueOn: '2026-03-05', clock: 'overdue', kind: 'inquiry', simple: true });
    });

    it('“by the office or the handling unit’s reviewer, with a reason from a list plus text”, and to something else', async () => {
      const { id } = await fresh().assigned();
      const refused = async (as: GivenPerson) => (await reclassify(id, as, { kind: 'help' })).error.code;
      expect(await refused(story.handler)).toBe('ROLE_REQUIRED');
      expect(await refused(story.otherReviewer)).toBe('MESSAGE_NOT_FOUND');
      const same = await reclassify(id, story.reviewer, { simple: true });
      expect([same.status, same.error.code]).toEqual([422, 'RECLASSIFY_SAME']);
      const mute = await reclassify(id, story.reviewer, { reason: 'because' as 'other' });
      expect([mute.status, mute.error.details?.[0]?.field]).toEqual([422, 'reason']);
    });

    it('“the office may undo it”; what was lengthened stays lengthened in the figures', async () => {
      const undo = (id: number, as: GivenPerson) =>
        app.api.call(calls.undoReclassify, { id, note: '可以直接答复' }, { as });
      const { id } = await fresh().assigned();
      expect((await undo(id, story.office)).error.code).toBe('RECLASSIFY_NOT_DONE');
      await reclassify(id, story.reviewer, { kind: 'complaint' });
      expect((await undo(id, story.reviewer)).error.code).toBe('ROLE_REQUIRED');
      expect((await undo(id, story.office)).body).toMatchObject({
        simple: true,
        dueOn: '2026-03-03',
        reclassified: true,
      });
      expect((await reclassify(id, story.reviewer, { kind: 'help' })).error.code).toBe('RECLASSIFY_TWICE');
      // The old date has passed: never before the next working day.
      const { id: later } = await fresh().assigned();
      await reclassify(later, story.reviewer, { kind: 'complaint' });
      app.clock.set('2026-03-06T16:00:00+08:00');
      expect((await undo(later, story.office)).body.dueOn).toBe('2026-03-09');
    });

    it('“a lengthened inquiry stays in the simple figures under `reclassified`”', async () => {
      const region = await app.given.region({ code: 'liuxi', name: '柳溪县' });
      const office = await app.given.person({ region, role: 'office', unit: region.office });
      const { id } = await givenMessage(story, { by: app.given.person(), region: region.code });
      await reclassify(id, office, { kind: 'complaint' });
      const stats = await app.api.ok(endpoints.oversight.replyStats, { region: region.code });
      expect(stats).toMatchObject({ total: 1, reclassified: 1, simple: { total: 1, reclassified: 1 } });
      expect(stats.groups).toEqual([expect.objectContaining({ reclassified: 1 })]);
    });
  });

  describe('待补充', () => {
    const ask = (id: number, as: GivenPerson = story.handler) =>
      app.api.call(calls.askMore, { id, question: '请问是哪一个小区哪一幢？' }, { as });
    const answer = (id: number, as: GivenPerson) =>
      app.api.call(calls.supplement, { id, text: '是城东新村的那一幢' }, { as });

    it('“Pause only in named states: “待补充” (the citizen was asked a specific question”, “each working day after the day of asking up to and including the day of the answer is not counted”', async () => {
      const author = await app.given.person();
      const { id } = await givenMessage(story, { by: author, kind: 'help' }).assigned();
      const { body } = await ask(id);
      expect(body).toMatchObject({ status: 'asked', clock: 'paused', dueOn: '2026-03-23' });
      const mine = await seen(id, author);
      expect(mine.question).toEqual({ text: '请问是哪一个小区哪一幢？', pausedUntil: '2026-03-16' });
      expect(mine.moves).toEqual(['supplement', 'withdraw']);
      app.clock.set('2026-03-05T20:00:00+08:00');
      const { body: back } = await answer(id, author);
      // 3, 4 and 5 March are not counted: 9 March and three days more.
      expect(back).toMatchObject({ status: 'open', clock: 'running', dueOn: '2026-03-12', question: null });
      const due = await app.api.ok(calls.due, { id }, { as: author });
      expect(due).toMatchObject({ dueOn: '2026-03-12', workingDays: 5 });
      expect(due.days.filter((day) => day.reason.includes('等待补充')).map((day) => day.date)).toEqual([
        '2026-03-03',
        '2026-03-04',
        '2026-03-05',
      ]);
      app.clock.set('2026-03-12T23:59:00+08:00');
      await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
      const confirmed = { id, confirmed: true };
      expect((await app.api.ok(calls.approve, confirmed, { as: story.reviewer })).clock).toBe('onTime');
    });

    it('“at most 10 over both; then the clock resumes by itself), shown to the citizen”, before and after the sweep', async () => {
      const author = await app.given.person();
      const { id } = await givenMessage(story, { by: author, kind: 'help' }).assigned();
      await ask(id);
      app.clock.set('2026-03-16T23:59:59+08:00');
      await app.tick();
      expect((await seen(id)).clock).toBe('paused');
      app.clock.set('2026-03-17T00:00:00+08:00');
      expect(await seen(id)).toMatchObject({ status: 'open', clock: 'running', dueOn: '2026-03-23' });
      await app.tick();
      await app.tick();
      const swept = await seen(id);
      expect(swept.events.filter((event) => event.code === 'resumed')).toEqual([
        expect.objectContaining({ at: '2026-03-17T00:00:00.000+08:00' }),
      ]);
      const again = await ask(id);
      expect([again.status, again.error.code]).toEqual([409, 'ASK_NO_DAYS_LEFT']);
      // A late answer is taken and moves nothing.
      expect((await answer(id, author)).body).toMatchObject({ dueOn: '2026-03-23', question: null });
      expect((await answer(id, author)).error.code).toBe('ASK_NOTHING_OPEN');
    });

    it('a pause that nobody noticed the end of is followed by its overdue, both at their own time', async () => {
      const { id } = await fresh('help').assigned();
      await ask(id);
      app.clock.set('2026-03-30T09:00:00+08:00');
      await app.tick();
      const { events, clock } = await seen(id);
      expect(clock).toBe('overdue');
      expect(events.slice(-2)).toEqual([
        expect.objectContaining({ code: 'resumed', at: '2026-03-17T00:00:00.000+08:00' }),
        expect.objectContaining({ code: 'overdue', at: '2026-03-24T00:00:00.000+08:00' }),
      ]);
    });

    it('“at most twice”', async () => {
      const author = await app.given.person();
      const { id } = await givenMessage(story, { by: author, kind: 'help' }).assigned();
      for (const _ of [1, 2]) {
        expect((await ask(id)).status).toBe(200);
        expect((await answer(id, author)).body.dueOn).toBe('2026-03-09');
      }
      const third = await ask(id);
      expect([third.status, third.error.code]).toEqual([409, 'ASK_TWICE']);
    });

    it('“Simple inquiries cannot be paused or extended”, late ones neither, nobody else asks or answers', async () => {
      const { id } = await fresh().assigned();
      const simple = await ask(id);
      expect([simple.status, simple.error.code]).toEqual([409, 'ASK_SIMPLE']);
      const { id: late } = await fresh('help').assigned();
      expect((await ask(late, story.office)).error.code).toBe('OTHER_UNIT');
      expect((await ask(late, story.otherHandler)).error.code).toBe('MESSAGE_NOT_FOUND');
      expect((await answer(late, story.office)).error.code).toBe('ROLE_REQUIRED');
      app.clock.set('2026-03-10T00:00:00+08:00');
      expect((await ask(late)).error.code).toBe('ASK_TOO_LATE');
    });

    it('while it waits nothing else is done with it, and it stays paused in lists', async () => {
      const { id } = await fresh('help').assigned();
      await ask(id);
      const reply = await app.api.call(calls.reply, { id, text: ANSWER }, { as: story.handler });
      expect(reply.error).toMatchObject({
        code: 'MESSAGE_STATE',
        message: '这条留言现在是“待补充”，不能答复。',
      });
      const list = await app.api.ok(calls.list, { scope: 'staff', limit: 100 }, { as: story.handler });
      expect(list.items.find((item) => item.id === id)).toMatchObject({
        clock: 'paused',
        workingDaysLeft: null,
      });
    });
  });

  describe('延期', () => {
    const extend = (id: number, as: GivenPerson, workingDays = 3) =>
      app.api.call(calls.extend, { id, workingDays, note: '需要专家论证' }, { as });
    const approve = (id: number, as: GivenPerson) => app.api.call(calls.approveExtension, { id }, { as });

    it('“Other kinds can be extended once, before the due date, with reason and office approval; the citizen is told”', async () => {
      const author = await app.given.person();
      const { id } = await givenMessage(story, { by: author, kind: 'help' }).assigned();
      const { body: asked } = await extend(id, story.handler);
      expect(asked).toMatchObject({ dueOn: '2026-03-09', extension: { workingDays: 3, granted: false } });
      expect((await extend(id, story.handler)).error.code).toBe('EXTEND_PENDING');
      expect((await approve(id, story.reviewer)).error.code).toBe('ROLE_REQUIRED');
      const { body } = await approve(id, story.office);
      expect(body).toMatchObject({ dueOn: '2026-03-12', extension: { workingDays: 3, granted: true } });
      expect((await approve(id, story.office)).error.code).toBe('EXTEND_NOT_ASKED');
      expect((await extend(id, story.handler)).error.code).toBe('EXTEND_TWICE');
      await app.tick();
      const notes = await app.api.ok(endpoints.notification.list, {}, { as: author });
      expect(notes.items[0]?.text).toContain('延期 3 个工作日，最迟 3月12日（周四）答复');
    });

    it('on the due date it is too late to ask and to approve', async () => {
      const { id } = await fresh('help').assigned();
      await extend(id, story.handler);
      app.clock.set('2026-03-09T00:00:00+08:00');
      expect((await approve(id, story.office)).error.code).toBe('EXTEND_TOO_LATE');
      await app.api.ok(calls.refuseExtension, { id, note: '已经到期' }, { as: story.office });
      expect((await extend(id, story.handler)).error.code).toBe('EXTEND_TOO_LATE');
      expect((await seen(id)).dueOn).toBe('2026-03-09');
    });

    it('simple inquiries never; the office for another unit at once, for its own by a colleague', async () => {
      const { id: simple } = await fresh().assigned();
      expect((await extend(simple, story.handler)).error.code).toBe('EXTEND_SIMPLE');
      const { id } = await fresh('help').assigned();
      expect((await extend(id, story.office, 1)).body.dueOn).toBe('2026-03-10');
      const { id: own } = await fresh('help');
      await extend(own, story.office);
      expect((await approve(own, story.office)).error.code).toBe('EXTEND_OWN_APPROVAL');
      expect((await approve(own, story.secondOffice)).body.dueOn).toBe('2026-03-12');
    });

    it.each([0, 16, 1.5])('not by %s working days', async (days) => {
      const { id } = await fresh('help').assigned();
      const answer = await extend(id, story.handler, days);
      expect([answer.status, answer.error.details?.[0]?.field]).toEqual([422, 'workingDays']);
    });
  });

  it('a clock of the server turned back is noticed, and a late mark stays', async () => {
    const { id } = await fresh().assigned();
    app.clock.set('2026-03-04T08:00:00+08:00');
    await app.tick();
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    app.clock.set('2026-03-03T12:00:00+08:00');
    const back = await app.api.call(calls.approve, { id, confirmed: true }, { as: story.reviewer });
    expect([back.status, back.error.code]).toEqual([409, 'CLOCK_TURNED_BACK']);
    expect((await seen(id)).events.map((event) => event.code)).toContain('overdue');
  });
});
