import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { ANSWER, givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { message: calls } = endpoints;

describe('receipt number and query code find a message without signing in', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  const lookup = (number: string | null, code: string | null) =>
    app.api.call(calls.lookup, { number: number ?? '', code: code ?? '' });

  it('the author gets the code on sending and sees it again; nobody else does', async () => {
    const sent = await givenMessage(story).assigned();
    const mine = await app.api.ok(calls.get, { id: sent.id }, { as: story.citizen });
    expect(mine.queryCode).toMatch(/^\d{10}$/);
    for (const as of [story.handler, story.office, story.official])
      expect((await app.api.ok(calls.get, { id: sent.id }, { as })).queryCode).toBeNull();
    const shown = await givenMessage(story, { public: true }).answered();
    expect((await app.api.ok(calls.get, { id: shown.id })).queryCode).toBeNull();
    const stored = await app.database.dataSource.query('SELECT * FROM message WHERE id = ?', [sent.id]);
    expect(JSON.stringify(stored)).not.toContain(mine.queryCode);
  });

  it('shows state, steps, the day with its reason, then the answer; no contact data', async () => {
    const contact = { contactName: '王小明', contactPhone: '13812345678' };
    const text = '我是王小明，请问电话13812345678登记了吗，补贴何时发？';
    const sent = await givenMessage(story, { text, ...contact });
    const open = await lookup(sent.number, sent.queryCode);
    expect(open.body).toMatchObject({
      number: sent.number,
      status: 'open',
      clock: 'running',
      dueOn: '2026-03-03',
      due: { dueOn: '2026-03-03', workingDays: 1 },
      replies: [],
    });
    expect(open.body.events.map((event) => event.code)).toEqual(['received']);
    expect(JSON.stringify(open.body)).not.toMatch(/小明|13812345678/);
    await app.api.ok(calls.assign, { id: sent.id, unitId: story.unit.id }, { as: story.office });
    await app.api.ok(calls.reply, { id: sent.id, text: ANSWER }, { as: story.handler });
    expect((await lookup(sent.number, sent.queryCode)).body.replies).toEqual([]);
    await app.api.ok(calls.approve, { id: sent.id, confirmed: true }, { as: story.reviewer });
    const answered = await lookup(sent.number, sent.queryCode);
    expect(answered.body).toMatchObject({ status: 'answered', clock: 'onTime', due: null });
    expect(answered.body.replies[0]?.text).toBe(ANSWER);
    expect(Object.keys(answered.body)).not.toEqual(expect.arrayContaining(['contactPhone', 'moves']));
  });

  it('is read as people type it: full-width, small letters, spaces, without the dash', async () => {
    const { number, queryCode } = await givenMessage(story);
    const [typed, code] = [String(number), String(queryCode)];
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    const ways: [string, string][] = [
      [typed.toLowerCase(), code.replace(/^(...)(...)/, '$1 $2 ')],
      [typed.replace('-', ''), wide],
      [` ${typed.replace('-', ' － ')} `, `${code.slice(0, 3)}-${code.slice(3)}`],
    ];
    for (const [given, pin] of ways) expect((await lookup(given, pin)).status).toBe(200);
  });

  it('answers the same to a wrong number and a wrong code', async () => {
    const { number, queryCode } = await givenMessage(story);
    const wrongCode = await lookup(number, '0000000000');
    const wrongNumber = await lookup('YX20260302-9999', queryCode);
    const other = await givenMessage(story);
    const swapped = await lookup(number, other.queryCode);
    const facts = [wrongCode, wrongNumber, swapped].map(({ status, error }) => [
      status,
      error.code,
      error.message,
    ]);
    expect(new Set(facts.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(facts[0]?.slice(0, 2)).toEqual([404, 'LOOKUP_NOT_FOUND']);
  });

  it('guessing is stopped, for a number that nobody has like for one that exists', async () => {
    const { number, queryCode } = await givenMessage(story);
    for (const each of [String(number), 'YX20250101-0001']) {
      const codes: string[] = [];
      for (let guess = 0; guess < 25; guess += 1) codes.push((await lookup(each, `1${guess}`)).error.code);
      expect(codes.slice(0, 20)).toEqual(Array(20).fill('LOOKUP_NOT_FOUND'));
      expect(codes.slice(-3)).toEqual(Array(3).fill('RATE_LIMITED'));
    }
    expect((await lookup(number, queryCode)).error.code).toBe('RATE_LIMITED');
  });

  it('a new code ends the old one; only the author gets one', async () => {
    const { id, number, queryCode } = await givenMessage(story);
    for (const as of [story.stranger, story.handler, story.office])
      expect((await app.api.call(calls.renewCode, { id }, { as })).status).toBe(404);
    expect((await app.api.call(calls.renewCode, { id })).status).toBe(401);
    const renewed = await app.api.ok(calls.renewCode, { id }, { as: story.citizen });
    expect(renewed.queryCode).not.toBe(queryCode);
    expect((await lookup(number, queryCode)).status).toBe(404);
    expect((await lookup(number, renewed.queryCode)).status).toBe(200);
  });

  it('refuses what cannot be a number or a code', async () => {
    for (const [number, code] of [
      ['', '1'],
      ['YX20260302-0001', ''],
      ['x'.repeat(41), '1'],
    ] as const)
      expect((await lookup(number, code)).error.code).toBe('INVALID_INPUT');
  });
});
