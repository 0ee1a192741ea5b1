import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls, notification } = endpoints;

/** Citizen trust: whatever changes the promise, its author is told in plain words, and sees it on the timeline. */
describe('the author is told', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  /** The newest note of a new author after some steps. */
  async function told(
    steps: (id: number) => Promise<unknown>,
    kind: 'inquiry' | 'complaint' = 'complaint',
  ): Promise<{ number: string; topics: string[]; texts: string[]; codes: string[] }> {
    const author = await app.given.person();
    const message = await givenMessage(story, { by: author, kind }).assigned();
    await steps(message.id);
    await app.tick();
    const { items } = await app.api.ok(notification.list, {}, { as: author });
    const detail = await app.api.ok(calls.get, { id: message.id }, { as: author });
    return {
      number: message.number ?? '',
      topics: items.map((note) => note.topic),
      texts: items.map((note) => note.text),
      codes: detail.events.map((event) => event.code),
    };
  }

  it('of the answer', async () => {
    const found = await told(async (id) => {
      await app.api.ok(calls.reply, { id, text: '补贴名单将于3月20日公布。' }, { as: story.handler });
      await app.api.ok(calls.approve, { id, confirmed: true }, { as: story.reviewer });
    });
    expect(found.texts).toContain(`您的留言 ${found.number} 已答复，请查看`);
    expect(found.codes).toContain('replyPublished');
  });

  it('of a transfer, and that the day stays', async () => {
    const found = await told((id) =>
      app.api.ok(
        calls.transfer,
        { id, unitId: story.otherUnit.id, note: '属于教育局职责' },
        { as: story.handler },
      ),
    );
    expect(found.texts).toContain(`您的留言 ${found.number} 已交由其他单位办理，答复期限不变`);
    expect(found.codes).toContain('transferred');
  });

  it('of a reclassification, with the reason and the new day', async () => {
    const found = await told(
      (id) =>
        app.api.ok(
          calls.reclassify,
          { id, kind: 'inquiry', simple: false, reason: 'needsSurvey', text: '要到现场看一看' },
          { as: story.reviewer },
        ),
      'inquiry',
    );
    expect(found.topics).toContain('dueMoved');
    expect(found.texts.join()).toMatch(
      new RegExp(`${found.number}.*按咨询办理（需要实地调查核实）.*3月\\d+日`),
    );
    expect(found.codes).toContain('reclassified');
  });

  it('of an extension, with the new day', async () => {
    const found = await told(async (id) => {
      const asked = { id, workingDays: 5, reason: '需要联合执法', note: '需要联合执法' };
      await app.api.ok(calls.extend, asked, { as: story.handler });
      await app.api.ok(calls.approveExtension, { id }, { as: story.office });
    });
    expect(found.topics).toContain('dueMoved');
    expect(found.texts.join()).toMatch(new RegExp(`您的留言 ${found.number}.*延.*3月\\d+日`));
    expect(found.codes).toContain('extended');
  });

  it('that something is asked, and that no day is counted meanwhile', async () => {
    const found = await told((id) =>
      app.api.ok(calls.askMore, { id, question: '请问是哪个小区？' }, { as: story.handler }),
    );
    expect(found.texts).toContain(`您的留言 ${found.number} 需要补充，补充之前不计入答复期限`);
    expect(found.codes).toContain('askedMore');
  });

  it('the day and its reason stand before and after sending, and say the same', async () => {
    const before = await app.api.ok(calls.duePreview, { region: 'yunxi', kind: 'complaint' });
    const sent = await givenMessage(story, { kind: 'complaint' });
    const after = await app.api.ok(calls.due, { id: sent.id }, { as: story.citizen });
    expect(after.dueOn).toBe(before.dueOn);
    expect(after.days).toEqual(before.days);
    expect(sent.dueOn).toBe(before.dueOn);
  });
});
