import { endpoints, type LightCounts } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { lightHistory: api, task: taskApi } = endpoints;

describe('the history of lights', () => {
  let app: TestApp;
  let ledger: Ledger;
  let planId = 0;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    planId = (await ledger.published()).id;
  });

  afterAll(() => app.stop());

  const months = async (): Promise<[string, Partial<LightCounts>][]> => {
    const { items } = await app.api.ok(api.months, { code: 'yunxi' });
    return items.map(({ month, lights }) => [
      month,
      Object.fromEntries(Object.entries(lights).filter(([, n]) => n > 0)),
    ]);
  };
  const finish = async (no: string, unit: keyof Ledger['units']) => {
    const task = await ledger.task(planId, no);
    const handler = await ledger.staff(ledger.units[unit], 'handler');
    const report = await ledger.report(task, handler, { percent: 100, asksClose: true });
    await ledger.approveProgress(report, ledger.office);
    await app.api.ok(taskApi.closeOut, { id: task.id, note: '已核对' }, { as: ledger.colleague });
    return task;
  };

  it('freezes a month once it is over, and writes it once', async () => {
    app.clock.set('2026-03-31T23:59:00+08:00');
    await app.tick();
    expect(await months()).toEqual([]);
    app.clock.set('2026-04-01T00:00:30+08:00');
    await app.tick();
    const march: [string, object] = ['2026-03', { dueSoon: 1, notStarted: 4 }];
    expect(await months()).toEqual([march]);
    await finish('4', 'labour');
    await app.tick();
    expect(await months()).toEqual([march]);
  });

  it('catches up after a downtime with what stood at the end of each month', async () => {
    app.clock.set('2026-05-20T10:00:00+08:00');
    await finish('2', 'education');
    app.clock.set('2026-08-03T09:00:00+08:00');
    const late = await finish('5', 'health');
    await app.tick();
    expect(await months()).toEqual([
      ['2026-03', { dueSoon: 1, notStarted: 4 }],
      // 4 was closed one day late in April.
      ['2026-04', { doneLate: 1, notStarted: 4 }],
      ['2026-05', { doneLate: 1, done: 1, notStarted: 3 }],
      ['2026-06', { doneLate: 1, done: 1, notStarted: 3 }],
      ['2026-07', { doneLate: 1, done: 1, notStarted: 3 }],
    ]);
    const { lightHistory, light } = await app.api.ok(taskApi.get, { id: late.id });
    expect(light).toBe('done');
    expect(lightHistory.at(-1)).toEqual({ month: '2026-07', light: 'notStarted' });
  });

  it('keeps frozen months when the numbers of the region change; the lights of today follow them', async () => {
    const before = await months();
    const settings = { dueSoonWorkingDays: 60, staleDays: 30, continuousStaleDays: 90 };
    const reason = '本县文件规定提前一季度预警';
    const save = (as: GivenPerson | null, more: object = {}) =>
      app.api.call(api.saveSettings, { code: 'yunxi', ...settings, reason, ...more }, { as });
    app.clock.set('2026-10-12T09:00:00+08:00');
    await app.tick();
    const first = await ledger.task(planId, '1');
    expect(first.light).toBe('notStarted');
    expect((await save(ledger.office)).body).toEqual(settings);
    expect(await app.api.ok(api.settings, { code: 'yunxi' })).toEqual(settings);
    expect((await ledger.task(planId, '1')).light).toBe('dueSoon');
    expect((await months()).slice(0, before.length)).toEqual(before);

    const codeOf = async (answer: Promise<{ status: number; error: { code: string } }>) => {
      const { status, error } = await answer;
      return [status, error.code];
    };
    const handler = await ledger.staff(ledger.units.finance, 'handler');
    const elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    const stranger = await app.given.person({ region: elsewhere, role: 'office', unit: elsewhere.office });
    expect(await codeOf(save(null))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await codeOf(save(handler))).toEqual([403, 'ROLE_REQUIRED']);
    expect(await codeOf(save(stranger))).toEqual([404, 'REGION_NOT_FOUND']);
    expect(await codeOf(save(ledger.office, { staleDays: 0 }))).toEqual([422, 'INVALID_INPUT']);
    expect(await codeOf(save(ledger.office, { staleDays: 31, reason: '' }))).toEqual([422, 'INVALID_INPUT']);
    expect(await codeOf(save(ledger.office))).toEqual([409, 'LIGHTS_UNCHANGED']);
  });

  it('shows before the numbers are changed how today would stand, and no number hides a missed day', async () => {
    const asked = { code: 'yunxi', dueSoonWorkingDays: 1, staleDays: 366, continuousStaleDays: 366 };
    const look = (as: GivenPerson | null, more: object = {}) =>
      app.api.call(api.previewSettings, { ...asked, ...more }, { as });
    const { now, then } = (await look(ledger.office)).body;
    const region = await app.api.ok(endpoints.region.get, { code: 'yunxi' });
    expect(now).toEqual(region.lights);
    expect(now.dueSoon).toBeGreaterThan(0);
    expect(then).toEqual({ ...now, dueSoon: 0, notStarted: now.notStarted + now.dueSoon });
    expect([then.overdue, then.doneLate]).toEqual([now.overdue, now.doneLate]);
    // Looking changes nothing.
    expect((await app.api.ok(endpoints.region.get, { code: 'yunxi' })).lights).toEqual(now);

    const handler = await ledger.staff(ledger.units.finance, 'handler');
    const stranger = await app.given.region({ code: 'haiwan', name: '海湾县' });
    const elsewhere = await app.given.person({ region: stranger, role: 'office', unit: stranger.office });
    const codes = [look(null), look(handler), look(elsewhere), look(ledger.office, { staleDays: 367 })];
    expect((await Promise.all(codes)).map(({ status, error }) => [status, error.code])).toEqual([
      [401, 'SIGN_IN_REQUIRED'],
      [403, 'ROLE_REQUIRED'],
      [404, 'REGION_NOT_FOUND'],
      [422, 'INVALID_INPUT'],
    ]);
  });

  it('what was changed stays in public with its reason; the name is for the staff', async () => {
    const again = { dueSoonWorkingDays: 10, staleDays: 60, continuousStaleDays: 100 };
    await app.api.ok(
      api.saveSettings,
      { code: 'yunxi', ...again, reason: '恢复产品的默认天数' },
      { as: ledger.colleague },
    );
    const list = (as?: GivenPerson, more: object = {}) =>
      app.api.ok(api.settingsChanges, { code: 'yunxi', ...more }, as ? { as } : {});
    const { items } = await list();
    expect(items.map(({ reason, by, was, became }) => [reason, by, was.staleDays, became.staleDays])).toEqual(
      [
        ['恢复产品的默认天数', null, 30, 60],
        ['本县文件规定提前一季度预警', null, 60, 30],
      ],
    );
    expect((await list(ledger.office)).items.map(({ by }) => by)).toEqual(['陈公开', '李公开']);
    const first = await list(undefined, { limit: 1 });
    const second = await list(undefined, { limit: 1, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.nextCursor).toBeNull();
    expect((await app.api.call(api.settingsChanges, { code: 'nowhere' })).status).toBe(404);
  });
});
