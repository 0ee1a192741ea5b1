import { allEndpoints, endpoints, messageKinds } from '@sunledger/shared-types';
import mammoth from 'mammoth';
import { saltedDigest } from '../../backend/src/features/message/event-chain';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls, oversight, bulletin: bulletins } = endpoints;
const MONDAY = '2026-03-02T10:00:00+08:00';

/** Sentences of the reply rule that belong to no single feature; the others are quoted where they are proven. */
describe('the reply rule', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: MONDAY });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());
  beforeEach(() => app.clock.set(MONDAY));

  const sql = (text: string, id: number): Promise<Record<string, unknown>[]> =>
    app.database.dataSource.query(text, [id]);
  const seen = (id: number, as: GivenPerson = story.office) => app.api.ok(calls.get, { id }, { as });

  it('“A request for disclosure (依申请公开) follows 条例 29–34, not this page, and is not built until its own issue”', async () => {
    expect(messageKinds).toEqual(['inquiry', 'suggestion', 'complaint', 'help', 'correction']);
    const asked = { region: 'yunxi', kind: 'disclosure' as 'help', text: '申请公开预算的附表' };
    const answer = await app.api.call(calls.submit, asked, { as: story.citizen });
    expect([answer.status, answer.error.details?.[0]?.field]).toEqual([422, 'kind']);
    expect(allEndpoints.filter(({ path }) => path.includes('disclosure'))).toEqual([]);
  });

  it('“Transfer, return, reassignment, drafting, review: the clock does not stop and does not restart”', async () => {
    const { id } = await givenMessage(story, { by: app.given.person(), kind: 'help' }).assigned();
    const clock = async () => {
      const [row] = await sql(
        'SELECT received_at, received_on, due_on, due_at FROM message WHERE id = ?',
        id,
      );
      return [row, (await seen(id)).clock];
    };
    const first = await clock();
    expect(first).toEqual([expect.objectContaining({ due_on: '2026-03-09' }), 'running']);
    const { handler, reviewer, otherHandler, office } = story;
    const steps: [day: string, step: () => Promise<unknown>][] = [
      ['02', () => app.api.ok(calls.return, { id, note: '不属于本单位' }, { as: handler })],
      ['03', () => app.api.ok(calls.assign, { id, unitId: story.otherUnit.id }, { as: office })],
      [
        '04',
        () =>
          app.api.ok(calls.transfer, { id, unitId: story.unit.id, note: '属于住建' }, { as: otherHandler }),
      ],
      ['04', () => app.api.ok(calls.claim, { id }, { as: handler })],
      ['05', () => app.api.ok(calls.reply, { id, text: ANSWER }, { as: handler })],
      ['05', () => app.api.ok(calls.sendBack, { id, note: '再写清楚' }, { as: reviewer })],
      ['06', () => app.api.ok(calls.reply, { id, text: `${ANSWER}（二稿）` }, { as: handler })],
    ];
    for (const [day, step] of steps) {
      app.clock.set(`2026-03-${day}T16:00:00+08:00`);
      await step();
      expect(await clock()).toEqual(first);
    }
    app.clock.set('2026-03-10T00:00:00+08:00');
    expect(await clock()).toEqual([first[0], 'overdue']);
  });

  it('“Only a published reply stops the clock. An acknowledgement, a draft, a reply in review, a phone call noted by staff do not.”', async () => {
    const open = () => givenMessage(story, { by: app.given.person() }).assigned();
    const [acknowledged, drafted, phoned] = [await open(), await open(), await open()];
    const holding = { id: acknowledged.id, text: '您的来信已收到。', holdingReason: '先行告知' };
    await app.api.ok(calls.reply, holding, { as: story.handler });
    await app.api.ok(calls.reply, { id: drafted.id, text: ANSWER }, { as: story.handler });
    const note = '已电话告知留言人，请政务公开办登记';
    await app.api.ok(calls.return, { id: phoned.id, note }, { as: story.handler });
    for (const { id, dueOn } of [acknowledged, drafted, phoned]) {
      app.clock.set('2026-03-03T23:59:59.999+08:00');
      expect(await seen(id)).toMatchObject({ clock: 'running', answeredAt: null });
      app.clock.set('2026-03-04T00:00:00+08:00');
      expect(await seen(id)).toMatchObject({ clock: 'overdue', dueOn });
    }
    const answer = { id: drafted.id, confirmed: true };
    expect((await app.api.ok(calls.approve, answer, { as: story.reviewer })).clock).toBe('late');
    app.clock.set('2026-03-20T00:00:00+08:00');
    expect((await seen(drafted.id)).clock).toBe('late');
  });

  it('“The state machine refuses what the rule forbids, on the server, whatever the client shows: closing without a published reply, editing `receivedAt` or `dueOn`, a second reclassification, publishing one’s own draft, pausing a simple inquiry”', async () => {
    const { id, receivedAt, dueOn } = await givenMessage(story, { by: app.given.person() }).assigned();
    const code = async (call: Promise<{ status: number; error: { code: string } }>) =>
      (await call).error.code;
    const as = { as: story.reviewer };
    // closing: there is no such call, and none of those that close takes an open message
    expect(await code(app.api.call(calls.approve, { id, confirmed: true }, as))).toBe('MESSAGE_STATE');
    const delivery = { id, to: [id], confirmed: true };
    expect(await code(app.api.call(calls.deliver, delivery, as))).toBe('MERGE_NOT_ANSWERED');
    expect((await seen(id)).status).toBe('open');
    // editing: no call takes them, and what is sent along is not read
    const forged = { receivedAt: '2026-03-06T10:00:00+08:00', dueOn: '2026-12-31', dueAt: '2026-12-31' };
    for (const method of ['PUT', 'POST']) {
      const headers = {
        authorization: `Bearer ${story.office.accessToken}`,
        'content-type': 'application/json',
      };
      const edit = { method, headers, body: JSON.stringify(forged) };
      expect((await app.api.raw(`/api/v1/messages/${id}`, edit)).status).toBe(404);
    }
    const change = { id, kind: 'help', reason: 'wrongKind', text: '属于求助事项', ...forged } as const;
    const lengthened = await app.api.ok(calls.reclassify, change, as);
    expect([dueOn, lengthened.receivedAt, lengthened.dueOn]).toEqual([
      '2026-03-03',
      receivedAt,
      '2026-03-09',
    ]);
    // a second reclassification
    const again = { ...change, kind: 'complaint' } as const;
    expect(await code(app.api.call(calls.reclassify, again, as))).toBe('RECLASSIFY_TWICE');
    // one's own draft
    await app.api.ok(calls.reply, { id, text: ANSWER, ...forged }, as);
    expect(await code(app.api.call(calls.approve, { id, confirmed: true }, as))).toBe('REPLY_OWN_APPROVAL');
    expect(await seen(id)).toMatchObject({ receivedAt, dueOn: '2026-03-09', status: 'inReview' });
    // pausing a simple inquiry
    const simple = await givenMessage(story, { by: app.given.person() }).assigned();
    const question = { id: simple.id, question: '请问是哪一个小区？' };
    expect(await code(app.api.call(calls.askMore, question, { as: story.handler }))).toBe('ASK_SIMPLE');
  });

  it('“Every event (received, assigned, transferred, reclassified, reply published, overdue…) is appended to a per-message chain. A chain row holds codes and times in clear and only a salted digest of each text, no personal data”', async () => {
    const author = await app.given.person({ name: '王小明' });
    const secret = '我叫王小明，电话13812345678，住城东新村';
    const { id } = await givenMessage(story, {
      by: author,
      text: secret,
      contactName: '王小明',
      contactPhone: '13812345678',
    });
    const rows = () => sql('SELECT * FROM message_event WHERE message_id = ? ORDER BY seq', id);
    const { handler, office, otherReviewer } = story;
    const steps: (() => Promise<unknown>)[] = [
      () => app.api.ok(calls.assign, { id, unitId: story.unit.id, note: '请联系王小明' }, { as: office }),
      () =>
        app.api.ok(
          calls.transfer,
          { id, unitId: story.otherUnit.id, note: '王小明的孩子上学' },
          { as: handler },
        ),
      () =>
        app.api.ok(
          calls.reclassify,
          { id, kind: 'help', reason: 'wrongKind', text: '王小明求助' },
          { as: otherReviewer },
        ),
      async () => {
        app.clock.set('2026-03-10T00:00:00+08:00');
        await app.tick();
      },
      () => app.api.ok(calls.reply, { id, text: `王小明您好：${ANSWER}` }, { as: story.otherHandler }),
      () => app.api.ok(calls.approve, { id, confirmed: true }, { as: otherReviewer }),
    ];
    let before = await rows();
    for (const step of steps) {
      await step();
      const after = await rows();
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after).toHaveLength(before.length + 1);
      before = after;
    }
    expect(before.map((row) => row.code)).toEqual([
      'received',
      'assigned',
      'transferred',
      'reclassified',
      'overdue',
      'drafted',
      'replyPublished',
    ]);
    expect(before.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(JSON.stringify(before)).not.toMatch(/王小明|13812345678|城东|电梯/u);
    const [message] = await sql('SELECT text, text_salt FROM message WHERE id = ?', id);
    expect(before[0]?.digest).toBe(saltedDigest(String(message?.text_salt), secret));
    const notes = await sql('SELECT seq, text, salt FROM message_note WHERE message_id = ?', id);
    for (const note of notes)
      expect(before[Number(note.seq) - 1]?.digest).toBe(saltedDigest(String(note.salt), String(note.text)));
    expect(notes).toHaveLength(3);
  });

  describe('“The share lengthened is in every report, per unit”', () => {
    let region: { id: number; code: string };
    let office: GivenPerson;
    let official: GivenPerson;
    let unit: { id: number; name: string };

    beforeAll(async () => {
      app.clock.set(MONDAY);
      const given = await app.given.region({ code: 'liuxi', name: '柳溪县' });
      region = given;
      unit = await app.given.unit(given, '县水利局');
      office = await app.given.person({ region: given, role: 'office', unit: given.office });
      official = await app.given.person({ region: given, role: 'official' });
      for (const kind of ['inquiry', 'help', 'help', 'complaint'] as const) {
        const input = { region: 'liuxi', kind, text: '水库什么时候放水灌溉？' };
        const { id } = await app.api.ok(calls.submit, input, { as: await app.given.person() });
        await app.api.ok(calls.assign, { id, unitId: unit.id }, { as: office });
        if (kind !== 'inquiry') continue;
        const change = { id, kind: 'help', reason: 'wrongKind', text: '属于求助事项' } as const;
        await app.api.ok(calls.reclassify, change, { as: office });
      }
    });

    const wordsOf = async (path: string): Promise<string> => {
      const headers = { authorization: `Bearer ${office.accessToken}` };
      const response = await app.api.raw(`/api/v1${path}`, { headers });
      expect(response.status).toBe(200);
      const buffer = Buffer.from(await response.arrayBuffer());
      return (await mammoth.extractRawText({ buffer })).value;
    };
    const lengthened = { total: 4, reclassified: 1 };

    it('the public figures, the board and the page of the unit', async () => {
      const stats = await app.api.ok(oversight.replyStats, { region: 'liuxi', from: '2026-03-01' });
      expect(stats).toMatchObject(lengthened);
      expect(stats.groups.find((group) => group.name === unit.name)).toMatchObject(lengthened);
      const board = await app.api.ok(oversight.board, { code: 'liuxi' }, { as: official });
      expect(board.units.find((row) => row.unit.id === unit.id)?.replies).toMatchObject(lengthened);
      const page = await app.api.ok(oversight.unitPage, { code: 'liuxi', id: unit.id });
      expect(page.replies).toMatchObject(lengthened);
    });

    it('the bulletin, on the screen and in Word', async () => {
      const input = { code: 'liuxi', kind: 'month', year: 2026, part: 3 } as const;
      const bulletin = await app.api.ok(bulletins.create, input, { as: office });
      expect(bulletin.figures.replies).toMatchObject({ ...lengthened, declined: 0, withdrawn: 0 });
      expect(bulletin.figures.units.find((row) => row.name === unit.name)?.replies).toMatchObject(lengthened);
      const words = await wordsOf(`/bulletins/${bulletin.id}/bulletin.docx`);
      expect(words).toContain('因改类延长期限1（25.0%）');
      expect(words).toMatch(/县水利局[\s\d—.%]*1（25\.0%）/u);
    });

    it('the section for the yearly report, in words and in Word', async () => {
      const section = await app.api.ok(
        bulletins.annualSection,
        { code: region.code, year: 2026 },
        { as: official },
      );
      expect(section.units).toEqual([{ name: unit.name, ...lengthened, share: null, declined: 0 }]);
      expect(await wordsOf('/regions/liuxi/annual-section.docx?year=2026')).toContain('1（25.0%）');
    });

    it('the open data', async () => {
      const response = await app.api.raw('/api/v1/regions/liuxi/open-data/stats.json');
      const { items } = (await response.json()) as { items: Record<string, unknown>[] };
      expect(items.find((row) => row.by === 'unit' && row.name === unit.name)).toMatchObject({
        ...lengthened,
        reclassifiedShare: 0.25,
      });
    });
  });
});
