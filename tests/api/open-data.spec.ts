import { endpoints, openDataFields, openDataSets, type OpenDataFile } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { cellsOfCsv } from '../support/csv';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';
import { paperOf, paperRows, type PaperRow } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { openData } = endpoints;
const ATTACK = '=HYPERLINK("http://evil.example","点我"),公开清单';
const rows: PaperRow[] = [...paperRows, ['6', ATTACK, '县财政局', '', '9月底前']];

interface Given {
  schemaVersion: number;
  region: string;
  set: string;
  generatedAt: string;
  items: Record<string, unknown>[];
}

describe('open data', () => {
  let app: TestApp;
  let ledger: Ledger;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    ledger = await givenLedger(app, 'liuwan', '柳湾县');
    await ledger.published(paperOf({ rows }));
    await ledger.draft(paperOf({ title: '2026年补充工作要点' }));
    const by = () => app.given.person();
    const text = '请问补贴名单何时公布？我的电话 13812345678。';
    await givenMessage(story, { by: by(), text, public: true, contactName: '王小明' }).answered();
    await givenMessage(story, { by: by(), text: '这一条不公开，请问何时公布？' }).answered();
  });

  afterAll(() => app.stop());

  const fetched = async (
    region: string,
    file: OpenDataFile,
  ): Promise<{ response: Response; text: string }> => {
    const response = await app.api.raw(`/api/v1/regions/${region}/open-data/${file}`);
    return {
      response,
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()),
    };
  };
  const json = async (region: string, file: OpenDataFile): Promise<Given> =>
    JSON.parse((await fetched(region, file)).text) as Given;

  it('describes every set, and every file holds exactly the fields described', async () => {
    const index = await app.api.ok(openData.index, { code: 'liuwan' });
    expect(index.sets.map(({ set }) => set)).toEqual([...openDataSets]);
    for (const { set, json: path, csv, fields } of index.sets) {
      const answer = (await (await app.api.raw(`/api/v1${path}`)).json()) as Given;
      const names = openDataFields[set].map((field) => field.name);
      for (const item of answer.items) expect(Object.keys(item)).toEqual(names);
      const [head] = cellsOfCsv(await (await app.api.raw(`/api/v1${csv}`)).text());
      expect(head).toEqual(fields.map((field) => field.label));
    }
  });

  it('gives published plans and tasks with their lights, and nothing of a draft', async () => {
    const plans = await json('liuwan', 'plans.json');
    expect(plans).toMatchObject({ schemaVersion: 1, region: 'liuwan', set: 'plans' });
    expect(plans.items).toHaveLength(1);
    expect(plans.items[0]).toMatchObject({ tasks: rows.length, overdue: 0, publishedOn: '2026-03-02' });
    const tasks = await json('liuwan', 'tasks.json');
    expect(tasks.items.map((task) => task.no)).toEqual(rows.map(([no]) => no));
    expect(tasks.items[1]).toMatchObject({
      leadUnits: ['县教育局'],
      dueOn: '2026-06-30',
      light: 'notStarted',
      lightWord: '未开始',
    });
  });

  it('is a CSV for Excel: byte order mark, its file name, and no cell that is run as a formula', async () => {
    const { response, text } = await fetched('liuwan', 'tasks.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('柳湾县任务台账'));
    expect(text.startsWith('\ufeff')).toBe(true);
    const [head = [], ...lines] = cellsOfCsv(text);
    const texts = lines.map((line) => line[head.indexOf('重点工作')]);
    expect(texts.at(-1)).toBe(`'${ATTACK}`);
    expect(lines.flat().filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
  });

  it('gives public answers without a name, a number or personal data, and none that is private', async () => {
    const { items } = await json('yunxi', 'messages.json');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'inquiry', unit: story.unit.name, outcome: 'onTime' });
    const everything = JSON.stringify(items);
    expect(everything).not.toMatch(/13812345678|王小明|YX2026|不公开/);
  });

  it('counts replies as the figures do: all, by month, by unit', async () => {
    const { items } = await json('yunxi', 'stats.json');
    const figures = await app.api.ok(endpoints.oversight.replyStats, { region: 'yunxi' });
    expect(items[0]).toMatchObject({ by: 'all', total: figures.total, share: figures.share });
    expect([...new Set(items.map((item) => item.by))]).toEqual(['all', 'month', 'unit']);
    const mine = items.filter((item) => item.by === 'unit' && item.name === story.unit.name);
    expect(mine).toMatchObject([{ total: 2, onTime: 2 }]);
  });

  it('reads a long list page by page to its end', async () => {
    const many = Array.from({ length: 1203 }, (_, at): PaperRow => [
      String(at + 1),
      `公开第${at + 1}批清单`,
      '县财政局',
      '',
      '全年',
    ]);
    const large = await givenLedger(app, 'daxian', '大县');
    await large.published(paperOf({ rows: many }));
    const { items } = await json('daxian', 'tasks.json');
    expect(items.map((item) => item.no)).toEqual(many.map(([no]) => no));
  });

  it('of a region or a file that is not there: 404', async () => {
    expect((await app.api.raw('/api/v1/regions/nowhere/open-data/tasks.json')).status).toBe(404);
    expect((await app.api.raw('/api/v1/regions/liuwan/open-data/people.json')).status).toBe(404);
    expect((await app.api.raw('/api/v1/regions/nowhere/open-data')).status).toBe(404);
  });
});
