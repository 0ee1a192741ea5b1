import { addDays, defaultReplyRule, endpoints, type CallOf, type ErrorCode } from '@sunledger/shared-types';
import { notice2027 } from '../../backend/src/features/deadline/invented-notice.fixture';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const calls = endpoints.calendar;
const decision = '云政发〔2026〕8号';

describe('the calendar desk', () => {
  let app: TestApp;
  let story: MessageStory;
  let admin: GivenPerson;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    admin = await app.given.person({ name: '系统管理员', role: 'admin' });
  });

  afterAll(() => app.stop());

  const add = (input: Partial<CallOf<typeof calls.addOverride>>, as: GivenPerson = story.office) =>
    app.api.call(
      calls.addOverride,
      { code: 'yunxi', date: '2026-03-20', working: false, decision, ...input },
      { as },
    );
  const refused = (answer: { status: number; error: { code: ErrorCode } }): [number, ErrorCode] => [
    answer.status,
    answer.error.code,
  ];

  describe('everybody sees the page of a year', () => {
    it('with holidays, make-up days, source and version', async () => {
      const page = await app.api.ok(calls.page, { code: 'yunxi' });
      expect(page).toMatchObject({
        year: 2026,
        published: true,
        provisionalNote: null,
        overrides: [],
        changes: [],
        firstYear: 2020,
        lastYear: 2030,
        missingYear: null,
      });
      expect(page.source).toContain('国务院办公厅');
      expect(page.makeUpDays).toContain('2026-02-14');
      expect(page.marks).toContainEqual({
        date: '2026-02-14',
        working: true,
        basis: 'makeUp',
        reason: '周六 调休上班',
      });
    });

    it('a year without a notice is unknown, not empty; beyond 2030 it is refused with a code', async () => {
      const page = await app.api.ok(calls.page, { code: 'yunxi', year: 2028 });
      expect(page).toMatchObject({ published: false, holidays: [], source: null });
      expect(page.marks.length).toBeGreaterThan(10);
      const beyond = await app.api.call(calls.page, { code: 'yunxi', year: 2031 });
      expect(refused(beyond)).toEqual([422, 'CALENDAR_YEAR_UNKNOWN']);
      const nowhere = await app.api.call(calls.page, { code: 'nowhere' });
      expect(refused(nowhere)).toEqual([404, 'REGION_NOT_FOUND']);
    });
  });

  describe('an override names the date, off or work, and the decision behind it', () => {
    it.each<[string, Partial<CallOf<typeof calls.addOverride>>, number, ErrorCode]>([
      ['today', { date: '2026-03-02' }, 422, 'OVERRIDE_TOO_LATE'],
      ['a day that has passed', { date: '2026-02-27' }, 422, 'OVERRIDE_TOO_LATE'],
      ['a date that does not exist', { date: '2026-02-30' }, 422, 'DATE_INVALID'],
      ['a Saturday that is off anyway', { date: '2026-03-21' }, 422, 'OVERRIDE_NO_EFFECT'],
      ['a Monday that works anyway', { date: '2026-03-23', working: true }, 422, 'OVERRIDE_NO_EFFECT'],
      ['a year nobody can count', { date: '2031-03-03' }, 422, 'CALENDAR_YEAR_UNKNOWN'],
      ['no decision', { decision: ' ' }, 422, 'INVALID_INPUT'],
    ])('refuses %s', async (_, input, status, code) => {
      expect(refused(await add(input))).toEqual([status, code]);
      expect((await app.api.ok(calls.page, { code: 'yunxi' })).overrides).toEqual([]);
    });

    it('refuses who is not the office of this region', async () => {
      expect(refused(await add({}, story.citizen))).toEqual([403, 'ROLE_REQUIRED']);
      expect(refused(await add({}, story.handler))).toEqual([403, 'ROLE_REQUIRED']);
      expect(refused(await add({}, story.officeElsewhere))).toEqual([404, 'REGION_NOT_FOUND']);
      const visitor = await app.api.call(calls.addOverride, {
        code: 'yunxi',
        date: '2026-03-20',
        working: false,
        decision,
      });
      expect(refused(visitor)).toEqual([401, 'SIGN_IN_REQUIRED']);
    });

    it('takes effect tomorrow at the earliest and is public with its decision; twice is refused', async () => {
      const date = addDays('2026-03-02', 1);
      const first = await add({ date });
      expect([first.status, first.body]).toEqual([
        201,
        expect.objectContaining({ date, working: false, decision }),
      ]);
      expect(refused(await add({ date }))).toEqual([409, 'OVERRIDE_DUPLICATE']);
      const page = await app.api.ok(calls.page, { code: 'yunxi' });
      expect(page.overrides).toEqual([expect.objectContaining({ date, working: false, decision })]);
      expect(page.marks).toContainEqual({
        date,
        working: false,
        basis: 'override',
        reason: `周二 本地区休息（${decision}）`,
      });
      expect((await app.api.ok(calls.page, { code: 'binjiang' })).overrides).toEqual([]);
    });

    it('“may go both ways (a local holiday; a national make-up Saturday that the region has off)”, or a Saturday worked', async () => {
      expect((await add({ date: '2026-05-09', working: false })).status).toBe(201);
      expect((await add({ date: '2026-05-16', working: true })).status).toBe(201);
    });
  });

  describe('importing a year', () => {
    const load = (text: string, as: GivenPerson = admin) => app.api.call(calls.importYears, { text }, { as });

    it('“An admin imports a year (paste the notice’s dates, or a JSON file) without a new release”: not the office', async () => {
      expect(refused(await load(notice2027, story.office))).toEqual([403, 'ROLE_REQUIRED']);
      const look = await app.api.call(calls.previewYears, { text: notice2027 }, { as: story.office });
      expect(refused(look)).toEqual([403, 'ROLE_REQUIRED']);
    });

    it.each<[string, string, number, ErrorCode]>([
      ['prose', '请大家安排好值班。', 422, 'NOTICE_UNREADABLE'],
      ['broken JSON', '{"2027": ', 422, 'NOTICE_UNREADABLE'],
      [
        'an empty year',
        '{"2027":{"source":"某通知","ranges":[],"workWeekends":[]}}',
        422,
        'NOTICE_UNREADABLE',
      ],
      [
        'a wrong weekday',
        notice2027.replace('1月1日（周五）', '1月1日（周四）'),
        422,
        'NOTICE_CONTRADICTORY',
      ],
      ['a holiday left out', notice2027.replace(/五、端午节[^\n]*\n/u, ''), 422, 'NOTICE_CONTRADICTORY'],
      ['nothing', '  ', 422, 'INVALID_INPUT'],
    ])('refuses %s and says why', async (_, text, status, code) => {
      const answer = await load(text);
      expect(refused(answer)).toEqual([status, code]);
      expect(answer.error.details?.[0]?.field).toBe('text');
      expect((await app.api.ok(calls.page, { code: 'yunxi', year: 2027 })).published).toBe(false);
    });

    it('refuses a year that is over and a change of days that were counted', async () => {
      const year = (of: number, range: object) =>
        JSON.stringify({
          year: of,
          source: '国办发明电〔2099〕9号',
          ranges: [
            { from: `${of}-01-01`, to: `${of}-01-03`, name: '元旦' },
            { from: `${of}-02-15`, to: `${of}-02-23`, name: '春节' },
            { from: `${of}-04-04`, to: `${of}-04-06`, name: '清明节' },
            { from: `${of}-05-01`, to: `${of}-05-05`, name: '劳动节' },
            { from: `${of}-06-19`, to: `${of}-06-21`, name: '端午节' },
            { from: `${of}-09-25`, to: `${of}-09-27`, name: '中秋节' },
            { from: `${of}-10-01`, to: `${of}-10-07`, name: '国庆节' },
          ],
          workWeekends: [
            `${of}-01-04`,
            `${of}-02-14`,
            `${of}-02-28`,
            `${of}-05-09`,
            `${of}-09-20`,
            `${of}-10-10`,
          ],
          ...range,
        });
      const past = notice2027.replaceAll('2027', '2025').replaceAll('２０２７', '2025');
      expect(refused(await load(past.replace(/（[^）]*周.[^）]*）/gu, '')))[0]).toBe(422);
      const changed = await load(
        year(2026, { workWeekends: ['2026-02-14', '2026-05-09', '2026-09-20', '2026-10-10'] }),
      );
      expect(refused(changed)).toEqual([409, 'CALENDAR_PAST_CHANGED']);
    });

    it('another process’s import is seen by the next promise', async () => {
      const before = await app.api.ok(calls.page, { code: 'yunxi', year: 2027 });
      const content = JSON.stringify({
        year: 2027,
        source: '国办发明电〔2099〕1号',
        ranges: [{ from: '2027-01-01', to: '2027-01-05', name: '元旦' }],
        workWeekends: [],
      });
      await app.database.dataSource.query(
        'INSERT INTO calendar_year (seq, year, version, source, content, notice, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [1, 2027, 1, '国办发明电〔2099〕1号', content, '', new Date('2026-03-02T02:00:00Z')],
      );
      const after = await app.api.ok(calls.page, { code: 'yunxi', year: 2027 });
      expect([before.published, after.published]).toEqual([false, true]);
      expect(after.version).not.toBe(before.version);
    });
  });

  describe('“data of the region with the document that makes them, never constants”', () => {
    const rules = endpoints.replyRule;
    const { promisedIn: _none, ...knobs } = defaultReplyRule;
    const days = { ...knobs.days, suggestion: 3 };
    const promise = (input: Partial<CallOf<typeof rules.add>> = {}, as: GivenPerson = story.office) =>
      app.api.call(
        rules.add,
        {
          code: 'yunxi',
          effectiveFrom: '2026-03-10',
          source: '云政公开〔2026〕3号',
          ...knobs,
          days,
          ...input,
        },
        { as },
      );

    it('“Knobs of a region, with these defaults”: those while it has promised nothing', async () => {
      expect(await app.api.ok(rules.list, { code: 'yunxi' })).toMatchObject({
        items: [],
        current: defaultReplyRule,
      });
    });

    it.each<[string, Partial<CallOf<typeof rules.add>>, number, ErrorCode]>([
      ['from today', { effectiveFrom: '2026-03-02' }, 422, 'RULE_TOO_EARLY'],
      ['from a date that does not exist', { effectiveFrom: '2026-02-30' }, 422, 'DATE_INVALID'],
      ['without the document', { source: '' }, 422, 'INVALID_INPUT'],
      ['with no days', { days: { ...days, help: 0 } }, 422, 'INVALID_INPUT'],
      ['without working hours', { workingHours: [] }, 422, 'INVALID_INPUT'],
    ])('refuses one %s', async (_, input, status, code) => {
      expect(refused(await promise(input))).toEqual([status, code]);
    });

    it('refuses who is not the office', async () => {
      expect(refused(await promise({}, story.reviewer))).toEqual([403, 'ROLE_REQUIRED']);
      expect(refused(await promise({}, story.officeElsewhere))).toEqual([404, 'REGION_NOT_FOUND']);
    });

    it('history is kept: a message is judged by the rule of its day', async () => {
      expect((await promise()).status).toBe(201);
      expect(refused(await promise())).toEqual([409, 'RULE_DATE_TAKEN']);
      const before = await givenMessage(story, { kind: 'suggestion' });
      app.clock.set('2026-03-10T10:00:00+08:00');
      const after = await givenMessage(story, { kind: 'suggestion' });
      // 03-03 is off by the region's own decision
      expect([before.dueOn, after.dueOn]).toEqual(['2026-03-12', '2026-03-13']);
      const { items, current } = await app.api.ok(rules.list, { code: 'yunxi' });
      expect(items).toEqual([
        expect.objectContaining({
          state: 'current',
          effectiveFrom: '2026-03-10',
          effectiveUntil: null,
          source: '云政公开〔2026〕3号',
        }),
      ]);
      expect(current).toMatchObject({ days: { suggestion: 3 }, promisedIn: '云政公开〔2026〕3号' });
      const due = await app.api.ok(endpoints.message.due, { id: before.id }, { as: story.citizen });
      expect(due).toMatchObject({ workingDays: 7, rule: { promisedIn: null } });
    });

    it('the presets are what real documents promise', async () => {
      const { items } = await app.api.ok(rules.presets, {}, { as: story.office });
      expect(items.map((item) => [item.region, item.promised])).toEqual([
        ['嵊泗县', { simple: 1 }],
        ['华亭市', { simple: 1, inquiry: 7, correction: 7, help: 7, suggestion: 7, complaint: 7 }],
        ['吴兴区', {}],
        ['拱墅区', {}],
        ['常州国家高新区（新北区）', {}],
      ]);
    });
  });
});
