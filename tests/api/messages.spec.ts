import { endpoints, type CallOf } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, QUESTION, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;

describe('messages: sending, handing on, taking back', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());
  beforeEach(() => app.clock.set('2026-03-02T10:00:00+08:00'));

  const submit = (
    input: Partial<CallOf<typeof calls.submit>>,
    options: Parameters<typeof app.api.call>[2] = {},
  ) =>
    app.api.call(
      calls.submit,
      { region: 'yunxi', kind: 'inquiry', text: QUESTION, ...input },
      { as: story.citizen, ...options },
    );

  describe('sending', () => {
    it('numbers by region, China date and sequence', async () => {
      const first = (await submit({})).body.number;
      const second = (await submit({})).body.number;
      expect(first).toMatch(/^YX20260302-\d{4}$/);
      expect(Number(second?.slice(-4))).toBe(Number(first?.slice(-4)) + 1);
      expect((await submit({ region: 'binjiang' })).body.number).toBe('BJ20260302-0001');
    });

    it.each([
      ['inquiry', true, '2026-03-03'],
      ['correction', false, '2026-03-05'],
      ['help', false, '2026-03-09'],
      ['suggestion', false, '2026-03-11'],
      ['complaint', false, '2026-03-23'],
    ] as const)(
      '“A citizen picks the kind. Every 咨询 starts as **simple** (the reading in the citizen’s favour)”: %s',
      async (kind, simple, dueOn) => {
        expect((await submit({ kind }, { as: await app.given.person() })).body).toMatchObject({
          simple,
          dueOn,
        });
      },
    );

    it('wants somebody signed in', async () => {
      const answer = await submit({}, { as: null });
      expect([answer.status, answer.error.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
    });

    it.each([
      [{ text: '短' }, 'text'],
      [{ text: '字'.repeat(1001) }, 'text'],
      [{ kind: 'praise' as 'inquiry' }, 'kind'],
      [{ contactPhone: '12' }, 'contactPhone'],
    ])('names the field of bad input %#', async (input, field) => {
      const answer = await submit(input);
      expect([answer.status, answer.error.code, answer.error.details?.[0]?.field]).toEqual([
        422,
        'INVALID_INPUT',
        field,
      ]);
    });

    it('refuses a text with an identity number', async () => {
      const answer = await submit({ text: '我的身份证号是11010519491231002X，请查补贴' });
      expect([answer.status, answer.error.code]).toEqual([422, 'MESSAGE_SECRET_MARK']);
    });

    it('refuses an unknown region and a task that is not there', async () => {
      const region = await submit({ region: 'nowhere' });
      expect([region.status, region.error.code]).toEqual([404, 'REGION_NOT_FOUND']);
      const task = await submit({ taskId: 999_999 });
      expect([task.status, task.error.code]).toEqual([404, 'TASK_NOT_FOUND']);
    });

    it('takes ten a day from one account and no more, and again tomorrow', async () => {
      const eager = await app.given.person();
      for (let sent = 0; sent < 10; sent += 1) expect((await submit({}, { as: eager })).status).toBe(201);
      const answer = await submit({}, { as: eager });
      expect([answer.status, answer.error.code]).toEqual([429, 'MESSAGE_LIMIT']);
      expect(answer.error.message).toContain('10');
      app.clock.set('2026-03-03T00:00:00+08:00');
      expect((await submit({}, { as: eager })).status).toBe(201);
    });

    it('the same Idempotency-Key never makes two', async () => {
      const somebody = await app.given.person();
      const key = { as: somebody, idempotencyKey: 'key-of-one-message' };
      const answers = await Promise.all([submit({}, key), submit({}, key), submit({}, key)]);
      const again = await submit({}, key);
      const done = [...answers, again].filter((answer) => answer.status === 201);
      expect(new Set(done.map((answer) => answer.body.id)).size).toBe(1);
      for (const answer of answers) expect([201, 409]).toContain(answer.status);
      const mine = await app.api.ok(calls.list, { scope: 'mine' }, { as: somebody });
      expect(mine.items).toHaveLength(1);
      const other = await submit({ text: '另外一条不同的留言' }, key);
      expect([other.status, other.error.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
    });

    it('shows the phone to the author and those in charge only', async () => {
      const message = await givenMessage(story, {
        by: app.given.person(),
        contactPhone: '13812345678',
      }).assigned();
      const seen = async (as: MessageStory['office']) =>
        (await app.api.ok(calls.get, { id: message.id }, { as })).contactPhone;
      expect(await seen(story.handler)).toBe('13812345678');
      expect(await seen(story.office)).toBe('13812345678');
      expect(await seen(story.official)).toBeNull();
      const stored: unknown[] = await app.database.dataSource.query(
        'SELECT contact_phone FROM message WHERE id = ?',
        [message.id],
      );
      expect(JSON.stringify(stored)).not.toContain('13812345678');
    });
  });

  describe('handing on', () => {
    it('keeps the clock, and the earlier unit no longer sees it', async () => {
      const message = await givenMessage(story, { by: app.given.person() }).assigned();
      app.clock.set('2026-03-02T15:00:00+08:00');
      const moved = await app.api.ok(
        calls.transfer,
        { id: message.id, unitId: story.otherUnit.id, note: '属于教育局职责' },
        { as: story.handler },
      );
      expect(moved).toMatchObject({
        unit: { id: story.otherUnit.id },
        receivedAt: message.receivedAt,
        dueOn: message.dueOn,
        moves: [],
      });
      const lost = await app.api.call(calls.get, { id: message.id }, { as: story.handler });
      expect([lost.status, lost.error.code]).toEqual([404, 'MESSAGE_NOT_FOUND']);
      const got = await app.api.ok(calls.get, { id: message.id }, { as: story.otherHandler });
      expect(got.events.at(-1)).toMatchObject({ code: 'transferred', note: '属于教育局职责' });
      expect(got.moves).toEqual(expect.arrayContaining(['transfer', 'return', 'reply']));
    });

    it('goes back to the office', async () => {
      const message = await givenMessage(story, { by: app.given.person() }).assigned();
      const back = await app.api.ok(
        calls.return,
        { id: message.id, note: '不是本单位职责' },
        { as: story.handler },
      );
      expect(back.unit.id).toBe(story.region.office.id);
      const { moves } = await app.api.ok(calls.get, { id: message.id }, { as: story.office });
      expect(moves).toEqual(expect.arrayContaining(['assign', 'reply', 'reclassify']));
      expect(moves).not.toContain('return');
    });

    it('on the due date only the office may transfer', async () => {
      const message = await givenMessage(story, { by: app.given.person() }).assigned();
      app.clock.set('2026-03-03T08:30:00+08:00');
      const transfer = { id: message.id, unitId: story.otherUnit.id, note: '属于教育局职责' };
      const answer = await app.api.call(calls.transfer, transfer, { as: story.handler });
      expect([answer.status, answer.error.code]).toEqual([403, 'TRANSFER_DUE_TODAY']);
      const seen = await app.api.ok(calls.get, { id: message.id }, { as: story.handler });
      expect(seen.moves).toEqual(expect.arrayContaining(['return', 'reply']));
      expect(seen.moves).not.toContain('transfer');
      expect((await app.api.call(calls.transfer, transfer, { as: story.office })).status).toBe(200);
    });

    it.each([
      ['an unknown unit', (): number => 999_999, 422, 'UNIT_NOT_FOUND'],
      ['the unit it is in', (): number => story.unit.id, 422, 'TRANSFER_SAME_UNIT'],
    ] as const)('refuses %s', async (_, unitId, status, code) => {
      const message = await givenMessage(story, { by: app.given.person() }).assigned();
      const answer = await app.api.call(
        calls.transfer,
        { id: message.id, unitId: unitId(), note: '请转办' },
        { as: story.office },
      );
      expect([answer.status, answer.error.code]).toEqual([status, code]);
    });

    it('refuses a unit of another region and a collective one', async () => {
      const message = await givenMessage(story, { by: app.given.person() });
      const collective = await app.given.unit(story.region, '县属有关单位', {
        kind: 'collective',
        memberIds: [story.unit.id],
      });
      const elsewhere = story.officeElsewhere.actor.memberships[0]?.unitId ?? 0;
      for (const unitId of [collective.id, elsewhere]) {
        const answer = await app.api.call(calls.assign, { id: message.id, unitId }, { as: story.office });
        expect([answer.status, answer.error.code]).toEqual([422, 'UNIT_NOT_FOUND']);
      }
    });

    it('refuses a reviewer in place of the office, and a message whose draft is in review', async () => {
      const message = await givenMessage(story, { by: app.given.person() }).assigned();
      const byReviewer = await app.api.call(
        calls.assign,
        { id: message.id, unitId: story.otherUnit.id },
        { as: story.reviewer },
      );
      expect([byReviewer.status, byReviewer.error.code]).toEqual([403, 'ROLE_REQUIRED']);
      await app.api.ok(calls.reply, { id: message.id, text: '补贴名单3月20日公布。' }, { as: story.handler });
      const inReview = await app.api.call(
        calls.return,
        { id: message.id, note: '退回公开办' },
        { as: story.reviewer },
      );
      expect([inReview.status, inReview.error.code]).toEqual([409, 'MESSAGE_STATE']);
    });

    it('nobody acts on a message they wrote', async () => {
      const message = await givenMessage(story, { by: story.handler }).assigned();
      const answers = [
        await app.api.call(calls.reply, { id: message.id, text: '自己答复自己。' }, { as: story.handler }),
        await app.api.call(calls.return, { id: message.id, note: '退回公开办' }, { as: story.handler }),
      ];
      for (const answer of answers) {
        expect([answer.status, answer.error.code]).toEqual([403, 'MESSAGE_OWN']);
      }
    });
  });

  describe('taking back', () => {
    it('the author withdraws, once, and nobody else', async () => {
      const author = await app.given.person();
      const { id } = await givenMessage(story, { by: author }).assigned();
      const byOffice = await app.api.call(calls.withdraw, { id }, { as: story.office });
      expect([byOffice.status, byOffice.error.code]).toEqual([403, 'ROLE_REQUIRED']);
      const withdrawn = await app.api.ok(calls.withdraw, { id }, { as: author });
      expect(withdrawn).toMatchObject({ status: 'withdrawn', clock: 'stopped', moves: [] });
      const again = await app.api.call(calls.withdraw, { id }, { as: author });
      expect([again.status, again.error.code]).toEqual([409, 'MESSAGE_STATE']);
      const reply = await app.api.call(calls.reply, { id, text: '已经撤回了吗？' }, { as: story.handler });
      expect(reply.error).toMatchObject({
        code: 'MESSAGE_STATE',
        message: '这条留言现在是“已撤回”，不能答复。',
      });
    });
  });
});
