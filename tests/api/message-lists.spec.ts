import { endpoints, type CallOf, type InputOf, type MessageRow } from '@sunledger/shared-types';
import { MessageClock } from '../../backend/src/features/message/run-message-clock.service';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';
import { scansOf, statementsOf } from '../support/query-plan';

const { message: calls, oversight, notification } = endpoints;
type Query = CallOf<typeof calls.list>;

describe('lists of messages', () => {
  let app: TestApp;
  let story: MessageStory;
  const answered: number[] = [];

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    const by = () => app.given.person();
    for (const kind of ['inquiry', 'complaint', 'inquiry', 'help', 'inquiry'] as const) {
      const text = kind === 'help' ? '路灯坏了一个月，晚上很黑' : '请问惠民补贴名单什么时候公示？';
      answered.push((await givenMessage(story, { by: by(), kind, public: true, text }).answered()).id);
    }
    const other = givenMessage(story, { by: by(), public: true }).assigned(story.otherUnit);
    answered.push((await other.drafted(story.otherHandler).published(story.otherReviewer)).id);
    await givenMessage(story, { by: by() }).assigned();
  });

  afterAll(() => app.stop());

  const idsOf = (items: readonly MessageRow[]) => items.map((item) => item.id);
  const list = async (query: Query, as?: MessageStory['office']) =>
    (await app.api.ok(calls.list, query, { as: as ?? null })).items;

  it('page by page every answer once, the newest first', async () => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await app.api.ok(calls.list, { region: 'yunxi', limit: 2, cursor });
      seen.push(...idsOf(page.items));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([...answered].reverse());
  });

  it.each<[string, Query, number[]]>([
    ['by kind', { kind: 'inquiry' }, [5, 4, 2, 0]],
    ['by words', { q: '路灯' }, [3]],
    ['by words and kind', { q: '补贴名单', kind: 'complaint' }, [1]],
    ['by words that nobody wrote', { q: '飞船' }, []],
    ['by result', { clock: 'late' }, []],
  ])('%s', async (_, query, places) => {
    expect(idsOf(await list({ region: 'yunxi', ...query }))).toEqual(places.map((place) => answered[place]));
  });

  it('of a unit', async () => {
    expect(idsOf(await list({ region: 'yunxi', unit: story.otherUnit.id }))).toEqual([answered[5]]);
    expect(idsOf(await list({ region: 'yunxi', unit: story.otherUnit.id, kind: 'help' }))).toEqual([]);
  });

  it('want a region, and a cursor of their own', async () => {
    const none = await app.api.call(calls.list, {});
    expect([none.status, none.error.details?.[0]?.field]).toEqual([422, 'region']);
    const nowhere = await app.api.call(calls.list, { region: 'yunxi', cursor: 'x' });
    expect([nowhere.status, nowhere.error.code]).toEqual([422, 'CURSOR_INVALID']);
    const stranger = await app.api.call(calls.list, { scope: 'mine' });
    expect([stranger.status, stranger.error.code]).toEqual([401, 'SIGN_IN_REQUIRED']);
  });

  it('carry an ETag and honour If-None-Match', async () => {
    const first = await app.api.call(calls.list, { region: 'yunxi' });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await app.api.call(calls.list, { region: 'yunxi' }, { etag })).status).toBe(304);
  });

  it('staff search in texts and numbers of their own messages', async () => {
    expect(idsOf(await list({ scope: 'staff', q: '路灯' }, story.handler))).toEqual([answered[3]]);
    expect(await list({ scope: 'staff', q: '100%' }, story.handler)).toEqual([]);
    expect(idsOf(await list({ scope: 'staff', unit: story.otherUnit.id }, story.office))).toEqual([
      answered[5],
    ]);
  });

  describe('no query plan scans a table', () => {
    const staffQueries: InputOf<typeof oversight.inbox>['tab'][] = ['reply', 'review', 'task', 'done'];
    const cases: [string, () => Promise<unknown>][] = [
      ...(
        [
          {},
          { kind: 'help' },
          { q: '补贴' },
          { q: '补贴名单', kind: 'help' },
          { q: '的' },
          { clock: 'late' },
        ] as Query[]
      ).map((query): [string, () => Promise<unknown>] => [
        `public ${JSON.stringify(query)}`,
        () => list({ region: 'yunxi', ...query }),
      ]),
      ['public of a unit', () => list({ region: 'yunxi', unit: story.unit.id })],
      ['public of a task', () => list({ region: 'yunxi', task: 1 })],
      ['mine', () => list({ scope: 'mine' }, story.citizen)],
      ...(['running', 'overdue', 'onTime', 'late', undefined] as const).flatMap(
        (clock): [string, () => Promise<unknown>][] => [
          [`staff of a unit ${clock}`, () => list({ scope: 'staff', clock }, story.handler)],
          [`staff of the region ${clock}`, () => list({ scope: 'staff', clock }, story.office)],
        ],
      ),
      ...staffQueries.flatMap((tab): [string, () => Promise<unknown>][] => [
        [`inbox ${tab} of a handler`, () => app.api.ok(oversight.inbox, { tab }, { as: story.handler })],
        [`inbox ${tab} of the office`, () => app.api.ok(oversight.inbox, { tab }, { as: story.office })],
      ]),
      ['figures by unit', () => app.api.ok(oversight.replyStats, { region: 'yunxi' })],
      ['figures by month', () => app.api.ok(oversight.replyStats, { region: 'yunxi', by: 'month' })],
      ['the board', () => app.api.ok(oversight.board, { code: 'yunxi' }, { as: story.official })],
      ['notes', () => app.api.ok(notification.list, {}, { as: story.handler })],
      ['the detail', () => app.api.ok(calls.get, { id: answered[0] ?? 0 }, { as: story.office })],
      ['the sweep', () => app.get(MessageClock).run(app.ctx())],
    ];

    // On a handful of rows a database may rightly prefer to read them all.
    beforeAll(() => fillOtherRegion(story, answered[0] ?? 0, 3000));

    it.each(cases)('%s', async (_, work) => {
      const statements = await statementsOf(app.database, work);
      expect(statements.length).toBeGreaterThan(0);
      for (const statement of statements) {
        expect([statement.sql, await scansOf(app.database, statement)]).toEqual([statement.sql, []]);
      }
    });
  });

  it('a hot list is one statement', async () => {
    await list({ region: 'yunxi' });
    expect(await statementsOf(app.database, () => list({ region: 'yunxi' }))).toHaveLength(1);
  });
});

/** Copies of one message into the second region, so that the table has a size; no chain, no texts of their own. */
async function fillOtherRegion(
  { app, officeElsewhere }: MessageStory,
  id: number,
  copies: number,
): Promise<void> {
  const { dataSource, dialect } = app.database;
  const [sample] = (await dataSource.query('SELECT * FROM message WHERE id = ?', [id])) as Record<
    string,
    unknown
  >[];
  const [membership] = officeElsewhere.actor.memberships;
  const place: Record<string, unknown> = {
    region_id: membership?.regionId,
    unit_id: membership?.unitId,
    author_id: officeElsewhere.actor.accountId,
  };
  const { id: _id, ...row }: Record<string, unknown> = { ...sample, ...place };
  const names = Object.keys(row);
  const places = `(${names.map(() => '?').join(', ')})`;
  for (let done = 0; done < copies; done += 100) {
    const rows = Array.from({ length: 100 }, (_, at) => ({ ...row, number: `COPY-${done + at}` }));
    const values = rows.map(() => places).join(', ');
    await dataSource.query(
      `INSERT INTO message (${names.join(', ')}) VALUES ${values}`,
      rows.flatMap((each) => Object.values(each)),
    );
  }
  await dataSource.query(dialect === 'mysql' ? 'ANALYZE TABLE message' : 'ANALYZE message');
}
