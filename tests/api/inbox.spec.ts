import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { givenLedger } from '../support/given/plan.given';
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
    expect(page.moves).toEqual(['closeOut']);
    await app.api.ok(endpoints.task.closeOut, { id: task.id, note: '已核对公开页面' }, { as: ledger.office });
    expect(await review()).toEqual(nothing);
    await app.api.ok(endpoints.task.reopen, { id: task.id, note: '公开页面已失效' }, { as: ledger.office });
    expect(await review()).toEqual(nothing);
  });
});
