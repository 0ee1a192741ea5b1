import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@sunledger/shared-types';
import { runVerify } from '../../backend/src/commands/verify-command';
import { AnchorService } from '../../backend/src/features/anchor/anchor.service';
import { ChainRepository } from '../../backend/src/features/message/chain.repository';
import { chainHash, chainHead } from '../../backend/src/features/message/event-chain';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

const { anchor: calls, message } = endpoints;

describe('daily anchors', () => {
  let app: TestApp;
  let story: MessageStory;
  let folder: string;
  let id: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunledger-anchors-'));
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    id = (await givenMessage(story).assigned()).id;
    await givenMessage(story);
    await app.tick();
    await app.tick();
    app.clock.set('2026-03-03T00:30:00+08:00');
    await app.tick();
    app.clock.set('2026-03-04T09:00:00+08:00');
    await givenMessage(story);
    await app.tick();
  });

  afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const sql = (text: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> =>
    app.database.dataSource.query(text, parameters);

  async function save(day: string): Promise<string> {
    const file = await app.api.ok(calls.file, { code: 'yunxi', day }, { as: story.office });
    writeFileSync(join(folder, `${day}.json`), JSON.stringify(file));
    return `${day}.json`;
  }

  async function verify(...args: string[]): Promise<{ status: number; said: string }> {
    let said = '';
    const hear = (text: string) => void (said += text);
    const status = await runVerify(args, { stdout: hear, stderr: hear, folder }, app.nest);
    return { status, said };
  }

  it('one per day and region, however often the job runs; the newest first, page by page', async () => {
    const first = await app.api.ok(calls.list, { code: 'yunxi', limit: 2 }, { as: story.office });
    expect(first.items.map((each) => [each.day, each.messages])).toEqual([
      ['2026-03-04', 3],
      ['2026-03-03', 2],
    ]);
    const rest = await app.api.ok(
      calls.list,
      { code: 'yunxi', limit: 2, cursor: first.nextCursor ?? '' },
      { as: story.office },
    );
    expect(rest.items.map((each) => each.day)).toEqual(['2026-03-02']);
    expect(rest.nextCursor).toBeNull();
    const [newest] = first.items;
    expect(newest?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(newest?.short).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
    const elsewhere = await app.api.ok(calls.list, { code: 'binjiang' }, { as: story.officeElsewhere });
    expect(elsewhere.items.map((each) => each.messages)).toEqual([0, 0, 0]);
  });

  it('two servers at once make one', async () => {
    app.clock.set('2026-03-05T00:00:01+08:00');
    const { region } = story;
    const service = app.get(AnchorService);
    const made = await Promise.all([1, 2, 3].map(() => service.latest(app.ctx(), region.id)));
    expect(new Set(made.map((each) => each.id)).size).toBe(1);
    expect(made[0]?.day).toBe('2026-03-05');
  });

  it('“a daily anchor holds every head and the count per region”: a day stores what changed, its file has every chain', async () => {
    const rows = await sql(
      'SELECT a.day, COUNT(h.id) AS heads FROM chain_anchor a LEFT JOIN chain_anchor_head h ON h.anchor_id = a.id ' +
        'WHERE a.region_id = ? GROUP BY a.day ORDER BY a.day LIMIT 3',
      [story.region.id],
    );
    // On the 4th: the new one, and the two whose day had passed by then.
    expect(rows.map((row) => Number(row.heads))).toEqual([2, 0, 3]);
    const file = await app.api.ok(calls.file, { code: 'yunxi', day: '2026-03-03' }, { as: story.office });
    const { regions } = file as { regions: Record<string, { chains: Record<string, [number, string]> }> };
    expect(Object.keys(regions.yunxi?.chains ?? {})).toHaveLength(2);
    expect(JSON.stringify(file)).not.toContain('电梯');
  });

  it('each day’s file verifies, though chains have grown since', async () => {
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
      const found = await verify('--anchor', await save(day));
      expect(found.said).toContain('全部相符');
      expect(found.said).toContain('存证指纹');
      expect(found.status).toBe(0);
    }
  });

  it('a file that was changed does not fit its fingerprint', async () => {
    const name = await save('2026-03-04');
    const file = await app.api.ok(calls.file, { code: 'yunxi', day: '2026-03-04' }, { as: story.office });
    const changed = JSON.stringify(file).replace(/\[(\d+),"/, (_, n: string) => `[${Number(n) - 1},"`);
    writeFileSync(join(folder, name), changed);
    const found = await verify('--anchor', name);
    expect(found).toMatchObject({ status: 2, said: expect.stringContaining('文件被改过') as string });
  });

  it('finds a chain rewritten with correct hashes and key, and a message gone with its numbers', async () => {
    const name = await save('2026-03-04');
    const chain = await app.get(ChainRepository).ofMessage(app.ctx(), id);
    if (!chain) throw new Error('no chain');
    const [before] = await sql('SELECT chain_last, chain_head FROM message WHERE id = ?', [id]);
    let previous = '';
    for (const row of chain.rows) {
      const at = row.seq === 2 ? new Date(row.at.getTime() - 3_600_000) : row.at;
      previous = chainHash(app.config.chainKey, previous, { ...row, at });
      const text = at.toISOString().replace('T', ' ').slice(0, 23);
      await sql('UPDATE message_event SET at = ?, hash = ? WHERE message_id = ? AND seq = ?', [
        text,
        previous,
        id,
        row.seq,
      ]);
    }
    const head = chainHead(app.config.chainKey, chain, chain.rows.length, previous);
    await sql('UPDATE message SET chain_last = ?, chain_head = ? WHERE id = ?', [previous, head, id]);
    expect((await verify()).status).toBe(0);
    const found = await verify('--anchor', name);
    expect(found).toMatchObject({ status: 1, said: expect.stringContaining('链被整个重写') as string });
    for (const row of chain.rows) {
      const text = row.at.toISOString().replace('T', ' ').slice(0, 23);
      await sql('UPDATE message_event SET at = ?, hash = ? WHERE message_id = ? AND seq = ?', [
        text,
        row.hash,
        id,
        row.seq,
      ]);
    }
    const { chain_last: last, chain_head: sealed } = before ?? {};
    await sql('UPDATE message SET chain_last = ?, chain_head = ? WHERE id = ?', [last, sealed, id]);
    expect((await verify('--anchor', name)).status).toBe(0);

    const victim = await givenMessage(story, { text: '这一条会连编号一起被删掉' });
    const { day } = await app.get(AnchorService).latest(app.ctx(), story.region.id);
    expect(day).toBe('2026-03-05');
    app.clock.set('2026-03-06T08:00:00+08:00');
    await app.tick();
    const later = await save('2026-03-06');
    await sql('DELETE FROM message_event WHERE message_id = ?', [victim.id]);
    await sql('DELETE FROM message WHERE id = ?', [victim.id]);
    await sql("UPDATE daily_counter SET value = value - 1 WHERE scope = ? AND day = '2026-03-05'", [
      `number:${story.region.id}`,
    ]);
    const gone = await verify('--anchor', later);
    expect(gone).toMatchObject({
      status: 1,
      said: expect.stringContaining(`留言 ${victim.number}`) as string,
    });
  });

  it('are for the office and the officials of the region', async () => {
    const day = '2026-03-04';
    for (const as of [story.office, story.official])
      expect((await app.api.call(calls.file, { code: 'yunxi', day }, { as })).status).toBe(200);
    for (const endpoint of [calls.list, calls.file]) {
      const ask = (as?: MessageStory['office']) =>
        app.api.call(endpoint, { code: 'yunxi', day }, as ? { as } : {});
      expect((await ask()).status).toBe(401);
      for (const as of [story.citizen, story.handler])
        expect((await ask(as)).error.code).toBe('ROLE_REQUIRED');
      expect((await ask(story.officeElsewhere)).error.code).toBe('REGION_NOT_FOUND');
    }
    const missing = await app.api.call(
      calls.file,
      { code: 'yunxi', day: '2025-01-01' },
      { as: story.office },
    );
    expect([missing.status, missing.error.code]).toEqual([404, 'ANCHOR_NOT_FOUND']);
    expect((await app.api.call(message.lookup, { number: '1', code: '1' })).status).toBe(404);
  });
});
