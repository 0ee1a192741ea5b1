import { allEndpoints, endpoints, sceneOf } from '@sunledger/shared-types';
import { AnchorService } from '../../backend/src/features/anchor/anchor.service';
import { bulkSize, fillWithBulkData } from '../bench/bulk-data';
import { listCalls, type ListCall } from '../bench/list-calls';
import { explained } from '../bench/query-plans';
import { startApp, type TestApp } from '../support/app';
import { givenLedger } from '../support/given/plan.given';
import { photo } from '../support/evidence-files';

/**
 * Every reading call of the API over enough rows that the planner has a choice: the database itself says
 * that no statement reads a table, or an index, from end to end.
 */
describe('query plans', () => {
  let app: TestApp;
  let lists: ListCall[];
  let singles: ListCall[];

  beforeAll(async () => {
    app = await startApp({ now: '2026-11-20T10:00:00+08:00' });
    await fillWithBulkData(app, { ...bulkSize(0), tasks: 500, messages: 1500 });
    lists = await listCalls(app);
    singles = await singleReads(app);
  });

  afterAll(() => app.stop());

  it('no list and no search scans a table', async () => {
    expect((await explained(app, lists)).flatMap((call) => call.scans)).toEqual([]);
  });

  it('nor does the reading of one thing', async () => {
    expect((await explained(app, singles)).flatMap((call) => call.scans)).toEqual([]);
  });

  it('every reading endpoint is among them', () => {
    const asked = [...lists, ...singles].map(({ path }) => path.replace(/\?.*/, ''));
    const missing = allEndpoints
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path)
      .filter((path) => !asked.some((each) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(each)));
    expect(missing).toEqual([]);
  });
});

/** One plan on its way through the API gives an import, a task with a report, and a message about it. */
async function singleReads(app: TestApp): Promise<ListCall[]> {
  const ledger = await givenLedger(app);
  const { id: importId } = await ledger.uploaded();
  const plan = await ledger.published();
  const task = await ledger.task(plan.id, '2');
  const handler = await ledger.staff(ledger.units.education, 'handler');
  const progress = await ledger.report(task, handler);
  const file = { name: '公示栏.jpg', bytes: await photo({ width: 40, height: 30 }) };
  const sent = await app.api.ok(endpoints.task.attach, { id: task.id }, { as: handler, file });
  const citizen = await app.given.person();
  await app.api.ok(endpoints.follow.followTask, { id: task.id }, { as: citizen });
  const message = await app.api.ok(
    endpoints.message.submit,
    { region: ledger.region.code, kind: 'inquiry', text: '学区划分的地图在哪里看？', taskId: task.id },
    { as: citizen },
  );
  const anchor = await app.get(AnchorService).latest(app.ctx(), ledger.region.id);
  const bulletin = await app.api.ok(
    endpoints.bulletin.create,
    { code: ledger.region.code, kind: 'quarter', year: 2026, part: 3 },
    { as: ledger.office },
  );
  const feed = await app.api.ok(
    endpoints.deadlineFeed.open,
    { unit: ledger.units.education.id },
    { as: handler },
  );
  const official = await app.given.person({ region: ledger.region, role: 'official' });
  const order = { id: task.id, instruction: '请说明学区划分何时公布', days: 3 };
  const supervision = await app.api.ok(endpoints.supervision.superviseTask, order, { as: official });
  const admin = await app.given.person({ role: 'admin' });
  const wish = { id: task.id, text: '公开招生政策和学位', reason: '印发稿有误' };
  const change = await app.api.ok(endpoints.ledger.amend, wish, { as: ledger.office });
  const own = await app.api.ok(
    endpoints.calendar.addOverride,
    { code: ledger.region.code, date: '2026-12-07', working: false, decision: '云政发〔2026〕8号' },
    { as: ledger.office },
  );
  const counter = await app.api.ok(
    endpoints.counter.create,
    { code: ledger.region.code, unitId: ledger.units.education.id, name: '招生窗口' },
    { as: ledger.office },
  );
  const entry = sceneOf({ to: 'write', id: ledger.region.id });
  const office = ledger.office.accessToken;
  const place = `/regions/${ledger.region.code}`;
  const calls: [string, string | null][] = [
    [`/bulletins/${bulletin.id}`, ledger.office.accessToken],
    [`/bulletins/${bulletin.id}/bulletin.docx`, ledger.office.accessToken],
    [feed.path, null],
    ['/deliveries?state=dead', admin.accessToken],
    ['/deliveries?state=open&limit=1', admin.accessToken],
    [`/tasks/${task.id}`, office],
    [`/tasks/${task.id}/parts`, null],
    [`/tasks/${task.id}/events`, null],
    [`/tasks/${task.id}/events`, handler.accessToken],
    [`/tasks/${task.id}/close-out`, office],
    [`/task-changes/${change.id}`, office],
    [`${place}/task-changes`, office],
    [`${place}/checkers`, office],
    [`${place}/damaged-tasks?plan=${plan.id}`, office],
    [`${place}/look-back?year=2026`, office],
    [`${place}/light-history`, null],
    [`${place}/light-settings`, null],
    [`${place}/light-settings/changes`, null],
    [`${place}/light-settings/preview?dueSoonWorkingDays=5&staleDays=30&continuousStaleDays=90`, office],
    ['/inbox?tab=review', ledger.colleague.accessToken],
    ['/inbox?tab=review', official.accessToken],
    [`${place}/options`, office],
    [`${place}/counters`, office],
    [`${place}/counters/${counter.id}/picture`, office],
    [`${place}/counters/${counter.id}/ratings`, office],
    [`/counters/${counter.key}`, null],
    [`/entries/${entry}`, null],
    [`/entries/${entry}/picture`, null],
    ['/auth/demo', null],
    ['/me', citizen.accessToken],
    ['/me/export', citizen.accessToken],
    ['/me/erasure', citizen.accessToken],
    [`/regions/${ledger.region.code}/privacy-guide`, null],
    [`/regions/${ledger.region.code}/anchors/${anchor.day}`, ledger.office.accessToken],
    [`/plans/${plan.id}`, ledger.office.accessToken],
    [`/tasks/${task.id}`, handler.accessToken],
    [`/tasks/${task.id}`, null],
    [`/tasks/${task.id}/versions`, null],
    [`/progress/${progress.id}`, handler.accessToken],
    [`/supervisions/${supervision.id}`, handler.accessToken],
    [`/tasks/${task.id}/supervision`, official.accessToken],
    [`/messages/${message.id}/supervision`, official.accessToken],
    [`/attachments/${sent.id}`, handler.accessToken],
    [(sent.url ?? '').replace('/api/v1', ''), null],
    [`/units/${ledger.units.education.id}/follow`, citizen.accessToken],
    ['/me/follows', citizen.accessToken],
    [`/imports/${importId}`, ledger.office.accessToken],
    [`/messages/${message.id}`, citizen.accessToken],
    [`/messages/${message.id}`, handler.accessToken],
    [`/messages/${message.id}/due`, citizen.accessToken],
    [`/messages/${message.id}/reclassify/preview?kind=help`, ledger.office.accessToken],
    [`/due-preview?region=${ledger.region.code}&kind=help`, null],
    [`/regions/${ledger.region.code}/calendar?year=2026`, null],
    [
      `/regions/${ledger.region.code}/calendar/overrides/preview?date=2026-12-04&working=false`,
      ledger.office.accessToken,
    ],
    [`${place}/calendar/overrides/${own.id}/withdraw/preview`, office],
    [`/regions/${ledger.region.code}/calendar/proposals`, ledger.office.accessToken],
    [`/regions/${ledger.region.code}/reply-rules`, null],
    ['/me/deputies', handler.accessToken],
    ['/me/deputies?side=standIn', handler.accessToken],
    ['/me/deputies/choices', handler.accessToken],
    ['/reply-rule-presets', ledger.office.accessToken],
  ];
  return calls.map(([path, token]) => ({ path, token }));
}
