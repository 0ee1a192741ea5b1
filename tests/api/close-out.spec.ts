import { endpoints, type CloseOutCheck, type TaskRow } from '@sunledger/shared-types';
import { LinkChecker, type LinkState } from '../../backend/src/adapters/link-check';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { paperOf } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { closeOut: api, task: taskApi } = endpoints;

describe('close-out', () => {
  let app: TestApp;
  let ledger: Ledger;
  let handler: GivenPerson;
  let reviewer: GivenPerson;
  let stranger: GivenPerson;
  let plans = 0;
  const states = new Map<string, LinkState>();

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    jest.spyOn(app.get(LinkChecker), 'check').mockImplementation((url) => {
      const state = states.get(url) ?? 'alive';
      return Promise.resolve({ state, httpStatus: state === 'alive' ? 200 : null });
    });
    ledger = await givenLedger(app);
    handler = await ledger.staff(ledger.units.education, 'handler');
    reviewer = await ledger.staff(ledger.units.education, 'reviewer');
    const elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    stranger = await app.given.person({ region: elsewhere, role: 'office', unit: elsewhere.office });
  });

  afterAll(() => app.stop());

  const link = (name: string, datedOn?: string) => ({
    title: name,
    url: `https://www.yunxi.example.cn/${encodeURIComponent(name)}`,
    ...(datedOn ? { datedOn } : {}),
  });
  /** A task whose end is asked for by an approved report with these links. */
  const asked = async (links: { title: string; url: string; datedOn?: string }[] = []): Promise<TaskRow> => {
    plans += 1;
    const plan = await ledger.published(paperOf({ title: `2026年云溪县政务公开工作要点之${plans}` }));
    const task = await ledger.task(plan.id, '2');
    const report = await ledger.report(task, handler, { percent: 100, asksClose: true, links });
    await ledger.approveProgress(report, reviewer);
    return task;
  };
  const check = ({ id }: TaskRow, as = ledger.office): Promise<CloseOutCheck> =>
    app.api.ok(api.check, { id }, { as });
  const close = ({ id }: TaskRow, as: GivenPerson | null, more: { decision?: string } = {}) =>
    app.api.call(taskApi.closeOut, { id, note: '已核对公开页面', ...more }, { as });
  const codeOf = async (call: Promise<{ status: number; error: { code: string; message: string } }>) => {
    const answer = await call;
    return [answer.status, answer.error.code];
  };

  it('is refused while a kind of evidence that the task asks for is missing, whatever is decided', async () => {
    const task = await asked([link('公开页')]);
    await app.tick();
    await app.api.ok(
      endpoints.ledger.require,
      { region: 'yunxi', tasks: [task.id], evidence: ['link', 'photo'] },
      { as: ledger.office },
    );
    expect((await check(task)).missing).toEqual(['photo']);
    const refused = await close(task, ledger.office, { decision: '照片存放在单位备查' });
    expect([refused.status, refused.error.code, refused.error.message]).toEqual([
      409,
      'CLOSE_OUT_MISSING',
      '销号还缺照片，请退回责任单位补齐。',
    ]);
  });

  it('asks for a decision about links that are not checked, dead, private or dated outside the window', async () => {
    const early = link('旧通知', '2025-12-31');
    const late = link('以后的页面', '2026-03-03');
    const good = link('公开页', '2026-03-02');
    const dead = link('失效页');
    states.set(dead.url, 'unreachable');
    const inside = link('内网页');
    states.set(inside.url, 'refused');
    const task = await asked([good, early, late, dead, inside]);
    expect((await check(task)).links.map((each) => each.state)).toEqual(Array(5).fill('unchecked'));
    expect(await codeOf(close(task, ledger.office))).toEqual([409, 'CLOSE_OUT_DOUBT']);
    await app.tick();
    const found = await check(task);
    expect(found.window).toEqual({ from: '2026-02-10', to: '2026-03-02' });
    expect(found.doubts).toEqual([
      '“旧通知”的日期2025年12月31日不在任务期间',
      '“以后的页面”的日期2026年3月3日不在任务期间',
      '“失效页”打不开',
      '“内网页”不是公开网址',
    ]);
    states.set(dead.url, 'alive');
    await app.api.ok(api.checkLinks, { id: task.id }, { as: ledger.office });
    await app.tick();
    expect((await check(task)).links.map((each) => each.state)).toEqual([
      'alive',
      'alive',
      'alive',
      'alive',
      'refused',
    ]);
    expect(await codeOf(close(task, ledger.office))).toEqual([409, 'CLOSE_OUT_DOUBT']);
    expect((await close(task, ledger.office, { decision: '纸质材料已当面核对' })).body).toMatchObject({
      light: 'done',
    });
  });

  it('is done by the checker whom the office names, from outside the units of the task', async () => {
    const task = await asked();
    const checker = await ledger.staff(ledger.units.finance, 'reviewer');
    const name = (checkerId: number | null, as: GivenPerson | null = ledger.office) =>
      app.api.call(endpoints.ledger.require, { region: 'yunxi', tasks: [task.id], checkerId }, { as });
    const { items } = await app.api.ok(endpoints.ledger.checkers, { code: 'yunxi' }, { as: ledger.office });
    expect(items.map((each) => each.accountId)).toContain(checker.actor.accountId);
    expect(await codeOf(name(reviewer.actor.accountId))).toEqual([422, 'CHECKER_INSIDE']);
    expect(await codeOf(name(stranger.actor.accountId))).toEqual([422, 'CHECKER_INSIDE']);
    expect(await codeOf(name(checker.actor.accountId, null))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await codeOf(name(checker.actor.accountId, handler))).toEqual([403, 'ROLE_REQUIRED']);
    expect(await codeOf(name(checker.actor.accountId, stranger))).toEqual([404, 'REGION_NOT_FOUND']);
    expect(await codeOf(close(task, checker))).toEqual([403, 'ROLE_REQUIRED']);
    await name(checker.actor.accountId);
    const seen = await app.api.ok(taskApi.get, { id: task.id }, { as: checker });
    expect(seen).toMatchObject({
      moves: ['closeOut', 'returnCloseOut'],
      checker: { name: checker.actor.name },
    });
    expect((await app.api.ok(taskApi.get, { id: task.id })).checker).toBeNull();
    const inbox = await app.api.ok(endpoints.oversight.inbox, { tab: 'review' }, { as: checker });
    expect(inbox.items.map((item) => [item.kind, item.id])).toContainEqual(['task', task.id]);
    expect((await close(task, checker)).body).toMatchObject({ light: 'done' });
  });

  it('is checked and decided by the staff of the region, and verified by the office', async () => {
    const task = await asked();
    const look = (as: GivenPerson | null) => codeOf(app.api.call(api.check, { id: task.id }, { as }));
    expect(await look(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await look(stranger)).toEqual([404, 'TASK_NOT_FOUND']);
    expect(await check(task, handler)).toMatchObject({ finishedOn: '2026-03-02' });
    const giveBack = (as: GivenPerson | null, note = '请补充学区地图') =>
      codeOf(app.api.call(api.returnIt, { id: task.id, note }, { as }));
    expect(await giveBack(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await giveBack(reviewer)).toEqual([403, 'ROLE_REQUIRED']);
    expect(await giveBack(stranger)).toEqual([404, 'TASK_NOT_FOUND']);
    expect(await giveBack(ledger.office, '')).toEqual([422, 'INVALID_INPUT']);
    const recheck = (as: GivenPerson | null) => codeOf(app.api.call(api.checkLinks, { id: task.id }, { as }));
    expect(await recheck(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await recheck(handler)).toEqual([403, 'ROLE_REQUIRED']);
    expect(await recheck(stranger)).toEqual([404, 'TASK_NOT_FOUND']);
  });

  it('what was left open or doubtful comes up in the look-back and goes on in the new plan', async () => {
    const doubtful = await asked([link('没核验的页面')]);
    await close(doubtful, ledger.office, { decision: '电话核实过' });
    const clean = await asked();
    await close(clean, ledger.office);
    app.clock.set('2027-01-11T10:00:00+08:00');
    const back = (as: GivenPerson | null) =>
      app.api.call(endpoints.ledger.lookBack, { code: 'yunxi', year: 2026, limit: 100 }, { as });
    expect(await codeOf(back(null))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await codeOf(back(handler))).toEqual([403, 'ROLE_REQUIRED']);
    expect(await codeOf(back(stranger))).toEqual([404, 'REGION_NOT_FOUND']);
    const { items } = (await back(ledger.office)).body;
    const why = new Map(items.map((row) => [row.id, row.why]));
    expect(why.get(doubtful.id)).toBe('doubtful');
    expect(why.has(clean.id)).toBe(false);
    const open = items.find((row) => row.planId === doubtful.planId && row.no === '4');
    expect(open?.why).toBe('unfinished');

    const draft = await ledger.draft(paperOf({ year: 2027 }));
    const carry = (tasks: number[], plan = draft) =>
      app.api.call(
        endpoints.ledger.carry,
        { code: 'yunxi', plan, tasks, dueOn: '2027-06-30', reason: '上年度未完成' },
        { as: ledger.office },
      );
    expect(await codeOf(carry([open?.id ?? 0], doubtful.planId))).toEqual([422, 'CARRY_YEAR']);
    expect(await codeOf(carry([clean.id]))).toEqual([409, 'TASK_NOT_PLAIN']);
    expect((await carry([open?.id ?? 0, doubtful.id])).body).toMatchObject({ state: 'applied' });
    expect(await codeOf(carry([doubtful.id]))).toEqual([409, 'TASK_CARRIED']);
    const list = await app.api.ok(
      taskApi.list,
      { region: 'yunxi', plan: draft, limit: 100 },
      { as: ledger.office },
    );
    const carried = list.items.filter((row) => row.section === '回头看：2026年转入');
    expect(carried.map((row) => [row.text, row.dueOn, row.light])).toEqual([
      [doubtful.text, '2027-06-30', 'notStarted'],
      [open?.text, '2027-06-30', 'notStarted'],
    ]);
    const fresh = await app.api.ok(taskApi.get, { id: carried[1]?.id ?? 0 }, { as: ledger.office });
    expect(fresh.cameFrom).toEqual([{ id: open?.id, no: '4', text: open?.text, year: 2026, kind: 'carry' }]);
    const row = (await back(ledger.office)).body.items.find((each) => each.id === open?.id);
    expect(row?.carriedTo).toEqual({ id: carried[1]?.id, year: 2027 });
    // The old row keeps its light and takes no more reports.
    const old = await app.api.ok(taskApi.get, { id: open?.id ?? 0 });
    expect(old).toMatchObject({ light: 'overdue', became: [{ kind: 'carry', year: 2027 }] });
    const labour = await ledger.staff(ledger.units.labour, 'handler');
    expect(
      await codeOf(
        app.api.call(taskApi.report, { id: old.id, text: '今年接着办理', percent: 50 }, { as: labour }),
      ),
    ).toEqual([409, 'TASK_CARRIED']);
  });
});
