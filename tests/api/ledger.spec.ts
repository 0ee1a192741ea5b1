import { endpoints, type TaskChange, type TaskDetail, type TaskRow } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { paperOf, paperWithoutTable } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { ledger: api, task: taskApi } = endpoints;

describe('the work of the office on its ledger', () => {
  let app: TestApp;
  let ledger: Ledger;
  let stranger: GivenPerson;
  let handler: GivenPerson;
  let plans = 0;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    handler = await ledger.staff(ledger.units.education, 'handler');
    const elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    stranger = await app.given.person({ region: elsewhere, role: 'office', unit: elsewhere.office });
  });

  afterAll(() => app.stop());

  beforeEach(() => app.clock.set('2026-03-02T10:00:00+08:00'));

  const published = async (): Promise<number> => {
    plans += 1;
    return (await ledger.published(paperOf({ title: `2026年云溪县政务公开工作要点之${plans}` }))).id;
  };
  const show = (id: number, as: GivenPerson | null = null): Promise<TaskDetail> =>
    app.api.ok(taskApi.get, { id }, { as });
  const rows = async (plan: number, as: GivenPerson | null = null): Promise<TaskRow[]> =>
    (await app.api.ok(taskApi.list, { region: 'yunxi', plan, limit: 100 }, { as })).items;
  const numbers = async (plan: number) => (await rows(plan)).map((task) => task.no);
  const codeOf = async (call: Promise<{ status: number; error: { code: string } }>) => {
    const answer = await call;
    return [answer.status, answer.error.code];
  };
  const office = () => ({ as: ledger.office });

  describe('units', () => {
    it('are named for many tasks at once where the paper names nobody', async () => {
      const plan = await ledger.draft(paperWithoutTable.replaceAll(/（(牵头|责任)单位：[^）]*）/g, ''));
      const tasks = (await rows(plan, ledger.office)).map((task) => task.id);
      expect(tasks).toHaveLength(3);
      const { finance, towns, townA } = ledger.units;
      const answer = await app.api.ok(
        api.assign,
        { region: 'yunxi', tasks, leadUnits: [finance.id], responsibleUnits: [towns.id] },
        office(),
      );
      expect(answer).toEqual({ changed: 3 });
      await app.api.ok(
        api.assign,
        { region: 'yunxi', tasks: [tasks[0] ?? 0], leadUnits: [ledger.units.health.id], mode: 'add' },
        office(),
      );
      const [first, second] = await rows(plan, ledger.office);
      expect(first?.leadUnits.map((unit) => unit.name)).toEqual(['县财政局', '县卫生健康局']);
      expect(second?.leadUnits).toEqual([{ id: finance.id, name: '县财政局' }]);
      await app.api.ok(endpoints.plan.submit, { id: plan }, office());
      await app.api.ok(endpoints.plan.approve, { id: plan }, { as: ledger.colleague });
      await app.api.ok(endpoints.plan.publish, { id: plan, decision: '办公室主任批准公开' }, office());
      const ofTown = await app.api.ok(taskApi.list, { region: 'yunxi', unit: townA.id, plan });
      expect(ofTown.items.map((task) => task.id)).toEqual(tasks);
    });

    it('are named by the office of the region only, from its own units, all or none', async () => {
      const plan = await published();
      const task = await ledger.task(plan, '2');
      const assign = (as: GivenPerson | null, more: object = {}) =>
        codeOf(
          app.api.call(
            api.assign,
            { region: 'yunxi', tasks: [task.id], leadUnits: [ledger.units.health.id], ...more },
            { as },
          ),
        );
      expect(await assign(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await assign(handler)).toEqual([403, 'ROLE_REQUIRED']);
      expect(await assign(stranger)).toEqual([404, 'REGION_NOT_FOUND']);
      expect(await assign(ledger.office, { tasks: [task.id, 999_999] })).toEqual([404, 'TASK_NOT_FOUND']);
      expect(await assign(ledger.office, { leadUnits: [999_999] })).toEqual([422, 'UNIT_NOT_FOUND']);
      expect(await assign(ledger.office, { tasks: [] })).toEqual([422, 'INVALID_INPUT']);
      expect((await show(task.id)).leadUnits.map((unit) => unit.name)).toEqual(['县教育局']);
    });
  });

  it('units added at the same moment all stay', async () => {
    const plan = await ledger.draft(paperOf({ title: '2026年云溪县政务公开分工要点' }));
    const task = await ledger.task(plan, '2');
    const { health, labour, finance, farming } = ledger.units;
    const added = [health, labour, finance, farming];
    await Promise.all(
      added.map(({ id }) =>
        app.api.ok(api.assign, { region: 'yunxi', tasks: [task.id], leadUnits: [id], mode: 'add' }, office()),
      ),
    );
    const { leadUnits } = await show(task.id, ledger.office);
    expect(leadUnits.map(({ id }) => id)).toEqual(expect.arrayContaining(added.map(({ id }) => id)));
  });

  describe('collective units', () => {
    it('show what each member has reported; a report counts for its member', async () => {
      const plan = await published();
      const task = await ledger.task(plan, '3');
      const member = await ledger.staff(ledger.units.townA, 'handler');
      const entry = await ledger.report(task, member);
      const states = async (as: GivenPerson | null) => {
        const [group] = (await show(task.id, as)).expandedUnits;
        return [group?.reported, group?.members.map(({ state, lastReportOn }) => [state, lastReportOn])];
      };
      expect(await states(null)).toEqual([
        0,
        [
          ['none', null],
          ['none', null],
        ],
      ]);
      expect(await states(ledger.office)).toEqual([
        0,
        [
          ['submitted', null],
          ['none', null],
        ],
      ]);
      await ledger.approveProgress(entry, ledger.office);
      expect(await states(null)).toEqual([
        1,
        [
          ['approved', '2026-03-02'],
          ['none', null],
        ],
      ]);
    });

    it('end with their last member, on its day', async () => {
      const text = paperOf({
        title: '2026年云溪县政务公开乡镇要点',
        rows: [
          ['1', '各乡镇公布便民服务电话', '', '各乡镇人民政府', '6月底前'],
          ['2', '公布学区', '县教育局', '', '6月底前'],
          ['3', '公布指南', '县财政局', '', '6月底前'],
        ],
      });
      const { id: plan } = await ledger.published(text);
      const task = await ledger.task(plan, '1');
      const end = async (unit: 'townA' | 'townB') => {
        const member = await ledger.staff(ledger.units[unit], 'handler');
        const report = await ledger.report(task, member, { percent: 100, asksClose: true });
        await ledger.approveProgress(report, ledger.office);
      };
      const close = () =>
        app.api.call(taskApi.closeOut, { id: task.id, note: '逐个乡镇核对过' }, { as: ledger.colleague });
      await end('townA');
      expect((await show(task.id, ledger.colleague)).moves).toEqual([]);
      expect(await codeOf(close())).toEqual([409, 'CLOSE_OUT_NOT_ASKED']);
      app.clock.set('2026-07-01T09:00:00+08:00');
      await end('townB');
      expect((await close()).body).toMatchObject({ light: 'doneLate', finishedOn: '2026-07-01' });
      expect((await show(task.id)).expandedUnits[0]?.members.map((each) => each.state)).toEqual([
        'done',
        'done',
      ]);
    });
  });

  describe('villages', () => {
    const list = '1. 东河村\n2. 西河村\n3. 桥头村\n东河村';

    it('are made from one pasted list, reported one by one, and make the state of the whole', async () => {
      const plan = await published();
      const whole = await ledger.task(plan, '2');
      expect(await app.api.ok(api.addParts, { id: whole.id, list }, office())).toEqual({
        added: 3,
        known: 0,
      });
      expect(await app.api.ok(api.addParts, { id: whole.id, list: '桥头村、南湾村' }, office())).toEqual({
        added: 1,
        known: 1,
      });
      const parts = (await app.api.ok(api.parts, { id: whole.id, limit: 100 })).items;
      expect(parts.map((part) => part.place)).toEqual(['东河村', '西河村', '桥头村', '南湾村']);
      // The ledger and its counts stay as they were: villages stand under their task.
      expect(await numbers(plan)).toEqual(['1', '2', '3', '4', '5']);
      expect((await app.api.ok(endpoints.plan.get, { id: plan })).taskCount).toBe(5);
      expect(
        await codeOf(
          app.api.call(taskApi.report, { id: whole.id, text: '全部完成了', percent: 100 }, { as: handler }),
        ),
      ).toEqual([409, 'TASK_HAS_PARTS']);

      const reviewer = await ledger.staff(ledger.units.education, 'reviewer');
      const days = ['2026-06-01', '2026-06-30', '2026-07-01', '2026-06-15'];
      for (const [at, part] of parts.entries()) {
        app.clock.set(`${days[at]}T09:00:00+08:00`);
        const report = await ledger.report(part, handler, { percent: 100, asksClose: true });
        await ledger.approveProgress(report, reviewer);
        await app.api.ok(taskApi.closeOut, { id: part.id, note: '榜单照片已核对' }, office());
        const { light, percent, parts: figures } = await show(whole.id);
        expect(figures).toMatchObject({ total: 4, closed: at + 1 });
        expect(percent).toBe(25 * (at + 1));
        if (at < 3) expect(['onTrack', 'dueSoon', 'overdue']).toContain(light);
      }
      expect(await show(whole.id)).toMatchObject({ light: 'doneLate', finishedOn: '2026-07-01', moves: [] });
      const [first] = parts;
      expect(await show(first?.id ?? 0)).toMatchObject({
        light: 'done',
        part: { place: '东河村', parentId: whole.id },
      });
      await app.api.ok(taskApi.reopen, { id: first?.id ?? 0, note: '榜单已撕毁' }, office());
      expect(await show(whole.id)).toMatchObject({ light: 'dueSoon', finishedOn: null });
    });

    it('are the work of the office alone, and of a list with names in it', async () => {
      const plan = await published();
      const { id } = await ledger.task(plan, '2');
      const add = (as: GivenPerson | null, text = list) =>
        codeOf(app.api.call(api.addParts, { id, list: text }, { as }));
      expect(await add(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await add(handler)).toEqual([403, 'ROLE_REQUIRED']);
      expect(await add(stranger)).toEqual([404, 'TASK_NOT_FOUND']);
      expect(await add(ledger.office, '1、2、3')).toEqual([422, 'PARTS_EMPTY']);
    });
  });

  describe('amendments', () => {
    const amend = (id: number, more: object, as: GivenPerson | null = ledger.office) =>
      app.api.call(api.amend, { id, reason: '印发稿有误', ...more }, { as });

    it('of a draft stand at once; of a public plan when a second person has agreed', async () => {
      const draft = await ledger.draft(paperOf({ title: '2026年云溪县政务公开草稿要点' }));
      const early = await ledger.task(draft, '2');
      expect((await amend(early.id, { text: '公开义务教育招生政策' })).body).toMatchObject({
        state: 'applied',
      });
      expect((await show(early.id, ledger.office)).text).toBe('公开义务教育招生政策');

      const task = await ledger.task(await published(), '2');
      const change = (await amend(task.id, { text: '公开义务教育招生政策和学位', dueOn: '2026-07-31' })).body;
      expect(change).toMatchObject({
        state: 'pending',
        kind: 'amend',
        proposedBy: '李公开',
        mayDecide: false,
      });
      expect(await show(task.id)).toMatchObject({ text: task.text, dueOn: '2026-06-30' });
      expect(await codeOf(amend(task.id, { text: '又改一次试试' }))).toEqual([409, 'CHANGE_PENDING']);
      const approve = (as: GivenPerson | null) => app.api.call(api.approveChange, { id: change.id }, { as });
      expect(await codeOf(approve(ledger.office))).toEqual([403, 'CHANGE_OWN_APPROVAL']);
      expect(await codeOf(approve(null))).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await codeOf(approve(handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await codeOf(approve(stranger))).toEqual([404, 'CHANGE_NOT_FOUND']);
      await app.tick();
      const told = await app.api.ok(endpoints.notification.list, {}, { as: ledger.colleague });
      expect(told.items.some((note) => note.target.kind === 'change' && note.target.id === change.id)).toBe(
        true,
      );
      expect((await approve(ledger.colleague)).body).toMatchObject({
        state: 'applied',
        decidedBy: '陈公开',
        tasks: [{ id: task.id, text: task.text, dueOn: '2026-06-30' }],
      });
      expect(await show(task.id)).toMatchObject({ text: '公开义务教育招生政策和学位', dueOn: '2026-07-31' });
      expect(await codeOf(approve(ledger.colleague))).toEqual([409, 'CHANGE_STATE']);
      const found = await app.api.ok(endpoints.search.search, { region: 'yunxi', q: '学位' });
      expect(found.items.map((hit) => hit.id)).toContain(task.id);
    });

    it('wished for at the same moment are one, and a refusal for the others', async () => {
      const task = await ledger.task(await published(), '2');
      const wishes = await Promise.all(
        ['一', '二', '三', '四'].map((word) =>
          codeOf(amend(task.id, { text: `公开招生政策的第${word}种写法` })),
        ),
      );
      expect(wishes.filter(([status]) => status === 200)).toHaveLength(1);
      expect(wishes.filter(([, code]) => code === 'CHANGE_PENDING')).toHaveLength(3);
    });

    it('are turned down with a reason, and change nothing then', async () => {
      const task = await ledger.task(await published(), '2');
      const { id } = (await amend(task.id, { continuous: true })).body;
      const rejected = await app.api.ok(
        api.rejectChange,
        { id, note: '原文写明6月底前' },
        { as: ledger.colleague },
      );
      expect(rejected).toMatchObject({ state: 'rejected', note: '原文写明6月底前' });
      expect((await show(task.id)).continuous).toBe(false);
      const list = await app.api.ok(api.changes, { code: 'yunxi', state: 'rejected' }, office());
      expect(list.items.map((change) => change.id)).toContain(id);
      expect(await codeOf(app.api.call(api.changes, { code: 'yunxi' }, { as: handler }))).toEqual([
        403,
        'ROLE_REQUIRED',
      ]);
    });

    it('hide no missed day', async () => {
      const task = await ledger.task(await published(), '2');
      const waiting = (await amend(task.id, { dueOn: '2026-09-30' })).body;
      app.clock.set('2026-07-01T09:00:00+08:00');
      // Proposed in time, decided too late.
      expect(
        await codeOf(app.api.call(api.approveChange, { id: waiting.id }, { as: ledger.colleague })),
      ).toEqual([409, 'AMEND_DUE_PASSED']);
      await app.api.ok(api.rejectChange, { id: waiting.id, note: '时限已过' }, { as: ledger.colleague });
      for (const dueOn of ['2026-12-31', null])
        expect(await codeOf(amend(task.id, { dueOn }))).toEqual([409, 'AMEND_DUE_PASSED']);
      expect(await codeOf(amend(task.id, { text: task.text }))).toEqual([422, 'AMEND_NOTHING']);
      expect(await codeOf(amend(task.id, { dueOn: '6月30日' }))).toEqual([422, 'INVALID_INPUT']);
      expect((await show(task.id)).light).toBe('overdue');
    });

    it('are asked for by the office of the region only', async () => {
      const { id } = await ledger.task(await published(), '2');
      const text = '改成别的内容';
      expect(await codeOf(amend(id, { text }, null))).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await codeOf(amend(id, { text }, handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await codeOf(amend(id, { text }, stranger))).toEqual([404, 'TASK_NOT_FOUND']);
    });
  });

  describe('split and merge', () => {
    const split = (id: number, parts: object[], as: GivenPerson | null = ledger.office) =>
      app.api.call(
        api.split,
        { id, reason: '一项任务两个单位分头办', parts: parts as { text: string }[] },
        { as },
      );
    const done = async (answer: Promise<{ body: TaskChange }>) => ledger.agreed((await answer).body);

    it('splits a task in its place; the old one keeps its reports and points to the new ones', async () => {
      const plan = await published();
      const whole = await ledger.task(plan, '2');
      const reviewer = await ledger.staff(ledger.units.education, 'reviewer');
      await ledger.approveProgress(await ledger.report(whole, handler), reviewer);
      await done(
        split(whole.id, [
          { text: '公开招生政策', dueOn: '2026-04-30' },
          { text: '公开学区划分', dueOn: '2026-12-31', leadUnits: [ledger.units.finance.id] },
        ]),
      );
      expect(await numbers(plan)).toEqual(['1', '2-1', '2-2', '3', '4', '5']);
      const [, first, second] = await rows(plan);
      // No part is due later than the whole was, and what was done counts on.
      expect([first?.dueOn, second?.dueOn]).toEqual(['2026-04-30', '2026-06-30']);
      expect([first?.light, second?.light]).toEqual(['onTrack', 'onTrack']);
      expect(second?.leadUnits).toEqual([{ id: ledger.units.finance.id, name: '县财政局' }]);
      const old = await show(whole.id);
      expect(old).toMatchObject({ replaced: true, moves: [], progress: [{ percent: 40 }] });
      expect(old.became.map(({ no, kind }) => [no, kind])).toEqual([
        ['2-1', 'split'],
        ['2-2', 'split'],
      ]);
      expect((await show(first?.id ?? 0)).cameFrom.map((task) => task.id)).toEqual([whole.id]);
      expect(
        await codeOf(
          app.api.call(taskApi.report, { id: whole.id, text: '接着报送进展', percent: 50 }, { as: handler }),
        ),
      ).toEqual([409, 'TASK_REPLACED']);
      expect((await app.api.ok(endpoints.plan.get, { id: plan })).taskCount).toBe(6);
      // A part is split again; the order holds.
      await done(split(second?.id ?? 0, [{ text: '公开小学学区' }, { text: '公开初中学区' }]));
      expect(await numbers(plan)).toEqual(['1', '2-1', '2-2-1', '2-2-2', '3', '4', '5']);
    });

    it('merges tasks on the earliest of their days, and gives them back with their history', async () => {
      const plan = await published();
      const tasks = [await ledger.task(plan, '4'), await ledger.task(plan, '2')];
      const ids = tasks.map((task) => task.id);
      const input = { region: 'yunxi', tasks: ids, text: '公开招生政策，编制补贴指南', reason: '合并办理' };
      await done(app.api.call(api.merge, input, office()));
      expect(await numbers(plan)).toEqual(['1', '2、4', '3', '5']);
      const merged = (await rows(plan))[1];
      expect(merged).toMatchObject({ dueOn: '2026-03-31', text: input.text });
      expect(merged?.leadUnits.map((unit) => unit.name)).toEqual(['县教育局', '县人社局']);
      const { id } = merged ?? { id: 0 };
      expect((await show(id)).cameFrom.map((task) => task.id).sort()).toEqual([...ids].sort());
      app.clock.set('2026-03-20T10:00:00+08:00');
      const reviewer = await ledger.staff(ledger.units.education, 'reviewer');
      await ledger.approveProgress(await ledger.report({ id }, handler), reviewer);
      expect(
        await codeOf(app.api.call(api.unmerge, { id: ids[0] ?? 0, reason: '分开办' }, office())),
      ).toEqual([409, 'TASK_NOT_PLAIN']);
      await done(app.api.call(api.unmerge, { id, reason: '还是分开办' }, office()));
      expect(await numbers(plan)).toEqual(['1', '2', '3', '4', '5']);
      const back = await show(ids[0] ?? 0);
      expect(back).toMatchObject({ replaced: false, dueOn: '2026-03-31', lastProgressOn: '2026-03-20' });
      expect((await show(id)).progress).toHaveLength(1);
    });

    it('touches no closed task, no task of villages, none of another plan, and needs the office', async () => {
      const plan = await published();
      const other = await published();
      const task = await ledger.task(plan, '2');
      const parts = [{ text: '公开招生政策' }, { text: '公开学区划分' }];
      expect(await codeOf(split(task.id, parts, null))).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await codeOf(split(task.id, parts, handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await codeOf(split(task.id, parts, stranger))).toEqual([404, 'TASK_NOT_FOUND']);
      expect(await codeOf(split(task.id, parts.slice(1)))).toEqual([422, 'INVALID_INPUT']);
      const far = await ledger.task(other, '3');
      const merge = (tasks: number[]) =>
        codeOf(
          app.api.call(api.merge, { region: 'yunxi', tasks, text: '合并成一项', reason: '合并' }, office()),
        );
      expect(await merge([task.id, far.id])).toEqual([422, 'TASKS_APART']);
      await app.api.ok(api.addParts, { id: task.id, list: '东河村、西河村' }, office());
      expect(await codeOf(split(task.id, parts))).toEqual([409, 'TASK_NOT_PLAIN']);
      expect(await merge([task.id, (await ledger.task(plan, '3')).id])).toEqual([409, 'TASK_NOT_PLAIN']);
    });
  });

  it('a remark is public under a name and changes no light', async () => {
    const task = await ledger.task(await published(), '4');
    app.clock.set('2026-04-02T10:00:00+08:00');
    const text = '因系统迁移推迟，已另行公告。';
    await app.api.ok(api.remark, { id: task.id, text }, office());
    expect(await show(task.id)).toMatchObject({
      light: 'overdue',
      remarks: [{ text, author: '云溪县政务公开办 李公开', at: '2026-04-02T10:00:00+08:00' }],
    });
    const remark = (as: GivenPerson | null) =>
      codeOf(app.api.call(api.remark, { id: task.id, text }, { as }));
    expect(await remark(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await remark(handler)).toEqual([403, 'ROLE_REQUIRED']);
    expect(await remark(stranger)).toEqual([404, 'TASK_NOT_FOUND']);
  });
});
