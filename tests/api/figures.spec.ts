import {
  daysInMonth,
  endpoints,
  figureParts,
  statsGroupings,
  type CallOf,
  type FigurePart,
  type ReplyStats,
} from '@sunledger/shared-types';
import fc from 'fast-check';
import { bulkSize, fillWithBulkData, LARGE_REGION } from '../bench/bulk-data';
import { writeStays } from '../../backend/src/database/migrations/0014-stays';
import { RegionService } from '../../backend/src/features/region/region.service';
import type { Person } from '../support/api-client';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, QUESTION, type MessageStory } from '../support/given/message.given';

const { oversight, message: calls } = endpoints;
type Asked = CallOf<typeof oversight.replyStats>;

/** The number of the figures that a part is the list of. */
const numberOf = (part: FigurePart, figures: ReplyStats | ReplyStats['groups'][number]): number =>
  part === 'moved' ? figures.movedByOverride : figures[part];

describe('figures over many messages', () => {
  let app: TestApp;
  let rows: Facts[];
  const NOW = '2026-11-20T10:00:00+08:00';

  beforeAll(async () => {
    app = await startApp({ now: NOW });
    await fillWithBulkData(app, { ...bulkSize(0), messages: 1200 });
    await scatter(app);
    rows = await factsOf(app);
  });

  afterAll(() => app.stop());

  it('“By unit, kind and month” say what counting row by row says, for any period', async () => {
    const day = fc.integer({ min: 0, max: 330 }).map((after) => dayAfter('2026-01-20', after));
    const asked = fc.record({ by: fc.constantFrom(...statsGroupings), from: day, to: day });
    await fc.assert(
      fc.asyncProperty(asked, async ({ by, ...days }) => {
        const [from = '', to = ''] = [days.from, days.to].sort();
        const stats = await app.api.ok(oversight.replyStats, { region: LARGE_REGION, by, from, to });
        const inside = rows.filter(({ dueOn }) => dueOn >= from && dueOn <= to);
        expect(countsOf(stats)).toEqual(naive(inside));
        const counted = stats.groups.filter((group) => group.total + group.withdrawn + group.reworks > 0);
        expect(Object.fromEntries(counted.map((group) => [group.key, countsOf(group)]))).toEqual(
          Object.fromEntries(
            [...new Set(inside.map((row) => row[by]))].map((key) => [
              key,
              naive(inside.filter((row) => row[by] === key)),
            ]),
          ),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('“each number opens its list”, with exactly so many rows', async () => {
    const unit = Number(rows.find((row) => row.outcome === 'openOverdue')?.unit);
    const questions: Asked[] = [
      { region: LARGE_REGION, from: '2026-04-01', to: '2026-06-30' },
      { region: LARGE_REGION, unit },
      { region: LARGE_REGION, kind: 'help', from: '2026-09-01' },
    ];
    for (const asked of questions) {
      const stats = await app.api.ok(oversight.replyStats, asked);
      for (const part of figureParts) {
        expect([part, (await listed(app, { ...asked, part })).length]).toEqual([part, numberOf(part, stats)]);
      }
    }
  });

  it.each(statsGroupings)(
    'the numbers of a %s open their lists too, for the public and for staff',
    async (by) => {
      const period = { from: '2026-02-01', to: '2026-12-31' };
      const stats = await app.api.ok(oversight.replyStats, { region: LARGE_REGION, by, ...period });
      const most = [...stats.groups].sort((a, b) => b.total - a.total).slice(0, 3);
      expect(most).toHaveLength(3);
      const office = await app.given.person({ region: await largeRegion(app), role: 'office' });
      for (const group of most) {
        const narrowed = narrowedTo(by, group.key, period);
        for (const part of figureParts) {
          const asked = { region: LARGE_REGION, ...narrowed, part };
          const rows = [await listed(app, asked), await listed(app, asked, office)];
          expect([part, ...rows.map((list) => list.length)]).toEqual([
            part,
            numberOf(part, group),
            numberOf(part, group),
          ]);
        }
      }
    },
  );

  it('every number of the officials’ board has exactly so many rows behind it, of the board and of each unit', async () => {
    const official = await app.given.person({ region: await largeRegion(app), role: 'official' });
    const board = await app.api.ok(
      oversight.board,
      { code: LARGE_REGION, period: 'quarter' },
      { as: official },
    );
    const { from, to } = board;
    const count = async (asked: Partial<CallOf<typeof oversight.replyStatsMessages>>): Promise<number> =>
      (await listed(app, { region: LARGE_REGION, ...asked }, official)).length;
    for (const part of boardParts)
      expect([part, await count({ from, to, part })]).toEqual([part, board.replies[part]]);
    const units = [...board.units].sort((a, b) => b.replies.total - a.replies.total).slice(0, 4);
    for (const { unit, replies } of units) {
      for (const part of boardParts)
        expect([unit.name, part, await count({ from, to, part, unit: unit.id })]).toEqual([
          unit.name,
          part,
          replies[part],
        ]);
      const page = await app.api.ok(oversight.unitPage, {
        code: LARGE_REGION,
        id: unit.id,
        period: 'quarter',
      });
      expect(page.replies.total).toBe(replies.total);
      expect(await count({ part: 'overdueNow', unit: unit.id })).toBe(page.overdueNow);
    }
    // more than the board shows, reworks among them, the longest overdue first
    const overdue = await listed(app, { region: LARGE_REGION, part: 'overdueNow' }, official);
    expect(overdue).toHaveLength(board.overdueNow);
    expect(overdue.length).toBeGreaterThan(board.overdueMessages.length);
    expect(board.overdueMessages.map(({ id }) => id)).toEqual(
      overdue.slice(0, board.overdueMessages.length).map(({ message }) => message?.id),
    );
    expect(overdue.length).toBe(rows.filter(({ outcome }) => outcome === 'openOverdue').length);
  });
});

describe('figures of a story', () => {
  let app: TestApp;
  let story: MessageStory;
  const at = (time: string): void => app.clock.set(`2026-03-${time}:00+08:00`);

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  it('pauses and extensions are counted', async () => {
    const asked = await givenMessage(story, { kind: 'help' }).assigned();
    await app.api.ok(calls.askMore, { id: asked.id, question: '请问是哪个小区？' }, { as: story.handler });
    const longer = await givenMessage(story, { kind: 'suggestion', by: story.stranger }).assigned();
    const extension = { id: longer.id, workingDays: 3, note: '需要实地调查' };
    await app.api.ok(calls.extend, extension, { as: story.handler });
    await app.api.ok(calls.approveExtension, { id: longer.id }, { as: story.office });
    const stats = await app.api.ok(oversight.replyStats, { region: 'yunxi', by: 'kind' });
    expect(stats).toMatchObject({ total: 2, paused: 1, extended: 1 });
    expect(stats.groups.map(({ key, name, paused, extended }) => [key, name, paused, extended])).toEqual([
      ['help', '求助', 1, 0],
      ['suggestion', '建议', 0, 1],
    ]);
  });

  it('“A unit’s own holding time is measured besides”: from getting a message to letting go of it', async () => {
    const { id } = await givenMessage(story, { kind: 'complaint' });
    at('02T12:00');
    await app.api.ok(calls.assign, { id, unitId: story.unit.id }, { as: story.office });
    at('03T18:00');
    const wrong = { id, unitId: story.otherUnit.id, note: '属于教育局职责' };
    await app.api.ok(calls.transfer, wrong, { as: story.handler });
    at('04T00:00');
    const stats = await app.api.ok(oversight.replyStats, { region: 'yunxi', kind: 'complaint' });
    expect(stats.holding).toEqual({ stays: 2, medianHours: 16, p90Hours: 30, now: 1, longestNowHours: 6 });
    expect(stats.groups.map(({ name, total, holding }) => [name, total, holding.stays, holding.now])).toEqual(
      [
        [story.region.office.name, 0, 1, 0],
        [story.unit.name, 0, 1, 0],
        [story.otherUnit.name, 1, 0, 1],
      ],
    );
  });

  it('stays read from the chains are those that the moves wrote', async () => {
    const { dataSource } = app.database;
    const stays = (): Promise<unknown> =>
      dataSource.query('SELECT * FROM message_stay ORDER BY message_id, seq');
    const written = await stays();
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query('DELETE FROM message_stay');
      await writeStays(runner);
    } finally {
      await runner.release();
    }
    expect(await stays()).toEqual(written);
    expect(written).toHaveLength(4);
  });

  it('“the public list shows private messages without number, text, name or link: kind, unit, dates, outcome only”', async () => {
    const asked = { region: 'yunxi', part: 'notYetDue' } as const;
    const items = await listed(app, asked);
    expect(items.map(({ kind }) => kind)).toEqual(['suggestion', 'help', 'complaint']);
    for (const item of items) {
      expect(item.message).toBeNull();
      expect(Object.keys(item).sort()).toEqual(
        ['answeredOn', 'declined', 'dueOn', 'kind', 'message', 'outcome', 'receivedOn', 'unit'].sort(),
      );
    }
    const said = JSON.stringify(items);
    for (const secret of [QUESTION, 'YX2026', '王', '"id":1,']) expect(said).not.toContain(secret);
  });

  it('who may read a message finds it there: the author, the unit, office and officials', async () => {
    const asked = { region: 'yunxi', part: 'notYetDue' } as const;
    const seenBy = async (person: Person): Promise<(string | null)[]> =>
      (await listed(app, asked, person)).map(({ message }) => message?.authorName ?? null);
    expect(await seenBy(story.office)).toEqual(['网友', '网友', '网友']);
    expect(await seenBy(story.official)).toEqual(['网友', '网友', '网友']);
    expect(await seenBy(story.handler)).toEqual(['网友', '网友', null]);
    expect(await seenBy(story.citizen)).toEqual([null, '网友', '网友']);
    expect(await seenBy(story.officeElsewhere)).toEqual([null, null, null]);
    const published = await givenMessage(story, { by: app.given.person(), public: true }).answered();
    const open = await listed(app, { region: 'yunxi', part: 'onTime' });
    expect(open).toEqual([expect.objectContaining({ outcome: 'onTime' })]);
    expect(open[0]?.message).toMatchObject({ id: published.id, number: published.number });
  });

  it.each([
    [{ part: 'nothing' as 'total' }, 'part', 422],
    [{ kind: 'nothing' as 'help' }, 'kind', 422],
    [{ unit: 999_999 }, null, 422],
    [{ region: 'nowhere' }, null, 404],
    [{ from: '2026-02-30' }, 'from', 422],
  ])('refuses %j', async (input, field, status) => {
    const answer = await app.api.call(oversight.replyStatsMessages, { region: 'yunxi', ...input });
    expect([answer.status, answer.error.details?.[0]?.field ?? null]).toEqual([status, field]);
  });
});

/** The numbers of the board that open a list of messages. */
const boardParts = figureParts.filter((part) => part !== 'moved');

const largeRegion = (app: TestApp) => app.get(RegionService).byCode(app.ctx(), LARGE_REGION);

/** The list behind a group: of its unit, its kind, or its month within the period. */
function narrowedTo(by: (typeof statsGroupings)[number], key: string, period: { from: string; to: string }) {
  if (by === 'unit') return { ...period, unit: Number(key) };
  if (by === 'kind') return { ...period, kind: key as 'help' };
  return { from: `${key}-01`, to: dayAfter(`${key}-01`, daysInMonth(...monthOf(key)) - 1) };
}

const monthOf = (key: string): [number, number] => [Number(key.slice(0, 4)), Number(key.slice(5))];

/** All pages of a list. */
async function listed(app: TestApp, asked: CallOf<typeof oversight.replyStatsMessages>, as?: Person) {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await app.api.ok(
      oversight.replyStatsMessages,
      { ...asked, limit: 100, cursor },
      as ? { as } : {},
    );
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The bulk knows no pauses, follow-ups and the like: some messages of every sort get them. */
async function scatter(app: TestApp): Promise<void> {
  for (const sql of [
    'UPDATE message SET reclassified = 1 WHERE id % 7 = 0',
    'UPDATE message SET was_paused = 1 WHERE id % 11 = 0',
    'UPDATE message SET extra_days = 3 WHERE id % 13 = 0',
    'UPDATE message SET merged_into = id WHERE id % 31 = 0',
    "UPDATE message SET origin = 'followUp' WHERE id % 17 = 0",
    "UPDATE message SET origin = 'rework' WHERE id % 19 = 0",
    "UPDATE message SET status = 'declined' WHERE id % 5 = 0 AND result <> 'open'",
    "UPDATE message SET result = 'withdrawn', status = 'withdrawn' WHERE id % 23 = 0 AND result = 'open'",
    'UPDATE message SET overdue_unit_id = unit_id + 1 WHERE id % 29 = 0 AND unit_id % 2 = 0',
  ])
    await app.database.dataSource.query(sql);
}

interface Facts {
  dueOn: string;
  unit: string;
  kind: string;
  month: string;
  outcome: string;
  rework: boolean;
  minutes: number | null;
  row: Record<string, unknown>;
}

async function factsOf(app: TestApp): Promise<Facts[]> {
  const rows: Record<string, unknown>[] = await app.database.read(
    "SELECT m.* FROM message m JOIN region g ON g.id = m.region_id WHERE g.code = 'bench-aa'",
    [],
  );
  const now = app.clock.now().getTime();
  return rows.map((row) => {
    const dueAt = row.due_at instanceof Date ? row.due_at.getTime() : Date.parse(`${String(row.due_at)}Z`);
    const dueOn = String(row.due_on);
    return {
      dueOn,
      unit: String(row.overdue_unit_id ?? row.unit_id),
      kind: String(row.kind),
      month: dueOn.slice(0, 7),
      outcome: row.result === 'open' ? (dueAt <= now ? 'openOverdue' : 'notYetDue') : String(row.result),
      rework: row.origin === 'rework',
      minutes: row.answer_minutes === null ? null : Number(row.answer_minutes),
      row,
    };
  });
}

/** The figures by the words of reply-rule, counted one by one. */
function naive(messages: readonly Facts[]): Record<string, unknown> {
  const own = messages.filter(({ rework, outcome }) => !rework && outcome !== 'withdrawn');
  const reworks = messages.filter(({ rework, outcome }) => rework && outcome !== 'withdrawn');
  const count = (is: (message: Facts) => boolean): number => own.filter(is).length;
  const due = own.filter(({ outcome }) => outcome !== 'notYetDue').length;
  const onTime = count(({ outcome }) => outcome === 'onTime');
  const minutes = own.flatMap((message) => message.minutes ?? []).sort((a, b) => a - b);
  const at = (place: number): number => Math.round(((minutes[place] ?? 0) / 60) * 100) / 100;
  return {
    total: own.length,
    onTime,
    late: count(({ outcome }) => outcome === 'late'),
    openOverdue: count(({ outcome }) => outcome === 'openOverdue'),
    notYetDue: count(({ outcome }) => outcome === 'notYetDue'),
    share: due === 0 ? null : onTime / due,
    p90Hours: minutes.length === 0 ? null : at(Math.ceil(minutes.length * 0.9) - 1),
    reclassified: count(({ row }) => Number(row.reclassified) === 1),
    paused: count(({ row }) => Number(row.was_paused) === 1),
    extended: count(({ row }) => row.extra_days !== null),
    merged: count(({ row }) => row.merged_into !== null),
    followUps: count(({ row }) => row.origin === 'followUp'),
    declined: count(({ row }) => row.status === 'declined'),
    withdrawn: messages.filter(({ rework, outcome }) => !rework && outcome === 'withdrawn').length,
    reworks: reworks.length,
    lateReworks: reworks.filter(({ outcome }) => outcome === 'late' || outcome === 'openOverdue').length,
  };
}

function countsOf(figures: ReplyStats | ReplyStats['groups'][number]): Record<string, unknown> {
  const { total, onTime, late, openOverdue, notYetDue, share, p90Hours } = figures;
  const { reclassified, paused, extended, merged, followUps, declined, withdrawn, reworks, lateReworks } =
    figures;
  return {
    ...{ total, onTime, late, openOverdue, notYetDue, share, p90Hours },
    ...{ reclassified, paused, extended, merged, followUps, declined, withdrawn, reworks, lateReworks },
  };
}
