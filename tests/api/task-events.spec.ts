import { endpoints, type TaskRow } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { task: calls, ledger: office } = endpoints;

/** 办理经过: who, when and why, for everybody as far as it is everybody's. */
describe('the steps of a task', () => {
  let app: TestApp;
  let ledger: Ledger;
  let handler: GivenPerson;
  let reviewer: GivenPerson;
  let task: TaskRow;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    const { units, region } = ledger;
    handler = await ledger.staff(units.education, 'handler');
    reviewer = await ledger.staff(units.education, 'reviewer');
    task = await ledger.task((await ledger.published()).id, '2');
    const as = { as: ledger.office };
    const asks = { region: region.code, tasks: [task.id], evidence: ['link' as const] };
    await app.api.ok(office.require, asks, as);
    await app.api.ok(
      office.assign,
      {
        region: region.code,
        tasks: [task.id],
        leadUnits: [units.education.id],
        responsibleUnits: [units.health.id],
        note: '增加责任单位',
      },
      as,
    );
    const wish = { id: task.id, dueOn: '2026-07-15', deadlineText: '7月15日前', reason: '学区划分推迟公布' };
    await ledger.agreed(await app.api.ok(office.amend, wish, as));
    app.clock.set('2026-07-16T09:00:00+08:00');
    const links = [{ title: '公开页', url: 'http://127.0.0.1/a' }];
    const asking = await ledger.report(task, handler, { percent: 100, asksClose: true, links });
    await ledger.approveProgress(asking, reviewer);
    await app.api.ok(endpoints.closeOut.returnIt, { id: task.id, note: '缺附件' }, as);
    const again = await ledger.report(task, handler, { percent: 100, asksClose: true, links });
    await ledger.approveProgress(again, reviewer);
    const closing = { id: task.id, note: '已核对原件', decision: '到现场核对过' };
    await app.api.ok(calls.closeOut, closing, as);
    await app.api.ok(calls.reopen, { id: task.id, note: '抽查发现页面失效' }, as);
  });

  afterAll(() => app.stop());

  const steps = async (as?: GivenPerson, more: object = {}) =>
    app.api.ok(calls.events, { id: task.id, limit: 50, ...more }, as ? { as } : {});

  it('everybody reads what was done and what was changed into what, but no name and no inner word', async () => {
    const { items, missedOn } = await steps();
    expect(items.map(({ code }) => code)).toEqual([
      'reopened',
      'closedOut',
      'progressApproved',
      'progressApproved',
      'amended',
      'assigned',
      'required',
      'created',
    ]);
    expect(items.every(({ by }) => by === null)).toBe(true);
    const of = (code: string) => items.find((event) => event.code === code);
    expect(of('amended')).toMatchObject({
      text: '学区划分推迟公布',
      changes: [
        { field: 'dueOn', was: '2026-06-30', became: '2026-07-15' },
        { field: 'deadlineText', was: task.deadlineText, became: '7月15日前' },
      ],
    });
    expect(of('assigned')?.changes).toEqual([
      expect.objectContaining({ field: 'responsibleUnits', became: ledger.units.health.name }),
    ]);
    expect(of('required')?.changes).toEqual([{ field: 'asks', was: '没有要求', became: '公开链接' }]);
    expect(of('closedOut')).toMatchObject({ finishedOn: '2026-07-16', text: null });
    expect(of('reopened')?.text).toBeNull();
    expect(missedOn).toBe('2026-07-15');
  });

  it('the staff of the region read all of it with names', async () => {
    const { items } = await steps(handler);
    expect(items.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['progressReported', 'closeReturned', 'reopened']),
    );
    const reopened = items.find(({ code }) => code === 'reopened');
    expect(reopened).toMatchObject({ text: '抽查发现页面失效', by: '李公开' });
    const elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    const stranger = await app.given.person({ region: elsewhere, role: 'office', unit: elsewhere.office });
    expect(await steps(stranger)).toEqual(await steps());
  });

  it('page by page, and of no task that is not public', async () => {
    const all = (await steps()).items;
    const first = await steps(undefined, { limit: 3 });
    const second = await steps(undefined, { limit: 50, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.nextCursor).toBeNull();
    const draft = await ledger.task(await ledger.draft(), '1');
    const hidden = await app.api.call(calls.events, { id: draft.id });
    expect([hidden.status, hidden.error.code]).toEqual([404, 'TASK_NOT_FOUND']);
    expect((await app.api.call(calls.events, { id: draft.id }, { as: ledger.office })).status).toBe(200);
    expect((await app.api.call(calls.events, { id: task.id, cursor: 'x' })).error.code).toBe(
      'CURSOR_INVALID',
    );
  });

  it('what changes nothing leaves no step', async () => {
    const before = (await steps()).items.length;
    const same = { region: ledger.region.code, tasks: [task.id], evidence: ['link' as const] };
    await app.api.ok(office.require, same, { as: ledger.office });
    expect((await steps()).items).toHaveLength(before);
  });
});
