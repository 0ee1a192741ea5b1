import { endpoints, lightWords, type TaskRow } from '@sunledger/shared-types';
import mammoth from 'mammoth';
import { startApp, type TestApp } from '../support/app';
import { cellsOfCsv } from '../support/csv';
import type { GivenPerson } from '../support/given';
import { givenLedger, type Ledger } from '../support/given/plan.given';
import { cellsOf } from '../support/workbook';

/** “A task finished one day late reads 逾期完成 in every view, export, bulletin and in the API, for ever.” */
describe('a task finished one day late', () => {
  let app: TestApp;
  let ledger: Ledger;
  let official: GivenPerson;
  let handler: GivenPerson;
  let citizen: GivenPerson;
  let task: TaskRow;
  let march: number;
  let feed: string;

  const LATE = `${lightWords.doneLate.shape} ${lightWords.doneLate.word}`;
  const code = 'yunxi';

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    official = await app.given.person({ region: ledger.region, role: 'official' });
    handler = await ledger.staff(ledger.units.labour, 'handler');
    citizen = await app.given.person();
    const reviewer = await ledger.staff(ledger.units.labour, 'reviewer');
    task = await ledger.task((await ledger.published()).id, '4');
    await app.api.ok(endpoints.follow.followTask, { id: task.id }, { as: citizen });
    feed = (await app.api.ok(endpoints.deadlineFeed.open, { unit: ledger.units.labour.id }, { as: handler }))
      .path;
    // Due on 31 March. The report of that evening is sent back; its resubmission is of the next day.
    app.clock.set('2026-03-31T23:59:00+08:00');
    const asking = { percent: 100, asksClose: true, links: [{ title: '清单', url: 'http://127.0.0.1/x' }] };
    const early = await ledger.report(task, handler, asking);
    await app.api.ok(
      endpoints.task.sendBackProgress,
      { id: early.id, note: '名单没有贴全' },
      { as: reviewer },
    );
    app.clock.set('2026-04-01T00:01:00+08:00');
    await ledger.approveProgress(await ledger.report(task, handler, asking), reviewer);
    await app.tick();
    app.clock.set('2026-04-07T10:00:00+08:00');
    const decision = '已到现场核对张榜内容';
    await app.api.ok(
      endpoints.task.closeOut,
      { id: task.id, note: '已核对原件', decision },
      { as: ledger.office },
    );
    march = (
      await app.api.ok(
        endpoints.bulletin.create,
        { code, kind: 'quarter', year: 2026, part: 2 },
        { as: ledger.office },
      )
    ).id;
  });

  afterAll(() => app.stop());

  const raw = async (path: string, as?: GivenPerson): Promise<Response> => {
    const headers = as ? { authorization: `Bearer ${as.accessToken}` } : undefined;
    const response = await app.api.raw(`/api/v1${path}`, { headers });
    expect([path, response.status]).toEqual([path, 200]);
    return response;
  };
  const bytes = async (path: string, as?: GivenPerson): Promise<Buffer> =>
    Buffer.from(await (await raw(path, as)).arrayBuffer());
  const wordsOf = async (path: string): Promise<string> =>
    (await mammoth.extractRawText({ buffer: await bytes(path, ledger.office) })).value;

  /** Every place that shows the task or counts it, by name: what it reads there. */
  const places = (): Record<string, () => Promise<unknown>> => {
    const { labour } = ledger.units;
    const rowOf = (items: readonly TaskRow[]) => items.find((row) => row.id === task.id)?.light;
    const listed = async (more: object) =>
      rowOf((await app.api.ok(endpoints.task.list, { region: code, ...more })).items);
    // no other task is ever closed in this story
    const counts = ({ doneLate, done }: Record<'doneLate' | 'done', number>) =>
      doneLate === 1 && done === 0 ? 'doneLate' : `doneLate ${doneLate}, done ${done}`;
    const board = () => app.api.ok(endpoints.oversight.board, { code }, { as: official });
    const year = { code, year: 2026 };
    return {
      'the task page': async () => (await app.api.ok(endpoints.task.get, { id: task.id })).light,
      'the ledger': () => listed({}),
      'the ledger of the plan': () => listed({ plan: task.planId }),
      'the ledger of the unit': () => listed({ unit: labour.id }),
      'the ledger by section': () => listed({ section: task.section ?? '' }),
      'the filter 逾期完成': () => listed({ light: 'doneLate' }),
      'not the filter 已完成': async () =>
        (await listed({ light: 'done' })) === undefined ? 'doneLate' : '',
      'the search of the ledger': () => listed({ q: task.text.slice(0, 4) }),
      'the newest progress': () => listed({ order: 'latest' }),
      'the plan': async () => counts((await app.api.ok(endpoints.plan.get, { id: task.planId })).lights),
      'the list of plans': async () =>
        counts((await app.api.ok(endpoints.plan.list, { code })).items[0]?.lights ?? never()),
      'the region': async () => counts((await app.api.ok(endpoints.region.get, { code })).lights as never),
      'the board': async () => counts((await board()).lights),
      'the board by unit': async () =>
        counts((await board()).units.find((row) => row.unit.id === labour.id)?.lights ?? never()),
      'the board by section': async () =>
        counts((await board()).sections.find((row) => row.section === task.section)?.lights ?? never()),
      'what a week finished': async () =>
        rowOf(
          (
            await app.api.ok(endpoints.oversight.ledgerChanges, {
              code,
              what: 'finished',
              from: '2026-04-06',
              to: '2026-04-12',
            })
          ).items,
        ),
      'the page of the unit': async () =>
        counts((await app.api.ok(endpoints.oversight.unitPage, { code, id: labour.id })).lights),
      'the search': async () => {
        const asked = { region: code, q: task.text.slice(0, 6) };
        const { items } = await app.api.ok(endpoints.search.search, asked);
        return items.find((hit) => hit.kind === 'task' && hit.id === task.id)?.light;
      },
      'the follows of a citizen': async () =>
        (await app.api.ok(endpoints.follow.list, {}, { as: citizen })).items[0]?.task?.light,
      'the look-back': async () =>
        rowOf((await app.api.ok(endpoints.ledger.lookBack, year, { as: official })).items),
      'the Excel ledger': async () => {
        const cells = await cellsOf(await bytes(`/regions/${code}/ledger.xlsx?plan=${task.planId}`, handler));
        return cells.find((row) => row[0] === '4')?.includes(LATE) ? 'doneLate' : 'wrong cell';
      },
      'open data, JSON': async () => {
        const { items } = (await (await raw(`/regions/${code}/open-data/tasks.json`)).json()) as {
          items: { id: number; light: string; lightWord: string }[];
        };
        const row = items.find((each) => each.id === task.id);
        return row?.lightWord === lightWords.doneLate.word ? row.light : 'wrong word';
      },
      'open data, CSV': async () => {
        const rows = cellsOfCsv(await (await raw(`/regions/${code}/open-data/tasks.csv`)).text());
        const row = rows.find((cells) => cells[0] === String(task.id)) ?? [];
        return row.includes(lightWords.doneLate.word) ? row.find((cell) => cell === 'doneLate') : 'wrong row';
      },
      'open data of plans': async () => {
        const { items } = (await (await raw(`/regions/${code}/open-data/plans.json`)).json()) as {
          items: { doneLate: number; done: number }[];
        };
        return counts(items[0] ?? never());
      },
      'the calendar of the unit': async () =>
        within(await (await raw(`/regions/${code}/units/${labour.id}/deadlines.ics`)).text()),
      'the private calendar': async () => within(await (await raw(feed)).text()),
      'the bulletin': async () => {
        const { figures } = await app.api.ok(endpoints.bulletin.get, { id: march }, { as: ledger.office });
        const [row] = figures.doneLate;
        return figures.finishedLate === 1 && figures.finishedOnTime === 0 ? row?.light : 'wrong counts';
      },
      'the Word file of the bulletin': async () =>
        (await wordsOf(`/bulletins/${march}/bulletin.docx`)).includes(`${LATE}（2026-04-01）`)
          ? 'doneLate'
          : 'wrong words',
      'the section of the annual report': async () => {
        const section = await app.api.ok(endpoints.bulletin.annualSection, year, { as: official });
        const row = section.table.find((each) => each.section === task.section);
        return row?.doneLate === 1 && row.done === 0 && section.paragraphs.join('').includes('逾期完成1项')
          ? 'doneLate'
          : 'wrong section';
      },
      'the Word file of that section': async () =>
        (await wordsOf(`/regions/${code}/annual-section.docx?year=2026`)).includes('逾期完成1项')
          ? 'doneLate'
          : 'wrong words',
    };
  };

  const within = (calendar: string): string => {
    const event = calendar
      .replace(/\r\n /g, '')
      .split('BEGIN:VEVENT')
      .find((each) => each.includes(`UID:task-${task.id}@`));
    return event?.includes(`SUMMARY:${lightWords.doneLate.shape}${lightWords.doneLate.word}`)
      ? 'doneLate'
      : (event ?? 'no event');
  };

  const everywhere = async (): Promise<void> => {
    for (const [place, read] of Object.entries(places()))
      expect([place, await read()]).toEqual([place, 'doneLate']);
  };

  it.each(['2026-04-08', '2026-12-31', '2027-02-01', '2031-06-01'])('on %s', async (day) => {
    app.clock.set(`${day}T10:00:00+08:00`);
    await app.tick();
    await everywhere();
  });

  it('in every month that was frozen since', async () => {
    const { lightHistory } = await app.api.ok(endpoints.task.get, { id: task.id });
    const since = lightHistory.filter(({ month }) => month >= '2026-04').map(({ light }) => light);
    expect(since.length).toBeGreaterThan(12);
    expect(new Set(since)).toEqual(new Set(['doneLate']));
  });

  it('and nothing that the office may do hides it', async () => {
    app.clock.set('2026-04-08T10:00:00+08:00');
    const office = { as: ledger.office };
    const { ledger: calls, lightHistory, plan } = endpoints;
    const amend = { id: task.id, dueOn: '2026-12-31', reason: '改到年底' };
    expect((await app.api.call(calls.amend, amend, office)).error.code).toBe('AMEND_CLOSED');
    const parts = [{ text: '张榜公布第一批' }, { text: '张榜公布第二批' }];
    const split = { id: task.id, parts, reason: '分开办理' };
    expect((await app.api.call(calls.split, split, office)).error.code).toBe('TASK_NOT_PLAIN');
    await app.api.ok(calls.remark, { id: task.id, text: '因系统迁移推迟一天，特此说明' }, office);
    const numbers = { dueSoonWorkingDays: 60, staleDays: 366, continuousStaleDays: 366 };
    await app.api.ok(lightHistory.saveSettings, { code, ...numbers, reason: '放宽判定天数' }, office);
    await app.api.ok(plan.withdraw, { id: task.planId, note: '更换附件' }, office);
    expect((await app.api.ok(endpoints.task.get, { id: task.id }, office)).light).toBe('doneLate');
  });
});

const never = (): never => {
  throw new Error('it is not there');
};
