import { endpoints } from '@sunledger/shared-types';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import type { GivenPerson, GivenRegion } from '../support/given';

const ACCOUNTS = 200;
const LIMIT = 10;

describe(`${ACCOUNTS} parallel submissions from ${ACCOUNTS} accounts`, () => {
  let app: TestApp;
  let region: GivenRegion;
  const people: GivenPerson[] = [];

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    region = await app.given.region({ code: 'yunxi', name: '云溪县' });
    for (let at = 0; at < ACCOUNTS; at += 1) people.push(await app.given.person());
  });

  afterAll(() => app.stop());

  const submit = (as: GivenPerson, text: string, idempotencyKey: string) =>
    app.api.call(
      endpoints.message.submit,
      { region: region.code, kind: 'inquiry', text },
      { as, idempotencyKey },
    );

  it('lose and duplicate nothing, though every tap comes twice', async () => {
    const answers = await Promise.all(
      people.flatMap((person, at) => {
        const once = () => submit(person, `第 ${at} 位居民的问题：补贴何时公布？`, `parallel-${at}`);
        return [once(), once()];
      }),
    );
    const done = answers.filter((answer) => answer.status === 201);
    const others = answers.filter((answer) => answer.status !== 201).map((answer) => answer.error.code);
    // The second of two taps may be told that the first one is still under way.
    expect(new Set(others)).toEqual(others.length > 0 ? new Set(['IDEMPOTENCY_IN_PROGRESS']) : new Set());
    expect(new Set(done.map((answer) => answer.body.id)).size).toBe(ACCOUNTS);
    for (const [at, person] of people.entries()) {
      const mine = await app.api.ok(endpoints.message.list, { scope: 'mine' }, { as: person });
      expect(mine.items.map((item) => item.text)).toEqual([`第 ${at} 位居民的问题：补贴何时公布？`]);
    }
  });

  it('are numbered without a gap or a double', async () => {
    const rows: { number: string }[] = await app.database.dataSource.query(
      'SELECT number FROM message ORDER BY number',
    );
    const expected = Array.from(
      { length: ACCOUNTS },
      (_, at) => `YX20260302-${String(at + 1).padStart(4, '0')}`,
    );
    expect(rows.map((row) => row.number)).toEqual(expected);
  });

  it('each leave one chain that verifies and one order to tell the office', async () => {
    const report = await app.get(ChainVerificationService).run(app.ctx());
    expect(report).toMatchObject({ messages: ACCOUNTS, events: ACCOUNTS, faultCount: 0 });
    const [orders] = await app.database.dataSource.query(
      "SELECT COUNT(*) AS n FROM outbox WHERE topic = 'notify'",
    );
    expect(Number(orders.n)).toBe(ACCOUNTS);
  });

  it('one account with all its taps at once gets its limit and not one more', async () => {
    const eager = await app.given.person();
    const taps = Array.from({ length: LIMIT * 3 }, (_, at) =>
      submit(eager, `连续提问第 ${at} 次`, `eager-tap-${at}`),
    );
    const answers = await Promise.all(taps);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(LIMIT);
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(new Set(refused.map((answer) => answer.error.code))).toEqual(new Set(['MESSAGE_LIMIT']));
    const mine = await app.api.ok(endpoints.message.list, { scope: 'mine', limit: 100 }, { as: eager });
    expect(mine.items).toHaveLength(LIMIT);
  });
});
