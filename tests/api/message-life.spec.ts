import { endpoints, type MessageDetail } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;
const MONDAY = '2026-03-02T10:00:00+08:00';

describe('the message life, complete', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: MONDAY });
    story = await messageStory(app);
  });
  afterAll(async () => {
    expect(await app.get(ChainVerificationService).run(app.ctx())).toMatchObject({ faultCount: 0 });
    await app.stop();
  });
  beforeEach(() => app.clock.set(MONDAY));

  const by = () => app.given.person();
  const fresh = (kind: MessageDetail['kind'] = 'help') => givenMessage(story, { by: by(), kind }).assigned();
  const asked = async () => {
    const { id } = await fresh();
    return app.api.ok(calls.askMore, { id, question: '请问是哪一幢楼？' }, { as: story.handler });
  };
  const refusal = async (call: Promise<{ status: number; error: { code: string } }>) => {
    const { status, error } = await call;
    return [status, error.code];
  };

  describe('while the author is asked', () => {
    it('the handler may stop waiting: what was not used goes back, and the clock goes on', async () => {
      const message = await asked();
      expect(message).toMatchObject({ status: 'asked', dueOn: '2026-03-23' });
      expect(message.moves).toEqual(expect.arrayContaining(['endAsk', 'transfer', 'return', 'claim']));
      app.clock.set('2026-03-04T10:00:00+08:00');
      const ended = await app.api.ok(calls.endAsk, { id: message.id }, { as: story.handler });
      expect(ended).toMatchObject({ status: 'open', dueOn: '2026-03-11', question: null });
      expect(ended.events.at(-1)).toMatchObject({ code: 'askEnded', dueOn: '2026-03-11' });
      expect(ended.moves).toContain('reply');
    });

    it('only the handling unit may, and only while it waits', async () => {
      const { id } = await asked();
      const end = (as?: GivenPerson) => app.api.call(calls.endAsk, { id }, as ? { as } : {});
      expect(await refusal(end())).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await refusal(end(story.citizen))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refusal(end(story.otherHandler))).toEqual([404, 'MESSAGE_NOT_FOUND']);
      expect(await refusal(end(story.officeElsewhere))).toEqual([404, 'MESSAGE_NOT_FOUND']);
      expect(await refusal(end(story.office))).toEqual([403, 'OTHER_UNIT']);
      expect((await end(story.reviewer)).status).toBe(200);
      expect(await refusal(end(story.handler))).toEqual([409, 'MESSAGE_STATE']);
    });

    it('“the clock does not stop and does not restart” while it is asked: handing it on leaves question and date alone', async () => {
      const { id, dueOn } = await asked();
      const to = { id, unitId: story.otherUnit.id, note: '请教育局办理' };
      const moved = await app.api.ok(calls.transfer, to, { as: story.handler });
      expect(moved).toMatchObject({ status: 'asked', dueOn, unit: { id: story.otherUnit.id } });
    });

    it('a day off that is declared meanwhile is not waited through twice', async () => {
      const { id } = await asked();
      const day = { code: 'yunxi', date: '2026-03-10', working: false, decision: '云政发〔2026〕3号' };
      await app.api.ok(endpoints.calendar.addOverride, day, { as: story.office });
      await app.tick();
      const moved = await app.api.ok(calls.get, { id }, { as: story.handler });
      expect(moved).toMatchObject({ dueOn: '2026-03-24', question: { pausedUntil: '2026-03-17' } });
      app.clock.set('2026-03-04T10:00:00+08:00');
      // Received Monday: five days of help, and Tuesday and Wednesday waited for; the 10th is off.
      const ended = await app.api.ok(calls.endAsk, { id }, { as: story.handler });
      expect(ended.dueOn).toBe('2026-03-12');
    });
  });

  describe('what a change of kind would promise', () => {
    const preview = (id: number, kind: MessageDetail['kind'], as: GivenPerson | null = story.reviewer) =>
      app.api.call(calls.previewReclassify, { id, kind }, as ? { as } : {});

    it('is told before it is made, and nothing is stored', async () => {
      const { id } = await fresh('inquiry');
      expect((await preview(id, 'suggestion')).body).toEqual({
        fromDueOn: '2026-03-03',
        dueOn: '2026-03-12',
        provisional: false,
        lengthened: true,
        refusal: null,
      });
      const changed = await app.api.ok(
        calls.reclassify,
        { id, kind: 'suggestion', reason: 'wrongKind', text: '属于建议事项' },
        { as: story.reviewer },
      );
      expect(changed.dueOn).toBe('2026-03-12');
      expect((await preview(id, 'complaint')).body.refusal).toMatchObject({ code: 'RECLASSIFY_TWICE' });
      expect((await preview(id, 'suggestion')).body.refusal).toMatchObject({ code: 'RECLASSIFY_SAME' });
    });

    it('is for those who may change it', async () => {
      const { id } = await fresh('inquiry');
      expect(await refusal(preview(id, 'help', null))).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await refusal(preview(id, 'help', story.handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refusal(preview(id, 'help', story.otherReviewer))).toEqual([404, 'MESSAGE_NOT_FOUND']);
      expect(await refusal(preview(id, 'nothing' as never))).toEqual([422, 'INVALID_INPUT']);
    });
  });

  describe('归档', () => {
    it('thirty days after the answer nothing more is asked or rated; it stays public', async () => {
      const author = await by();
      const { id } = await givenMessage(story, { by: author, public: true }).answered();
      const late = await givenMessage(story, { by: author }).answered();
      app.clock.set('2026-04-01T23:59:00+08:00');
      await app.tick();
      await app.api.ok(calls.rate, { id: late.id, level: 5 }, { as: author });
      app.clock.set('2026-04-02T00:00:00+08:00');
      const rate = () => app.api.call(calls.rate, { id, level: 5 }, { as: author });
      expect(await refusal(rate())).toEqual([409, 'MESSAGE_ARCHIVED']);
      await app.tick();
      await app.tick();
      const mine = await app.api.ok(calls.get, { id }, { as: author });
      expect(mine.archivedAt).toBe('2026-04-02T00:00:00.000+08:00');
      expect(mine.events.filter((event) => event.code === 'archived')).toHaveLength(1);
      expect(mine.moves).toEqual([]);
      const followUp = app.api.call(calls.followUp, { id, text: '还有一个问题要问' }, { as: author });
      expect(await refusal(followUp)).toEqual([409, 'MESSAGE_ARCHIVED']);
      expect((await app.api.ok(calls.get, { id }, {})).status).toBe('answered');
      // what should not have been public can still be taken down
      expect((await app.api.ok(calls.get, { id }, { as: story.reviewer })).moves).toContain('hide');
    });

    it('an objection that is not decided keeps it open for the office', async () => {
      const author = await by();
      const { id } = await givenMessage(story, { by: author }).assigned();
      const decline = { id, reason: 'other', text: '不属于受理范围', goTo: '拨打 12345' } as const;
      await app.api.ok(calls.decline, decline, { as: story.handler });
      await app.api.ok(calls.approve, { id, confirmed: true }, { as: story.reviewer });
      await app.api.ok(calls.object, { id, text: '我有不同意见' }, { as: author });
      app.clock.set('2026-05-06T10:00:00+08:00');
      await app.tick();
      expect((await app.api.ok(calls.get, { id }, { as: author })).archivedAt).toBeNull();
      await app.api.ok(
        calls.decideObjection,
        { id, uphold: false, note: '维持原决定' },
        { as: story.office },
      );
      await app.tick();
      expect((await app.api.ok(calls.get, { id }, { as: author })).archivedAt).not.toBeNull();
    });
  });

  describe('答复模板', () => {
    const words = {
      title: '补贴查询',
      text: '补贴名单在县政府网站公布，电话＿＿。',
      kind: 'inquiry' as const,
    };
    const add = (unitId: number | null, as: GivenPerson | null, more: object = {}) =>
      app.api.call(calls.addTemplate, { region: 'yunxi', unitId, ...words, ...more }, as ? { as } : {});

    it('a reviewer keeps those of the own unit, the office all of them', async () => {
      const own = (await add(story.unit.id, story.reviewer)).body;
      expect(own).toMatchObject({ unit: { name: story.unit.name }, editable: true });
      const whole = (await add(null, story.office, { kind: null })).body;
      expect(whole.unit).toBeNull();
      const list = (as: GivenPerson, input: object = {}) =>
        app.api.ok(calls.templates, { region: 'yunxi', ...input }, { as });
      expect(
        (await list(story.handler, { kind: 'inquiry' })).items.map((item) => [item.id, item.editable]),
      ).toEqual([
        [own.id, false],
        [whole.id, false],
      ]);
      expect((await list(story.handler, { kind: 'help' })).items.map((item) => item.id)).toEqual([whole.id]);
      expect((await list(story.otherHandler)).items.map((item) => item.id)).toEqual([whole.id]);
      expect((await list(story.office, { scope: 'all' })).items.map((item) => item.id)).toEqual([
        own.id,
        whole.id,
      ]);
      const change = (as: GivenPerson, id = own.id) =>
        app.api.call(calls.changeTemplate, { id, ...words, title: '补贴' }, { as });
      expect((await change(story.reviewer)).body.title).toBe('补贴');
      expect(await refusal(change(story.otherReviewer))).toEqual([403, 'OTHER_UNIT']);
      expect(await refusal(change(story.reviewer, whole.id))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refusal(change(story.officeElsewhere))).toEqual([404, 'TEMPLATE_NOT_FOUND']);
      const drop = (as: GivenPerson) => app.api.call(calls.deleteTemplate, { id: own.id }, { as });
      expect(await refusal(drop(story.otherReviewer))).toEqual([403, 'OTHER_UNIT']);
      expect((await drop(story.office)).body).toEqual({ done: true });
      expect(await refusal(drop(story.office))).toEqual([404, 'TEMPLATE_NOT_FOUND']);
    });

    it('refuses others and what is no template', async () => {
      expect(await refusal(add(null, null))).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await refusal(add(story.unit.id, story.handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refusal(add(null, story.reviewer))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refusal(add(story.otherUnit.id, story.reviewer))).toEqual([403, 'OTHER_UNIT']);
      expect(await refusal(add(null, story.officeElsewhere))).toEqual([404, 'REGION_NOT_FOUND']);
      expect(await refusal(add(null, story.office, { text: '' }))).toEqual([422, 'INVALID_INPUT']);
      expect(await refusal(add(999_999, story.office))).toEqual([422, 'UNIT_NOT_FOUND']);
    });
  });
});
