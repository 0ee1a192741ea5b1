import { endpoints, type TaskRow } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { paperOf } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { follow: api, task: tasks, notification } = endpoints;

describe('following', () => {
  let app: TestApp;
  let ledger: Ledger;
  let task: TaskRow;
  let handler: GivenPerson;
  let reviewer: GivenPerson;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    const plan = await ledger.published();
    task = await ledger.task(plan.id, '2');
    handler = await ledger.staff(ledger.units.education, 'handler');
    reviewer = await ledger.staff(ledger.units.education, 'reviewer');
  });

  afterAll(() => app.stop());

  /** The news of the task becomes orders of notes, and those become notes in the next round. */
  const topics = async (as: GivenPerson): Promise<string[]> => {
    await app.tick();
    await app.tick();
    const { items } = await app.api.ok(notification.list, { limit: 100 }, { as });
    return items.filter((note) => note.target.id === task.id).map((note) => note.topic);
  };

  it('a task or a unit is followed and left again, by signed-in people and as often as they tap', async () => {
    const citizen = await app.given.person();
    const unit = ledger.units.education.id;
    for (let i = 0; i < 2; i += 1) {
      await app.api.ok(api.followTask, { id: task.id }, { as: citizen });
      await app.api.ok(api.followUnit, { id: unit }, { as: citizen });
    }
    const { items } = await app.api.ok(api.list, {}, { as: citizen });
    expect(items).toMatchObject([
      { kind: 'unit', unit: { id: unit, name: '县教育局' }, task: null, regionCode: 'yunxi' },
      { kind: 'task', task: { id: task.id }, unit: null },
    ]);
    expect((await app.api.ok(api.list, { kind: 'task' }, { as: citizen })).items).toHaveLength(1);
    const first = await app.api.ok(api.list, { limit: 1 }, { as: citizen });
    const second = await app.api.ok(api.list, { limit: 1, cursor: first.nextCursor ?? '' }, { as: citizen });
    expect([...first.items, ...second.items].map((each) => each.kind)).toEqual(['unit', 'task']);
    expect((await app.api.ok(tasks.get, { id: task.id }, { as: citizen })).following).toBe(true);
    expect((await app.api.ok(tasks.get, { id: task.id })).following).toBe(false);
    expect(await app.api.ok(api.unitState, { id: unit }, { as: citizen })).toEqual({ following: true });
    for (let i = 0; i < 2; i += 1) {
      await app.api.ok(api.unfollowTask, { id: task.id }, { as: citizen });
      await app.api.ok(api.unfollowUnit, { id: unit }, { as: citizen });
    }
    expect((await app.api.ok(api.list, {}, { as: citizen })).items).toEqual([]);
    expect(await app.api.ok(api.unitState, { id: unit }, { as: citizen })).toEqual({ following: false });
  });

  it('needs an account, and a thing that is there and published', async () => {
    const citizen = await app.given.person();
    const draft = await ledger.draft(paperOf({ title: '2027年云溪县政务公开工作要点', year: 2027 }));
    const hidden = await ledger.task(draft, '1');
    const statuses = await Promise.all([
      app.api.call(api.followTask, { id: task.id }),
      app.api.call(api.unfollowUnit, { id: 1 }),
      app.api.call(api.list, {}),
      app.api.call(api.unitState, { id: 1 }),
      app.api.call(api.followTask, { id: 999_999 }, { as: citizen }),
      app.api.call(api.followUnit, { id: 999_999 }, { as: citizen }),
      app.api.call(api.followTask, { id: hidden.id }, { as: citizen }),
      app.api.call(api.followTask, { id: hidden.id }, { as: ledger.office }),
      app.api.call(api.list, { limit: 101 }, { as: citizen }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 404, 404, 404, 404, 422]);
  });

  it('tells of approved progress, overdue and close-out, each once; not of what is not public', async () => {
    const [byTask, byUnit, stranger] = [
      await app.given.person(),
      await app.given.person(),
      await app.given.person(),
    ];
    await app.api.ok(api.followTask, { id: task.id }, { as: byTask });
    await app.api.ok(api.followUnit, { id: ledger.units.education.id }, { as: byUnit });
    await app.api.ok(api.followUnit, { id: ledger.units.education.id }, { as: byTask });
    await app.api.ok(api.followUnit, { id: ledger.units.health.id }, { as: stranger });

    const report = await ledger.report(task, handler);
    expect(await topics(byTask)).toEqual([]);
    await ledger.approveProgress(report, reviewer);
    expect(await topics(byTask)).toEqual(['followedProgress']);
    expect(await topics(byUnit)).toEqual(['followedProgress']);

    app.clock.set('2026-06-30T23:00:00+08:00');
    expect(await topics(byTask)).toEqual(['followedProgress']);
    app.clock.set('2026-07-01T08:00:00+08:00');
    expect(await topics(byTask)).toEqual(['followedOverdue', 'followedProgress']);

    const end = await ledger.report(task, handler, { percent: 100, asksClose: true });
    await ledger.approveProgress(end, reviewer);
    await app.api.ok(tasks.closeOut, { id: task.id, note: '已核对公开页面' }, { as: ledger.office });
    const all = ['followedClosed', 'followedProgress', 'followedOverdue', 'followedProgress'];
    expect(await topics(byTask)).toEqual(all);
    expect(await topics(byUnit)).toEqual(all);
    expect(await topics(stranger)).toEqual([]);
  });

  it('goes with the account, and is told in its export', async () => {
    const citizen = await app.given.person();
    await app.api.ok(api.followTask, { id: task.id }, { as: citizen });
    const file = await app.api.ok(endpoints.privacy.exportMine, {}, { as: citizen });
    expect(file.follows).toMatchObject([{ kind: 'task', id: task.id }]);
    await app.api.ok(endpoints.privacy.erase, {}, { as: citizen });
  });
});
