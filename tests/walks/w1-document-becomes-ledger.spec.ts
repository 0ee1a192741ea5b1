import { endpoints, lights, type PlanImport } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { paperOf } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';

/** W1 A document becomes a ledger. */
describe('W1 a document becomes a ledger', () => {
  let app: TestApp;
  let ledger: Ledger;
  let reading: PlanImport;
  let planId = 0;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
  });

  afterAll(() => app.stop());

  it('the office uploads the paper and sees it read, every letter kept and every doubt named', async () => {
    const text = paperOf();
    reading = await ledger.uploaded(text);
    expect(reading.status).toBe('open');
    expect(reading.sourceText).toBe(text);
    expect(reading.parsed).toMatchObject({
      title: '2026年云溪县政务公开工作要点',
      documentNumber: '云政办函〔2026〕5号',
      year: 2026,
      issuedOn: '2026-02-10',
      disclosure: '主动公开',
    });
    expect(reading.parsed.tasks).toHaveLength(5);
    const { sourceCharacters, placedCharacters, remarkCharacters } = reading.parsed.coverage;
    expect(placedCharacters + remarkCharacters).toBe(sourceCharacters);
    expect(reading.parsed.remarks.length).toBeGreaterThan(0);
  });

  it('the office corrects a word beside the source text and confirms: a draft plan stands', async () => {
    const overview = `${reading.parsed.overview ?? ''}（已核对）`;
    const saved = await app.api.ok(
      endpoints.planImport.save,
      { id: reading.id, parsed: { ...reading.parsed, overview }, confirm: true },
      { as: ledger.office },
    );
    expect(saved.status).toBe('confirmed');
    planId = saved.planId ?? 0;
    const plan = await app.api.ok(endpoints.plan.get, { id: planId }, { as: ledger.office });
    expect(plan).toMatchObject({ status: 'draft', taskCount: 5, overview, moves: ['submit'] });
    expect(plan.points.map((point) => point.level)).toEqual(['section', 'item', 'item', 'section', 'item']);
  });

  it('a visitor sees nothing of it', async () => {
    expect((await app.api.call(endpoints.plan.get, { id: planId })).error.code).toBe('PLAN_NOT_FOUND');
    const plans = await app.api.ok(endpoints.plan.list, { code: 'yunxi', drafts: 'true' });
    expect(plans.items).toEqual([]);
    const tasks = await app.api.ok(endpoints.task.list, { region: 'yunxi', plan: planId });
    expect(tasks.items).toEqual([]);
    expect((await app.api.ok(endpoints.search.search, { region: 'yunxi', q: '招生' })).items).toEqual([]);
  });

  it('is submitted, and not approved by the one who submitted it', async () => {
    await app.api.ok(endpoints.plan.submit, { id: planId }, { as: ledger.office });
    const own = await app.api.call(endpoints.plan.approve, { id: planId }, { as: ledger.office });
    expect([own.status, own.error.code]).toEqual([403, 'PLAN_OWN_APPROVAL']);
    const early = await app.api.call(endpoints.plan.publish, { id: planId }, { as: ledger.office });
    expect([early.status, early.error.code]).toEqual([409, 'PLAN_STATE']);
  });

  it('a second person is told of it and approves, then it is published', async () => {
    await app.tick();
    const told = await app.api.ok(endpoints.notification.list, {}, { as: ledger.colleague });
    expect(told.items.map((note) => [note.topic, note.target.id])).toEqual([['planToReview', planId]]);
    const approved = await app.api.ok(endpoints.plan.approve, { id: planId }, { as: ledger.colleague });
    expect(approved.moves).toEqual(['sendBack', 'publish']);
    const published = await app.api.ok(endpoints.plan.publish, { id: planId }, { as: ledger.office });
    expect(published).toMatchObject({ status: 'published', publishedAt: '2026-03-02T10:00:00+08:00' });
  });

  it('a visitor sees the plan, its tree with lights, and its tasks', async () => {
    const plan = await app.api.ok(endpoints.plan.get, { id: planId });
    expect(plan.moves).toEqual([]);
    expect(plan.lights).toMatchObject({ notStarted: 5 });
    const first = plan.points[0];
    expect(first).toMatchObject({ level: 'section', number: '一', title: '把重大事项讲明白' });
    expect(first?.lights.notStarted).toBe(3);

    const { items, nextCursor } = await app.api.ok(endpoints.task.list, { region: 'yunxi' });
    expect(nextCursor).toBeNull();
    expect(items.map((task) => task.no)).toEqual(['1', '2', '3', '4', '5']);
    expect(items.every((task) => lights.includes(task.light))).toBe(true);
    expect(items[0]).toMatchObject({
      section: '一、把重大事项讲明白',
      leadUnits: [{ id: ledger.units.development.id, name: '县发展和改革局' }],
      dueOn: '2026-12-31',
      light: 'notStarted',
    });
    // 县人社局 is an alias: the unit is found, the printed name stays.
    expect(items[3]?.leadUnits).toEqual([{ id: ledger.units.labour.id, name: '县人社局' }]);

    const found = await app.api.ok(endpoints.search.search, { region: 'yunxi', q: '招生政策' });
    expect(found.items.map((hit) => hit.kind)).toContain('task');
  });
});
