import { endpoints, type TaskRow } from '@sunledger/shared-types';
import { CreateAccountService } from '../../backend/src/features/account/create-account.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { paperOf } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { task: api } = endpoints;

describe('progress', () => {
  let app: TestApp;
  let ledger: Ledger;
  let handler: GivenPerson;
  let reviewer: GivenPerson;
  let plans = 0;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    handler = await ledger.staff(ledger.units.education, 'handler');
    reviewer = await ledger.staff(ledger.units.education, 'reviewer');
  });

  afterAll(() => app.stop());

  beforeEach(() => app.clock.set('2026-03-02T10:00:00+08:00'));

  /** A published task of its own: number 2 is the one of 县教育局, due on 30 June. */
  const taskOf = async (no = '2'): Promise<TaskRow> => {
    plans += 1;
    const { id } = await ledger.published(paperOf({ title: `2026年云溪县政务公开工作要点之${plans}` }));
    return ledger.task(id, no);
  };
  const codeOf = async (call: Promise<{ status: number; error: { code: string } }>) => {
    const answer = await call;
    return [answer.status, answer.error.code];
  };
  const report = (id: number, as: GivenPerson | null, more: { unit?: number; percent?: number } = {}) =>
    app.api.call(api.report, { id, text: '招生方案已经公布。', percent: 30, ...more }, { as });

  it('is public once a second person of the unit has approved it', async () => {
    const task = await taskOf();
    const entry = await ledger.report(task, handler, { text: '招生方案和学区地图已经公布。', percent: 60 });
    expect(entry).toMatchObject({ status: 'submitted', unitName: '县教育局', percent: 60 });
    const visitor = () => app.api.ok(api.get, { id: task.id });
    expect(await visitor()).toMatchObject({ light: 'notStarted', percent: 0, progress: [] });
    expect((await app.api.ok(api.get, { id: task.id }, { as: handler })).progress).toHaveLength(1);

    app.clock.set('2026-03-05T10:00:00+08:00');
    await ledger.approveProgress(entry, reviewer);
    expect(await visitor()).toMatchObject({
      light: 'onTrack',
      percent: 60,
      lastProgressOn: '2026-03-02',
      progress: [{ id: entry.id, status: 'approved', note: null, decidedAt: '2026-03-05T10:00:00+08:00' }],
    });
  });

  it('shows the public no phone number that slipped into a report', async () => {
    const task = await taskOf();
    const text = '已上门走访，住户电话13812345678已登记，办公电话0572-2345678。';
    await ledger.approveProgress(await ledger.report(task, handler, { text }), reviewer);
    const [shown] = (await app.api.ok(api.get, { id: task.id })).progress;
    expect(shown?.text).toBe('已上门走访，住户电话【电话已隐去】已登记，办公电话0572-2345678。');
    const [own] = (await app.api.ok(api.get, { id: task.id }, { as: handler })).progress;
    expect(own?.text).toBe(text);
  });

  it('tells the reviewer that it waits and the author what became of it', async () => {
    const task = await taskOf();
    const topics = async (as: GivenPerson, id: number) => {
      await app.tick();
      const { items } = await app.api.ok(endpoints.notification.list, { limit: 100 }, { as });
      return items
        .filter((note) => note.target.id === id && note.target.kind === 'progress')
        .map((note) => note.topic);
    };
    const first = await ledger.report(task, handler);
    expect(await topics(reviewer, first.id)).toEqual(['progressToReview']);
    await app.api.ok(api.sendBackProgress, { id: first.id, note: '请附上公开链接' }, { as: reviewer });
    expect(await topics(handler, first.id)).toEqual(['progressSentBack']);
    const second = await ledger.report(task, handler);
    await ledger.approveProgress(second, reviewer);
    expect(await topics(handler, second.id)).toEqual(['progressApproved']);
  });

  it('is not approved by its author, another unit, a handler, a visitor or another region', async () => {
    const task = await taskOf();
    const own = await ledger.report(task, reviewer);
    const approve = (as: GivenPerson | null) =>
      codeOf(app.api.call(api.approveProgress, { id: own.id }, { as }));
    const second = await ledger.staff(ledger.units.education, 'reviewer');
    const other = await ledger.staff(ledger.units.health, 'reviewer');
    const region = await app.given.region({ code: `r${plans}`, name: '别处' });
    const stranger = await app.given.person({ region, role: 'office' });
    expect(await approve(reviewer)).toEqual([403, 'PROGRESS_OWN_APPROVAL']);
    expect(await approve(other)).toEqual([403, 'OTHER_UNIT']);
    expect(await approve(handler)).toEqual([403, 'ROLE_REQUIRED']);
    expect(await approve(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await approve(stranger)).toEqual([404, 'PROGRESS_NOT_FOUND']);
    const moves = async (as: GivenPerson) =>
      (await app.api.ok(api.getProgress, { id: own.id }, { as })).moves;
    expect(await Promise.all([reviewer, handler, ledger.office].map(moves))).toEqual([[], [], []]);
    expect(await moves(second)).toEqual(['approve', 'sendBack']);
    // The unit has another reviewer, so the office keeps out of it.
    expect(await approve(ledger.office)).toEqual([403, 'OTHER_UNIT']);
    await ledger.approveProgress(own, second);
    expect(await approve(second)).toEqual([409, 'PROGRESS_STATE']);
    expect(await moves(second)).toEqual([]);
    expect(await codeOf(app.api.call(api.approveProgress, { id: 999_999 }, { as: second }))).toEqual([
      404,
      'PROGRESS_NOT_FOUND',
    ]);
  });

  it('is approved by the office where the unit has no other reviewer', async () => {
    const task = await taskOf('5');
    const alone = await ledger.staff(ledger.units.health, 'handler');
    const only = await app.given.person({
      region: ledger.region,
      role: 'reviewer',
      unit: ledger.units.farming,
    });
    const third = await taskOf('3');
    const own = await ledger.report(third, only);
    const { moves } = await app.api.ok(api.getProgress, { id: own.id }, { as: ledger.office });
    expect(moves).toEqual(['approve', 'sendBack']);
    await ledger.approveProgress(own, ledger.office);
    // 县卫生健康局 has had a reviewer since the case before.
    const entry = await ledger.report(task, alone);
    expect(await codeOf(app.api.call(api.approveProgress, { id: entry.id }, { as: ledger.office }))).toEqual([
      403,
      'OTHER_UNIT',
    ]);
  });

  it('is reported by the units named and by members of collective units, no others', async () => {
    const task = await taskOf('3');
    const member = await ledger.staff(ledger.units.townB, 'handler');
    expect((await report(task.id, member)).body.unitName).toBe('柳湾镇人民政府');
    expect(await codeOf(report(task.id, handler))).toEqual([403, 'OTHER_UNIT']);
    expect(await codeOf(report(task.id, ledger.office))).toEqual([403, 'ROLE_REQUIRED']);
    expect(await codeOf(report(task.id, null))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await codeOf(report(999_999, member))).toEqual([404, 'TASK_NOT_FOUND']);
    expect(await codeOf(report(task.id, member, { unit: ledger.units.townA.id }))).toEqual([
      403,
      'OTHER_UNIT',
    ]);
    expect(await codeOf(report(task.id, member, { percent: 101 }))).toEqual([422, 'INVALID_INPUT']);
  });

  it('is read by the unit and those who oversee it; the reason of a return stays inside', async () => {
    const task = await taskOf();
    const entry = await ledger.report(task, handler);
    await app.api.ok(api.sendBackProgress, { id: entry.id, note: '请附上公开链接' }, { as: reviewer });
    const read = (as: GivenPerson) => app.api.call(api.getProgress, { id: entry.id }, { as });
    expect((await read(handler)).body).toMatchObject({
      note: '请附上公开链接',
      submittedByMe: true,
      task: { id: task.id },
    });
    const official = await app.given.person({ region: ledger.region, role: 'official' });
    expect((await read(official)).body).toMatchObject({ status: 'sentBack', note: null });
    const other = await ledger.staff(ledger.units.finance, 'handler');
    expect(await codeOf(read(other))).toEqual([404, 'PROGRESS_NOT_FOUND']);
    expect(
      await codeOf(app.api.call(api.sendBackProgress, { id: entry.id, note: '再退一次' }, { as: reviewer })),
    ).toEqual([409, 'PROGRESS_STATE']);
  });

  describe('to the end', () => {
    const closeOut = (id: number, as: GivenPerson) =>
      app.api.call(api.closeOut, { id, note: '已核对公开页面' }, { as });

    it('a returned report does not count, its resubmission does: one day late is late for ever', async () => {
      const task = await taskOf();
      app.clock.set('2026-06-29T15:00:00+08:00');
      const early = await ledger.report(task, handler, { percent: 100, asksClose: true });
      await app.api.ok(
        api.sendBackProgress,
        { id: early.id, note: '学区地图缺少两个乡镇' },
        { as: reviewer },
      );
      app.clock.set('2026-07-01T09:00:00+08:00');
      const again = await ledger.report(task, handler, { percent: 100, asksClose: true });
      app.clock.set('2026-07-06T09:00:00+08:00');
      await ledger.approveProgress(again, reviewer);
      const seen = await app.api.ok(api.get, { id: task.id }, { as: ledger.office });
      expect(seen).toMatchObject({ light: 'overdue', moves: ['closeOut', 'returnCloseOut'] });
      const closed = await closeOut(task.id, ledger.office);
      expect(closed.body).toMatchObject({
        light: 'doneLate',
        finishedOn: '2026-07-01',
        percent: 100,
        workingDaysLeft: null,
        moves: ['reopen'],
      });
      app.clock.set('2027-01-05T09:00:00+08:00');
      const { items } = await app.api.ok(api.list, { region: 'yunxi', plan: task.planId, light: 'doneLate' });
      expect(items.map((row) => row.id)).toEqual([task.id]);
    });

    it('submitted on the due day is done in time, however long the approval takes', async () => {
      const task = await taskOf();
      app.clock.set('2026-06-30T23:59:59+08:00');
      const entry = await ledger.report(task, handler, { percent: 100, asksClose: true });
      app.clock.set('2026-07-10T09:00:00+08:00');
      await ledger.approveProgress(entry, reviewer);
      expect((await closeOut(task.id, ledger.office)).body).toMatchObject({
        light: 'done',
        finishedOn: '2026-06-30',
      });
    });

    it('needs an approved report that asks for it, and somebody from outside', async () => {
      const task = await taskOf();
      expect(await codeOf(closeOut(task.id, ledger.office))).toEqual([409, 'CLOSE_OUT_NOT_ASKED']);
      const entry = await ledger.report(task, handler, { percent: 100, asksClose: true });
      expect(await codeOf(closeOut(task.id, ledger.office))).toEqual([409, 'CLOSE_OUT_NOT_ASKED']);
      await ledger.approveProgress(entry, reviewer);
      expect(await codeOf(closeOut(task.id, reviewer))).toEqual([403, 'ROLE_REQUIRED']);
      const both = await app.given.person({
        region: ledger.region,
        role: 'office',
        unit: ledger.region.office,
      });
      await app.get(CreateAccountService).addMembership(app.ctx(), both.actor.accountId, {
        role: 'handler',
        regionId: ledger.region.id,
        unitId: ledger.units.education.id,
      });
      expect(await codeOf(closeOut(task.id, both))).toEqual([403, 'CLOSE_OUT_OWN_UNIT']);
      expect((await app.api.ok(api.get, { id: task.id }, { as: both })).moves).toEqual(['report']);
      const region = await app.given.region({ code: `c${plans}`, name: '别处' });
      const stranger = await app.given.person({ region, role: 'office' });
      expect(await codeOf(closeOut(task.id, stranger))).toEqual([404, 'TASK_NOT_FOUND']);
      const answers = await Promise.all([ledger.office, ledger.colleague].map((as) => closeOut(task.id, as)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      expect(await codeOf(report(task.id, handler))).toEqual([409, 'TASK_STATE']);
    });

    it('is reopened with a reason; the report of before leads to no other close-out', async () => {
      const task = await taskOf();
      await ledger.approveProgress(await ledger.report(task, handler, { percent: 80 }), reviewer);
      const end = await ledger.report(task, handler, { percent: 100, asksClose: true });
      await ledger.approveProgress(end, reviewer);
      expect(
        await codeOf(app.api.call(api.reopen, { id: task.id, note: '理由' }, { as: ledger.office })),
      ).toEqual([409, 'TASK_STATE']);
      await closeOut(task.id, ledger.office);
      const reopened = await app.api.ok(
        api.reopen,
        { id: task.id, note: '公开页面已失效' },
        { as: ledger.office },
      );
      expect(reopened).toMatchObject({ finishedOn: null, light: 'onTrack', moves: [] });
      expect(await codeOf(closeOut(task.id, ledger.office))).toEqual([409, 'CLOSE_OUT_NOT_ASKED']);
      app.clock.set('2026-04-01T09:00:00+08:00');
      const again = await ledger.report(task, handler, { percent: 100, asksClose: true });
      await ledger.approveProgress(again, reviewer);
      expect((await closeOut(task.id, ledger.office)).body.finishedOn).toBe('2026-04-01');
    });
  });

  it('the same Idempotency-Key reports once', async () => {
    const task = await taskOf();
    const input = { id: task.id, text: '招生方案已经公布。', percent: 30 };
    const send = () =>
      app.api.call(api.report, input, { as: handler, idempotencyKey: `progress-${task.id}` });
    const first = await send();
    expect((await send()).body).toEqual(first.body);
    expect((await app.api.ok(api.get, { id: task.id }, { as: handler })).progress).toHaveLength(1);
  });
});
