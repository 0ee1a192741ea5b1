import { endpoints } from '@sunledger/shared-types';
import { runRetention } from '../../backend/src/commands/retention-command';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

describe('what has outlived its time goes, and nothing else', () => {
  let app: TestApp;
  let story: MessageStory;

  beforeAll(async () => {
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
  });

  afterAll(() => app.stop());

  const sql = (text: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> =>
    app.database.dataSource.query(text, parameters);
  const count = async (table: string): Promise<number> =>
    Number((await sql(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

  async function retention(...args: string[]): Promise<{ status: number; rows: Record<string, number> }> {
    let said = '';
    const status = await runRetention(
      [...args, '--json'],
      { stdout: (text) => (said += text), stderr: () => 0 },
      app.nest,
    );
    const { rules } = JSON.parse(said) as { rules: { name: string; rows: number }[] };
    return { status, rows: Object.fromEntries(rules.map((rule) => [rule.name, rule.rows])) };
  }

  it('counts with --dry-run, deletes without, and then there is nothing left to do', async () => {
    const contact = { contactName: '王小明', contactPhone: '13812345678' };
    const key = 'retention-submit-1';
    const input = { region: 'yunxi', kind: 'inquiry', text: '请问图书馆几点开门？', ...contact } as const;
    const open = await app.api.ok(endpoints.message.submit, input, {
      as: story.citizen,
      idempotencyKey: key,
    });
    const closed = await givenMessage(story, { ...contact, public: true }).answered();
    await givenMessage(story, { ...contact, region: 'binjiang' });
    await app.tick();
    const old = [LONG_AGO];
    await sql('UPDATE idempotency_key SET created_at = ?', old);
    await sql("UPDATE outbox SET finished_at = ? WHERE state = 'done'", old);
    await sql('UPDATE session SET expires_at = ? WHERE account_id = ?', [
      LONG_AGO,
      story.stranger.actor.accountId,
    ]);
    app.clock.set('2027-03-20T10:00:00+08:00');
    const fresh = await givenMessage(story, contact).answered();

    const found = await retention('--dry-run');
    expect(found.rows).toMatchObject({
      idempotencyKeys: 1,
      refreshTokens: 1,
      sessions: 1,
      contacts: 1,
      dailyCounters: 2,
      importDrafts: 0,
    });
    expect(found.rows.outbox).toBeGreaterThan(3);
    expect(found.rows.notifications).toBeGreaterThan(3);
    expect(await count('session')).toBeGreaterThan(5);
    const [notes, messages, events] = [
      await count('notification'),
      await count('message'),
      await count('message_event'),
    ];

    expect((await retention()).rows).toEqual(found.rows);
    expect(Object.values((await retention('--dry-run')).rows).every((rows) => rows === 0)).toBe(true);
    expect(await count('notification')).toBe(notes - (found.rows.notifications ?? 0));
    expect([await count('message'), await count('message_event')]).toEqual([messages, events]);
    const names = await sql(
      'SELECT id, contact_name, contact_phone FROM message WHERE id IN (?, ?, ?) ORDER BY id',
      [open.id, closed.id, fresh.id],
    );
    expect(names.map((row) => [row.contact_name, row.contact_phone === null])).toEqual([
      ['王小明', false],
      [null, true],
      ['王小明', false],
    ]);
    expect(await app.get(ChainVerificationService).run(app.ctx())).toMatchObject({
      faultCount: 0,
      erased: 0,
    });
    expect((await app.api.ok(endpoints.message.get, { id: closed.id })).replyText).not.toBeNull();
  });

  it('keeps contact data as long as the region says', async () => {
    app.clock.set('2027-04-01T10:00:00+08:00');
    await givenMessage(story, { contactName: '李四' }).answered();
    app.clock.set('2027-06-10T10:00:00+08:00');
    const settings = (retention: object) =>
      sql('UPDATE region SET settings = ? WHERE code = ?', [
        JSON.stringify({ requireVerifiedPhone: false, retention }),
        'yunxi',
      ]);
    expect((await retention('--dry-run')).rows.contacts).toBe(0);
    await settings({ contact: 60 });
    expect((await retention('--dry-run')).rows.contacts).toBe(2);
    // A number without sense is the product's own, not “at once”.
    await settings({ contact: 0 });
    expect((await retention('--dry-run')).rows.contacts).toBe(0);
  });

  it('runs by itself every day', async () => {
    await sql('UPDATE session SET expires_at = ? WHERE account_id = ?', [
      LONG_AGO,
      story.official.actor.accountId,
    ]);
    await app.tick();
    expect(
      await sql('SELECT id FROM session WHERE account_id = ?', [story.official.actor.accountId]),
    ).toEqual([]);
  });

  it('refuses words it does not know', async () => {
    let said = '';
    const io = { stdout: () => 0, stderr: (text: string) => (said += text) };
    expect(await runRetention(['--all'], io, app.nest)).toBe(2);
    expect(said).toContain('不认识 --all');
  });
});
