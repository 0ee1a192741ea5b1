import { defaultReplyRule, endpoints, type MessageDetail, type ReplyRule } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls, oversight } = endpoints;
const MONDAY = '2026-03-02T10:00:00+08:00';
const MIDNIGHT = '2026-03-04T00:00:00+08:00';

/** Ways around the clock by who people are, by what a region may set, and by what comes after an answer. */
describe('nobody bends the clock by another door', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: MONDAY });
    story = await messageStory(app);
  });

  afterAll(async () => {
    app.clock.set('2026-06-01T10:00:00+08:00');
    expect(await app.get(ChainVerificationService).run(app.ctx())).toMatchObject({ faultCount: 0 });
    await app.stop();
  });
  beforeEach(() => app.clock.set(MONDAY));

  const fresh = (kind: MessageDetail['kind'] = 'inquiry', by = app.given.person()) =>
    givenMessage(story, { by, kind }).assigned();
  const seen = (id: number, as: GivenPerson = story.office) => app.api.ok(calls.get, { id }, { as });
  const approve = (id: number, as: GivenPerson = story.reviewer) =>
    app.api.call(calls.approve, { id, confirmed: true }, { as });
  const figures = () =>
    app.api.ok(oversight.replyStats, { region: 'yunxi', from: '2026-03-03', to: '2026-03-03' });
  /** Answered a day late. */
  const late = async (by = app.given.person()) => {
    const message = await givenMessage(story, { by, public: true }).assigned();
    app.clock.set('2026-03-05T09:00:00+08:00');
    await app.api.ok(calls.reply, { id: message.id, text: ANSWER }, { as: story.handler });
    const answer = { id: message.id, confirmed: true, makePublic: true };
    return app.api.ok(calls.approve, answer, { as: story.reviewer });
  };

  describe('by who somebody is', () => {
    it('one account in every post of the unit and the office still never publishes the own draft', async () => {
      const { region, unit } = story;
      const inUnit = { regionId: region.id, unitId: unit.id };
      const everything = await app.given.account([
        { role: 'handler', ...inUnit },
        { role: 'reviewer', ...inUnit },
        { role: 'office', regionId: region.id, unitId: region.office.id },
      ]);
      const { id } = await fresh().drafted(everything);
      expect((await approve(id, everything)).error.code).toBe('REPLY_OWN_APPROVAL');
      const edited = { id, text: `${ANSWER}（改）` };
      await app.api.ok(calls.edit, edited, { as: story.reviewer });
      // who changed the words last is the drafter, so that two can never pass it back and forth to one
      expect((await approve(id, story.reviewer)).error.code).toBe('REPLY_OWN_APPROVAL');
      expect((await approve(id, everything)).status).toBe(200);
    });

    it('a handler who is made reviewer does not publish what he drafted before', async () => {
      const { region, unit } = story;
      const person = await app.given.person({ region, role: 'handler', unit });
      const { id } = await fresh().drafted(person);
      const invited = { code: 'yunxi', unitId: unit.id, role: 'reviewer' } as const;
      const { secret } = await app.api.ok(endpoints.invitation.create, invited, { as: story.office });
      await app.api.ok(endpoints.invitation.accept, { code: secret, name: '新任审核' }, { as: person });
      expect((await approve(id, person)).error.code).toBe('REPLY_OWN_APPROVAL');
    });

    it('two accounts of one person: one identity is one account, and every post is on the list of staff', async () => {
      const { CreateAccountService } =
        await import('../../backend/src/features/account/create-account.service');
      const again = app
        .get(CreateAccountService)
        .run(app.ctx(), { name: '另一个我', identity: { provider: 'test', subject: 'person-1' } });
      await expect(again).rejects.toThrow();
      const staff = await app.api.ok(endpoints.invitation.staff, { code: 'yunxi' }, { as: story.office });
      const names = staff.items.map((item) => JSON.stringify(item)).join();
      for (const person of [story.handler, story.reviewer]) expect(names).toContain(person.actor.name);
    });

    it('withdrawing in the author’s name: nobody but the author can', async () => {
      const { id } = await fresh();
      for (const as of [story.handler, story.reviewer, story.office]) {
        expect((await app.api.call(calls.withdraw, { id }, { as })).error.code).toBe('ROLE_REQUIRED');
      }
      expect((await app.api.call(calls.withdraw, { id }, { as: story.stranger })).status).toBe(404);
      expect((await seen(id)).status).toBe('open');
    });

    it('a receipt with another date: it is the server’s clock, whatever is sent along', async () => {
      const forged = { receivedAt: '2026-03-06T10:00:00+08:00', dueOn: '2026-12-31', simple: false };
      const input = { region: 'yunxi', kind: 'inquiry', text: '补登一条以前的来信', ...forged } as const;
      const message = await app.api.ok(calls.submit, input, { as: await app.given.person() });
      expect(message).toMatchObject({
        receivedAt: '2026-03-02T10:00:00.000+08:00',
        dueOn: '2026-03-03',
        simple: true,
      });
    });
  });

  describe('by withdrawing and erasing', () => {
    it('withdrawn or erased after the missed day: it is on the chain and among the withdrawn, never on time', async () => {
      const [one, two] = [await app.given.person(), await app.given.person()];
      const [taken, erased] = [
        await fresh('inquiry', Promise.resolve(one)),
        await fresh('inquiry', Promise.resolve(two)),
      ];
      app.clock.set(MIDNIGHT);
      await app.tick();
      const before = await figures();
      await app.api.ok(calls.withdraw, { id: taken.id }, { as: one });
      await app.api.ok(endpoints.privacy.erase, {}, { as: two });
      const after = await figures();
      expect(after.withdrawn - before.withdrawn).toBe(2);
      expect(after.onTime).toBe(before.onTime);
      for (const { id } of [taken, erased]) {
        const { events, status } = await seen(id);
        expect(status).toBe('withdrawn');
        expect(events.map((event) => event.code)).toEqual(
          expect.arrayContaining(['received', 'overdue', 'withdrawn']),
        );
      }
    });

    it('erased before its day: nothing is left to miss, and it is shown apart', async () => {
      const who = await app.given.person();
      const { id } = await fresh('inquiry', Promise.resolve(who));
      const before = await figures();
      await app.api.ok(endpoints.privacy.erase, {}, { as: who });
      app.clock.set(MIDNIGHT);
      await app.tick();
      const after = await figures();
      expect([after.withdrawn - before.withdrawn, after.onTime - before.onTime]).toEqual([1, 0]);
      expect((await seen(id)).events.map((event) => event.code)).not.toContain('overdue');
    });
  });

  describe('by what comes after a late answer', () => {
    it('hidden and put back: the first result and its date stand', async () => {
      const { id } = await late();
      await app.api.ok(calls.hide, { id, note: '内容有误，先撤下' }, { as: story.reviewer });
      app.clock.set('2026-03-06T09:00:00+08:00');
      await app.api.ok(calls.undoHide, { id, note: '核对无误，恢复' }, { as: story.office });
      const { clock, dueOn, answeredAt } = await seen(id);
      expect([clock, dueOn, answeredAt]).toEqual(['late', '2026-03-03', '2026-03-05T09:00:00.000+08:00']);
    });

    it('an objection upheld opens a new clock and leaves the late decline late', async () => {
      const author = await app.given.person();
      const { id } = await fresh('inquiry', Promise.resolve(author));
      app.clock.set('2026-03-05T09:00:00+08:00');
      const decline = { id, reason: 'other', text: '不属于受理范围', goTo: '拨打 12345' } as const;
      await app.api.ok(calls.decline, decline, { as: story.handler });
      await approve(id);
      const before = await figures();
      await app.api.ok(calls.object, { id, text: '应当由你们办理' }, { as: author });
      const upheld = { id, uphold: true, note: '确应受理' };
      await app.api.ok(calls.decideObjection, upheld, { as: story.office });
      const after = await figures();
      expect((await seen(id)).clock).toBe('late');
      expect([after.late, after.declined, after.total]).toEqual([before.late, before.declined, before.total]);
      const [round] = (await seen(id)).rounds;
      expect(round?.dueOn).toBe('2026-03-06');
    });

    it('a follow-up in place of an answer: there is none before an answer, and it never lengthens the first', async () => {
      const author = await app.given.person();
      const { id } = await fresh('inquiry', Promise.resolve(author));
      const more = { id, text: '请问还要多久才能答复？', public: false };
      expect((await app.api.call(calls.followUp, more, { as: author })).error.code).toBe('MESSAGE_STATE');
      const answered = await late(Promise.resolve(author));
      await app.api.ok(calls.followUp, { ...more, id: answered.id }, { as: author });
      expect(await seen(answered.id)).toMatchObject({ clock: 'late', dueOn: '2026-03-03' });
    });
  });

  describe('by putting messages together', () => {
    it('an answer is not given to a merged message by itself, nor by who drafted it, nor to one that is not merged', async () => {
      const [leader, merged, alone] = [await fresh(), await fresh(), await fresh()];
      const into = { id: merged.id, into: leader.id, note: '同一件事' };
      await app.api.ok(calls.merge, into, { as: story.handler });
      const reply = { id: merged.id, text: ANSWER };
      expect((await app.api.call(calls.reply, reply, { as: story.handler })).error.code).toBe(
        'MESSAGE_MERGED',
      );
      const { region, unit } = story;
      const second = await app.given.person({ region, role: 'reviewer', unit });
      await app.api.ok(calls.reply, { id: leader.id, text: ANSWER }, { as: story.reviewer });
      await approve(leader.id, second);
      const deliver = async (to: number, as: GivenPerson) =>
        (await app.api.call(calls.deliver, { id: leader.id, to: [to], confirmed: true }, { as })).error.code;
      expect(await deliver(merged.id, story.reviewer)).toBe('REPLY_OWN_APPROVAL');
      expect(await deliver(merged.id, story.handler)).toBe('ROLE_REQUIRED');
      expect(await deliver(alone.id, second)).toBe('MERGE_NONE');
      expect((await seen(merged.id)).status).toBe('open');
    });

    it('merged with one that has more time: its own day is marked at its own midnight', async () => {
      const leader = await fresh('complaint');
      const merged = await fresh();
      const into = { id: merged.id, into: leader.id, note: '同一件事' };
      await app.api.ok(calls.merge, into, { as: story.handler });
      app.clock.set('2026-03-05T09:00:00+08:00');
      await app.tick();
      expect(await seen(merged.id)).toMatchObject({ clock: 'overdue', dueOn: '2026-03-03' });
      expect((await seen(leader.id)).clock).toBe('running');
    });
  });

  describe('by what a region may set', () => {
    const { promisedIn: _none, ...knobs } = defaultReplyRule;
    let office: GivenPerson;
    let region: string;
    let count = 0;

    beforeEach(async () => {
      count += 1;
      region = `bend-${count}`;
      const given = await app.given.region({ code: region, name: `弯溪${count}县` });
      office = await app.given.person({ region: given, role: 'office', unit: given.office });
    });

    const promise = (from: string, change: Partial<ReplyRule>) =>
      app.api.call(
        endpoints.replyRule.add,
        { code: region, effectiveFrom: from, source: '弯政公开〔2026〕1号', ...knobs, ...change },
        { as: office },
      );
    const write = async (kind: MessageDetail['kind'] = 'inquiry') =>
      app.api.ok(
        calls.submit,
        { region, kind, text: '水库什么时候放水灌溉？' },
        { as: await app.given.person() },
      );

    it('a longer promise after receipt: not for today, and not for what was received before, by another kind neither', async () => {
      const message = await write();
      const longer = { days: { ...knobs.days, simple: 20, help: 60 } };
      expect((await promise('2026-03-02', longer)).error.code).toBe('RULE_TOO_EARLY');
      expect((await promise('2026-03-03', longer)).status).toBe(201);
      app.clock.set('2026-03-03T09:00:00+08:00');
      await app.tick();
      expect((await seen(message.id, office)).dueOn).toBe('2026-03-03');
      const change = { id: message.id, kind: 'help', reason: 'wrongKind', text: '属于求助事项' } as const;
      expect((await app.api.ok(calls.reclassify, change, { as: office })).dueOn).toBe('2026-03-09');
      // in force it is for all to see, with its document
      const rules = await app.api.ok(endpoints.replyRule.list, { code: region });
      expect(rules.items[0]).toMatchObject({ state: 'current', source: '弯政公开〔2026〕1号' });
    });

    it('another end of the day, or another receipt out of hours: from tomorrow on, and for what is received then', async () => {
      await promise('2026-03-03', { dayEnd: 'closeOfBusiness' });
      const [before] = [await write()];
      app.clock.set('2026-03-03T16:00:00+08:00');
      await promise('2026-03-04', {
        dayEnd: '24:00',
        offHoursReceipt: 'deemNextWorkday',
      });
      const during = await write();
      const at = async (instant: string, id: number) => {
        app.clock.set(instant);
        return (await seen(id, office)).clock;
      };
      // received before the first change: until 24:00, and no longer
      expect(await at('2026-03-03T23:59:59+08:00', before.id)).toBe('running');
      expect(await at('2026-03-04T00:00:00+08:00', before.id)).toBe('overdue');
      // received under the close of business: late at the close, though the day ends at 24:00 again
      expect(await at('2026-03-04T17:29:59+08:00', during.id)).toBe('running');
      expect(await at('2026-03-04T17:30:00+08:00', during.id)).toBe('overdue');
    });

    it('the zone is no setting', async () => {
      const options = { filingNumber: null, requireVerifiedPhone: false, messagesPerDay: 10 };
      const forged = { code: region, ...options, zone: 'America/New_York', timeZone: 'UTC' };
      await app.api.ok(endpoints.region.setOptions, forged, { as: office });
      const rule = { zone: 'UTC', timeZone: 'UTC' } as Partial<ReplyRule>;
      expect((await promise('2026-03-03', rule)).status).toBe(201);
      app.clock.set('2026-03-03T23:30:00+08:00');
      const { receivedAt, dueOn } = await write();
      expect([receivedAt, dueOn]).toEqual(['2026-03-03T23:30:00.000+08:00', '2026-03-04']);
    });

    it('an own day of another region moves nothing here, and nobody sets one there', async () => {
      const message = await write();
      const day = { date: '2026-03-03', working: false, decision: '弯政发〔2026〕8号' };
      const theirs = await app.api.call(
        endpoints.calendar.addOverride,
        { code: 'yunxi', ...day },
        { as: office },
      );
      expect([theirs.status, theirs.error.code]).toEqual([404, 'REGION_NOT_FOUND']);
      const own = { code: 'yunxi', ...day, date: '2026-05-20' };
      await app.api.ok(endpoints.calendar.addOverride, own, { as: story.office });
      await app.tick();
      expect((await seen(message.id, office)).dueOn).toBe('2026-03-03');
      const page = await app.api.ok(endpoints.calendar.page, { code: region });
      expect([page.overrides, page.changes]).toEqual([[], []]);
    });

    it('an off day declared on the eve and taken back: the given day stays given, counted in the figures', async () => {
      const message = await write();
      const day = { code: region, date: '2026-03-03', working: false, decision: '弯政发〔2026〕8号' };
      const own = await app.api.ok(endpoints.calendar.addOverride, day, { as: office });
      await app.tick();
      const back = { code: region, id: own.id, reason: '弯政发〔2026〕9号' };
      await app.api.ok(endpoints.calendar.withdrawOverride, back, { as: office });
      await app.tick();
      expect((await seen(message.id, office)).dueOn).toBe('2026-03-04');
      const stats = await app.api.ok(oversight.replyStats, { region, from: '2026-03-01', to: '2026-03-31' });
      expect(stats.movedByOverride).toBe(1);
      const moved = { region, part: 'moved', from: '2026-03-01', to: '2026-03-31' } as const;
      expect((await app.api.ok(oversight.replyStatsMessages, moved)).items).toHaveLength(1);
    });

    it('the unit renamed after the miss: its late ones go with it', async () => {
      const units = await app.api.ok(
        endpoints.unit.create,
        { code: region, kind: 'department', name: '县水务局' },
        { as: office },
      );
      const message = await write();
      await app.api.ok(calls.assign, { id: message.id, unitId: units.id }, { as: office });
      app.clock.set(MIDNIGHT);
      await app.tick();
      await app.api.ok(
        endpoints.unit.change,
        { code: region, id: units.id, name: '县水利局' },
        { as: office },
      );
      const stats = await app.api.ok(oversight.replyStats, { region });
      expect(stats.groups.find((group) => group.name === '县水利局')).toMatchObject({
        total: 1,
        openOverdue: 1,
      });
      const collective = {
        code: region,
        id: units.id,
        name: '县水利局',
        kind: 'collective' as const,
        memberIds: [units.id],
      };
      expect((await app.api.call(endpoints.unit.change, collective, { as: office })).error.code).toBe(
        'UNIT_KIND_FIXED',
      );
    });
  });

  it('the pause of the last evening: told to the citizen, at most ten days, and in the figures', async () => {
    const author = await app.given.person();
    const { id } = await fresh('help', Promise.resolve(author));
    app.clock.set('2026-03-09T23:58:00+08:00');
    const asked = await app.api.ok(
      calls.askMore,
      { id, question: '请问是哪一幢楼？' },
      { as: story.handler },
    );
    expect(asked).toMatchObject({ clock: 'paused', dueOn: '2026-03-23' });
    expect((await seen(id, author)).question?.pausedUntil).toBe('2026-03-23');
    app.clock.set('2026-03-24T00:00:00+08:00');
    await app.tick();
    expect(await seen(id)).toMatchObject({ clock: 'overdue', dueOn: '2026-03-23' });
    const again = await app.api.call(
      calls.askMore,
      { id, question: '还要什么材料呢？' },
      { as: story.handler },
    );
    expect(again.error.code).toMatch(/^ASK_/);
    const stats = await app.api.ok(oversight.replyStats, { region: 'yunxi', kind: 'help' });
    expect(stats).toMatchObject({ paused: 1, openOverdue: 1 });
  });

  it('a move sent again with its key does what it did, at the time it did it', async () => {
    const { id } = await fresh();
    await app.api.ok(calls.reply, { id, text: ANSWER }, { as: story.handler });
    app.clock.set(MIDNIGHT);
    const late = { as: story.reviewer, idempotencyKey: 'approve-this-message-once' };
    expect((await app.api.call(calls.approve, { id, confirmed: true }, late)).body.clock).toBe('late');
    app.clock.set(MONDAY);
    expect((await app.api.call(calls.approve, { id, confirmed: true }, late)).body.clock).toBe('late');
    const other = await fresh();
    const reused = await app.api.call(calls.approve, { id: other.id, confirmed: true }, late);
    expect(reused.error.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});
