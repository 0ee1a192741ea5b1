import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { ReplyTemplatesService } from '../../backend/src/features/reply/reply-templates.service';
import { startApp, type TestApp } from '../support/app';
import { messageStory, QUESTION, type MessageStory } from '../support/given/message.given';

/**
 * W2 A simple inquiry: written on the Friday evening before the spring festival of 2026, promised for the
 * make-up Saturday, drafted from a template, approved by somebody else, told, rated.
 */
describe('W2 a simple inquiry', () => {
  let app: TestApp;
  let story: MessageStory;
  let id: number;

  beforeAll(async () => {
    app = await startApp({ now: '2026-02-13T17:45:00+08:00' });
    story = await messageStory(app);
    await app.get(ReplyTemplatesService).create(app.ctx(), {
      regionId: story.region.id,
      unitId: story.unit.id,
      kind: 'inquiry',
      title: '补贴公布时间',
      text: '补贴名单将于3月20日公布，每台补贴15万元，请到窗口查询。',
    });
  });

  afterAll(() => app.stop());

  it('shows the promise before sending, and why that day', async () => {
    const due = await app.api.ok(endpoints.message.duePreview, { region: 'yunxi', kind: 'inquiry' });
    expect(due).toMatchObject({ dueOn: '2026-02-14', workingDays: 1, provisional: false });
    expect(due.days).toEqual([
      expect.objectContaining({ date: '2026-02-14', counted: 1, reason: '周六 调休上班' }),
    ]);
  });

  it('is promised for the make-up Saturday and waits in the office', async () => {
    const message = await app.api.ok(
      endpoints.message.submit,
      { region: 'yunxi', kind: 'inquiry', text: QUESTION, contactName: '王小明', public: true },
      { as: story.citizen },
    );
    id = message.id;
    expect(message).toMatchObject({
      number: 'YX20260213-0001',
      simple: true,
      dueOn: '2026-02-14',
      provisional: false,
      status: 'open',
      clock: 'running',
      workingDaysLeft: 1,
      unit: { name: '云溪县政务公开办' },
      moves: ['withdraw'],
    });
    expect(message.events.map((event) => event.code)).toEqual(['received']);
  });

  it('the author can open the day, and the office sees it waiting', async () => {
    const due = await app.api.ok(endpoints.message.due, { id }, { as: story.citizen });
    expect(due.dueOn).toBe('2026-02-14');
    const inbox = await app.api.ok(endpoints.oversight.inbox, {}, { as: story.office });
    expect(inbox.items.map((item) => item.id)).toEqual([id]);
  });

  it('the office dispatches it and the unit is told', async () => {
    const message = await app.api.ok(
      endpoints.message.assign,
      { id, unitId: story.unit.id },
      { as: story.office },
    );
    expect(message).toMatchObject({ unit: { id: story.unit.id }, dueOn: '2026-02-14' });
    await app.tick();
    const notes = await app.api.ok(endpoints.notification.list, {}, { as: story.handler });
    expect(notes).toMatchObject({
      unread: 1,
      items: [{ topic: 'messageAssigned', target: { kind: 'message', id } }],
    });
    expect(notes.items[0]?.text).not.toContain('电梯');
  });

  it('the handler drafts from a template on the make-up Saturday', async () => {
    app.clock.set('2026-02-14T09:10:00+08:00');
    const templates = await app.api.ok(
      endpoints.message.templates,
      { region: 'yunxi', kind: 'inquiry' },
      { as: story.handler },
    );
    const text = templates.items[0]?.text ?? '';
    const message = await app.api.ok(endpoints.message.reply, { id, text }, { as: story.handler });
    expect(message).toMatchObject({ status: 'inReview', clock: 'running', workingDaysLeft: 0, moves: [] });
    expect(message.replies).toEqual([expect.objectContaining({ status: 'inReview', draftedByMe: true })]);
  });

  it('a draft stops no clock and is not the author’s to see', async () => {
    const message = await app.api.ok(endpoints.message.get, { id }, { as: story.citizen });
    expect(message).toMatchObject({ status: 'inReview', clock: 'running', replies: [], replyText: null });
  });

  it('the reviewer approves on that Saturday and it is on time', async () => {
    app.clock.set('2026-02-14T16:20:00+08:00');
    const inbox = await app.api.ok(endpoints.oversight.inbox, { tab: 'review' }, { as: story.reviewer });
    expect(inbox.items).toEqual([expect.objectContaining({ kind: 'replyReview', id })]);
    const message = await app.api.ok(
      endpoints.message.approve,
      { id, confirmed: true },
      { as: story.reviewer },
    );
    expect(message).toMatchObject({ status: 'answered', clock: 'onTime', public: true });
  });

  it('the citizen is told, reads the answer and rates it', async () => {
    await app.tick();
    const notes = await app.api.ok(endpoints.notification.list, {}, { as: story.citizen });
    expect(notes.items[0]).toMatchObject({ topic: 'messageAnswered', target: { kind: 'message', id } });
    const note = notes.items[0]?.id ?? 0;
    await app.api.ok(endpoints.notification.read, { id: note }, { as: story.citizen });
    expect((await app.api.ok(endpoints.notification.list, {}, { as: story.citizen })).unread).toBe(0);
    const rated = await app.api.ok(
      endpoints.message.rate,
      { id, level: 5, text: '很快，讲得清楚' },
      { as: story.citizen },
    );
    expect(rated).toMatchObject({ rating: { level: 5, text: '很快，讲得清楚' } });
    expect(rated.moves).not.toContain('rate');
  });

  it('everybody reads question and answer, the author masked', async () => {
    const answers = await app.api.ok(endpoints.message.list, { region: 'yunxi', q: '加装电梯' });
    expect(answers.items).toEqual([
      expect.objectContaining({ id, authorName: '王*', text: QUESTION, clock: 'onTime', public: true }),
    ]);
    const detail = await app.api.ok(endpoints.message.get, { id });
    expect(detail).toMatchObject({
      mine: false,
      contactPhone: null,
      rating: { level: 5, text: null },
      moves: [],
    });
    expect(detail.events.map((event) => event.code)).toEqual(['received', 'replyPublished']);
    const hits = await app.api.ok(endpoints.search.search, { region: 'yunxi', q: '补贴' });
    expect(hits.items).toEqual([expect.objectContaining({ kind: 'answer', id })]);
  });

  it('the figures count it as on time', async () => {
    const stats = await app.api.ok(endpoints.oversight.replyStats, { region: 'yunxi' });
    expect(stats).toMatchObject({ from: '2026-01-01', to: '2026-12-31', total: 1, onTime: 1, share: 1 });
    expect(stats.medianHours).toBeCloseTo(22.58, 1);
    // The office held it for a moment and answered nothing.
    expect(
      stats.groups.map(({ name, total, onTime, holding }) => [name, total, onTime, holding.stays]),
    ).toEqual(expect.arrayContaining([['县住房和城乡建设局', 1, 1, 1]]));
    expect(stats.groups.reduce((sum, group) => sum + group.total, 0)).toBe(1);
  });

  it('its chain verifies', async () => {
    const report = await app.get(ChainVerificationService).run(app.ctx());
    expect(report).toMatchObject({ messages: 1, events: 5, faultCount: 0, firstFault: null });
  });

  it('sent on the last day of 2026 it is provisional and says so', async () => {
    app.clock.set('2026-12-31T16:20:00+08:00');
    const message = await app.api.ok(
      endpoints.message.submit,
      { region: 'yunxi', kind: 'inquiry', text: '元旦期间婚姻登记办理吗？' },
      { as: story.citizen },
    );
    expect(message).toMatchObject({ dueOn: '2027-01-04', provisional: true });
    const due = await app.api.ok(endpoints.message.due, { id: message.id }, { as: story.citizen });
    expect(due.provisionalNote).toBe('暂定，以国务院办公厅通知为准');
  });
});
