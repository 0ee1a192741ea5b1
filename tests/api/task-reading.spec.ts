import { endpoints } from '@sunledger/shared-types';
import { UnitOfWork } from '../../backend/src/core/db/unit-of-work';
import { actingAs } from '../../backend/src/core/ctx';
import { TaskVersionService } from '../../backend/src/features/task/task-version.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { paperOf, paperRows } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { task: api } = endpoints;

describe('tasks as people read them', () => {
  let app: TestApp;
  let ledger: Ledger;
  let planId: number;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    const rows = [
      ...paperRows,
      ['6', '民生实事项目办理进度按月公开', '县发展和改革局', '', '12月底前'],
    ] as const;
    planId = (await ledger.published(paperOf({ rows }))).id;
  });

  afterAll(() => app.stop());

  const numbers = async (more: object): Promise<(string | null)[]> =>
    (await app.api.ok(api.list, { region: 'yunxi', ...more })).items.map((task) => task.no);

  it('latest: what moved last comes first, page by page, and untouched tasks do not', async () => {
    const moved: [string, GivenPerson, GivenPerson, string][] = [
      [
        '2',
        await ledger.staff(ledger.units.education, 'handler'),
        await ledger.staff(ledger.units.education, 'reviewer'),
        '2026-03-03',
      ],
      [
        '1',
        await ledger.staff(ledger.units.development, 'handler'),
        await ledger.staff(ledger.units.development, 'reviewer'),
        '2026-03-05',
      ],
      [
        '5',
        await ledger.staff(ledger.units.health, 'handler'),
        await ledger.staff(ledger.units.health, 'reviewer'),
        '2026-03-04',
      ],
    ];
    for (const [no, handler, reviewer, day] of moved) {
      app.clock.set(`${day}T10:00:00+08:00`);
      const report = await ledger.report(await ledger.task(planId, no), handler);
      await ledger.approveProgress(report, reviewer);
    }
    expect(await numbers({ order: 'latest' })).toEqual(['1', '5', '2']);
    expect(await numbers({ order: 'latest', plan: planId })).toEqual(['1', '5', '2']);
    expect(await numbers({ order: 'latest', unit: ledger.units.health.id })).toEqual(['5']);
    expect(await numbers({ order: 'latest', plan: 999_999 })).toEqual([]);
    const first = await app.api.ok(api.list, { region: 'yunxi', order: 'latest', limit: 2 });
    const cursor = first.nextCursor ?? '';
    expect(await numbers({ order: 'latest', limit: 2, cursor })).toEqual(['2']);
    expect((await app.api.call(api.list, { region: 'yunxi', order: 'newest' as 'latest' })).status).toBe(422);
    // A cursor of one order is none of the other.
    expect((await app.api.call(api.list, { region: 'yunxi', cursor })).error.code).toBe('CURSOR_INVALID');
  });

  it('民生实事 are known by their words, and by the office where words mislead', async () => {
    expect(await numbers({ mark: 'livelihood' })).toEqual(['6']);
    const other = await ledger.task(planId, '3');
    const mark = (as: GivenPerson | null, livelihood: boolean) =>
      app.api.call(api.markLivelihood, { id: other.id, livelihood }, { as });
    expect((await mark(ledger.office, true)).body.livelihood).toBe(true);
    expect(await numbers({ mark: 'livelihood', plan: planId })).toEqual(['3', '6']);
    expect(await numbers({ mark: 'livelihood', unit: ledger.units.farming.id })).toEqual(['3']);
    expect((await mark(ledger.office, false)).body.livelihood).toBe(false);
    expect(await numbers({ mark: 'livelihood' })).toEqual(['6']);
    const handler = await ledger.staff(ledger.units.farming, 'handler');
    const region = await app.given.region({ code: 'elsewhere', name: '别处' });
    const stranger = await app.given.person({ region, role: 'office' });
    const codes = [];
    for (const as of [null, handler, stranger]) codes.push((await mark(as, true)).status);
    expect(codes).toEqual([401, 403, 404]);
  });

  it('every wording of a task stays readable; who changed it is for the staff', async () => {
    const task = await ledger.task(planId, '4');
    const read = (as: GivenPerson | null = null) => app.api.ok(api.versions, { id: task.id }, { as });
    expect((await read()).items).toMatchObject([{ text: task.text, reason: null, changedBy: null }]);
    expect((await app.api.ok(api.get, { id: task.id })).versions).toBe(1);
    const change = (from: string, text: string, reason: string) =>
      app
        .get(UnitOfWork)
        .run(actingAs(app.ctx(), ledger.office.actor), (ctx) =>
          app.get(TaskVersionService).record(ctx, { id: task.id, text: from }, { text, reason }),
        );
    app.clock.set('2026-04-01T10:00:00+08:00');
    await change(task.text, '编制就业创业补贴申领指南并印成单页', '增加印发要求');
    app.clock.set('2026-05-01T10:00:00+08:00');
    await change('编制就业创业补贴申领指南并印成单页', '编制就业创业补贴申领指南', '恢复原文');
    const { items } = await read();
    expect(items.map(({ reason }) => reason)).toEqual(['恢复原文', '增加印发要求', null]);
    expect(items.map(({ changedAt }) => changedAt.slice(0, 10))).toEqual([
      '2026-05-01',
      '2026-04-01',
      '2026-03-02',
    ]);
    expect(items[2]?.text).toBe(task.text);
    expect(items.every(({ changedBy }) => changedBy === null)).toBe(true);
    expect((await read(ledger.colleague)).items[0]?.changedBy).toBe('李公开');
    expect((await app.api.ok(api.get, { id: task.id })).versions).toBe(3);
    const draft = await ledger.draft(paperOf({ title: '2027年云溪县政务公开工作要点', year: 2027 }));
    const hidden = await ledger.task(draft, '1');
    expect((await app.api.call(api.versions, { id: hidden.id })).status).toBe(404);
  });
});
