import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints, type Attachment } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { photo } from '../support/evidence-files';
import type { GivenPerson } from '../support/given';
import { givenEvidence, type Evidence } from '../support/given/evidence.given';

const { task: api, attachment: files } = endpoints;
const HOUR = 3600_000;

describe('files on a report', () => {
  let app: TestApp;
  let evidence: Evidence;

  beforeAll(async () => {
    app = await startApp();
    evidence = await givenEvidence(app);
  });

  afterAll(() => app.stop());

  const open = (url: string | null) => app.api.raw(url ?? '/none');
  const codeOf = async (call: Promise<{ status: number; error: { code: string } }>) => {
    const answer = await call;
    return [answer.status, answer.error.code];
  };
  const objects = (): string[] =>
    readdirSync(join(app.config.dataDir, 'files'), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => each.name);

  it('are seen by the public only once the report is approved', async () => {
    const sent = await evidence.sent('公示栏.jpg');
    expect(sent).toMatchObject({
      name: '公示栏.jpg',
      kind: 'image',
      state: 'ready',
      width: 900,
      height: 1200,
    });
    const report = await evidence.report([sent.id]);
    expect(report.body.attachments.map((file) => file.id)).toEqual([sent.id]);
    const shown = async (as: GivenPerson | null): Promise<Attachment[]> =>
      (await app.api.ok(api.get, { id: evidence.task.id }, { as })).progress.flatMap(
        (entry) => entry.attachments,
      );
    expect(await shown(null)).toEqual([]);
    const { attachments } = await app.api.ok(
      api.getProgress,
      { id: report.body.id },
      { as: evidence.reviewer },
    );
    expect((await open(attachments[0]?.url ?? null)).status).toBe(200);
    await evidence.ledger.approveProgress(report.body, evidence.reviewer);
    const [seen] = await shown(null);
    const picture = await open(seen?.url ?? null);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    expect(picture.headers.get('content-disposition')).toContain(encodeURIComponent('公示栏.jpg'));
    expect((await picture.arrayBuffer()).byteLength).toBe(seen?.bytes);
    const thumbnail = await open(seen?.thumbnailUrl ?? null);
    expect((await thumbnail.arrayBuffer()).byteLength).toBeLessThan(seen?.bytes ?? 0);
  });

  it('open by their signed address alone, and for a while only', async () => {
    const { url, thumbnailUrl, id } = await evidence.sent();
    const address = new URL(url ?? '', app.url);
    const until = Number(address.searchParams.get('until'));
    expect(until - Date.now() / 1000).toBeGreaterThan(500);
    expect(until - Date.now() / 1000).toBeLessThanOrEqual(1200);
    const changed = (change: (query: URLSearchParams) => void): string => {
      const other = new URL(address);
      change(other.searchParams);
      return other.pathname + other.search;
    };
    const other = (await evidence.sent()).id;
    const statuses = await Promise.all(
      [
        changed((query) => query.set('until', String(until + 600))),
        changed((query) => query.set('variant', 'thumb')),
        changed((query) => query.set('variant', 'raw')),
        changed((query) => query.set('sign', 'a'.repeat(43))),
        changed((query) => query.delete('sign')),
        changed((query) => query.set('until', 'soon')),
        (url ?? '').replace(`/${id}/`, `/${other}/`),
        `/api/v1/attachments/${id}/content`,
        '/api/v1/attachments/999999/content',
      ].map(async (path) => (await open(path)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect((await open(thumbnailUrl)).status).toBe(200);
    jest.spyOn(Date, 'now').mockReturnValue((until + 1) * 1000);
    try {
      expect((await open(url)).status).toBe(404);
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('are taken from those who may report on the task', async () => {
    const bytes = await photo();
    const send = (as: GivenPerson | null, task?: number) =>
      codeOf(evidence.send(bytes, 'a.jpg', { as, ...(task ? { task } : {}) }));
    const other = await evidence.ledger.staff(evidence.ledger.units.health, 'handler');
    const region = await app.given.region({ code: 'elsewhere', name: '别处' });
    const stranger = await app.given.person({ region, role: 'handler', unit: region.office });
    expect(await send(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await send(await app.given.person())).toEqual([403, 'ROLE_REQUIRED']);
    expect(await send(evidence.ledger.office)).toEqual([403, 'ROLE_REQUIRED']);
    expect(await send(other)).toEqual([403, 'OTHER_UNIT']);
    expect(await send(stranger)).toEqual([404, 'TASK_NOT_FOUND']);
    expect(await send(evidence.handler, 999_999)).toEqual([404, 'TASK_NOT_FOUND']);
    expect(
      await codeOf(app.api.call(api.attach, { id: evidence.task.id }, { as: evidence.handler })),
    ).toEqual([422, 'UPLOAD_MISSING']);
  });

  it('are named by their uploader on their own task, once', async () => {
    const sent = await evidence.sent();
    const colleague = await evidence.ledger.staff(evidence.ledger.units.education, 'handler');
    const refused = { status: 422, error: { code: 'INVALID_INPUT', details: [{ field: 'attachments' }] } };
    expect(await evidence.report([sent.id], colleague)).toMatchObject(refused);
    expect(await evidence.report([sent.id, 999_999])).toMatchObject(refused);
    expect((await evidence.report([sent.id])).status).toBe(201);
    expect(await codeOf(app.api.call(files.remove, { id: sent.id }, { as: evidence.handler }))).toEqual([
      409,
      'ATTACHMENT_SENT',
    ]);
    expect((await evidence.report([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).status).toBe(422);
  });

  it('go over to the next report of the unit without being sent again', async () => {
    const sent = await evidence.sent('会议.jpg');
    const first = (await evidence.report([sent.id])).body;
    await app.api.ok(api.sendBackProgress, { id: first.id, note: '请写明日期' }, { as: evidence.reviewer });
    const before = objects().length;
    const second = (await evidence.report([sent.id])).body;
    expect(second.attachments).toMatchObject([{ name: '会议.jpg', state: 'ready' }]);
    expect(second.attachments[0]?.id).not.toBe(sent.id);
    expect((await open(second.attachments[0]?.url ?? null)).status).toBe(200);
    expect(objects()).toHaveLength(before);
    // Another unit's task does not get them.
    const lead = await evidence.ledger.staff(evidence.ledger.units.health, 'handler');
    const task = await evidence.ledger.task(evidence.task.planId, '5');
    const input = { id: task.id, text: '联系方式已经公布。', percent: 50, attachments: [sent.id] };
    expect((await app.api.call(api.report, input, { as: lead })).status).toBe(422);
  });

  it('are the uploader’s alone until then, who may look at them and take them back', async () => {
    const sent = await evidence.sent();
    const get = (as: GivenPerson | null) => codeOf(app.api.call(files.get, { id: sent.id }, { as }));
    const remove = (as: GivenPerson | null) => codeOf(app.api.call(files.remove, { id: sent.id }, { as }));
    expect(await app.api.ok(files.get, { id: sent.id }, { as: evidence.handler })).toMatchObject({
      id: sent.id,
    });
    for (const call of [get, remove]) {
      expect(await call(evidence.reviewer)).toEqual([404, 'ATTACHMENT_NOT_FOUND']);
      expect(await call(evidence.ledger.office)).toEqual([403, 'ROLE_REQUIRED']);
      expect(await call(null)).toEqual([401, 'SIGN_IN_REQUIRED']);
    }
    const before = objects().length;
    await app.api.ok(files.remove, { id: sent.id }, { as: evidence.handler });
    expect((await open(sent.url)).status).toBe(404);
    expect(await get(evidence.handler)).toEqual([404, 'ATTACHMENT_NOT_FOUND']);
    expect((await evidence.report([sent.id])).status).toBe(422);
    await app.tick();
    // The picture and its thumbnail.
    expect(objects()).toHaveLength(before - 2);
  });

  it('are deleted when nobody sends them within two days', async () => {
    const kept = await evidence.sent();
    expect((await evidence.report([kept.id])).status).toBe(201);
    const left = await evidence.sent();
    app.clock.advance(47 * HOUR);
    await app.tick();
    expect((await open(left.url)).status).toBe(200);
    app.clock.advance(2 * HOUR);
    await app.tick();
    expect((await open(left.url)).status).toBe(404);
    expect((await open(kept.url)).status).toBe(200);
  });

  it('the same Idempotency-Key stores once; a refusal may be tried again with it', async () => {
    const bytes = await photo();
    const key = 'attach-0001';
    const first = await evidence.send(bytes, 'a.jpg', { idempotencyKey: key });
    const again = await evidence.send(bytes, 'a.jpg', { idempotencyKey: key });
    expect(again.body.id).toBe(first.body.id);
    expect(await codeOf(evidence.send(await photo({ width: 50 }), 'a.jpg', { idempotencyKey: key }))).toEqual(
      [409, 'IDEMPOTENCY_KEY_REUSED'],
    );
    const bad = () => codeOf(evidence.send(Buffer.from('words'), 'a.jpg', { idempotencyKey: 'attach-0002' }));
    expect(await bad()).toEqual([415, 'ATTACHMENT_TYPE']);
    expect(await bad()).toEqual([415, 'ATTACHMENT_TYPE']);
    const together = await Promise.all(
      [1, 2, 3].map(() => evidence.send(bytes, 'b.jpg', { idempotencyKey: 'attach-0003' })),
    );
    const ids = together.filter((answer) => answer.status === 201).map((answer) => answer.body.id);
    expect(new Set(ids).size).toBe(1);
    expect(together.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });
});
