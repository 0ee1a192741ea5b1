import { endpoints } from '@sunledger/shared-types';
import { UnitOfWork } from '../../backend/src/core/db/unit-of-work';
import { Outbox, PermanentFailure } from '../../backend/src/core/outbox/outbox';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';

const { delivery: calls } = endpoints;

describe('deliveries that failed', () => {
  let app: TestApp;
  let admin: GivenPerson;
  let reachable = false;
  const delivered: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    admin = await app.given.person({ role: 'admin' });
    const outbox = app.get(Outbox);
    outbox.handle('test.gone', async (_, { secret }) => {
      if (!reachable) throw new PermanentFailure('RECIPIENT_GONE');
      delivered.push(String(secret));
    });
    outbox.handle('test.unknown', async () => Promise.reject(new Error('timed out')), 'once');
    for (const at of [1, 2, 3]) await order('test.gone', `王小明 1380000000${at}`);
    await order('test.unknown', '李雷');
    await app.tick();
  });

  afterAll(() => app.stop());

  const order = (topic: string, secret: string) =>
    app
      .get(UnitOfWork)
      .run(app.ctx(), (ctx) =>
        app.get(Outbox).add(ctx, { topic, payload: { secret }, dedupeKey: `of ${secret}` }),
      );
  const list = (input: { state?: 'dead' | 'unknown' | 'open'; limit?: number; cursor?: string } = {}) =>
    app.api.ok(calls.list, input, { as: admin });
  const replay = (id: number, as: GivenPerson | null = admin) =>
    app.api.call(calls.replay, { id }, { as: as ?? undefined });

  it('the admin sees what, when and why, page by page, and of nobody whom or in which words', async () => {
    const first = await list({ limit: 2 });
    expect(first.items).toEqual([
      expect.objectContaining({
        topic: 'test.gone',
        state: 'dead',
        attempts: 1,
        lastError: 'RECIPIENT_GONE',
        replayedAt: null,
      }),
      expect.objectContaining({ topic: 'test.gone' }),
    ]);
    expect(first.counts).toEqual({ dead: 3, unknown: 1, open: 0 });
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    expect([second.items.length, second.nextCursor]).toEqual([1, null]);
    const unknown = await list({ state: 'unknown' });
    expect(unknown.items).toEqual([expect.objectContaining({ topic: 'test.unknown', lastError: 'Error' })]);
    const everything = JSON.stringify([first, second, unknown]);
    for (const secret of ['王小明', '1380000', '李雷']) expect(everything).not.toContain(secret);
  });

  it('replays a dead letter: it is tried anew, and delivered when what stood in its way is gone', async () => {
    const [newest] = (await list()).items;
    const id = newest?.id ?? 0;
    const { status, body } = await replay(id);
    expect([status, body.state, body.attempts]).toEqual([200, 'open', 0]);
    expect((await list({ state: 'open' })).items.map((each) => each.id)).toEqual([id]);
    reachable = true;
    await app.tick();
    expect(delivered).toEqual(['王小明 13800000003']);
    expect((await list()).counts).toEqual({ dead: 2, unknown: 1, open: 0 });
    const again = await replay(id);
    expect([again.status, again.error.code]).toEqual([409, 'DELIVERY_NOT_DEAD']);
  });

  it('one that fails again is a dead letter again', async () => {
    reachable = false;
    const [newest] = (await list()).items;
    await replay(newest?.id ?? 0);
    await app.tick();
    expect((await list()).items[0]).toMatchObject({ id: newest?.id, state: 'dead', attempts: 1 });
    expect((await list()).items[0]?.replayedAt).not.toBeNull();
  });

  it('“an unknown outcome is not sent again”, not even by the admin', async () => {
    const [unknown] = (await list({ state: 'unknown' })).items;
    const answer = await replay(unknown?.id ?? 0);
    expect([answer.status, answer.error.code]).toEqual([409, 'DELIVERY_UNKNOWN']);
  });

  it('is the admin’s alone', async () => {
    const region = await app.given.region();
    const office = await app.given.person({ region, role: 'office', unit: region.office });
    const official = await app.given.person({ region, role: 'official' });
    const id = (await list()).items[0]?.id ?? 0;
    for (const as of [office, official, await app.given.person()]) {
      expect((await app.api.call(calls.list, {}, { as })).error.code).toBe('ROLE_REQUIRED');
      expect([(await replay(id, as)).status, (await list()).counts.dead]).toEqual([403, 2]);
    }
    expect((await app.api.call(calls.list, {})).status).toBe(401);
    expect((await replay(id, null)).status).toBe(401);
  });

  it('refuses what is not there or not readable', async () => {
    expect((await replay(999_999)).error.code).toBe('DELIVERY_NOT_FOUND');
    const wrong = await app.api.call(calls.list, { state: 'done' as 'dead' }, { as: admin });
    expect([wrong.status, wrong.error.details?.[0]?.field]).toEqual([422, 'state']);
  });
});
