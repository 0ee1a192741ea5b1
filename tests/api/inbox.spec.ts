import { endpoints, type TaskRow } from '@sunledger/shared-types';
import { AccountRepository } from '../../backend/src/features/account/account.repository';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenLedger, type Ledger } from '../support/given/plan.given';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls, oversight } = endpoints;

describe('待办', () => {
  let app: TestApp;
  let story: MessageStory;
  const ids: Record<string, number> = {};

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    const by = () => app.given.person();
    ids.complaint = (await givenMessage(story, { by: by(), kind: 'complaint' }).assigned()).id;
    ids.simple = (await givenMessage(story, { by: by() }).assigned()).id;
    ids.help = (await givenMessage(story, { by: by(), kind: 'help' }).assigned()).id;
    ids.drafted = (await givenMessage(story, { by: by() }).assigned().drafted()).id;
    ids.answered = (await givenMessage(story, { by: by() }).answered()).id;
    ids.undispatched = (await givenMessage(story, { by: by() })).id;
    ids.own = (await givenMessage(story, { by: story.handler }).assigned()).id;
    app.clock.set('2026-03-03T09:00:00+08:00');
  });

  afterAll(() => app.stop());

  const inbox = (as: MessageStory['office'], input: Record<string, unknown> = {}) =>
    app.api.ok(oversight.inbox, input, { as });
  const idsOf = async (as: MessageStory['office'], input?: Record<string, unknown>) =>
    (await inbox(as, input)).items.map((item) => item.id);

  it('opens on what the unit must answer, the least time left first, without one’s own message', async () => {
    const seen = await inbox(story.handler);
    expect(seen.items.map((item) => item.id)).toEqual([ids.simple, ids.help, ids.complaint]);
    expect(seen.items.map((item) => item.message?.workingDaysLeft)).toEqual([0, 4, 14]);
    expect(seen.counts).toEqual({ reply: 3, today: 1, review: 0, task: 0, supervision: 0 });
  });

  it('pages without losing or repeating', async () => {
    const first = await inbox(story.handler, { limit: 2 });
    const second = await inbox(story.handler, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual([
      ids.simple,
      ids.help,
      ids.complaint,
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('shows the reviewer the drafts of others, and nothing to their drafter', async () => {
    expect(await idsOf(story.reviewer, { tab: 'review' })).toEqual([ids.drafted]);
    expect((await inbox(story.reviewer)).counts.review).toBe(1);
    expect(await idsOf(story.handler, { tab: 'review' })).toEqual([]);
    expect(await idsOf(story.office, { tab: 'review' })).toEqual([]);
    expect(await idsOf(story.otherReviewer, { tab: 'review' })).toEqual([]);
  });

  it('shows the office what waits to be dispatched', async () => {
    expect(await idsOf(story.office)).toEqual([ids.undispatched]);
  });

  it('keeps what the unit has answered', async () => {
    expect(await idsOf(story.handler, { tab: 'done' })).toEqual([ids.answered]);
    expect(await idsOf(story.otherHandler, { tab: 'done' })).toEqual([]);
  });

  it('is for staff', async () => {
    const citizen = await app.api.call(oversight.inbox, {}, { as: story.citizen });
    expect([citizen.status, citizen.error.code]).toEqual([403, 'ROLE_REQUIRED']);
    expect((await app.api.call(oversight.inbox, {})).status).toBe(401);
  });

  it('a cursor of nowhere is refused', async () => {
    for (const tab of ['reply', 'task'] as const) {
      const answer = await app.api.call(oversight.inbox, { tab, cursor: 'x' }, { as: story.handler });
      expect([answer.status, answer.error.code]).toEqual([422, 'CURSOR_INVALID']);
    }
  });

  it('the staff list by clock is sorted by time left', async () => {
    app.clock.set('2026-03-04T09:00:00+08:00');
    const list = async (clock: 'running' | 'overdue' | 'onTime') =>
      (await app.api.ok(calls.list, { scope: 'staff', clock }, { as: story.office })).items.map(
        (item) => item.id,
      );
    expect(await list('overdue')).toEqual([ids.simple, ids.drafted, ids.undispatched, ids.own]);
    expect(await list('running')).toEqual([ids.help, ids.complaint]);
    expect(await list('onTime')).toEqual([ids.answered]);
  });
});

describe('待办: decisions, and several regions', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });
  afterAll(() => app.stop());

  const review = async (as: MessageStory['office']) => {
    const { items, counts } = await app.api.ok(oversight.inbox, { tab: 'review' }, { as });
    expect(counts.review).toBe(items.length);
    return items.map((item) => [item.kind, item.id]);
  };
  const fresh = (kind: 'help' | 'inquiry' = 'help') =>
    givenMessage(story, { by: app.given.person(), kind, public: true });

  it('an extension waits for the office, not for the one who asked, until it is decided', async () => {
    const { id } = await fresh().assigned();
    await app.api.ok(calls.extend, { id, workingDays: 3, note: '需要论证' }, { as: story.handler });
    expect(await review(story.office)).toEqual([['extension', id]]);
    expect(await review(story.reviewer)).toEqual([]);
    await app.api.ok(calls.approveExtension, { id }, { as: story.office });
    expect(await review(story.secondOffice)).toEqual([]);
  });

  it('an objection waits for an office that had no part in the decline', async () => {
    const author = await app.given.person();
    const { id } = await givenMessage(story, { by: author });
    const decline = { id, reason: 'other', text: '不属于受理范围', goTo: '拨打 12345' } as const;
    await app.api.ok(calls.decline, decline, { as: story.office });
    await app.api.ok(calls.approve, { id, confirmed: true }, { as: story.secondOffice });
    await app.api.ok(calls.object, { id, text: '我有不同意见' }, { as: author });
    const { region } = story;
    const third = await app.given.person({ name: '公开办丙', region, role: 'office', unit: region.office });
    expect(await review(story.office)).toEqual([]);
    expect(await review(story.secondOffice)).toEqual([]);
    expect(await review(third)).toEqual([['objection', id]]);
    await app.api.ok(calls.decideObjection, { id, uphold: false, note: '维持原决定' }, { as: third });
    expect(await review(third)).toEqual([]);
  });

  it('a hidden answer and a revision wait for the second person', async () => {
    const { id } = await fresh().answered();
    await app.api.ok(calls.hide, { id, note: '含有个人信息' }, { as: story.reviewer });
    await app.api.ok(
      calls.revise,
      { id, text: `${'更正后的答复内容'}，请以此为准。` },
      { as: story.handler },
    );
    expect(await review(story.reviewer)).toEqual([['revision', id]]);
    expect(await review(story.office)).toEqual([['hiding', id]]);
    await app.api.ok(calls.confirmHide, { id }, { as: story.office });
    await app.api.ok(calls.approveRevision, { id, confirmed: true }, { as: story.reviewer });
    expect([await review(story.reviewer), await review(story.office)]).toEqual([[], []]);
  });

  it('an answer that is there waits to be delivered to what was merged', async () => {
    const leader = await fresh().assigned();
    const merged = await fresh().assigned();
    await app.api.ok(
      calls.merge,
      { id: merged.id, into: leader.id, note: '同一件事' },
      { as: story.handler },
    );
    expect(await review(story.reviewer)).toEqual([]);
    await app.api.ok(
      calls.reply,
      { id: leader.id, text: '加装电梯补贴名单将于3月20日公布。' },
      { as: story.handler },
    );
    await app.api.ok(calls.approve, { id: leader.id, confirmed: true }, { as: story.reviewer });
    expect(await review(story.reviewer)).toEqual([['delivery', merged.id]]);
    await app.api.ok(
      calls.deliver,
      { id: leader.id, to: [merged.id], confirmed: true },
      { as: story.reviewer },
    );
    expect(await review(story.reviewer)).toEqual([]);
  });

  it('holds the things of every region that one works in', async () => {
    const here = (await fresh().assigned()).id;
    const far = await app.given.region({ code: 'haibin', name: '海滨县' });
    const unit = await app.given.unit(far, '县交通局');
    const both = await app.given.person({ name: '两地经办', region: far, role: 'handler', unit });
    const farOffice = await app.given.person({ region: far, role: 'office', unit: far.office });
    await app.get(AccountRepository).addMembership(app.ctx(), {
      accountId: both.actor.accountId,
      regionId: story.region.id,
      unitId: story.unit.id,
      role: 'handler',
      activeFrom: new Date('2026-01-01T00:00:00Z'),
    });
    const there = await app.api.ok(
      calls.submit,
      { region: 'haibin', kind: 'inquiry', text: '公交什么时候通到渔港？' },
      { as: story.citizen },
    );
    await app.api.ok(calls.assign, { id: there.id, unitId: unit.id }, { as: farOffice });
    const seen = await app.api.ok(oversight.inbox, {}, { as: both });
    expect(seen.items[0]).toMatchObject({ id: there.id, regionId: far.id });
    expect(seen.items.map((item) => item.id)).toContain(here);
    expect(seen.items.every((item) => item.message?.workingDaysLeft !== null)).toBe(true);
  });

  it('one’s own messages by how they stand', async () => {
    const author = await app.given.person();
    const open = (await givenMessage(story, { by: author })).id;
    const answered = (await givenMessage(story, { by: author }).answered()).id;
    const taken = (await givenMessage(story, { by: author })).id;
    await app.api.ok(calls.withdraw, { id: taken }, { as: author });
    const list = async (state: 'waiting' | 'answered' | 'withdrawn') =>
      (await app.api.ok(calls.list, { scope: 'mine', state }, { as: author })).items.map((item) => item.id);
    expect([await list('waiting'), await list('answered'), await list('withdrawn')]).toEqual([
      [open],
      [answered],
      [taken],
    ]);
  });
});

describe('待办 of the office: close-outs', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
  });

  afterAll(() => app.stop());

  it('shows a task from the approval of the report that asks until it is closed', async () => {
    const ledger = await givenLedger(app);
    const { id } = await ledger.published();
    const task = await ledger.task(id, '2');
    const handler = await ledger.staff(ledger.units.education, 'handler');
    const reviewer = await ledger.staff(ledger.units.education, 'reviewer');
    const review = async (as = ledger.office) => {
      const { items, counts } = await app.api.ok(oversight.inbox, { tab: 'review' }, { as });
      return { items: items.map((item) => [item.kind, item.id, item.progress?.id]), count: counts.review };
    };
    const nothing = { items: [], count: 0 };

    await ledger.approveProgress(await ledger.report(task, handler, { percent: 80 }), reviewer);
    const asking = await ledger.report(task, handler, { percent: 100, asksClose: true });
    expect(await review()).toEqual(nothing);
    await ledger.approveProgress(asking, reviewer);
    const again = await ledger.report(task, handler, { percent: 100, asksClose: true });
    await ledger.approveProgress(again, reviewer);
    expect(await review()).toEqual({ items: [['task', task.id, asking.id]], count: 1 });
    expect(await review(reviewer)).toEqual(nothing);

    const page = await app.api.ok(endpoints.task.get, { id: task.id }, { as: ledger.office });
    expect(page.moves).toEqual(['closeOut', 'returnCloseOut']);
    await app.api.ok(endpoints.task.closeOut, { id: task.id, note: '已核对公开页面' }, { as: ledger.office });
    expect(await review()).toEqual(nothing);
    await app.api.ok(endpoints.task.reopen, { id: task.id, note: '公开页面已失效' }, { as: ledger.office });
    expect(await review()).toEqual(nothing);
  });
});

describe('待办 of the second person: changes of tasks, bulletins, named checkers', () => {
  let app: TestApp;
  let ledger: Ledger;
  let official: GivenPerson;
  let task: TaskRow;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    official = await app.given.person({ region: ledger.region, role: 'official' });
    const { id } = await ledger.published();
    task = await ledger.task(id, '2');
  });

  afterAll(() => app.stop());

  const review = async (as: GivenPerson) => {
    const { items, counts } = await app.api.ok(oversight.inbox, { tab: 'review' }, { as });
    expect(counts.review).toBe(items.length);
    return items;
  };
  const kinds = async (as: GivenPerson) => (await review(as)).map((item) => [item.kind, item.id]);

  it('a change waits for the other one of the office and for the reviewer of its unit, until it is decided', async () => {
    const reviewer = await ledger.staff(ledger.region.office, 'reviewer');
    const outsider = await ledger.staff(ledger.units.education, 'reviewer');
    const { amend, split } = endpoints.ledger;
    const wish = { id: task.id, text: '公布招生政策和学位余量', reason: '印发稿有误' };
    const change = await app.api.ok(amend, wish, { as: ledger.office });
    for (const as of [ledger.colleague, reviewer])
      expect(await kinds(as)).toEqual([['taskChange', change.id]]);
    for (const as of [ledger.office, outsider, official]) expect(await kinds(as)).toEqual([]);
    const [item] = await review(ledger.colleague);
    expect(item?.change).toMatchObject({ kind: 'amend', reason: '印发稿有误', mayDecide: true });
    await app.api.ok(endpoints.ledger.rejectChange, { id: change.id, note: '没有依据' }, { as: reviewer });
    expect(await kinds(ledger.colleague)).toEqual([]);

    const parts = [{ text: '公布招生政策全文' }, { text: '公布学位余量和学区' }];
    const second = await app.api.ok(
      split,
      { id: task.id, parts, reason: '分开办理' },
      { as: ledger.colleague },
    );
    expect(await kinds(ledger.office)).toEqual([['taskChange', second.id]]);
    await app.api.ok(endpoints.ledger.approveChange, { id: second.id }, { as: ledger.office });
    expect(await kinds(reviewer)).toEqual([]);
  });

  it('a bulletin waits for the other one of the office and for officials, until it is published', async () => {
    const { create, submit, publish } = endpoints.bulletin;
    const made = await app.api.ok(
      create,
      { code: 'yunxi', kind: 'month', year: 2026, part: 2 },
      { as: ledger.office },
    );
    expect(await kinds(official)).toEqual([]);
    await app.api.ok(submit, { id: made.id }, { as: ledger.office });
    for (const as of [ledger.colleague, official])
      expect(await kinds(as)).toEqual([['bulletinReview', made.id]]);
    expect(await kinds(ledger.office)).toEqual([]);
    const [item] = await review(official);
    expect(item?.bulletin).toMatchObject({ title: made.title, status: 'inReview' });
    await app.api.ok(publish, { id: made.id }, { as: official });
    expect(await kinds(ledger.colleague)).toEqual([]);
  });

  it('an official who is named as the checker of a task finds its close-out', async () => {
    const other = await ledger.task(task.planId, '4');
    const checkerId = official.actor.accountId;
    await app.api.ok(
      endpoints.ledger.require,
      { region: 'yunxi', tasks: [other.id], checkerId },
      { as: ledger.office },
    );
    const handler = await ledger.staff(ledger.units.labour, 'handler');
    const reviewer = await ledger.staff(ledger.units.labour, 'reviewer');
    const asking = await ledger.report(other, handler, { percent: 100, asksClose: true });
    expect(await kinds(official)).toEqual([]);
    await ledger.approveProgress(asking, reviewer);
    expect(await kinds(official)).toEqual([['task', other.id]]);
    await app.api.ok(endpoints.task.closeOut, { id: other.id, note: '已核对原件' }, { as: official });
    expect(await kinds(official)).toEqual([]);
  });

  it('an official has nothing to answer or report, and sees nothing of another region', async () => {
    for (const tab of ['reply', 'task', 'supervision', 'done'] as const)
      expect((await app.api.ok(oversight.inbox, { tab }, { as: official })).items).toEqual([]);
    const elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    const stranger = await app.given.person({ region: elsewhere, role: 'official' });
    const { create, submit } = endpoints.bulletin;
    const made = await app.api.ok(
      create,
      { code: 'yunxi', kind: 'month', year: 2026, part: 1 },
      { as: ledger.office },
    );
    await app.api.ok(submit, { id: made.id }, { as: ledger.office });
    expect(await kinds(stranger)).toEqual([]);
  });
});
