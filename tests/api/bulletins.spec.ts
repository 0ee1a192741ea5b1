import { endpoints, type BulletinDetail, type CallOf } from '@sunledger/shared-types';
import mammoth from 'mammoth';
import { AnchorService } from '../../backend/src/features/anchor/anchor.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { throughLibreOffice, withLibreOffice } from '../support/libre-office';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { bulletin: calls, task: taskCalls } = endpoints;

describe('bulletins', () => {
  let app: TestApp;
  let ledger: Ledger;
  let official: GivenPerson;
  let handler: GivenPerson;
  let reviewer: GivenPerson;
  let planId: number;

  beforeAll(async () => {
    app = await startApp({ now: '2026-02-13T10:00:00+08:00' });
    ledger = await givenLedger(app);
    planId = (await ledger.published()).id;
    official = await app.given.person({ region: ledger.region, role: 'official' });
    handler = await ledger.staff(ledger.units.labour, 'handler');
    reviewer = await ledger.staff(ledger.units.labour, 'reviewer');
  });

  afterAll(() => app.stop());

  const make = (input: Partial<CallOf<typeof calls.create>> = {}, as: GivenPerson | null = ledger.office) =>
    app.api.call(calls.create, { code: 'yunxi', kind: 'month', year: 2026, part: 3, ...input }, { as });
  const made = async (input: Partial<CallOf<typeof calls.create>> = {}): Promise<BulletinDetail> => {
    const answer = await make(input);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  };
  const seen = (id: number, as?: GivenPerson) => app.api.call(calls.get, { id }, as ? { as } : {});
  const codeOf = async (answer: Promise<{ status: number; error: { code: string } }>) => {
    const { status, error } = await answer;
    return [status, error.code];
  };
  const wordsOf = async (path: string, as?: GivenPerson): Promise<string> => {
    const headers = as ? { authorization: `Bearer ${as.accessToken}` } : undefined;
    const response = await app.api.raw(`/api/v1${path}`, { headers });
    expect(response.status).toBe(200);
    const buffer = Buffer.from(await response.arrayBuffer());
    const { value } = await mammoth.extractRawText({ buffer });
    if (withLibreOffice) await opensInLibreOffice(buffer, value);
    return value;
  };
  /** With every word that is in it, and as a PDF that has pages. */
  const opensInLibreOffice = async (paper: Buffer, words: string): Promise<void> => {
    const text = await throughLibreOffice(paper, 'docx', 'txt:Text (encoded):UTF8');
    const tight = (each: string) => each.replace(/[\s\uFEFF]+/g, '');
    const read = tight(text.toString('utf8'));
    for (const line of words.split('\n').map(tight)) expect(read).toContain(line);
    const pdf = await throughLibreOffice(paper, 'docx', 'pdf');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/\/Type\s*\/Page\b/);
  };

  it('“frozen in March shows the same numbers in June after tasks changed”', async () => {
    app.clock.set('2026-03-31T17:00:00+08:00');
    const task = await ledger.task(planId, '4');
    const bulletin = await made();
    expect(bulletin).toMatchObject({
      title: '云溪县2026年3月政务公开工作要点落实情况通报',
      status: 'draft',
      figures: { from: '2026-03-01', to: '2026-03-31', tasks: 5, finishedLate: 0, overdue: [] },
    });
    expect(bulletin.figures.lights).toMatchObject({ dueSoon: 1, doneLate: 0, overdue: 0 });
    await app.api.ok(calls.submit, { id: bulletin.id }, { as: ledger.office });
    await app.api.ok(calls.publish, { id: bulletin.id }, { as: official });
    const before = (await seen(bulletin.id)).body;
    const wordsBefore = await wordsOf(`/bulletins/${bulletin.id}/bulletin.docx`);

    app.clock.set('2026-04-01T09:00:00+08:00');
    const entry = await ledger.report(task, handler, { percent: 100, asksClose: true });
    await ledger.approveProgress(entry, reviewer);
    const closing = { id: task.id, note: '已核对公开页面' };
    await app.api.ok(taskCalls.closeOut, closing, { as: ledger.office });
    app.clock.set('2026-06-15T10:00:00+08:00');

    expect((await seen(bulletin.id)).body).toEqual(before);
    expect(await wordsOf(`/bulletins/${bulletin.id}/bulletin.docx`)).toBe(wordsBefore);
    const june = await made({ part: 6 });
    expect(june.figures.lights).toMatchObject({ doneLate: 1, notStarted: 3 });
    await app.api.ok(calls.withdraw, { id: june.id, note: '重新生成' }, { as: ledger.office });
  });

  it('a task finished one day late reads 逾期完成 in the bulletin of its period and for ever after', async () => {
    app.clock.set('2026-05-06T10:00:00+08:00');
    const second = await made({ kind: 'quarter', part: 2 });
    expect(second.figures).toMatchObject({ finishedOnTime: 0, finishedLate: 1 });
    expect(second.figures.doneLate).toMatchObject([
      { no: '4', dueOn: '2026-03-31', finishedOn: '2026-04-01', light: 'doneLate' },
    ]);
    expect(await wordsOf(`/bulletins/${second.id}/bulletin.docx`, ledger.office)).toContain(
      '◆ 逾期完成（2026-04-01）',
    );
    app.clock.set('2027-02-01T10:00:00+08:00');
    const section = await app.api.ok(calls.annualSection, { code: 'yunxi', year: 2026 }, { as: official });
    expect(section.paragraphs.join('')).toContain('逾期完成1项');
    const words = await wordsOf('/regions/yunxi/annual-section.docx?year=2026', ledger.office);
    for (const paragraph of section.paragraphs) expect(words).toContain(paragraph);
    expect(section.table.map((row) => [row.section, row.tasks, row.doneLate])).toEqual([
      ['一、把重大事项讲明白', 3, 0],
      ['二、把惠民政策送到手', 2, 1],
    ]);
    app.clock.set('2026-05-06T10:00:00+08:00');
  });

  it('prints units and no persons, each value in words', async () => {
    const bulletin = await made({ part: 1 });
    const words = await wordsOf(`/bulletins/${bulletin.id}/bulletin.docx`, official);
    for (const text of ['县教育局', '▲ 逾期', '● 已完成', '不排名次', '云溪县政务公开办']) {
      expect(words).toContain(text);
    }
    const anchor = await app.get(AnchorService).latest(app.ctx(), ledger.region.id);
    expect(bulletin.figures.anchor).toEqual({ date: anchor.day, fingerprint: anchor.short });
    expect(words).toContain(`指纹 ${anchor.short}`);
    const people = [ledger.office, ledger.colleague, handler, reviewer, official].map(
      ({ actor }) => actor.name,
    );
    for (const name of people) expect(words).not.toContain(name);
  });

  describe('are published by review', () => {
    it('“nobody takes two steps”: who made or submitted one neither publishes nor returns it', async () => {
      const { id, moves } = await made({ part: 2, remark: '二月份数据。' });
      expect(moves).toEqual(['submit', 'withdraw']);
      expect(await codeOf(app.api.call(calls.publish, { id }, { as: ledger.colleague }))).toEqual([
        409,
        'BULLETIN_STATE',
      ]);
      await app.api.ok(calls.submit, { id }, { as: ledger.office });
      expect(await codeOf(app.api.call(calls.publish, { id }, { as: ledger.office }))).toEqual([
        403,
        'BULLETIN_OWN_REVIEW',
      ]);
      const note = { id, note: '请补充原因' };
      expect(await codeOf(app.api.call(calls.sendBack, note, { as: ledger.office }))).toEqual([
        403,
        'BULLETIN_OWN_REVIEW',
      ]);
      const back = await app.api.ok(calls.sendBack, note, { as: ledger.colleague });
      expect(back).toMatchObject({ status: 'draft', reviewNote: '请补充原因' });
      // The colleague mends and submits it: now neither of the two may publish.
      await app.api.ok(calls.edit, { id, remark: '补充：两项任务临近期限。' }, { as: ledger.colleague });
      await app.api.ok(calls.submit, { id }, { as: ledger.colleague });
      for (const as of [ledger.office, ledger.colleague]) {
        expect((await app.api.call(calls.publish, { id }, { as })).error.code).toBe('BULLETIN_OWN_REVIEW');
      }
      expect(await codeOf(app.api.call(calls.edit, { id, remark: null }, { as: ledger.office }))).toEqual([
        409,
        'BULLETIN_STATE',
      ]);
      const published = await app.api.ok(calls.publish, { id }, { as: official });
      expect(published).toMatchObject({ status: 'published', remark: '补充：两项任务临近期限。', moves: [] });
      expect((await seen(id)).body.reviewNote).toBeNull();
    });

    it('two at once publish once', async () => {
      const { id } = await made({ part: 5 });
      await app.api.ok(calls.submit, { id }, { as: ledger.office });
      const answers = await Promise.all(
        [official, ledger.colleague].map((as) => app.api.call(calls.publish, { id }, { as })),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    });

    it('a period has one at a time; a withdrawn one leaves the public', async () => {
      const { id } = await made({ kind: 'quarter', part: 1 });
      expect(await codeOf(make({ kind: 'quarter', part: 1 }))).toEqual([409, 'BULLETIN_EXISTS']);
      await app.api.ok(calls.submit, { id }, { as: ledger.office });
      await app.api.ok(calls.publish, { id }, { as: ledger.colleague });
      expect((await seen(id)).status).toBe(200);
      await app.api.ok(calls.withdraw, { id, note: '数据口径有误' }, { as: ledger.office });
      expect(await codeOf(seen(id))).toEqual([404, 'BULLETIN_NOT_FOUND']);
      expect((await make({ kind: 'quarter', part: 1 })).status).toBe(201);
    });
  });

  describe('are refused', () => {
    it('to those who may not make, see or move them', async () => {
      const elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
      const stranger = await app.given.person({ region: elsewhere, role: 'office' });
      const draft = await made({ kind: 'year', part: 1 });
      expect(await codeOf(make({ part: 4 }, null))).toEqual([401, 'SIGN_IN_REQUIRED']);
      expect(await codeOf(make({ part: 4 }, handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await codeOf(make({ part: 4 }, official))).toEqual([403, 'ROLE_REQUIRED']);
      expect(await codeOf(make({ part: 4 }, stranger))).toEqual([404, 'REGION_NOT_FOUND']);
      for (const as of [undefined, handler, stranger]) {
        expect(await codeOf(seen(draft.id, as))).toEqual([404, 'BULLETIN_NOT_FOUND']);
        const list = await app.api.ok(calls.list, { code: 'yunxi', drafts: 'true' }, as ? { as } : {});
        expect(list.items.every((item) => item.status === 'published')).toBe(true);
        const path = `/api/v1/bulletins/${draft.id}/bulletin.docx`;
        expect((await app.api.raw(path)).status).toBe(404);
      }
      const drafts = await app.api.ok(calls.list, { code: 'yunxi', drafts: 'true' }, { as: official });
      expect(drafts.items.map((item) => item.id)).toContain(draft.id);
      const note = { id: draft.id, note: '不需要了' };
      expect(await codeOf(app.api.call(calls.withdraw, note, { as: official }))).toEqual([
        403,
        'ROLE_REQUIRED',
      ]);
      expect(await codeOf(app.api.call(calls.submit, { id: draft.id }, { as: stranger }))).toEqual([
        404,
        'BULLETIN_NOT_FOUND',
      ]);
      const year = { code: 'yunxi', year: 2026 };
      expect(await codeOf(app.api.call(calls.annualSection, year, { as: stranger }))).toEqual([
        404,
        'REGION_NOT_FOUND',
      ]);
      expect(await codeOf(app.api.call(calls.annualSection, year, { as: handler }))).toEqual([
        403,
        'ROLE_REQUIRED',
      ]);
    });

    it('for a period that is none or not yet', async () => {
      expect(await codeOf(make({ part: 12 }))).toEqual([422, 'BULLETIN_TOO_EARLY']);
      expect(await codeOf(make({ kind: 'quarter', part: 5 }))).toEqual([422, 'INVALID_INPUT']);
      expect(await codeOf(make({ part: 13 }))).toEqual([422, 'INVALID_INPUT']);
      expect(await codeOf(make({ year: 1999 }))).toEqual([422, 'INVALID_INPUT']);
    });
  });
});
