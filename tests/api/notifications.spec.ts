import { endpoints } from '@sunledger/shared-types';
import { DeliverNoticeService } from '../../backend/src/features/notification/deliver-notice.service';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { notification: calls } = endpoints;

describe('notes inside the app', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    await givenMessage(story, { text: '请问绝密暗号补贴怎么申请？' }).answered();
    await app.tick();
    await app.tick();
  });

  afterAll(() => app.stop());

  const notesOf = (as: MessageStory['office'], input = {}) => app.api.ok(calls.list, input, { as });
  const topicsOf = async (as: MessageStory['office']) => (await notesOf(as)).items.map((note) => note.topic);

  it('reach whom each step concerns, once, however often the worker runs', async () => {
    expect(await topicsOf(story.office)).toEqual(['messageAssigned']);
    expect(await topicsOf(story.handler)).toEqual(['messageAssigned']);
    expect(await topicsOf(story.reviewer)).toEqual(['replyToReview']);
    expect(await topicsOf(story.citizen)).toEqual(['messageAnswered']);
    expect(await topicsOf(story.stranger)).toEqual([]);
    expect(await topicsOf(story.officeElsewhere)).toEqual([]);
  });

  it('say a date as people say it, with its weekday', async () => {
    const texts = (await notesOf(story.handler)).items.map((note) => note.text);
    expect(texts).toEqual([expect.stringMatching(/，(最迟 )?3月\d+日（周[一二三四五]）(到期|答复)$/)]);
    const [assigned] = (await notesOf(story.office)).items;
    expect(assigned?.text).toMatch(/^收到留言 \S+，最迟 3月3日（周二）答复$/);
  });

  it('hold no text of a message', async () => {
    const everything = await app.database.dataSource.query('SELECT text FROM notification');
    const orders = await app.database.dataSource.query('SELECT payload FROM outbox');
    expect(JSON.stringify([everything, orders])).not.toContain('绝密暗号');
  });

  it('an order that is delivered twice is stored once', async () => {
    const order = {
      topic: 'planToReview',
      target: { kind: 'plan', id: 7 },
      regionId: story.region.id,
      unitId: story.region.office.id,
      roles: ['office'],
      except: story.office.actor.accountId,
      at: '2026-03-02T02:00:00.000Z',
    };
    const deliver = app.get(DeliverNoticeService);
    await Promise.all([deliver.run(app.ctx(), order, 4711), deliver.run(app.ctx(), order, 4711)]);
    await deliver.run(app.ctx(), order, 4711);
    const notes = (await notesOf(story.secondOffice)).items.filter((note) => note.target.kind === 'plan');
    expect(notes).toEqual([
      expect.objectContaining({
        topic: 'planToReview',
        text: '有一份工作要点等待审核',
        // when it was ordered, however late it is delivered
        createdAt: '2026-03-02T10:00:00.000+08:00',
      }),
    ]);
    expect((await notesOf(story.office)).items.filter((note) => note.target.kind === 'plan')).toEqual([]);
  });

  it('“handler → reviewer → office”: where a unit has nobody, the office is told', async () => {
    const empty = await app.given.unit(story.region, '县气象局');
    const before = (await notesOf(story.secondOffice)).unread;
    await givenMessage(story, { by: app.given.person() }).assigned(empty);
    await app.tick();
    expect((await notesOf(story.secondOffice)).unread).toBe(before + 2);
  });

  it('an order that makes no sense is a dead letter, not a crash', async () => {
    const wrong = app.get(DeliverNoticeService).run(app.ctx(), { topic: 'unheardOf' }, 1);
    await expect(wrong).rejects.toMatchObject({ code: 'NOTIFY_ORDER_INVALID' });
  });

  it('are read by their owner only', async () => {
    const [note] = (await notesOf(story.citizen)).items;
    const id = note?.id ?? 0;
    const other = await app.api.call(calls.read, { id }, { as: story.handler });
    expect([other.status, other.error.code]).toEqual([404, 'NOT_FOUND']);
    expect((await notesOf(story.citizen)).unread).toBe(1);
    await app.api.ok(calls.read, { id }, { as: story.citizen });
    await app.api.ok(calls.read, { id }, { as: story.citizen });
    const after = await notesOf(story.citizen);
    expect([after.unread, after.items[0]?.readAt]).toEqual([0, '2026-03-02T10:00:00.000+08:00']);
    expect((await app.api.call(calls.list, {})).status).toBe(401);
  });
});
