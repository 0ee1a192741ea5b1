import { endpoints, type ProgressEntry, type TaskRow } from '@sunledger/shared-types';
import { LinkChecker, type LinkResult } from '../../backend/src/adapters/link-check';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const page = { title: '招生方案公开页', url: 'https://www.yunxi.example.cn/zs/2026.html' };

/** W5 A task to its end. */
describe('W5 a task to its end', () => {
  let app: TestApp;
  let ledger: Ledger;
  let handler: GivenPerson;
  let reviewer: GivenPerson;
  let task: TaskRow;
  let answer: LinkResult = { state: 'unreachable', httpStatus: 404 };
  const opened: string[] = [];

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    jest.spyOn(app.get(LinkChecker), 'check').mockImplementation((url) => {
      opened.push(url);
      return Promise.resolve(answer);
    });
    ledger = await givenLedger(app);
    handler = await ledger.staff(ledger.units.education, 'handler');
    reviewer = await ledger.staff(ledger.units.education, 'reviewer');
    const plan = await ledger.published();
    task = await ledger.task(plan.id, '2');
  });

  afterAll(() => app.stop());

  const visitor = () => app.api.ok(endpoints.task.get, { id: task.id });
  const office = () => ({ as: ledger.office });
  const report = (text: string, more: { percent: number; asksClose?: boolean }): Promise<ProgressEntry> =>
    ledger.report(task, handler, { text, links: [{ ...page, datedOn: '2026-05-11' }], ...more });
  const topics = async (as: GivenPerson) => {
    await app.tick();
    const { items } = await app.api.ok(endpoints.notification.list, { limit: 100 }, { as });
    return items.map((note) => note.topic).filter((topic) => topic.startsWith('closeOut'));
  };

  it('the office says what its end has to prove', async () => {
    const changed = await app.api.ok(
      endpoints.ledger.require,
      { region: 'yunxi', tasks: [task.id], evidence: ['link'] },
      office(),
    );
    expect(changed).toEqual({ changed: 1 });
    expect(await visitor()).toMatchObject({ asks: ['link'], light: 'notStarted' });
  });

  it('the handler reports with evidence, the reviewer approves, everybody sees it', async () => {
    app.clock.set('2026-05-12T09:00:00+08:00');
    const entry = await report('招生方案和学区地图已经公布。', { percent: 60 });
    expect((await visitor()).progress).toEqual([]);
    await ledger.approveProgress(entry, reviewer);
    expect(await visitor()).toMatchObject({
      light: 'onTrack',
      percent: 60,
      progress: [{ links: [{ ...page, datedOn: '2026-05-11' }] }],
    });
  });

  it('the unit asks to close, in time; the office is told and finds the link dead', async () => {
    app.clock.set('2026-06-29T15:00:00+08:00');
    await ledger.approveProgress(await report('全部公布完毕。', { percent: 100, asksClose: true }), reviewer);
    expect(await topics(ledger.office)).toEqual(['closeOutAsked']);
    expect(opened).toContain(page.url);
    const check = await app.api.ok(endpoints.closeOut.check, { id: task.id }, office());
    expect(check).toMatchObject({
      finishedOn: '2026-06-29',
      late: false,
      missing: [],
      links: [{ url: page.url, state: 'unreachable', httpStatus: 404, outside: false }],
      doubts: ['“招生方案公开页”打不开'],
    });
    const closed = await app.api.call(
      endpoints.task.closeOut,
      { id: task.id, note: '已核对公开页面' },
      office(),
    );
    expect([closed.status, closed.error.code]).toEqual([409, 'CLOSE_OUT_DOUBT']);
  });

  it('the office returns it with a reason that the unit reads and the public does not', async () => {
    const { moves } = await app.api.ok(endpoints.task.get, { id: task.id }, office());
    expect(moves).toEqual(['closeOut', 'returnCloseOut']);
    const note = '公开页面打不开，请修好后再报';
    await app.api.ok(endpoints.closeOut.returnIt, { id: task.id, note }, office());
    const returned = { note, at: '2026-06-29T15:00:00+08:00' };
    expect(await app.api.ok(endpoints.task.get, { id: task.id }, { as: handler })).toMatchObject({
      returned,
    });
    expect(await visitor()).toMatchObject({ returned: null, light: 'dueSoon' });
    expect(await topics(handler)).toEqual(['closeOutReturned']);
    const again = await app.api.call(endpoints.task.closeOut, { id: task.id, note: '再看' }, office());
    expect([again.status, again.error.code]).toEqual([409, 'CLOSE_OUT_NOT_ASKED']);
  });

  it('it is reported again one day after its day, checked and closed out', async () => {
    answer = { state: 'alive', httpStatus: 200 };
    app.clock.set('2026-07-01T08:30:00+08:00');
    await ledger.approveProgress(await report('页面已经修好。', { percent: 100, asksClose: true }), reviewer);
    await app.tick();
    expect(await visitor()).toMatchObject({ light: 'overdue' });
    const check = await app.api.ok(endpoints.closeOut.check, { id: task.id }, office());
    expect(check).toMatchObject({
      finishedOn: '2026-07-01',
      late: true,
      doubts: [],
      links: [{ state: 'alive' }],
    });
    app.clock.set('2026-07-08T10:00:00+08:00');
    const closed = await app.api.ok(
      endpoints.task.closeOut,
      { id: task.id, note: '页面可以打开，内容一致' },
      office(),
    );
    expect(closed).toMatchObject({ light: 'doneLate', finishedOn: '2026-07-01', moves: ['reopen'] });
  });

  it('one day late reads 逾期完成 in every view, for ever', async () => {
    for (const now of ['2026-07-09', '2026-12-31', '2028-02-29']) {
      app.clock.set(`${now}T10:00:00+08:00`);
      await app.tick();
      expect(await visitor()).toMatchObject({ light: 'doneLate', finishedOn: '2026-07-01' });
      const ids = async (input: { plan?: number; unit?: number; year?: number; q?: string }) => {
        const page = await app.api.ok(endpoints.task.list, { region: 'yunxi', light: 'doneLate', ...input });
        return page.items.map((row) => [row.id, row.light]);
      };
      const seen = [[task.id, 'doneLate']];
      expect(await ids({})).toEqual(seen);
      expect(await ids({ plan: task.planId })).toEqual(seen);
      expect(await ids({ unit: ledger.units.education.id })).toEqual(seen);
      expect(await ids({ year: 2026 })).toEqual(seen);
      expect(await ids({ q: '招生' })).toEqual(seen);
      const plan = await app.api.ok(endpoints.plan.get, { id: task.planId });
      expect(plan.lights).toMatchObject({ doneLate: 1, done: 0 });
      const region = await app.api.ok(endpoints.region.get, { code: 'yunxi' });
      expect(region.lights).toMatchObject({ doneLate: 1, done: 0 });
      const board = await app.api.ok(endpoints.oversight.board, { code: 'yunxi' }, office());
      expect(board.lights).toMatchObject({ doneLate: 1, done: 0 });
      const unit = board.units.find((row) => row.unit.id === ledger.units.education.id);
      expect(unit?.lights).toMatchObject({ doneLate: 1, done: 0 });
    }
    const { lightHistory } = await visitor();
    const months = new Map(lightHistory.map(({ month, light }) => [month, light]));
    expect([
      months.get('2026-05'),
      months.get('2026-06'),
      months.get('2026-07'),
      months.get('2028-01'),
    ]).toEqual(['onTrack', 'dueSoon', 'doneLate', 'doneLate']);
  });
});
