import { endpoints, ledgerChanges, updateBands, type LedgerChange } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { oversight, task: tasks } = endpoints;

/** A county in its first week of April: a task has become overdue, one was finished, two were reported on. */
describe('boards', () => {
  let app: TestApp;
  let ledger: Ledger;
  let official: GivenPerson;
  let handler: GivenPerson;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    const { units, region } = ledger;
    official = await app.given.person({ region, role: 'official' });
    handler = await ledger.staff(units.education, 'handler');
    const reviewer = await ledger.staff(units.education, 'reviewer');
    const planner = await ledger.staff(units.development, 'handler');
    const checker = await ledger.staff(units.development, 'reviewer');
    const plan = await ledger.published();
    const schools = await ledger.task(plan.id, '2');
    const projects = await ledger.task(plan.id, '1');
    // a report of an earlier week does not count
    await ledger.approveProgress(await ledger.report(projects, planner), checker);
    app.clock.set('2026-04-01T10:00:00+08:00');
    await ledger.approveProgress(await ledger.report(projects, planner), checker);
    await ledger.approveProgress(await ledger.report(projects, planner), checker);
    const done = await ledger.report(schools, handler, { percent: 100, asksClose: true });
    await ledger.approveProgress(done, reviewer);
    await app.api.ok(tasks.closeOut, { id: schools.id, note: '核验通过' }, { as: ledger.office });
    const order = { id: schools.id + 1, instruction: '请说明张榜公布的进度', days: 3 };
    await app.api.ok(endpoints.supervision.superviseTask, order, { as: official });
    app.clock.set('2026-04-03T10:00:00+08:00');
  });

  afterAll(() => app.stop());

  const listed = async (what: LedgerChange, more = {}) =>
    (
      await app.api.ok(oversight.ledgerChanges, {
        code: 'yunxi',
        what,
        from: '2026-03-30',
        to: '2026-04-03',
        ...more,
      })
    ).items;

  it('one screen for officials: by section, what changed this week, what was asked', async () => {
    const board = await app.api.ok(oversight.board, { code: 'yunxi' }, { as: official });
    expect(
      board.sections.map(({ year, section, lights }) => [year, section, lights.done, lights.overdue]),
    ).toEqual([
      [2026, '一、把重大事项讲明白', 1, 0],
      [2026, '二、把惠民政策送到手', 0, 1],
    ]);
    expect(board.changes).toEqual({
      from: '2026-03-30',
      to: '2026-04-03',
      overdue: 1,
      finished: 1,
      reported: 2,
    });
    expect(board.supervisions).toEqual({ issued: 1, overdue: 0, answered: 0 });
  });

  it('every number opens its list', async () => {
    const board = await app.api.ok(oversight.board, { code: 'yunxi' }, { as: official });
    for (const what of ledgerChanges) expect(await listed(what)).toHaveLength(board.changes[what]);
    expect((await listed('overdue')).map(({ no }) => no)).toEqual(['4']);
    expect((await listed('finished')).map(({ no }) => no)).toEqual(['2']);
    expect((await listed('reported')).map(({ no }) => no).sort()).toEqual(['1', '2']);
    for (const band of updateBands) {
      const { items } = await app.api.ok(tasks.list, { region: 'yunxi', updated: band });
      expect([band, items.length]).toEqual([band, board.updates[band]]);
    }
    expect(board.updates).toEqual({ recent: 1, ageing: 0, late: 0, silent: 0, never: 3 });
    for (const { section, lights } of board.sections) {
      for (const light of ['done', 'overdue', 'notStarted'] as const) {
        const asked = { region: 'yunxi', year: 2026, section: section ?? '', light };
        expect((await app.api.ok(tasks.list, asked)).items).toHaveLength(lights[light]);
      }
    }
  });

  it('page by page, and for one unit', async () => {
    const asked = {
      code: 'yunxi',
      what: 'reported',
      from: '2026-03-30',
      to: '2026-04-03',
      limit: 1,
    } as const;
    const first = await app.api.ok(oversight.ledgerChanges, asked);
    const second = await app.api.ok(oversight.ledgerChanges, { ...asked, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ no }) => no)).toEqual(['2', '1']);
    expect(second.nextCursor).toBeNull();
    expect((await listed('reported', { unit: ledger.units.education.id })).map(({ no }) => no)).toEqual([
      '2',
    ]);
    expect(await listed('overdue', { unit: ledger.units.education.id })).toEqual([]);
  });

  it('a task that is opened again is not finished any more; finished late it stays newly overdue', async () => {
    await app.api.ok(
      tasks.reopen,
      { id: (await listed('finished'))[0]?.id ?? 0, note: '抽查不符' },
      { as: ledger.office },
    );
    expect(await listed('finished')).toEqual([]);
  });

  it('a unit’s own page is public, its 督办 is for its staff, the office and officials', async () => {
    const page = (id: number, by?: GivenPerson) =>
      app.api.call(oversight.unitPage, { code: 'yunxi', id }, by ? { as: by } : {});
    const { farming, education } = ledger.units;
    const open = await page(farming.id);
    expect([open.status, open.body.unit.name, open.body.supervisions]).toEqual([200, '县农业农村局', null]);
    expect(open.body.lights).toMatchObject({ notStarted: 1 });
    expect(open.body.updates).toEqual({ recent: 0, ageing: 0, late: 0, silent: 0, never: 1 });
    expect(open.body.replies).toMatchObject({ total: 0, share: null, holding: { stays: 0 } });
    expect((await page(farming.id, official)).body.supervisions).toEqual({
      issued: 1,
      overdue: 0,
      answered: 0,
    });
    expect((await page(farming.id, handler)).body.supervisions).toBeNull();
    expect((await page(education.id, handler)).body.supervisions).toMatchObject({ issued: 0 });
    expect((await page(education.id)).body.changes).toMatchObject({ reported: 1 });
    expect((await page(999_999)).error.code).toBe('UNIT_NOT_FOUND');
    const elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    expect((await page(elsewhere.office.id)).error.code).toBe('UNIT_NOT_FOUND');
  });

  it.each([
    [{ what: 'nothing' as LedgerChange }, 422, 'what'],
    [{ from: '2026-02-30' }, 422, 'from'],
    [{ to: '2026-03-01' }, 422, 'to'],
    [{ code: 'nowhere' }, 404, null],
    [{ unit: 999_999 }, 422, null],
  ])('refuses %j', async (input, status, field) => {
    const asked = {
      code: 'yunxi',
      what: 'reported',
      from: '2026-03-30',
      to: '2026-04-03',
      ...input,
    } as const;
    const answer = await app.api.call(oversight.ledgerChanges, asked);
    expect([answer.status, answer.error.details?.[0]?.field ?? null]).toEqual([status, field]);
  });
});
