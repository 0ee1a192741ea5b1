import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { endpoints } from '@sunledger/shared-types';
import { ImportFileService } from '../../backend/src/features/plan-import/import-file.service';
import { startApp, type TestApp } from '../support/app';
import { paperOf, paperWithoutTable } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { planImport: api } = endpoints;

describe('imports', () => {
  let app: TestApp;
  let ledger: Ledger;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
  });

  afterAll(() => app.stop());

  const upload = (name: string, bytes: Uint8Array, as = ledger.office) =>
    app.api.call(api.upload, { region: 'yunxi' }, { as, file: { name, bytes } });

  it.each([
    ['DOCUMENT_EMPTY', 422, '空.txt', ''],
    ['DOCUMENT_TYPE_UNSUPPORTED', 415, '台账.xlsx', 'PK'],
    ['DOCUMENT_TYPE_MISMATCH', 422, '要点.pdf', '这不是一份 PDF 文件，只是改了扩展名。'],
    ['DOCUMENT_SECRET', 422, '要点.txt', paperOf({ head: '秘密★1年' })],
  ])('refuses a file with %s', async (code, status, name, text) => {
    const answer = await upload(name, Buffer.from(text, 'utf8'));
    expect([answer.status, answer.error.code]).toEqual([status, code]);
  });

  it('refuses a file over 20 MB and a request without a file', async () => {
    const big = await upload('要点.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'));
    expect([big.status, big.error.code]).toEqual([413, 'DOCUMENT_TOO_LARGE']);
    const none = await app.api.call(api.upload, { region: 'yunxi' }, { as: ledger.office });
    expect([none.status, none.error.code]).toEqual([422, 'DOCUMENT_MISSING']);
  });

  it.each([
    ['401', () => null],
    ['403', () => ledger.staff(ledger.units.education, 'handler')],
  ])('answers %s before any of the body has come', async (status, who) => {
    const person = await who();
    const request = httpRequest(`${app.url}/api/v1${api.upload.path}`, {
      method: 'POST',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 20 * 1024 * 1024,
        ...(person ? { authorization: `Bearer ${person.accessToken}` } : {}),
      },
    });
    request.flushHeaders();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    request.destroy();
    expect(String(response.statusCode)).toBe(status);
  });

  it('takes a file only where one belongs', async () => {
    const { id } = await ledger.uploaded();
    const file = { name: '要点.txt', bytes: Buffer.from('x') };
    const answer = await app.api.call(api.save, { id }, { as: ledger.office, file });
    expect([answer.status, answer.error.code]).toEqual([415, 'UNSUPPORTED_MEDIA']);
  });

  it('saves a very large plan, larger than other bodies may be', async () => {
    const { id, parsed } = await ledger.uploaded();
    const remark = { line: 1, text: '原'.repeat(1000), kind: 'unplaced' as const, message: '' };
    const remarks = Array.from({ length: 400 }, () => remark);
    const large = { ...parsed, remarks };
    const saved = await app.api.call(api.save, { id, parsed: large }, { as: ledger.office });
    expect([saved.status, saved.body.parsed.remarks.length]).toEqual([200, 400]);
    const tooLarge = { ...parsed, remarks: [...remarks, ...remarks, ...remarks, ...remarks] };
    const refused = await app.api.call(api.save, { id, parsed: tooLarge }, { as: ledger.office });
    expect([refused.status, refused.error.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('stores nothing of a refused paper', async () => {
    const { id } = await ledger.uploaded();
    await upload('要点.txt', Buffer.from(paperOf({ head: '机密★3年' }), 'utf8'));
    expect((await ledger.uploaded()).id).toBe(id + 1);
  });

  it('is the business of the office of the region', async () => {
    const handler = await ledger.staff(ledger.units.education, 'handler');
    const bytes = Buffer.from(paperOf(), 'utf8');
    expect((await upload('要点.txt', bytes, handler)).error.code).toBe('ROLE_REQUIRED');
    const binjiang = await app.given.region({ code: 'binjiang', name: '滨江新区' });
    const stranger = await app.given.person({ region: binjiang, role: 'office' });
    expect((await upload('要点.txt', bytes, stranger)).error.code).toBe('REGION_NOT_FOUND');
    const { id } = await ledger.uploaded();
    for (const call of [
      app.api.call(api.get, { id }, { as: stranger }),
      app.api.call(api.save, { id, confirm: true }, { as: stranger }),
      app.api.call(api.get, { id: 999_999 }, { as: ledger.office }),
    ]) {
      const answer = await call;
      expect([answer.status, answer.error.code]).toEqual([404, 'IMPORT_NOT_FOUND']);
    }
  });

  it('keeps what is corrected, and is closed by its confirmation', async () => {
    const { id, parsed } = await ledger.uploaded();
    const corrected = { ...parsed, issuer: '云溪县人民政府' };
    await app.api.ok(api.save, { id, parsed: corrected }, { as: ledger.colleague });
    const read = await app.api.ok(api.get, { id }, { as: ledger.office });
    expect(read).toMatchObject({ status: 'open', planId: null, parsed: { issuer: '云溪县人民政府' } });
    const done = await app.api.ok(api.save, { id, confirm: true }, { as: ledger.office });
    expect(done.status).toBe('confirmed');
    const again = await app.api.call(api.save, { id, confirm: true }, { as: ledger.office });
    expect([again.status, again.error.code]).toEqual([409, 'IMPORT_STATE']);
  });

  it('two who confirm at the same time make one plan', async () => {
    const { id } = await ledger.uploaded();
    const answers = await Promise.all(
      [ledger.office, ledger.colleague].map((as) => app.api.call(api.save, { id, confirm: true }, { as })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('asks for title and year before a plan is made', async () => {
    const { id, parsed } = await ledger.uploaded();
    for (const [field, broken] of [
      ['parsed.title', { ...parsed, title: null }],
      ['parsed.year', { ...parsed, year: null }],
    ] as const) {
      const answer = await app.api.call(
        api.save,
        { id, parsed: broken, confirm: true },
        { as: ledger.office },
      );
      expect([answer.status, answer.error.details?.[0]?.field]).toEqual([422, field]);
    }
    const malformed = { ...parsed, sections: '没有' } as unknown as typeof parsed;
    const answer = await app.api.call(api.save, { id, parsed: malformed }, { as: ledger.office });
    expect([answer.status, answer.error.code]).toEqual([422, 'INVALID_INPUT']);
  });

  it('a paper without a table gives a task per item, its units matched by name and alias', async () => {
    const planId = await ledger.draft(paperWithoutTable);
    const tasks = await app.api.ok(
      endpoints.task.list,
      { region: 'yunxi', plan: planId },
      { as: ledger.office },
    );
    expect(tasks.items.map((task) => task.text)).toEqual([
      '办好热线。群众来电当天登记、三天回访。',
      '公开目录。公开事项目录每年更新一次，删减已取消的事项。',
      '网站检查。栏目每周检查一次，发现错漏当天改正。',
    ]);
    expect(tasks.items[1]?.responsibleUnits).toEqual([
      { id: null, name: '县司法局' },
      { id: ledger.units.education.id, name: '县教育局' },
    ]);
    expect(tasks.items[2]).toMatchObject({ continuous: true, dueOn: '2026-12-31' });
  });

  it('a plan without tasks is not submitted', async () => {
    const { id, parsed } = await ledger.uploaded();
    const bare = { ...parsed, sections: [], tasks: [] };
    const { planId } = await app.api.ok(api.save, { id, parsed: bare, confirm: true }, { as: ledger.office });
    const answer = await app.api.call(endpoints.plan.submit, { id: planId ?? 0 }, { as: ledger.office });
    expect([answer.status, answer.error.code]).toEqual([409, 'PLAN_WITHOUT_TASKS']);
  });

  it('the import command makes a draft in one step, and fills what the paper does not say', async () => {
    const bytes = Buffer.from('一、把服务做细\n（一）办好热线。群众来电当天登记、三天回访。\n', 'utf8');
    const { planId } = await app
      .get(ImportFileService)
      .run(app.ctx(), 'yunxi', { fileName: '无题.txt', bytes });
    const plan = await app.api.ok(endpoints.plan.get, { id: planId }, { as: ledger.office });
    expect(plan).toMatchObject({ status: 'draft', year: 2026, taskCount: 1 });
  });
});
