import { endpoints } from '@sunledger/shared-types';
import { RemindTasksService } from '../../backend/src/features/reminder/remind-tasks.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenLedger, type Ledger } from '../support/given/plan.given';

/** Reminders about tasks: a fresh county each time, moved day by day on the test clock. */
describe('reminders about tasks', () => {
  let app: TestApp;
  let ledger: Ledger;
  /** 县人社局, whose task 4 is due on 31 March. */
  let handler: GivenPerson;
  let reviewer: GivenPerson;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    reviewer = await ledger.staff(ledger.units.health, 'reviewer');
    handler = await ledger.staff(ledger.units.labour, 'handler');
    await ledger.staff(ledger.units.labour, 'reviewer');
    await ledger.published();
  });

  afterAll(() => app.stop());

  const at = async (instant: string): Promise<void> => {
    app.clock.set(`${instant}:00+08:00`);
    await app.tick();
  };
  /** Texts of the reminders, the newest first. */
  const told = async (by: GivenPerson): Promise<string[]> =>
    (await app.api.ok(endpoints.notification.list, { limit: 100 }, { as: by })).items
      .filter(({ topic }) => topic === 'tasksDue')
      .map(({ text }) => text);
  const days = async (): Promise<number> => {
    const [row] = await app.database.read('SELECT COUNT(*) AS n FROM reminder_day', []);
    return Number(row?.n);
  };

  it('nothing while the day is far, at night, or on a day off', async () => {
    await at('2026-03-16T10:00');
    expect(await told(handler)).toEqual([]);
    // ten working days before, but outside the working hours
    for (const quiet of ['2026-03-17T07:59', '2026-03-17T20:00', '2026-03-21T10:00']) await at(quiet);
    expect(await told(handler)).toEqual([]);
  });

  it('at ten and three working days and on the day, once each however often the job runs', async () => {
    await at('2026-03-23T09:00');
    await at('2026-03-23T15:00');
    await at('2026-03-24T09:00');
    expect(await told(handler)).toEqual(['本单位的任务：1 项10个工作日内到期，请报送进展']);
    await at('2026-03-26T09:00');
    await at('2026-03-27T09:00');
    await at('2026-03-31T09:00');
    expect(await told(handler)).toEqual([
      '本单位的任务：1 项今天到期，请报送进展',
      '本单位的任务：1 项3个工作日内到期，请报送进展',
      '本单位的任务：1 项10个工作日内到期，请报送进展',
    ]);
  });

  it('two servers at once do a day once', async () => {
    app.clock.set('2026-04-01T09:00:00+08:00');
    const before = await days();
    const other = Object.create(app.get(RemindTasksService), {
      doneOn: { value: new Map() },
    }) as RemindTasksService;
    await Promise.all([app.get(RemindTasksService).run(app.ctx()), other.run(app.ctx())]);
    await app.tick();
    expect((await days()) - before).toBe(1);
    expect((await told(handler))[0]).toBe('本单位的任务：1 项已逾期，请报送进展');
    expect(await told(handler)).toHaveLength(4);
  });

  it('late ones again after thirty days; a server that was down tells what is true now, not what it missed', async () => {
    await at('2026-04-30T09:00');
    expect(await told(handler)).toHaveLength(4);
    await at('2026-05-06T09:00');
    expect(await told(handler)).toHaveLength(5);
    // 县教育局's task 2 is due on 30 June: nothing ran at ten and at three working days before
    const education = await ledger.staff(ledger.units.education, 'handler');
    await at('2026-06-30T09:00');
    expect(await told(education)).toEqual(['本单位的任务：1 项今天到期，请报送进展']);
  });

  it('a unit without a handler: the reviewer is told; without anybody the office', async () => {
    await at('2026-09-30T09:00');
    expect(await told(reviewer)).toEqual(['本单位的任务：1 项今天到期，请报送进展']);
    // both towns answer for the health task through the collective unit, and have no staff
    const [office] = await told(ledger.office);
    expect(office).toMatch(/^本单位的任务：/);
  });

  it('gone quiet: sixty days after the last approved progress, and every thirty days', async () => {
    const { items } = await app.api.ok(endpoints.task.list, {
      region: 'yunxi',
      unit: ledger.units.farming.id,
    });
    await at('2026-04-02T10:00');
    const farmer = await ledger.staff(ledger.units.farming, 'handler');
    const approver = await ledger.staff(ledger.units.farming, 'reviewer');
    const report = await ledger.report({ id: items[0]?.id ?? 0 }, farmer);
    await ledger.approveProgress(report, approver);
    // 全年: a hundred days
    await at('2026-07-11T09:00');
    expect(await told(farmer)).toEqual([]);
    await at('2026-07-13T09:00');
    await at('2026-07-14T09:00');
    await at('2026-08-11T09:00');
    expect(await told(farmer)).toHaveLength(1);
    await at('2026-08-12T09:00');
    expect(await told(farmer)).toEqual(Array(2).fill('本单位的任务：1 项久未更新，请报送进展'));
  });

  it('a unit that has asked for the close-out is left alone', async () => {
    const { items } = await app.api.ok(endpoints.task.list, {
      region: 'yunxi',
      unit: ledger.units.development.id,
    });
    const planner = await ledger.staff(ledger.units.development, 'handler');
    await at('2026-12-16T10:00');
    await ledger.report({ id: items[0]?.id ?? 0 }, planner, { percent: 100, asksClose: true });
    const before = await told(planner);
    await at('2026-12-29T09:00');
    expect(await told(planner)).toEqual(before);
    expect((await told(ledger.colleague)).length).toBeGreaterThan(0);
  });
});
