import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;

describe('replies: drafted by one, approved by another', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());
  beforeEach(() => app.clock.set('2026-03-02T10:00:00+08:00'));

  const fresh = () => givenMessage(story, { by: app.given.person() });
  const approve = (id: number, as: MessageStory['office'], confirmed = true) =>
    app.api.call(calls.approve, { id, confirmed }, { as });

  it('a handler cannot approve', async () => {
    const { id } = await fresh().assigned().drafted();
    const answer = await approve(id, story.handler);
    expect([answer.status, answer.error.code]).toEqual([403, 'ROLE_REQUIRED']);
  });

  it('“publishing one’s own draft” is refused, sending it back too, whatever roles they hold', async () => {
    const { id } = await fresh().assigned().drafted(story.reviewer);
    const answer = await approve(id, story.reviewer);
    expect([answer.status, answer.error.code]).toEqual([403, 'REPLY_OWN_APPROVAL']);
    const back = await app.api.call(calls.sendBack, { id, note: '再改改' }, { as: story.reviewer });
    expect(back.error.code).toBe('REPLY_OWN_APPROVAL');
  });

  it('“The approver confirms “已正面回答所问””', async () => {
    const { id } = await fresh().assigned().drafted();
    const answer = await approve(id, story.reviewer, false);
    expect([answer.status, answer.error.code]).toEqual([422, 'REPLY_NOT_CONFIRMED']);
  });

  it.each(['您的来信已收到，感谢关注。', '此事正在 办理，请等。', '请耐心等待后续通知。'])(
    '“holding phrases (已收到、正在办理、请耐心等待) are stopped until a reason is given”: %s',
    async (text) => {
      const { id } = await fresh().assigned();
      const answer = await app.api.call(calls.reply, { id, text }, { as: story.handler });
      expect([answer.status, answer.error.code]).toEqual([422, 'REPLY_HOLDING_PHRASE']);
      const reasoned = { id, text, holdingReason: '引用来信原文，后文已正面答复' };
      expect((await app.api.call(calls.reply, reasoned, { as: story.handler })).status).toBe(200);
    },
  );

  it('is sent back with a reason for the staff only, drafted again and published', async () => {
    const author = await app.given.person();
    const { id } = await givenMessage(story, { by: author }).assigned().drafted();
    const back = await app.api.ok(calls.sendBack, { id, note: '请写明窗口位置' }, { as: story.reviewer });
    expect(back).toMatchObject({ status: 'open', replies: [{ status: 'sentBack', note: '请写明窗口位置' }] });
    expect(JSON.stringify(await app.api.ok(calls.get, { id }, { as: author }))).not.toContain(
      '请写明窗口位置',
    );
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    const published = await approve(id, story.reviewer);
    expect(published.body.replies.map((reply) => reply.status)).toEqual(['sentBack', 'published']);
    expect(published.body.events.map((event) => event.code)).toEqual([
      'received',
      'assigned',
      'drafted',
      'sentBack',
      'drafted',
      'replyPublished',
    ]);
  });

  it.each([
    ['reply', () => calls.reply, { text: ANSWER }],
    ['approve', () => calls.approve, { confirmed: true }],
    ['sendBack', () => calls.sendBack, { note: '再改改' }],
  ] as const)('an answered message takes no %s', async (_, endpoint, input) => {
    const { id } = await fresh().answered();
    const answer = await app.api.call(endpoint(), { id, ...input } as never, { as: story.reviewer });
    expect([answer.status, answer.error.code]).toEqual([409, 'MESSAGE_STATE']);
  });

  it('the office neither drafts nor approves for a unit that has its own people', async () => {
    const { id } = await fresh().assigned();
    const draft = await app.api.call(calls.reply, { id, text: ANSWER }, { as: story.office });
    expect([draft.status, draft.error.code]).toEqual([403, 'OTHER_UNIT']);
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    const answer = await approve(id, story.office);
    expect([answer.status, answer.error.code]).toEqual([403, 'OTHER_UNIT']);
  });

  it('“A unit without another active reviewer is approved by the office”', async () => {
    const lonely = await app.given.unit(story.region, '县档案馆');
    const handler = await app.given.person({ region: story.region, role: 'handler', unit: lonely });
    const { id } = await fresh().assigned(lonely).drafted(handler);
    const inbox = await app.api.ok(endpoints.oversight.inbox, { tab: 'review' }, { as: story.office });
    expect(inbox.items.map((item) => item.id)).toContain(id);
    expect((await approve(id, story.office)).body).toMatchObject({ status: 'answered', clock: 'onTime' });
  });

  it('a message of the office itself is drafted by one and approved by another of the office', async () => {
    const { id } = await fresh().drafted(story.office);
    expect((await approve(id, story.office)).error.code).toBe('REPLY_OWN_APPROVAL');
    expect((await approve(id, story.secondOffice)).body.status).toBe('answered');
  });

  it('two approvals at once publish once', async () => {
    const second = await app.given.person({ region: story.region, role: 'reviewer', unit: story.unit });
    const { id } = await fresh().assigned().drafted();
    const answers = await Promise.all([approve(id, story.reviewer), approve(id, second)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const seen = await app.api.ok(calls.get, { id }, { as: story.reviewer });
    expect(seen.events.filter((event) => event.code === 'replyPublished')).toHaveLength(1);
  });

  describe('the clock', () => {
    it('“due on that date until 24:00”: at 23:59:59.999 on time', async () => {
      const { id } = await fresh().assigned().drafted();
      app.clock.set('2026-03-03T23:59:59.999+08:00');
      expect((await approve(id, story.reviewer)).body.clock).toBe('onTime');
    });

    it('“late from the next 00:00”, and an overdue is dated by its due date', async () => {
      const author = await app.given.person();
      const { id } = await givenMessage(story, { by: author }).assigned().drafted();
      app.clock.set('2026-03-04T00:00:00.000+08:00');
      expect((await app.api.ok(calls.get, { id }, { as: author })).clock).toBe('overdue');
      const { body } = await approve(id, story.reviewer);
      expect(body.clock).toBe('late');
      const overdue = body.events.filter((event) => event.code === 'overdue');
      expect(overdue).toEqual([
        expect.objectContaining({ at: expect.stringMatching(/^2026-03-04T00:00:00/) as string }),
      ]);
    });

    it('a sweep that comes a day late and twice marks once, for ever, and tells', async () => {
      const handler = await app.given.person({ region: story.region, role: 'handler', unit: story.unit });
      const { id } = await fresh().assigned();
      app.clock.set('2026-03-05T09:00:00+08:00');
      await app.tick();
      await app.tick();
      const seen = await app.api.ok(calls.get, { id }, { as: story.handler });
      expect(seen.events.filter((event) => event.code === 'overdue')).toHaveLength(1);
      const notes = await app.api.ok(endpoints.notification.list, { limit: 100 }, { as: handler });
      // One note, or one digest of all that this spec left unanswered.
      expect(notes.items.filter((note) => note.topic === 'messageOverdue')).toHaveLength(1);
      await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
      const { body } = await approve(id, story.reviewer);
      expect(body.clock).toBe('late');
      expect(body.events.filter((event) => event.code === 'overdue')).toHaveLength(1);
    });
  });

  describe('rating', () => {
    it('once, by the author, after the answer', async () => {
      const author = await app.given.person();
      const open = await givenMessage(story, { by: author });
      const early = await app.api.call(calls.rate, { id: open.id, level: 5 }, { as: author });
      expect([early.status, early.error.code]).toEqual([409, 'MESSAGE_STATE']);
      const { id } = await givenMessage(story, { by: author, public: true }).answered();
      const stranger = await app.api.call(calls.rate, { id, level: 1 }, { as: story.stranger });
      expect([stranger.status, stranger.error.code]).toEqual([403, 'ROLE_REQUIRED']);
      const wrong = await app.api.call(calls.rate, { id, level: 6 }, { as: author });
      expect([wrong.status, wrong.error.details?.[0]?.field]).toEqual([422, 'level']);
      expect((await app.api.call(calls.rate, { id, level: 2 }, { as: author })).status).toBe(200);
      const again = await app.api.call(calls.rate, { id, level: 5 }, { as: author });
      expect([again.status, again.error.code]).toEqual([409, 'RATING_EXISTS']);
    });
  });

  it('templates are those of the region and of the own unit', async () => {
    const { ReplyTemplatesService } =
      await import('../../backend/src/features/reply/reply-templates.service');
    const templates = app.get(ReplyTemplatesService);
    const template = { regionId: story.region.id, title: '模板', text: '模板内容' };
    await templates.create(app.ctx(), { ...template, unitId: null, kind: null, title: '全县' });
    await templates.create(app.ctx(), {
      ...template,
      unitId: story.unit.id,
      kind: 'inquiry',
      title: '住建咨询',
    });
    await templates.create(app.ctx(), {
      ...template,
      unitId: story.unit.id,
      kind: 'complaint',
      title: '住建投诉',
    });
    await templates.create(app.ctx(), { ...template, unitId: story.otherUnit.id, kind: null, title: '教育' });
    const titles = async (as: MessageStory['office'], kind?: 'inquiry') =>
      (await app.api.ok(calls.templates, { region: 'yunxi', kind }, { as })).items.map((each) => each.title);
    expect(await titles(story.handler)).toEqual(['全县', '住建咨询', '住建投诉']);
    expect(await titles(story.handler, 'inquiry')).toEqual(['全县', '住建咨询']);
    const elsewhere = await app.api.call(calls.templates, { region: 'yunxi' }, { as: story.officeElsewhere });
    expect([elsewhere.status, elsewhere.error.code]).toEqual([404, 'REGION_NOT_FOUND']);
  });
});
