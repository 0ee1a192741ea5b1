import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { paperOf } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { plan: api } = endpoints;

describe('plans', () => {
  let app: TestApp;
  let ledger: Ledger;
  let otherOffice: GivenPerson;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    const binjiang = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    otherOffice = await app.given.person({ region: binjiang, role: 'office' });
  });

  afterAll(() => app.stop());

  let papers = 0;
  const paper = (more: Parameters<typeof paperOf>[0] = {}) => {
    papers += 1;
    return paperOf({ title: `2026年云溪县政务公开工作要点之${papers}`, ...more });
  };
  const codeOf = async (call: Promise<{ status: number; error: { code: string } }>) => {
    const answer = await call;
    return [answer.status, answer.error.code];
  };

  it('a draft is not there for visitors, other units and other regions', async () => {
    const id = await ledger.draft(paper());
    const handler = await ledger.staff(ledger.units.education, 'handler');
    for (const as of [null, handler, otherOffice]) {
      expect(await codeOf(app.api.call(api.get, { id }, { as }))).toEqual([404, 'PLAN_NOT_FOUND']);
    }
    const moves = [api.submit, api.approve, api.publish];
    for (const move of moves) {
      expect(await codeOf(app.api.call(move, { id }, { as: otherOffice }))).toEqual([404, 'PLAN_NOT_FOUND']);
    }
    expect(await codeOf(app.api.call(api.get, { id: 999_999 }))).toEqual([404, 'PLAN_NOT_FOUND']);
  });

  it('moves need the role', async () => {
    const id = await ledger.submitted(paper());
    const handler = await ledger.staff(ledger.units.education, 'handler');
    const reviewer = await ledger.staff(ledger.units.education, 'reviewer');
    expect(await codeOf(app.api.call(api.approve, { id }))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await codeOf(app.api.call(api.approve, { id }, { as: handler }))).toEqual([403, 'ROLE_REQUIRED']);
    // A reviewer of another unit than the office does not see the draft at all.
    expect(await codeOf(app.api.call(api.approve, { id }, { as: reviewer }))).toEqual([
      404,
      'PLAN_NOT_FOUND',
    ]);
  });

  it('a reviewer of the office unit may approve and send back, not submit or publish', async () => {
    const reviewer = await ledger.staff(ledger.region.office, 'reviewer');
    const id = await ledger.submitted(paper());
    const seen = await app.api.ok(api.get, { id }, { as: reviewer });
    expect(seen.moves).toEqual(['approve', 'sendBack']);
    await app.api.ok(api.approve, { id }, { as: reviewer });
    expect(await codeOf(app.api.call(api.publish, { id }, { as: reviewer }))).toEqual([403, 'ROLE_REQUIRED']);
  });

  it('is sent back with a reason, mended and submitted again', async () => {
    const id = await ledger.submitted(paper());
    expect(await codeOf(app.api.call(api.sendBack, { id, note: '' }, { as: ledger.colleague }))).toEqual([
      422,
      'INVALID_INPUT',
    ]);
    const back = await app.api.ok(api.sendBack, { id, note: '第三项责任单位有误' }, { as: ledger.colleague });
    expect(back).toMatchObject({ status: 'draft', reviewNote: '第三项责任单位有误', moves: ['submit'] });
    const again = await app.api.ok(api.submit, { id }, { as: ledger.office });
    expect(again).toMatchObject({ status: 'inReview', reviewNote: null });
  });

  it('refuses moves out of turn and says where the plan stands', async () => {
    const id = await ledger.draft(paper());
    for (const move of [api.approve, api.publish]) {
      const answer = await app.api.call(move, { id }, { as: ledger.office });
      expect([answer.status, answer.error.code]).toEqual([409, 'PLAN_STATE']);
      expect(answer.error.message).toContain('草稿');
    }
    expect(await codeOf(app.api.call(api.withdraw, { id, note: '撤下' }, { as: ledger.office }))).toEqual([
      409,
      'PLAN_STATE',
    ]);
  });

  it('two who approve at the same time: one does it, the other is told', async () => {
    const id = await ledger.submitted(paper());
    const reviewer = await ledger.staff(ledger.region.office, 'reviewer');
    const answers = await Promise.all(
      [ledger.colleague, reviewer].map((as) => app.api.call(api.approve, { id }, { as })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('publishes without 主动公开 only by a written decision', async () => {
    const id = await ledger.approved(paper({ disclosure: null }));
    expect(await codeOf(app.api.call(api.publish, { id }, { as: ledger.office }))).toEqual([
      409,
      'PLAN_NOT_DISCLOSABLE',
    ]);
    const decision = '经县政府办公室主任办公会研究，同意主动公开';
    const published = await app.api.ok(api.publish, { id, decision }, { as: ledger.office });
    expect(published.status).toBe('published');
  });

  it('publishes the same paper once at a time', async () => {
    const text = paper();
    const first = await ledger.published(text);
    const second = await ledger.approved(text);
    expect(await codeOf(app.api.call(api.publish, { id: second }, { as: ledger.office }))).toEqual([
      409,
      'PLAN_EXISTS',
    ]);
    await app.api.ok(api.withdraw, { id: first.id, note: '文字有误，更正后重发' }, { as: ledger.office });
    await app.api.ok(api.publish, { id: second }, { as: ledger.office });
  });

  it('is gone for visitors when it is withdrawn, with its tasks and what search finds', async () => {
    const marked = paper({
      rows: [['1', '公布琥珀湿地巡护记录', '县发展和改革局', '', '全年']],
    });
    const { id } = await ledger.published(marked);
    const task = await ledger.task(id, '1');
    const found = () => app.api.ok(endpoints.search.search, { region: 'yunxi', q: '琥珀湿地' });
    expect((await found()).items.map((hit) => [hit.kind, hit.id])).toEqual([['task', task.id]]);
    expect(await codeOf(app.api.call(api.withdraw, { id, note: '更正' }, { as: otherOffice }))).toEqual([
      404,
      'PLAN_NOT_FOUND',
    ]);
    await app.api.ok(api.withdraw, { id, note: '更正' }, { as: ledger.office });
    expect(await codeOf(app.api.call(api.get, { id }))).toEqual([404, 'PLAN_NOT_FOUND']);
    expect(await codeOf(app.api.call(endpoints.task.get, { id: task.id }))).toEqual([404, 'TASK_NOT_FOUND']);
    expect((await found()).items).toEqual([]);
  });

  it('lists published plans page by page, newest year first; drafts for the office', async () => {
    const region = await givenLedger(app, 'qinghe', '清河县');
    for (const year of [2024, 2026, 2025]) await region.published(paperOf({ year, county: '清河县' }));
    const draftId = await region.draft(paperOf({ year: 2027, county: '清河县' }));
    const first = await app.api.ok(api.list, { code: 'qinghe', limit: 2 });
    expect(first.items.map((plan) => plan.year)).toEqual([2026, 2025]);
    const second = await app.api.ok(api.list, { code: 'qinghe', limit: 2, cursor: first.nextCursor ?? '' });
    expect(second.items.map((plan) => [plan.year, plan.taskCount])).toEqual([[2024, 5]]);
    const asked = { code: 'qinghe', drafts: 'true' };
    const drafts = await app.api.ok(api.list, asked, { as: region.office });
    expect(drafts.items[0]).toMatchObject({ id: draftId, status: 'draft' });
    for (const as of [null, otherOffice]) {
      expect((await app.api.ok(api.list, asked, { as })).items).toHaveLength(3);
    }
    expect(await codeOf(app.api.call(api.list, { code: 'qinghe', cursor: 'x' }))).toEqual([
      422,
      'CURSOR_INVALID',
    ]);
    expect(await codeOf(app.api.call(api.list, { code: 'nowhere' }))).toEqual([404, 'REGION_NOT_FOUND']);
  });

  it('answers If-None-Match without the body', async () => {
    const { id } = await ledger.published(paper());
    const first = await app.api.call(api.get, { id });
    const etag = first.headers.get('etag') ?? '';
    expect((await app.api.call(api.get, { id }, { etag })).status).toBe(304);
  });
});
