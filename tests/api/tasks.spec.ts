import fc from 'fast-check';
import {
  endpoints,
  lightOf,
  lights,
  updateBandOf,
  updateBands,
  type LightDay,
  type LightFacts,
} from '@sunledger/shared-types';
import { lightIs } from '../../backend/src/features/task/light.sql';
import { updateBandIs } from '../../backend/src/features/task/update-band.sql';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { paperOf, type PaperRow } from '../support/given/paper';
import { givenLedger, type Ledger } from '../support/given/plan.given';
import { scansOf, statementsOf } from '../support/query-plan';

const { task: api } = endpoints;

describe('tasks', () => {
  let app: TestApp;
  let ledger: Ledger;
  let planId = 0;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    ledger = await givenLedger(app);
    planId = (await ledger.published()).id;
  });

  afterAll(() => app.stop());

  const numbers = async (input: {
    unit?: number;
    light?: (typeof lights)[number];
    q?: string;
    year?: number;
  }) => {
    const { items } = await app.api.ok(api.list, { region: 'yunxi', ...input });
    return items.map((task) => task.no);
  };

  it('are found by unit, also as a member of a collective unit', async () => {
    const { units } = ledger;
    expect(await numbers({ unit: units.development.id })).toEqual(['1']);
    expect(await numbers({ unit: units.finance.id })).toEqual(['1']);
    expect(await numbers({ unit: units.townA.id })).toEqual(['3', '5']);
    expect(await numbers({ unit: units.towns.id })).toEqual(['3', '5']);
    expect(await numbers({ unit: 999_999 })).toEqual([]);
  });

  it('are found by words, in the order of the ledger', async () => {
    expect(await numbers({ q: '公布' })).toEqual(['1', '3', '5']);
    expect(await numbers({ q: '补贴' })).toEqual(['3', '4']);
    expect(await numbers({ q: '补贴 指南' })).toEqual(['4']);
    expect(await numbers({ q: '贴' })).toEqual(['3', '4']);
    expect(await numbers({ q: '县教育局' })).toEqual(['2']);
    expect(await numbers({ q: '查无此事' })).toEqual([]);
    expect(await numbers({ q: '  ' })).toHaveLength(5);
    expect(await numbers({ q: '%' })).toEqual([]);
  });

  it('are found by year and by plan', async () => {
    expect(await numbers({ year: 2026 })).toHaveLength(5);
    expect(await numbers({ year: 2025 })).toEqual([]);
    const { items } = await app.api.ok(api.list, { region: 'yunxi', plan: planId + 1000 });
    expect(items).toEqual([]);
  });

  it('change their lights with the day', async () => {
    app.clock.set('2026-03-31T23:59:59+08:00');
    expect(await numbers({ light: 'dueSoon' })).toEqual(['4']);
    const [soon] = (await app.api.ok(api.list, { region: 'yunxi', light: 'dueSoon' })).items;
    expect(soon).toMatchObject({ dueOn: '2026-03-31', workingDaysLeft: 0 });
    app.clock.set('2026-04-01T00:00:00+08:00');
    expect(await numbers({ light: 'overdue' })).toEqual(['4']);
    expect(await numbers({ light: 'dueSoon' })).toEqual([]);
    const [late] = (await app.api.ok(api.list, { region: 'yunxi', light: 'overdue' })).items;
    expect(late?.workingDaysLeft).toBeNull();
    const plan = await app.api.ok(endpoints.plan.get, { id: planId });
    expect(plan.lights).toMatchObject({ overdue: 1, notStarted: 4 });
    app.clock.set('2026-03-02T10:00:00+08:00');
  });

  it('count the days left by working days', async () => {
    // 30 June 2026 is a Tuesday; 19 June is the Dragon Boat holiday.
    app.clock.set('2026-06-18T09:00:00+08:00');
    const { items } = await app.api.ok(api.list, { region: 'yunxi', light: 'dueSoon' });
    expect(items.map((task) => [task.no, task.workingDaysLeft])).toEqual([['2', 7]]);
    app.clock.set('2026-03-02T10:00:00+08:00');
  });

  it('say where they come from and whom they reach', async () => {
    const { id } = await ledger.task(planId, '5');
    const task = await app.api.ok(api.get, { id });
    expect(task).toMatchObject({
      regionCode: 'yunxi',
      plan: { id: planId, documentNumber: '云政办函〔2026〕5号' },
      point: { number: '二', title: '把惠民政策送到手' },
      expandedUnits: [
        {
          name: '各乡镇人民政府',
          members: [
            { name: '城关镇人民政府', state: 'none', lastReportOn: null },
            { name: '柳湾镇人民政府', state: 'none', lastReportOn: null },
          ],
          reported: 0,
        },
      ],
      progress: [],
      moves: [],
    });
  });

  it('of a draft are shown to those who see the draft', async () => {
    const draftId = await ledger.draft(paperOf({ title: '2026年云溪县政务公开补充要点' }));
    const list = (as: GivenPerson | null) => app.api.ok(api.list, { region: 'yunxi', plan: draftId }, { as });
    const reviewer = await ledger.staff(ledger.region.office, 'reviewer');
    const handler = await ledger.staff(ledger.units.education, 'handler');
    expect((await list(ledger.office)).items).toHaveLength(5);
    expect((await list(reviewer)).items).toHaveLength(5);
    for (const as of [null, handler]) expect((await list(as)).items).toEqual([]);
    const { id } = await ledger.task(draftId, '1');
    for (const as of [null, handler]) {
      const answer = await app.api.call(api.get, { id }, { as });
      expect([answer.status, answer.error.code]).toEqual([404, 'TASK_NOT_FOUND']);
    }
    const report = { id, text: '尚未公布的任务不能报送。', percent: 10 };
    expect((await app.api.call(api.report, report, { as: handler })).error.code).toBe('TASK_NOT_FOUND');
  });

  it('refuse what is no filter', async () => {
    const bad = [{ light: 'green' }, { limit: 0 }, { limit: 101 }, { year: 1999 }, { q: '长'.repeat(51) }];
    for (const more of bad) {
      const answer = await app.api.call(api.list, { region: 'yunxi', ...more } as never);
      expect([answer.status, answer.error.code]).toEqual([422, 'INVALID_INPUT']);
    }
    for (const cursor of ['x', Buffer.from('["a"]').toString('base64url')]) {
      const answer = await app.api.call(api.list, { region: 'yunxi', cursor });
      expect([answer.status, answer.error.code]).toEqual([422, 'CURSOR_INVALID']);
    }
    expect((await app.api.call(api.get, { id: 0 })).error.code).toBe('NOT_FOUND');
    expect((await app.api.call(api.list, { region: 'nowhere' })).error.code).toBe('REGION_NOT_FOUND');
  });

  it('judge a light and the band of an open one in SQL as shared-types do, for any facts: exactly one holds', async () => {
    const day: LightDay = {
      today: '2026-06-10',
      dueSoonUntil: '2026-06-24',
      staleBefore: '2026-04-11',
      continuousStaleBefore: '2026-03-02',
    };
    const dates = [
      '2025-11-21',
      '2025-11-22',
      '2026-02-09',
      '2026-02-10',
      '2026-03-01',
      '2026-03-02',
      '2026-04-10',
      '2026-04-11',
      '2026-04-20',
      '2026-04-21',
      '2026-05-10',
      '2026-05-11',
      '2026-06-09',
      '2026-06-10',
      '2026-06-24',
    ];
    const date = fc.constantFrom(null, ...dates, '2026-06-25');
    const conditions = [
      ...lights.map((light) => lightIs(light, day)),
      ...updateBands.map((band) => updateBandIs(band, day)),
    ];
    const names = [...lights, ...updateBands];
    const sql =
      `SELECT ${conditions.map((each, at) => `CASE WHEN ${each.sql} THEN 1 ELSE 0 END AS c${at}`).join(', ')} ` +
      'FROM (SELECT ? AS due_on, ? AS finished_on, ? AS last_progress_on, ? AS closed, ? AS continuous) AS t';
    const lightsInSql = async (row: LightFacts) => {
      const facts = [
        row.dueOn,
        row.finishedOn,
        row.lastProgressOn,
        Number(row.closed),
        Number(row.continuous),
      ];
      const parameters = [...conditions.flatMap((each) => each.parameters), ...facts];
      const [answer] = await app.database.read(sql, parameters);
      return names.filter((_, at) => Number(answer?.[`c${at}`]) === 1);
    };
    const facts = fc.record({
      dueOn: date,
      finishedOn: date,
      lastProgressOn: date,
      closed: fc.boolean(),
      continuous: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(facts, async (row) => {
        const bands = row.closed ? [] : [updateBandOf(row, day)];
        expect(await lightsInSql(row)).toEqual([lightOf(row, day), ...bands]);
      }),
      { numRuns: 300 },
    );
  });

  describe('in a large ledger', () => {
    const many: PaperRow[] = Array.from({ length: 260 }, (_, at) => [
      String(at + 1),
      `第${at + 1}号事项：公布${['项目', '补贴', '招生', '医保', '安全'][at % 5]}清单并按季核对`,
      ['县发展和改革局', '县教育局', '县卫生健康局'][at % 3] ?? '',
      at % 4 === 0 ? '各乡镇人民政府' : '县财政局',
      ['全年', '6月底前', '9月底前', '12月底前'][at % 4] ?? '',
    ]);
    let large: Ledger;
    let largeId = 0;

    beforeAll(async () => {
      large = await givenLedger(app, 'daze', '大泽县');
      largeId = (await large.published(paperOf({ county: '大泽县', rows: many }))).id;
    });

    it('page by page gives every task once, in the order of the paper', async () => {
      const seen: (string | null)[] = [];
      let cursor: string | undefined;
      do {
        const page = await app.api.ok(api.list, { region: 'daze', limit: 37, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map((task) => task.no));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(many.map(([no]) => no));
    });

    it('no list, figure or search scans a table', async () => {
      const { units } = large;
      const handler = await large.staff(units.education, 'handler');
      const calls: (() => Promise<unknown>)[] = [
        () => app.api.ok(api.list, { region: 'daze' }),
        () => app.api.ok(api.list, { region: 'daze', year: 2026, light: 'notStarted' }),
        () => app.api.ok(api.list, { region: 'daze', unit: units.education.id }),
        () => app.api.ok(api.list, { region: 'daze', updated: 'never' }),
        () => app.api.ok(api.list, { region: 'daze', unit: units.townA.id, light: 'dueSoon' }),
        () => app.api.ok(api.list, { region: 'daze', plan: largeId, unit: units.health.id }),
        () => app.api.ok(api.list, { region: 'daze', plan: largeId }, { as: large.office }),
        () => app.api.ok(api.list, { region: 'daze', q: '补贴清单' }),
        () => app.api.ok(api.list, { region: 'daze', q: '核对' }),
        () => app.api.ok(api.list, { region: 'daze', q: '贴' }),
        () => app.api.ok(endpoints.plan.list, { code: 'daze' }),
        () => app.api.ok(endpoints.plan.list, { code: 'daze', drafts: 'true' }, { as: large.office }),
        () => app.api.ok(endpoints.plan.get, { id: largeId }),
        () => app.api.ok(endpoints.search.search, { region: 'daze', q: '补贴清单' }),
        () => app.api.ok(endpoints.search.search, { region: 'daze', q: '清单', kind: 'task' }),
        () => app.api.ok(endpoints.search.search, { region: 'daze', q: '贴' }),
        () => app.api.ok(endpoints.search.similarAnswers, { region: 'daze', text: '补贴什么时候发放' }),
        async () => app.api.ok(api.get, { id: (await large.task(largeId, '7')).id }, { as: handler }),
      ];
      const problems: string[] = [];
      for (const call of calls) {
        for (const statement of await statementsOf(app.database, call)) {
          const scans = await scansOf(app.database, statement);
          problems.push(...scans.map((scan) => `${scan} in ${statement.sql}`));
        }
      }
      expect(problems).toEqual([]);
    });
  });
});
