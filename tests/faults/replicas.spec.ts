import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson } from '../support/given';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const NOW = '2026-03-02T09:00:00+08:00';
/** The embedded database serves one process: there the second server is the first one started again. */
const together = process.env.TEST_DATABASE === 'mariadb';
const title = together ? 'two servers on one database' : 'a server before and after a restart';

describe(`nothing that must hold for all servers is in the memory of one: ${title}`, () => {
  let first: TestApp;
  let second: TestApp;
  let story: MessageStory;
  let guesser: GivenPerson;
  let onlooker: GivenPerson;
  let sent: { number: string; queryCode: string };

  beforeAll(async () => {
    first = await startApp({ now: NOW });
    story = await messageStory(first);
    guesser = await first.given.person();
    onlooker = await first.given.person();
    const { number, queryCode } = await givenMessage(story);
    sent = { number: String(number), queryCode: String(queryCode) };
    second = first;
  });

  afterAll(async () => {
    if (second !== first) await second.stop();
    if (together || second === first) await first.stop();
  });

  const codeOf = async (call: Promise<{ status: number; error: { code: string } | null }>) => {
    const { status, error } = await call;
    return status < 300 ? 'ok' : error?.code;
  };
  const times = async (count: number, call: (at: number) => Promise<unknown>): Promise<unknown[]> => {
    const all: unknown[] = [];
    for (let at = 0; at < count; at += 1) all.push(await call(at));
    return all;
  };
  const nth = (code: string, count: number) => Array<string>(count).fill(code);

  const joins = (app: TestApp, at: number) =>
    codeOf(app.api.call(endpoints.invitation.look, { code: `ABCDEFGH${at}` }, { as: guesser }));
  const looksUp = (app: TestApp, at: number, number = sent.number) =>
    codeOf(app.api.call(endpoints.message.lookup, { number, code: `1${at}` }));
  const scans = (app: TestApp, at: number) =>
    codeOf(app.api.call(endpoints.session.lookScan, { code: `${at}`.padStart(24, '0') }, { as: guesser }));

  it('the first server counts guesses at invitations, query codes and scan codes', async () => {
    expect(await times(6, (at) => joins(first, at))).toEqual(nth('INVITATION_INVALID', 6));
    expect(await times(12, (at) => looksUp(first, at))).toEqual(nth('LOOKUP_NOT_FOUND', 12));
    expect(await times(15, (at) => scans(first, at))).toEqual(nth('SCAN_NOT_FOUND', 15));
  });

  it('an Idempotency-Key does not take the count of a refused guess back', async () => {
    const answers = await times(12, (at) =>
      codeOf(
        first.api.call(
          endpoints.invitation.accept,
          { code: `ABCDEFGH${at}`, name: '路过的人' },
          { as: onlooker, idempotencyKey: `guess-with-key-${at}` },
        ),
      ),
    );
    expect(answers).toEqual([...nth('INVITATION_INVALID', 10), ...nth('RATE_LIMITED', 2)]);
  });

  it('the second server goes on where the first one was', async () => {
    if (!together) await first.halt();
    second = await first.startedAgain(NOW);
    expect(await times(6, (at) => joins(second, at))).toEqual([
      ...nth('INVITATION_INVALID', 4),
      ...nth('RATE_LIMITED', 2),
    ]);
    expect(await times(10, (at) => looksUp(second, at))).toEqual([
      ...nth('LOOKUP_NOT_FOUND', 8),
      ...nth('RATE_LIMITED', 2),
    ]);
    expect(await times(7, (at) => scans(second, at))).toEqual([
      ...nth('SCAN_NOT_FOUND', 5),
      ...nth('RATE_LIMITED', 2),
    ]);
    // Now the right code does not help either, on no server.
    const right = { number: sent.number, code: sent.queryCode };
    for (const app of together ? [first, second] : [second])
      expect(await codeOf(app.api.call(endpoints.message.lookup, right))).toBe('RATE_LIMITED');
  });

  it('of many guesses at the same moment no more are granted than one server would grant', async () => {
    const apps = together ? [first, second] : [second];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => looksUp(apps[at % apps.length] ?? second, at, 'YX20260101-0007')),
    );
    expect(answers.filter((code) => code === 'LOOKUP_NOT_FOUND')).toHaveLength(20);
    expect(answers.filter((code) => code === 'RATE_LIMITED')).toHaveLength(40);
  });

  it('a minute later one may try again', async () => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 61_000);
    try {
      expect(await joins(second, 1)).toBe('INVITATION_INVALID');
      const right = { number: sent.number, code: sent.queryCode };
      expect(await codeOf(second.api.call(endpoints.message.lookup, right))).toBe('ok');
    } finally {
      clock.mockRestore();
    }
  });

  it('a code shown by one server is looked at, allowed and exchanged through any other, once', async () => {
    const other = together ? first : second;
    const { ticket, code } = await second.api.ok(endpoints.session.openScan, {});
    await other.api.ok(endpoints.session.lookScan, { code }, { as: story.handler });
    await second.api.ok(endpoints.session.answerScan, { code, allow: true }, { as: story.handler });
    const claims = await Promise.all(
      [other, second, other].map((app) => codeOf(app.api.call(endpoints.session.claimScan, { ticket }))),
    );
    expect(claims.sort()).toEqual(['SCAN_USED', 'SCAN_USED', 'ok']);
  });

  it('the same request with one key at two servers has one effect', async () => {
    const other = together ? first : second;
    const submit = (app: TestApp) =>
      app.api.call(
        endpoints.message.submit,
        { region: 'yunxi', kind: 'inquiry', text: '请问幼儿园春季招生几号报名？' },
        { as: story.stranger, idempotencyKey: 'two-servers-one-key' },
      );
    const answers = await Promise.all([submit(other), submit(second)]);
    const ids = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(1);
    const mine = await second.api.ok(endpoints.message.list, { scope: 'mine' }, { as: story.stranger });
    expect(mine.items.map(({ id }) => id)).toEqual([ids[0]]);
  });
});
