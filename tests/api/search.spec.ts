import { endpoints } from '@sunledger/shared-types';
import { UnitOfWork } from '../../backend/src/core/db/unit-of-work';
import { SearchIndex } from '../../backend/src/features/search/search-index.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenRegion } from '../support/given';
import { givenLedger, type Ledger } from '../support/given/plan.given';

const { search: api } = endpoints;

describe('search', () => {
  let app: TestApp;
  let ledger: Ledger;
  let elsewhere: GivenRegion;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    await ledger.published();
    elsewhere = await app.given.region({ code: 'binjiang', name: '滨江新区' });
  });

  afterAll(() => app.stop());

  const search = (q: string, more: { region?: string; kind?: 'task' | 'plan' | 'point' | 'answer' } = {}) =>
    app.api.ok(api.search, { region: 'yunxi', q, ...more });

  it('finds plans, points and tasks by any two letters, tasks before plans before points', async () => {
    const { items } = await search('补贴');
    expect(items.map((hit) => hit.kind)).toEqual(['task', 'task', 'point']);
    expect((await search('云政办函')).items.map((hit) => hit.kind)).toEqual(['plan']);
    expect((await search('补贴', { kind: 'point' })).items).toHaveLength(1);
    const [point] = (await search('签约团队')).items;
    expect(point).toMatchObject({ kind: 'point', planId: expect.any(Number) });
    expect(point?.excerpt).toContain('签约团队');
  });

  it('does not mind width, case or spaces, and takes no letter for a wildcard', async () => {
    expect((await search('２０２６年')).items.length).toBeGreaterThan(0);
    expect((await search('2026年 云溪县')).items.length).toBeGreaterThan(0);
    for (const q of ['补%贴', '___', '%', '；', '招生补贴']) expect((await search(q)).items).toEqual([]);
    expect((await search('贴')).items.length).toBeGreaterThan(0);
  });

  it('stays inside the region', async () => {
    expect((await search('补贴', { region: elsewhere.code })).items).toEqual([]);
  });

  it('refuses an empty word and an unknown region', async () => {
    const empty = await app.api.call(api.search, { region: 'yunxi', q: '  ' });
    expect([empty.status, empty.error.details?.[0]?.field]).toEqual([422, 'q']);
    expect((await app.api.call(api.search, { region: 'nowhere', q: '补贴' })).error.code).toBe(
      'REGION_NOT_FOUND',
    );
    expect((await app.api.call(api.search, { region: 'yunxi', q: '补贴', cursor: 'x' })).error.code).toBe(
      'CURSOR_INVALID',
    );
  });

  describe('over many answers', () => {
    const answers = Array.from({ length: 230 }, (_, at) => ({
      regionId: 0,
      kind: 'answer' as const,
      refId: 10_000 + at,
      planId: null,
      title: `第${at}位群众问：${['公交几点收班', '医保怎么报销', '路灯坏了找谁'][at % 3]}`,
      body: `答复第${at}号：请拨打服务热线查询。`,
      note: '县政务服务中心',
    }));

    beforeAll(async () => {
      const documents = answers.map((each) => ({ ...each, regionId: ledger.region.id }));
      await app.get(UnitOfWork).run(app.ctx(), (ctx) => app.get(SearchIndex).put(ctx, ...documents));
    });

    it('page by page gives each hit once, the newest first', async () => {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await app.api.ok(api.search, {
          region: 'yunxi',
          q: '服务热线',
          limit: 50,
          ...(cursor ? { cursor } : {}),
        });
        seen.push(...page.items.map((hit) => hit.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(answers.map((each) => each.refId).reverse());
    });

    it('similar answers are those that share the rare words, best first', async () => {
      const { items } = await app.api.ok(api.similarAnswers, {
        region: 'yunxi',
        text: '请问医保在哪里报销，怎么报销',
      });
      expect(items).toHaveLength(5);
      expect(items.every((item) => item.question.includes('医保怎么报销'))).toBe(true);
      expect(items[0]).toMatchObject({ unitName: '县政务服务中心' });
      const nothing = await app.api.ok(api.similarAnswers, { region: 'yunxi', text: '天气预报' });
      expect(nothing.items).toEqual([]);
      const other = await app.api.ok(api.similarAnswers, { region: elsewhere.code, text: '医保怎么报销' });
      expect(other.items).toEqual([]);
    });

    it('what is taken out is not found, what is put in again is replaced', async () => {
      const run = (work: (index: SearchIndex) => (ctx: Parameters<SearchIndex['put']>[0]) => Promise<void>) =>
        app.get(UnitOfWork).run(app.ctx(), work(app.get(SearchIndex)));
      const one = { ...answers[0], regionId: ledger.region.id } as (typeof answers)[number];
      await run((index) => (ctx) => index.put(ctx, { ...one, body: '答复：紫荆花展的票价是二十元。' }));
      expect((await search('紫荆花展')).items.map((hit) => hit.id)).toEqual([one.refId]);
      expect((await search('答复第0号')).items).toEqual([]);
      await run((index) => (ctx) => index.remove(ctx, 'answer', one.refId));
      expect((await search('紫荆花展')).items).toEqual([]);
    });
  });
});
