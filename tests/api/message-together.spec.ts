import { endpoints, type MessageDetail } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls, oversight } = endpoints;
const MONDAY = '2026-03-02T10:00:00+08:00';

/** Sharing the work: claims, messages that ask the same, many handed on at once, a reviewer's own words. */
describe('together', () => {
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
  const seen = (id: number, as: GivenPerson = story.handler) => app.api.ok(calls.get, { id }, { as });
  const refusal = async (call: Promise<{ status: number; error: { code: string } }>) => {
    const { status, error } = await call;
    return [status, error.code];
  };

  describe('claim', () => {
    const claim = (id: number, as?: GivenPerson) => app.api.call(calls.claim, { id }, as ? { as } : {});

    it('shows colleagues who works on it and moves no clock', async () => {
      const before = await fresh();
      const claimed = (await claim(before.id, story.handler)).body;
      expect(claimed.claim).toMatchObject({ name: '经办甲', mine: true, stale: false });
      expect([claimed.dueOn, claimed.status]).toEqual([before.dueOn, 'open']);
      expect((await seen(before.id, story.reviewer)).claim).toMatchObject({ name: '经办甲', mine: false });
      const inbox = await app.api.ok(oversight.inbox, {}, { as: story.reviewer });
      expect(inbox.items.find((item) => item.id === before.id)?.message?.claim?.name).toBe('经办甲');
    });

    it('is taken over after a day or on the due date, not before; given back by its owner only', async () => {
      const { id } = await fresh();
      await claim(id, story.handler);
      expect(await refusal(claim(id, story.reviewer))).toEqual([409, 'CLAIM_TAKEN']);
      expect(await refusal(claim(id, story.handler))).toEqual([409, 'CLAIM_MINE']);
      const release = (as: GivenPerson) => app.api.call(calls.release, { id }, { as });
      expect(await refusal(release(story.reviewer))).toEqual([403, 'CLAIM_NOT_MINE']);
      app.clock.set('2026-03-03T10:00:00+08:00');
      expect((await claim(id, story.reviewer)).body.claim).toMatchObject({ name: '审核甲', mine: true });
      expect((await release(story.reviewer)).body.claim).toBeNull();
      expect(await refusal(release(story.reviewer))).toEqual([409, 'CLAIM_NONE']);
      const dueToday = await fresh('inquiry');
      await claim(dueToday.id, story.handler);
      app.clock.set('2026-03-04T00:00:00+08:00');
      expect((await claim(dueToday.id, story.reviewer)).status).toBe(200);
    });

    it('goes with the unit, and is nobody else’s business', async () => {
      const { id } = await fresh();
      await claim(id, story.handler);
      await app.api.ok(
        calls.transfer,
        { id, unitId: story.otherUnit.id, note: '请教育局办理' },
        { as: story.handler },
      );
      expect((await seen(id, story.otherHandler)).claim).toBeNull();
      expect(await refusal(claim(id))).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await refusal(claim(id, story.citizen))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refusal(claim(id, story.handler))).toEqual([404, 'MESSAGE_NOT_FOUND']);
      expect(await refusal(claim(id, story.office))).toEqual([403, 'OTHER_UNIT']);
      expect(await refusal(claim(id, story.officeElsewhere))).toEqual([404, 'MESSAGE_NOT_FOUND']);
    });
  });

  describe('并单', () => {
    const merge = (id: number, into: number, as: GivenPerson = story.handler) =>
      app.api.call(calls.merge, { id, into, note: '同一件事' }, { as });

    it('“each merged message keeps its own receipt and due date and is closed only by a reply delivered to its own author”', async () => {
      const [one, two, three] = [await by(), await by(), await by()];
      const leader = await givenMessage(story, { by: one, kind: 'help', public: true }).assigned();
      const first = await givenMessage(story, { by: two, kind: 'inquiry', public: true }).assigned();
      const second = await givenMessage(story, { by: three, kind: 'complaint' }).assigned();
      await merge(first.id, leader.id);
      await merge(second.id, leader.id);
      expect(await seen(first.id)).toMatchObject({
        status: 'open',
        clock: 'running',
        receivedAt: first.receivedAt,
        dueOn: '2026-03-03',
        leader: { number: leader.number },
      });
      expect((await seen(leader.id)).followers.map((each) => each.id)).toEqual([first.id, second.id]);

      // Thursday: the simple inquiry has missed its day, whoever it goes with
      app.clock.set('2026-03-05T10:00:00+08:00');
      await app.api.ok(calls.reply, { id: leader.id, text: ANSWER }, { as: story.handler });
      await app.api.ok(calls.approve, { id: leader.id, confirmed: true }, { as: story.reviewer });
      expect((await seen(leader.id)).clock).toBe('onTime');
      expect((await seen(first.id)).clock).toBe('overdue');

      const delivery = { id: leader.id, to: [first.id, second.id], confirmed: true };
      await app.api.ok(calls.deliver, delivery, { as: story.reviewer });
      expect(await app.api.ok(calls.get, { id: first.id }, { as: two })).toMatchObject({
        status: 'answered',
        clock: 'late',
        leader: null,
        replies: [{ text: ANSWER, status: 'published' }],
      });
      expect(await seen(second.id)).toMatchObject({ status: 'answered', clock: 'onTime', public: false });
      await app.tick();
      const notes = await app.api.ok(endpoints.notification.list, {}, { as: three });
      expect(notes.items.map((note) => note.topic)).toEqual(['messageAnswered', 'messageTransferred']);
    });

    it('“Merged and declined are included”: the figures count each of them on its own date', async () => {
      const figures = () =>
        app.api.ok(oversight.replyStats, { region: 'yunxi', from: '2026-03-03', to: '2026-03-09' });
      app.clock.set('2026-03-06T10:00:00+08:00');
      const before = await figures();
      app.clock.set(MONDAY);
      const leader = await fresh();
      const merged = await fresh('inquiry');
      await merge(merged.id, leader.id);
      app.clock.set('2026-03-06T10:00:00+08:00');
      const meanwhile = await figures();
      expect([meanwhile.total - before.total, meanwhile.openOverdue - before.openOverdue]).toEqual([2, 1]);
      await app.api.ok(calls.reply, { id: leader.id, text: ANSWER }, { as: story.handler });
      await app.api.ok(
        calls.approve,
        { id: leader.id, confirmed: true, deliverTo: [merged.id] },
        { as: story.reviewer },
      );
      const after = await figures();
      expect([after.onTime - before.onTime, after.late - before.late]).toEqual([1, 1]);
    });

    it('delivers only what somebody else drafted, confirmed, to what was merged there', async () => {
      const leader = await fresh();
      const merged = await fresh();
      const stranger = await fresh();
      await merge(merged.id, leader.id);
      const deliver = (to: number[], as: GivenPerson, confirmed = true) =>
        app.api.call(calls.deliver, { id: leader.id, to, confirmed }, { as });
      expect(await refusal(deliver([merged.id], story.reviewer))).toEqual([409, 'MERGE_NOT_ANSWERED']);
      await app.api.ok(calls.reply, { id: leader.id, text: ANSWER }, { as: story.reviewer });
      await app.api.ok(calls.approve, { id: leader.id, confirmed: true }, { as: story.office });
      expect(await refusal(deliver([merged.id], story.reviewer))).toEqual([403, 'REPLY_OWN_APPROVAL']);
      expect(await refusal(deliver([merged.id], story.office, false))).toEqual([422, 'REPLY_NOT_CONFIRMED']);
      expect(await refusal(deliver([merged.id, stranger.id], story.office))).toEqual([409, 'MERGE_NONE']);
      expect(await refusal(deliver([], story.office))).toEqual([422, 'INVALID_INPUT']);
      expect(await refusal(deliver([merged.id], story.handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect((await seen(merged.id)).status).toBe('open');
      expect((await deliver([merged.id], story.office)).status).toBe(200);
      expect(await refusal(deliver([merged.id], story.office))).toEqual([409, 'MESSAGE_STATE']);
    });

    it('refuses another unit, itself, a chain of mergers, and what is closed', async () => {
      const leader = await fresh();
      const merged = await fresh();
      const elsewhere = await givenMessage(story, { by: by() }).assigned(story.otherUnit);
      expect(await refusal(merge(merged.id, merged.id))).toEqual([422, 'MERGE_SELF']);
      expect(await refusal(merge(merged.id, elsewhere.id))).toEqual([404, 'MESSAGE_NOT_FOUND']);
      expect(await refusal(merge(merged.id, elsewhere.id, story.office))).toEqual([409, 'MERGE_OTHER_UNIT']);
      await merge(merged.id, leader.id);
      const third = await fresh();
      expect(await refusal(merge(third.id, merged.id))).toEqual([409, 'MERGE_NESTED']);
      expect(await refusal(merge(leader.id, third.id))).toEqual([409, 'MERGE_LEADS']);
      const transfer = { id: leader.id, unitId: story.otherUnit.id, note: '请教育局办理' };
      expect(await refusal(app.api.call(calls.transfer, transfer, { as: story.handler }))).toEqual([
        409,
        'MERGE_LEADS',
      ]);
      const reply = { id: merged.id, text: ANSWER };
      expect(await refusal(app.api.call(calls.reply, reply, { as: story.handler }))).toEqual([
        409,
        'MESSAGE_MERGED',
      ]);
      expect(await refusal(merge(third.id, leader.id, story.citizen))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refusal(merge(third.id, leader.id, story.otherHandler))).toEqual([
        404,
        'MESSAGE_NOT_FOUND',
      ]);
      expect(await refusal(merge(third.id, leader.id, story.officeElsewhere))).toEqual([
        404,
        'MESSAGE_NOT_FOUND',
      ]);
      expect(
        await refusal(app.api.call(calls.merge, { id: third.id, into: leader.id, note: '同一件事' })),
      ).toEqual([401, 'SIGN_IN_REQUIRED']);
      const own = await givenMessage(story, { by: story.handler }).assigned();
      expect(await refusal(merge(third.id, own.id))).toEqual([403, 'MESSAGE_OWN']);
    });

    it('is undone by hand, and by itself when the leader is withdrawn or declined', async () => {
      const author = await by();
      const leader = await givenMessage(story, { by: author }).assigned();
      const merged = await fresh();
      await merge(merged.id, leader.id);
      const undone = await app.api.ok(
        calls.unmerge,
        { id: merged.id, note: '不是一回事' },
        { as: story.handler },
      );
      expect([undone.merged, undone.dueOn]).toEqual([false, merged.dueOn]);
      await merge(merged.id, leader.id);
      await app.api.ok(calls.withdraw, { id: leader.id }, { as: author });
      expect((await seen(merged.id)).moves).toContain('reply');

      const declined = await fresh();
      await merge(merged.id, declined.id);
      const decline = {
        id: declined.id,
        reason: 'repeated',
        text: '没有新的事实',
        goTo: '拨打 12345',
      } as const;
      await app.api.ok(calls.decline, decline, { as: story.handler });
      await app.api.ok(calls.approve, { id: declined.id, confirmed: true }, { as: story.reviewer });
      expect((await seen(merged.id)).moves).toContain('reply');
    });

    it('a message that is merged and handed on at the same moment does not end up apart from its leader', async () => {
      const leader = await fresh();
      const merged = await fresh();
      const transfer = { id: leader.id, unitId: story.otherUnit.id, note: '请教育局办理' };
      const [one, two] = await Promise.all([
        merge(merged.id, leader.id),
        app.api.call(calls.transfer, transfer, { as: story.handler }),
      ]);
      const after = await seen(merged.id, story.office);
      const together = after.leader !== null && two.status === 200;
      expect([one.status, two.status].filter((status) => status === 200).length).toBeGreaterThan(0);
      expect(together).toBe(false);
    });
  });

  describe('改稿', () => {
    const edit = (id: number, text: string, as: GivenPerson = story.reviewer) =>
      app.api.call(calls.edit, { id, text }, { as });

    it('who changes the words is the drafter from then on: “publishing one’s own draft” is refused', async () => {
      const { id } = await givenMessage(story, { by: by() }).assigned().drafted();
      const edited = (await edit(id, `${ANSWER}请带身份证。`)).body;
      expect(edited.replies.map((reply) => reply.status)).toEqual(['edited', 'inReview']);
      const approve = (as: GivenPerson) => app.api.call(calls.approve, { id, confirmed: true }, { as });
      expect(await refusal(approve(story.reviewer))).toEqual([403, 'REPLY_OWN_APPROVAL']);
      // the unit has no other reviewer
      expect((await approve(story.office)).body).toMatchObject({ status: 'answered', clock: 'onTime' });
      const author = await app.api.call(calls.get, { id }, { as: story.office });
      expect(author.body.replies.at(-1)?.text).toBe(`${ANSWER}请带身份证。`);
    });

    it('refuses what changes nothing, says nothing, or is not one’s own desk', async () => {
      const { id } = await givenMessage(story, { by: by() }).assigned().drafted();
      expect(await refusal(edit(id, ANSWER))).toEqual([422, 'REPLY_UNCHANGED']);
      expect(await refusal(edit(id, '您的来信已收到，正在办理。'))).toEqual([422, 'REPLY_HOLDING_PHRASE']);
      expect(await refusal(edit(id, '短'))).toEqual([422, 'INVALID_INPUT']);
      expect(await refusal(edit(id, `${ANSWER}。`, story.handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refusal(edit(id, `${ANSWER}。`, story.office))).toEqual([403, 'OTHER_UNIT']);
      expect(await refusal(edit(id, `${ANSWER}。`, story.otherReviewer))).toEqual([404, 'MESSAGE_NOT_FOUND']);
    });
  });

  describe('批量交办', () => {
    it('says for each what became of it', async () => {
      const open = [await givenMessage(story, { by: by() }), await givenMessage(story, { by: by() })];
      const closed = await givenMessage(story, { by: by() }).answered();
      const own = await givenMessage(story, { by: story.office });
      const ids = [...open, closed, own].map(({ id }) => id);
      const input = { code: 'yunxi', ids: [...ids, 999_999], unitId: story.unit.id, note: '请按期答复' };
      const answer = await app.api.ok(calls.assignMany, input, {
        as: story.office,
        idempotencyKey: 'dispatch-many-0001',
      });
      expect(answer.items.map(({ id, done, code }) => [id, done, code])).toEqual([
        [ids[0], true, null],
        [ids[1], true, null],
        [ids[2], false, 'MESSAGE_STATE'],
        [ids[3], false, 'MESSAGE_OWN'],
        [999_999, false, 'MESSAGE_NOT_FOUND'],
      ]);
      expect(answer.items.at(-1)?.message).toBe('没有找到这条留言。');
      expect((await seen(ids[0] ?? 0)).unit.id).toBe(story.unit.id);
    });

    it('is for the office of the region', async () => {
      const { id } = await givenMessage(story, { by: by() });
      const many = (as?: GivenPerson, more: object = {}) =>
        app.api.call(
          calls.assignMany,
          { code: 'yunxi', ids: [id], unitId: story.unit.id, ...more },
          as ? { as } : {},
        );
      expect(await refusal(many())).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await refusal(many(story.handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await refusal(many(story.officeElsewhere))).toEqual([404, 'REGION_NOT_FOUND']);
      expect(await refusal(many(story.office, { unitId: 999 }))).toEqual([422, 'UNIT_NOT_FOUND']);
      expect(await refusal(many(story.office, { ids: [] }))).toEqual([422, 'INVALID_INPUT']);
    });
  });
});
