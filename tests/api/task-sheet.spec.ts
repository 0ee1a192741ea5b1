import { endpoints, taskSheetHeads, type SheetImport, type TaskSheetColumn } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { throughLibreOffice, withLibreOffice } from '../support/libre-office';
import { paperOf, paperRows, type PaperRow } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';
import { cellsOf, partOf, workbookOf, type Cells } from '../support/workbook';

const { taskSheet, task: taskCalls } = endpoints;
const MANY = Math.round(5000 * Number(process.env.TEST_SCALE ?? 0.01));
const ATTACK = '=cmd|‘/C calc’!A0公开清单';
const HEAD = 2;

describe('the ledger in Excel', () => {
  let app: TestApp;
  let ledger: Ledger;
  let planId: number;

  beforeAll(async () => {
    app = await startApp({
      now: '2026-03-02T10:00:00+08:00',
      environment: { PUBLIC_URL: 'https://ledger.example.gov.cn' },
    });
    ledger = await givenLedger(app);
    planId = (
      await ledger.published(paperOf({ rows: [...paperRows, ['6', ATTACK, '县财政局', '', '全年']] }))
    ).id;
  });

  afterAll(() => app.stop());

  const ask = (query = '', as: GivenPerson | null = ledger.office, code = 'yunxi') =>
    app.api.raw(`/api/v1/regions/${code}/ledger.xlsx${query}`, {
      headers: as ? { authorization: `Bearer ${as.accessToken}` } : {},
    });
  const exported = async (query = `?plan=${planId}`): Promise<Buffer> => {
    const response = await ask(query);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const send = (
    bytes: Buffer,
    more: { dryRun?: string; region?: string } = {},
    as: GivenPerson | null = ledger.office,
  ) =>
    app.api.call(taskSheet.import, { region: 'yunxi', ...more }, { as, file: { name: '台账.xlsx', bytes } });
  const put = (cells: Cells, row: number, column: TaskSheetColumn, value: string): void => {
    const place = (cells[HEAD] ?? []).indexOf(taskSheetHeads[column]);
    const line = cells[row - 1];
    if (!line || place < 0) throw new Error(`no cell ${row} ${column}`);
    line[place] = value;
  };
  const edited = async (edit: (cells: Cells) => void, from?: Buffer): Promise<Buffer> => {
    const cells = await cellsOf(from ?? (await exported()));
    edit(cells);
    return workbookOf(cells);
  };
  const tasksOf = (plan = planId) =>
    app.api.ok(taskCalls.list, { region: 'yunxi', plan, limit: 100 }, { as: ledger.office });

  describe('goes out', () => {
    it('in the order of the papers, with lights in word and shape, and links that are links', async () => {
      const file = await exported();
      const cells = await cellsOf(file);
      expect(cells[HEAD]?.slice(0, 5)).toEqual(['序号', '重点工作', '牵头单位', '责任单位', '完成时限']);
      expect(cells[HEAD + 1]?.slice(0, 8)).toEqual([
        '1',
        paperRows[0]?.[1],
        '县发展和改革局',
        '县财政局',
        '12月底前',
        '2026-12-31',
        '○ 未开始',
        0,
      ]);
      const { items } = await tasksOf();
      const links = partOf(file, 'xl/worksheets/_rels/sheet1.xml.rels');
      for (const task of items) {
        expect(links).toContain(`https://ledger.example.gov.cn/citizen/task/index?id=${task.id}"`);
      }
      const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
      expect(sheet.match(/<hyperlink /g)).toHaveLength(items.length);
      expect(sheet.match(/hidden="1"/g)).toHaveLength(2);
    });

    it('with every text as a text cell: no formula, whatever a text begins with', async () => {
      const file = await exported();
      expect(partOf(file, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
      const cells = await cellsOf(file);
      expect(cells.at(-1)?.[1]).toBe(ATTACK);
      expect(partOf(file, 'xl/styles.xml')).toContain('formatCode="@"');
    });

    it('for staff of the region; drafts for the office alone', async () => {
      const region = await app.given.region({ code: 'binjiang', name: '滨江新区' });
      const stranger = await app.given.person({ region, role: 'office' });
      const handler = await ledger.staff(ledger.units.education, 'handler');
      const draft = await ledger.draft(paperOf({ title: '2026年补充工作要点' }));
      expect((await ask('', null)).status).toBe(401);
      expect((await ask('', await app.given.person())).status).toBe(403);
      expect((await ask('', stranger)).status).toBe(404);
      expect((await ask('?light=blue')).status).toBe(422);
      const rowsFor = async (as: GivenPerson, query: string) =>
        (await cellsOf(Buffer.from(await (await ask(query, as)).arrayBuffer()))).length - HEAD - 1;
      expect(await rowsFor(handler, `?unit=${ledger.units.education.id}`)).toBe(1);
      expect(await rowsFor(handler, `?plan=${draft}`)).toBe(0);
      expect(await rowsFor(ledger.office, `?plan=${draft}`)).toBe(paperRows.length);
    });
  });

  describe('comes back', () => {
    it(`${MANY} tasks without a change change nothing`, async () => {
      const rows = Array.from({ length: MANY }, (_, at): PaperRow => {
        const [, text, lead, others, deadline] = paperRows[at % paperRows.length] ?? ['', '', '', '', ''];
        return [String(at + 1), `${text}（第${at + 1}批）`, lead, others, deadline];
      });
      const large = await givenLedger(app, 'daxian', '大县');
      const plan = await large.published(paperOf({ rows }));
      const response = await ask(`?plan=${plan.id}`, large.office, 'daxian');
      const file = Buffer.from(await response.arrayBuffer());
      const check = async (bytes: Buffer): Promise<void> => {
        const { body } = await send(bytes, { region: 'daxian' }, large.office);
        expect(body).toEqual({ rows: MANY, changes: [], problems: [], applied: false, waiting: 0 });
      };
      await check(file);
      await check(await workbookOf(await cellsOf(file)));
      if (withLibreOffice) await check(await throughLibreOffice(file, 'xlsx', 'xlsx'));
    }, 900_000);

    it('with changes of a draft, which hold at once', async () => {
      const draft = await ledger.draft(paperOf({ title: '2026年第二批工作要点' }));
      const file = await edited(
        (cells) => {
          put(cells, 4, 'text', '公布年度重大建设项目清单，按月更新进度');
          put(cells, 5, 'responsibleUnits', '县财政局、各乡镇人民政府');
          put(cells, 6, 'deadlineText', '9月底前');
        },
        await exported(`?plan=${draft}`),
      );
      const preview = (await send(file, { dryRun: 'true' })).body;
      expect(preview).toMatchObject({ rows: 5, applied: false, problems: [], waiting: 0 });
      expect(preview.changes.map(({ row, column, no }) => [row, column, no])).toEqual([
        [4, '重点工作', '1'],
        [5, '责任单位', '2'],
        [6, '完成时限', '3'],
      ]);
      expect((await tasksOf(draft)).items[0]?.text).toBe(paperRows[0]?.[1]);
      expect((await send(file)).body).toMatchObject({ applied: true, waiting: 0 });
      const { items } = await tasksOf(draft);
      expect(items[0]?.text).toBe('公布年度重大建设项目清单，按月更新进度');
      expect(items[1]?.responsibleUnits.map((unit) => unit.id)).toEqual([
        ledger.units.finance.id,
        ledger.units.towns.id,
      ]);
      expect(items[2]).toMatchObject({ deadlineText: '9月底前', dueOn: '2026-09-30', continuous: false });
      expect((await send(file)).body).toMatchObject({ changes: [], applied: false });
    });

    it('with changes of a published plan: units at once, words after a second person', async () => {
      const file = await edited((cells) => {
        put(cells, 5, 'text', '公开义务教育招生政策、学区划分和地图');
        put(cells, 5, 'responsibleUnits', '县财政局');
      });
      expect((await send(file)).body).toMatchObject({ applied: true, waiting: 1 });
      const task = (await tasksOf()).items[1];
      expect(task).toMatchObject({ text: paperRows[1]?.[1], responsibleUnits: [{ name: '县财政局' }] });
      // The same words again: one proposal waits already.
      const again = await send(file);
      expect(again.error).toMatchObject({ code: 'LEDGER_SHEET_INVALID' });
    });

    it('“a file with three bad rows imports nothing and names the three rows and columns”', async () => {
      const before = await tasksOf();
      const file = await edited((cells) => {
        put(cells, 4, 'text', '公布年度重大建设项目清单，逐月更新');
        put(cells, 6, 'leadUnits', '县农业农村局、县不存在局');
        put(cells, 7, 'deadlineText', '适当的时候');
        put(cells, 8, 'light', '● 已完成');
      });
      const wrong = [
        ['第6行 牵头单位', '县不存在局'],
        ['第7行 完成时限', '看不出日期'],
        ['第8行 状态', '不能在表里改'],
      ];
      const answer = await send(file);
      expect(answer.status).toBe(422);
      expect(answer.error).toMatchObject({ code: 'LEDGER_SHEET_INVALID' });
      expect(answer.error.message).toContain('3 处');
      expect(answer.error.details).toEqual(
        wrong.map(([field, words]) => ({ field, message: expect.stringContaining(words ?? '') })),
      );
      const preview: SheetImport = (await send(file, { dryRun: 'true' })).body;
      expect(preview.problems.map(({ row, column }) => `第${row}行 ${column}`)).toEqual(
        wrong.map(([field]) => field),
      );
      expect(await tasksOf()).toEqual(before);
    });

    it('never moves a day that has passed, nor takes progress, lights or formulas from a cell', async () => {
      app.clock.set('2026-04-02T10:00:00+08:00');
      const file = await edited((cells) => {
        put(cells, 7, 'deadlineText', '12月底前');
        put(cells, 4, 'percent', '100');
        put(cells, 4, 'finishedOn', '2026-03-01');
      });
      const { problems } = (await send(file, { dryRun: 'true' })).body;
      expect(problems.map(({ row, column }) => [row, column])).toEqual([
        [4, '进度（%）'],
        [4, '完成日期'],
        [7, '完成时限'],
      ]);
      app.clock.set('2026-03-02T10:00:00+08:00');
    });

    it('refuses rows that are not its own: added, doubled, of another region, tampered with, or stale', async () => {
      const elsewhere = await givenLedger(app, 'qita', '其他县');
      const other = await elsewhere.task((await elsewhere.published()).id, '1');
      const stale = await exported();
      const mend = await edited((cells) => put(cells, 9, 'leadUnits', '县教育局'));
      expect((await send(mend)).body.applied).toBe(true);
      const file = await edited((cells) => {
        put(cells, 9, 'leadUnits', '县卫生健康局');
        put(cells, 4, 'id', String(other.id));
        put(cells, 5, 'check', 'v1.nothing');
        cells.push([...(cells[5] ?? [])]);
        cells.push(['9', '新增的一行']);
      }, stale);
      const { problems } = (await send(file, { dryRun: 'true' })).body;
      expect(problems.map(({ row, column }) => [row, column])).toEqual([
        [4, '任务编号'],
        [5, '校验'],
        [9, '任务编号'],
        [10, '任务编号'],
        [11, '任务编号'],
      ]);
    });

    it('refuses what is no ledger, no workbook, or not the office’s to bring', async () => {
      const file = await exported();
      const refused = async (bytes: Buffer, as: GivenPerson | null = ledger.office) => {
        const { status, error } = await send(bytes, {}, as);
        return [status, error.code];
      };
      expect(await refused(await workbookOf([['姓名'], ['张三']]))).toEqual([422, 'LEDGER_SHEET_UNKNOWN']);
      expect(await refused(Buffer.from('不是表格'))).toEqual([415, 'DOCUMENT_TYPE_UNSUPPORTED']);
      expect(await refused(file.subarray(0, file.length / 2))).toEqual([422, 'DOCUMENT_UNREADABLE']);
      expect(await refused(file, null)).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await refused(file, await ledger.staff(ledger.units.health, 'handler'))).toEqual([
        403,
        'ROLE_REQUIRED',
      ]);
      const region = await app.given.region({ code: 'waixian', name: '外县' });
      const stranger = await app.given.person({ region, role: 'office' });
      expect(await refused(file, stranger)).toEqual([404, 'REGION_NOT_FOUND']);
    });
  });

  it('a task finished one day late reads 逾期完成 in the sheet and in open data, for ever', async () => {
    const handler = await ledger.staff(ledger.units.labour, 'handler');
    const reviewer = await ledger.staff(ledger.units.labour, 'reviewer');
    const task = await ledger.task(planId, '4');
    app.clock.set('2026-04-01T00:30:00+08:00');
    const entry = await ledger.report(task, handler, { percent: 100, asksClose: true });
    await ledger.approveProgress(entry, reviewer);
    await app.api.ok(taskCalls.closeOut, { id: task.id, note: '已核对公开页面' }, { as: ledger.office });
    for (const now of ['2026-04-02T10:00:00+08:00', '2028-01-05T10:00:00+08:00']) {
      app.clock.set(now);
      const row = (await cellsOf(await exported()))[HEAD + 4];
      expect(row?.slice(5, 10)).toEqual(['2026-03-31', '◆ 逾期完成', 100, '2026-04-01', '2026-04-01']);
      const open = await (await app.api.raw('/api/v1/regions/yunxi/open-data/tasks.csv')).text();
      expect(open).toMatch(/doneLate,逾期完成,100,2026-04-01,2026-04-01/);
    }
    app.clock.set('2026-03-02T10:00:00+08:00');
  });
});
