import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;
const BETTER = '加装电梯补贴名单将于3月25日在县政府网站公布，此前的日期有误，每台补贴仍为15万元。';

describe('a published reply', () => {
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

  const seen = (id: number, as?: GivenPerson) => app.api.ok(calls.get, { id }, as ? { as } : {});
  const found = async (word: string) => {
    const list = await app.api.ok(calls.list, { region: 'yunxi', q: word, limit: 100 });
    return list.items.map((item) => item.id);
  };
  const answered = async () => {
    const author = await app.given.person();
    const { id } = await givenMessage(story, { by: author, public: true, contactName: '王小明' }).answered();
    return { id, author };
  };

  describe('is revised', () => {
    const revise = (id: number, as: GivenPerson = story.handler, text = BETTER) =>
      app.api.call(calls.revise, { id, text }, { as });
    const approve = (id: number, as: GivenPerson = story.reviewer, confirmed = true) =>
      app.api.call(calls.approveRevision, { id, confirmed }, { as });

    it('“A published reply can be revised (a second person approves, the old version stays visible as such)”, “the first result stands”', async () => {
      const { id, author } = await answered();
      const before = await seen(id, author);
      app.clock.set('2026-03-06T15:00:00+08:00');
      await revise(id);
      expect((await seen(id, author)).replies.map((reply) => reply.text)).toEqual([ANSWER]);
      const { body } = await approve(id);
      expect(body).toMatchObject({ status: 'answered', clock: 'onTime', answeredAt: before.answeredAt });
      for (const view of [await seen(id, author), await seen(id)]) {
        expect(view.replyText).toBe(BETTER);
        expect(view.replies.map(({ status, text }) => [status, text])).toEqual([
          ['superseded', ANSWER],
          ['published', BETTER],
        ]);
      }
      expect(await found('3月25日')).toContain(id);
      expect(await found('3月20日')).not.toContain(id);
    });

    it('not by oneself, not twice at a time, not without anything to approve, not with a holding phrase', async () => {
      const { id } = await answered();
      expect((await approve(id)).error.code).toBe('REVISION_NONE');
      expect((await revise(id, story.handler, '您的来信已收到，请等候。')).error.code).toBe(
        'REPLY_HOLDING_PHRASE',
      );
      expect((await revise(id, story.office)).error.code).toBe('OTHER_UNIT');
      await revise(id, story.reviewer);
      expect((await revise(id)).error.code).toBe('REVISION_PENDING');
      expect((await approve(id)).error.code).toBe('REPLY_OWN_APPROVAL');
      // The unit has no other reviewer: the office approves.
      expect((await approve(id, story.office, false)).error.code).toBe('REPLY_NOT_CONFIRMED');
      expect((await approve(id, story.office)).status).toBe(200);
    });

    it('sent back, the published one stays', async () => {
      const { id, author } = await answered();
      await revise(id);
      const back = { id, note: '日期再核对' };
      const { replies } = await app.api.ok(calls.sendBackRevision, back, { as: story.reviewer });
      expect(replies.map((reply) => reply.status)).toEqual(['published', 'sentBack']);
      const mine = await seen(id, author);
      expect(mine.replies).toHaveLength(1);
      expect(JSON.stringify(mine)).not.toContain('日期再核对');
      expect((await revise(id)).status).toBe(200);
    });

    it('a late answer stays late, an open one has nothing to revise', async () => {
      const { id } = await givenMessage(story, { by: app.given.person() }).assigned();
      expect((await revise(id)).error.code).toBe('MESSAGE_STATE');
      app.clock.set('2026-03-05T09:00:00+08:00');
      await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
      await app.api.ok(calls.approve, { id, confirmed: true }, { as: story.reviewer });
      await revise(id);
      expect((await approve(id)).body.clock).toBe('late');
    });
  });

  describe('is hidden', () => {
    const hide = (id: number, as: GivenPerson) =>
      app.api.call(calls.hide, { id, note: '答复里有第三人的信息' }, { as });
    const confirm = (id: number, as: GivenPerson) => app.api.call(calls.confirmHide, { id }, { as });

    it('“at once by a reviewer or the office (reason, confirmed by a second person; the author still sees it)”', async () => {
      const { id, author } = await answered();
      expect((await hide(id, story.handler)).error.code).toBe('ROLE_REQUIRED');
      const { body } = await hide(id, story.reviewer);
      expect(body).toMatchObject({ public: false, hidden: 'hidden', clock: 'onTime', status: 'answered' });
      expect((await app.api.call(calls.get, { id })).status).toBe(404);
      expect(await found('加装电梯')).not.toContain(id);
      expect((await seen(id, author)).replyText).toBe(ANSWER);
      expect((await confirm(id, story.reviewer)).error.code).toBe('HIDE_OWN_CONFIRMATION');
      expect((await confirm(id, story.office)).body.hidden).toBe('confirmed');
      expect((await confirm(id, story.secondOffice)).error.code).toBe('HIDE_NOT_PENDING');
      expect((await hide(id, story.office)).error.code).toBe('HIDE_NOT_PUBLIC');
    });

    it('the second person may put it back, revised meanwhile or not', async () => {
      const { id } = await answered();
      await hide(id, story.office);
      await app.api.ok(calls.revise, { id, text: BETTER }, { as: story.handler });
      await app.api.ok(calls.approveRevision, { id, confirmed: true }, { as: story.reviewer });
      expect(await found('3月25日')).not.toContain(id);
      const undone = await app.api.ok(calls.undoHide, { id, note: '没有问题' }, { as: story.reviewer });
      expect(undone).toMatchObject({ public: true, hidden: null });
      expect((await seen(id)).replyText).toBe(BETTER);
      expect(await found('3月25日')).toContain(id);
    });

    it('one that was never public has nothing to hide', async () => {
      const { id } = await givenMessage(story, { by: app.given.person() }).answered();
      expect((await hide(id, story.office)).error.code).toBe('HIDE_NOT_PUBLIC');
    });
  });
});
