import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';

describe('regions and their units', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    const yunxi = await app.given.region({ code: 'yunxi', name: '云溪县' });
    await app.given.region({ code: 'binjiang', name: '滨江新区' });
    const publicity = await app.given.unit(yunxi, '县委宣传部', { aliases: ['县网信办'] });
    const health = await app.given.unit(yunxi, '县卫生健康局');
    await app.given.unit(yunxi, '县属有关单位', { kind: 'collective', memberIds: [health.id, publicity.id] });
  });

  afterAll(() => app.stop());

  it('lists regions page by page in a stable order', async () => {
    const first = await app.api.ok(endpoints.region.list, { limit: 1 });
    expect(first.items.map((region) => region.code)).toEqual(['yunxi']);
    const second = await app.api.ok(endpoints.region.list, { limit: 1, cursor: first.nextCursor ?? '' });
    expect(second.items.map((region) => region.code)).toEqual(['binjiang']);
    expect(second.nextCursor).toBeNull();
  });

  it('shows a region with its promise and today', async () => {
    const region = await app.api.ok(endpoints.region.get, { code: 'yunxi' });
    expect(region).toMatchObject({
      name: '云溪县',
      today: '2026-03-02',
      filingNumber: null,
      onTimeShare: null,
    });
    expect(region.promise).toMatchObject({ simple: 1, complaint: 15 });
  });

  it('knows no region that is not there', async () => {
    const answer = await app.api.call(endpoints.region.get, { code: 'nowhere' });
    expect([answer.status, answer.error.code]).toEqual([404, 'REGION_NOT_FOUND']);
    const malformed = await app.api.call(endpoints.region.get, { code: 'A B' });
    expect([malformed.status, malformed.error.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('lists units in their order with aliases and members of a collective unit', async () => {
    const { items } = await app.api.ok(endpoints.unit.list, { code: 'yunxi' });
    expect(items.map((unit) => unit.name)).toEqual([
      '云溪县政务公开办',
      '县委宣传部',
      '县卫生健康局',
      '县属有关单位',
    ]);
    expect(items[1]?.aliases).toEqual(['县网信办']);
    expect(items[3]?.members.map((member) => member.name)).toEqual(['县委宣传部', '县卫生健康局']);
  });

  it('pages units without losing or doubling one', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await app.api.ok(endpoints.unit.list, { code: 'yunxi', limit: 1, cursor });
      seen.push(...page.items.map((unit) => unit.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });

  it.each(['###', 'e30', 'WzEsMl0', Buffer.from('["x"]').toString('base64url')])(
    'refuses the cursor %s',
    async (cursor) => {
      const answer = await app.api.call(endpoints.region.list, { cursor });
      expect([answer.status, answer.error.code]).toEqual([422, 'CURSOR_INVALID']);
    },
  );
});
