import { endpoints, type CallOf, type SupervisionDetail } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenMessage, messageStory, QUESTION, type MessageStory } from '../support/given/message.given';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { supervision: calls, oversight, notification } = endpoints;
const ORDER = { instruction: '请说明清单公布的进度和困难', days: 3 };

describe('督办 of a task', () => {
  let app: TestApp;
  let ledger: Ledger;
  let task: number;
  let official: GivenPerson;
  let handler: GivenPerson;
  let reviewer: GivenPerson;
  let outsider: GivenPerson;
  let elsewhere: GivenPerson;
  let issued: SupervisionDetail;

  beforeAll(async () => {
    // a Monday
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    const { region, units } = ledger;
    const plan = await ledger.published();
    task = (await ledger.task(plan.id, '1')).id;
    official = await app.given.person({ name: '张县长', region, role: 'official' });
    handler = await ledger.staff(units.development, 'handler');
    reviewer = await ledger.staff(units.development, 'reviewer');
    outsider = await ledger.staff(units.education, 'handler');
    const other = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    elsewhere = await app.given.person({ region: other, role: 'official' });
  });

  afterAll(() => app.stop());

  const issue = (by: GivenPerson, more: Partial<CallOf<typeof calls.superviseTask>> = {}) =>
    app.api.call(calls.superviseTask, { id: task, ...ORDER, ...more }, { as: by });
  const show = (by: GivenPerson, id = issued.id) => app.api.ok(calls.get, { id }, { as: by });
  const notes = async (by: GivenPerson) =>
    (await app.api.ok(notification.list, {}, { as: by })).items.filter(
      ({ target }) => target.kind === 'supervision',
    );

  it('an official issues it to the leading unit, due by working days of the calendar', async () => {
    const answer = await issue(official);
    expect(answer.status).toBe(201);
    issued = answer.body;
    expect(issued).toMatchObject({
      number: '督〔2026〕1号',
      subject: { kind: 'task', id: task, title: expect.stringMatching(/^1\. 公布年度重大建设项目清单/) },
      unit: { id: ledger.units.development.id },
      state: 'issued',
      dueOn: '2026-03-05',
      workingDaysLeft: 3,
      overdue: false,
      answer: null,
      moves: ['cancel'],
    });
    expect(issued.events).toEqual([
      { code: 'issued', at: '2026-03-02T10:00:00.000+08:00', by: '张县长', text: ORDER.instruction },
    ]);
  });

  it.each([
    ['a handler', () => handler, 403, 'ROLE_REQUIRED'],
    ['the office', () => ledger.office, 403, 'ROLE_REQUIRED'],
    ['an official elsewhere', () => elsewhere, 404, 'TASK_NOT_FOUND'],
  ] as const)('%s may not issue one', async (_, who, status, code) => {
    const answer = await issue(who());
    expect([answer.status, answer.error.code]).toEqual([status, code]);
  });

  it('nobody may without an account, nor with bad input, nor to a unit that has no part in the task', async () => {
    const anonymous = await app.api.call(calls.superviseTask, { id: task, ...ORDER });
    expect([anonymous.status, anonymous.error.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
    for (const [more, field] of [
      [{ instruction: '快' }, 'instruction'],
      [{ days: 0 }, 'days'],
      [{ days: 61 }, 'days'],
    ] as const) {
      const refused = await issue(official, more);
      expect([refused.status, refused.error.details?.[0]?.field]).toEqual([422, field]);
    }
    const stranger = await issue(official, { unitId: ledger.units.education.id });
    expect([stranger.status, stranger.error.code]).toEqual([422, 'SUPERVISION_UNIT']);
    const none = await issue(official, { id: 999_999 });
    expect([none.status, none.error.code]).toEqual([404, 'TASK_NOT_FOUND']);
  });

  it('one at a time for a unit and a task; another unit of the task may get its own', async () => {
    const again = await issue(official);
    expect([again.status, again.error.code]).toEqual([409, 'SUPERVISION_EXISTS']);
    const second = await issue(official, { unitId: ledger.units.finance.id });
    expect(second.body).toMatchObject({ number: '督〔2026〕2号', unit: { name: '县财政局' } });
    const gone = { id: second.body.id, note: '误发' };
    expect((await app.api.ok(calls.cancel, gone, { as: official })).state).toBe('cancelled');
  });

  it('it is in the inbox and the notes of the unit, beside the task for staff, never for the public', async () => {
    await app.tick();
    const inbox = await app.api.ok(oversight.inbox, { tab: 'supervision' }, { as: handler });
    expect(inbox.counts.supervision).toBe(1);
    expect(inbox.items).toEqual([
      expect.objectContaining({ kind: 'supervision', id: issued.id, supervision: expect.any(Object) }),
    ]);
    expect((await app.api.ok(oversight.inbox, { tab: 'supervision' }, { as: outsider })).items).toEqual([]);
    for (const who of [handler, reviewer]) {
      expect(await notes(who)).toEqual([
        expect.objectContaining({
          topic: 'supervisionIssued',
          text: '督办单 督〔2026〕1号，请于3月5日（周四）前反馈',
        }),
      ]);
    }
    const beside = (by?: GivenPerson) => app.api.call(calls.ofTask, { id: task }, by ? { as: by } : {});
    expect((await beside(handler)).body).toMatchObject({
      items: [{ id: issued.id }],
      units: [],
      dueOptions: [],
      mayUrge: false,
    });
    expect((await beside(outsider)).body.items).toEqual([]);
    expect((await beside(official)).body).toMatchObject({
      items: [{ number: '督〔2026〕2号' }, { number: '督〔2026〕1号' }],
      units: [{ name: '县发展和改革局' }, { name: '县财政局' }],
      dueOptions: expect.arrayContaining([{ days: 3, dueOn: '2026-03-05' }]),
    });
    expect((await beside()).status).toBe(401);
    expect((await beside(elsewhere)).status).toBe(404);
    const open = await app.api.call(endpoints.task.get, { id: task });
    expect(JSON.stringify(open.body)).not.toContain(ORDER.instruction);
  });

  it('who has no part in it does not learn that there is one', async () => {
    for (const who of [outsider, elsewhere]) {
      for (const call of [calls.get, calls.cancel, calls.close] as const) {
        const answer = await app.api.call(call, { id: issued.id, note: '看看' }, { as: who });
        const mayAsk = call === calls.get || who === elsewhere;
        expect([answer.status, answer.error.code]).toEqual(
          mayAsk ? [404, 'SUPERVISION_NOT_FOUND'] : [403, 'ROLE_REQUIRED'],
        );
      }
    }
    const answer = await app.api.call(calls.answer, { id: issued.id, text: '由我来反馈' }, { as: outsider });
    expect([answer.status, answer.error.code]).toEqual([404, 'SUPERVISION_NOT_FOUND']);
    const office = await app.api.call(
      calls.answer,
      { id: issued.id, text: '由我来反馈' },
      { as: ledger.office },
    );
    expect([office.status, office.error.code]).toEqual([403, 'OTHER_UNIT']);
    const early = await app.api.call(calls.close, { id: issued.id }, { as: official });
    expect([early.status, early.error.message]).toEqual([409, '这份督办单现在是“待反馈”，不能核定办结。']);
  });

  it('unanswered past its day it is marked once, dated by the day, and one working day later officials are told', async () => {
    // the server was down over the weekend
    app.clock.set('2026-03-09T07:00:00+08:00');
    expect(await show(official)).toMatchObject({ overdue: true, workingDaysLeft: null });
    await app.tick();
    await app.tick();
    expect((await show(official)).events.map(({ code, at }) => [code, at])).toEqual([
      ['issued', '2026-03-02T10:00:00.000+08:00'],
      ['overdue', '2026-03-06T00:00:00.000+08:00'],
    ]);
    expect((await notes(official)).map(({ topic }) => topic)).toEqual([]);
    app.clock.set('2026-03-09T08:30:00+08:00');
    await app.tick();
    await app.tick();
    const shown = await show(official);
    expect(shown).toMatchObject({ overdue: true, escalated: true, state: 'issued' });
    expect(shown.events.at(-1)).toMatchObject({ code: 'escalated', at: '2026-03-09T08:30:00.000+08:00' });
    expect((await notes(official)).map(({ text }) => text)).toEqual([
      '督办单 督〔2026〕1号应于3月5日（周四）前反馈，逾期一个工作日仍未反馈',
    ]);
    // the office also stands in for the unit without staff
    expect((await notes(ledger.office)).map(({ topic }) => topic)).toEqual([
      'supervisionOverdue',
      'supervisionClosed',
      'supervisionIssued',
    ]);
    const late = await app.api.ok(calls.list, { region: 'yunxi', list: 'overdue' }, { as: ledger.office });
    expect(late.items.map(({ number }) => number)).toEqual(['督〔2026〕1号']);
  });

  it('the unit answers, the official returns it with a new day, the unit answers again, the official closes', async () => {
    const first = { id: issued.id, text: '清单已经起草，正在会签。' };
    const answered = await app.api.ok(calls.answer, first, { as: handler });
    expect(answered).toMatchObject({ state: 'answered', answer: first.text, overdue: true, moves: [] });
    expect((await show(official)).moves).toEqual(['close', 'return', 'cancel']);
    const returned = { id: issued.id, note: '请写明公布日期', days: 2 };
    expect(await app.api.ok(calls.return, returned, { as: official })).toMatchObject({
      state: 'issued',
      dueOn: '2026-03-11',
      answer: null,
      overdue: true,
    });
    const again = { id: issued.id, text: '清单将于3月20日公布。' };
    expect((await app.api.ok(calls.answer, again, { as: reviewer })).answer).toBe(again.text);
    const closed = await app.api.ok(calls.close, { id: issued.id, note: '同意' }, { as: official });
    expect(closed).toMatchObject({ state: 'closed', overdue: true, moves: [] });
    expect(closed.events.map(({ code, by, text }) => [code, by, text])).toEqual([
      ['issued', '张县长', ORDER.instruction],
      ['overdue', null, null],
      ['escalated', null, null],
      ['answered', expect.any(String), first.text],
      ['returned', '张县长', '请写明公布日期'],
      ['answered', expect.any(String), again.text],
      ['closed', '张县长', '同意'],
    ]);
    await app.tick();
    expect((await notes(handler)).map(({ topic }) => topic)).toEqual([
      'supervisionClosed',
      'supervisionReturned',
      'supervisionOverdue',
      'supervisionIssued',
    ]);
    const twice = await app.api.call(calls.answer, again, { as: handler });
    expect([twice.status, twice.error.code]).toEqual([409, 'SUPERVISION_STATE']);
  });

  it('the list shows each what is theirs, the newest first', async () => {
    const numbers = async (by: GivenPerson, more = {}) =>
      (await app.api.ok(calls.list, { region: 'yunxi', ...more }, { as: by })).items.map(
        ({ number }) => number,
      );
    expect(await numbers(official)).toEqual(['督〔2026〕2号', '督〔2026〕1号']);
    expect(await numbers(ledger.office, { list: 'done', limit: 1 })).toEqual(['督〔2026〕2号']);
    expect(await numbers(handler)).toEqual(['督〔2026〕1号']);
    expect(await numbers(handler, { unit: ledger.units.finance.id })).toEqual([]);
    expect(await numbers(outsider)).toEqual([]);
    const citizen = await app.given.person();
    const refused = await app.api.call(calls.list, { region: 'yunxi' }, { as: citizen });
    expect([refused.status, refused.error.code]).toEqual([403, 'ROLE_REQUIRED']);
    const abroad = await app.api.call(calls.list, { region: 'yunxi' }, { as: elsewhere });
    expect([abroad.status, abroad.error.code]).toEqual([404, 'REGION_NOT_FOUND']);
  });

  it('催办: one tap, told to the units of the task, once per working day', async () => {
    const urge = (by: GivenPerson, id = task) => app.api.call(calls.urgeTask, { id }, { as: by });
    const first = await urge(ledger.office);
    expect([first.status, first.body.mayUrge, first.body.urgedAt]).toEqual([
      200,
      false,
      '2026-03-09T08:30:00.000+08:00',
    ]);
    const again = await urge(official);
    expect([again.status, again.error.code]).toEqual([409, 'URGE_TODAY']);
    await app.tick();
    const urged = (await app.api.ok(notification.list, {}, { as: handler })).items.filter(
      ({ topic }) => topic === 'urged',
    );
    expect(urged).toEqual([
      expect.objectContaining({ text: '催办：任务 1，请尽快办理', target: { kind: 'task', id: task } }),
    ]);
    // Saturday and Sunday count for Monday
    app.clock.set('2026-03-14T10:00:00+08:00');
    expect((await urge(official)).status).toBe(200);
    app.clock.set('2026-03-16T10:00:00+08:00');
    expect((await urge(official)).status).toBe(409);
    app.clock.set('2026-03-17T10:00:00+08:00');
    expect((await urge(official)).status).toBe(200);
    for (const [who, status, code] of [
      [handler, 403, 'ROLE_REQUIRED'],
      [elsewhere, 404, 'TASK_NOT_FOUND'],
    ] as const) {
      const refused = await urge(who);
      expect([refused.status, refused.error.code]).toEqual([status, code]);
    }
  });
});

describe('督办 of a message', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  it('goes to the unit that has it, names no text, and is nobody else’s', async () => {
    const message = await givenMessage(story, { kind: 'complaint' }).assigned();
    const made = await app.api.ok(
      calls.superviseMessage,
      { id: message.id, ...ORDER },
      { as: story.official },
    );
    expect(made).toMatchObject({
      unit: { id: story.unit.id },
      subject: { kind: 'message', id: message.id, title: `投诉 ${message.number}` },
    });
    expect(JSON.stringify(made)).not.toContain(QUESTION.slice(0, 8));
    const beside = await app.api.ok(calls.ofMessage, { id: message.id }, { as: story.handler });
    expect(beside.items).toHaveLength(1);
    for (const who of [story.citizen, story.otherHandler, story.officeElsewhere]) {
      const hidden = await app.api.call(calls.ofMessage, { id: message.id }, { as: who });
      expect([403, 404]).toContain(hidden.status);
    }
    expect((await app.api.ok(calls.urgeMessage, { id: message.id }, { as: story.official })).mayUrge).toBe(
      false,
    );
  });

  it('nothing is left to push once it is answered', async () => {
    const answered = await givenMessage(story, { by: story.stranger }).answered();
    for (const call of [calls.superviseMessage, calls.urgeMessage] as const) {
      const refused = await app.api.call(call, { id: answered.id, ...ORDER }, { as: story.official });
      expect([refused.status, refused.error.code]).toEqual([409, 'SUPERVISION_DONE']);
    }
  });
});
