import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@sunledger/shared-types';
import { runVerify } from '../../backend/src/commands/verify-command';
import { chainHash, chainHead, type ChainRow } from '../../backend/src/features/message/event-chain';
import { ChainRepository } from '../../backend/src/features/message/chain.repository';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory, type MessageStory } from '../support/given/message.given';

/** What somebody with the database in hand could do, each undone again afterwards. */
describe('“`npm run verify` finds what was altered, deleted (the last row and a whole chain too) or inserted by hand”', () => {
  let app: TestApp;
  let story: MessageStory;
  let id: number;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunledger-anchor-'));
    app = await startApp({ now: '2026-03-02T10:00:00+08:00' });
    story = await messageStory(app);
    await givenMessage(story);
    const message = await givenMessage(story, { public: true, contactName: '王小明' }).answered();
    id = message.id;
    await app.api.ok(endpoints.message.rate, { id, level: 4, text: '可以' }, { as: story.citizen });
    const handedOn = await givenMessage(story).assigned();
    const transfer = { id: handedOn.id, unitId: story.otherUnit.id, note: '属于教育局职责' };
    await app.api.ok(endpoints.message.transfer, transfer, { as: story.handler });
    await givenMessage(story, { region: 'binjiang' });
  });

  afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const sql = (text: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> =>
    app.database.dataSource.query(text, parameters);

  async function verify(...args: string[]): Promise<{ status: number; said: string }> {
    let said = '';
    const io = {
      stdout: (text: string) => void (said += text),
      stderr: (text: string) => void (said += text),
      folder,
    };
    const status = await runVerify(args, io, app.nest);
    return { status, said };
  }

  /** Puts the tables of the message back as they were. */
  async function tampered(work: () => Promise<unknown>): Promise<{ status: number; said: string }> {
    const tables = {
      message: 'id',
      message_event: 'message_id',
      message_note: 'message_id',
      reply: 'message_id',
    };
    const kept = new Map<string, Record<string, unknown>[]>();
    for (const [table, key] of Object.entries(tables)) {
      kept.set(table, await sql(`SELECT * FROM ${table} WHERE ${key} = ?`, [id]));
    }
    await work();
    const found = await verify();
    for (const table of ['message_event', 'message_note'])
      await sql(`DELETE FROM ${table} WHERE message_id = ?`, [id]);
    for (const [table, rows] of kept) for (const row of rows) await restore(table, row);
    return found;
  }

  async function restore(table: string, row: Record<string, unknown>): Promise<void> {
    const names = Object.keys(row);
    const there = await sql(`SELECT id FROM ${table} WHERE id = ?`, [row.id]);
    if (there.length > 0) {
      const set = names.map((name) => `${name} = ?`).join(', ');
      await sql(`UPDATE ${table} SET ${set} WHERE id = ?`, [...Object.values(row), row.id]);
    } else {
      const places = names.map(() => '?').join(', ');
      await sql(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`, Object.values(row));
    }
  }

  it('is clean to begin with, and prints the count', async () => {
    expect(await verify()).toEqual({ status: 0, said: '核对 4 条留言、10 条记录：全部相符。\n' });
    expect(await verify('--region', 'binjiang')).toEqual({
      status: 0,
      said: '核对 1 条留言、1 条记录：全部相符。\n',
    });
  });

  it.each<[string, string, (id: number) => [string, unknown[]]]>([
    [
      'a changed text of the citizen',
      '文字被改动',
      (id) => ["UPDATE message SET text = '改过' WHERE id = ?", [id]],
    ],
    [
      'a changed reply',
      '文字被改动',
      (id) => ["UPDATE reply SET text = '改过的答复' WHERE message_id = ?", [id]],
    ],
    [
      'a changed public text of the question',
      '对外公开的文字被改动',
      (id) => ["UPDATE message SET public_text = '改过的问题' WHERE id = ?", [id]],
    ],
    [
      'a changed public text of the reply',
      '对外公开的文字被改动',
      (id) => ["UPDATE reply SET public_text = '改过的答复' WHERE message_id = ?", [id]],
    ],
    [
      'a text taken away that nobody had erased',
      '文字不在',
      (id) => ['UPDATE message SET text = NULL, text_salt = NULL WHERE id = ?', [id]],
    ],
    [
      'a changed time of an event',
      '被改动',
      (id) => [
        "UPDATE message_event SET at = '2026-03-01 01:00:00.000' WHERE message_id = ? AND seq = 4",
        [id],
      ],
    ],
    [
      'a changed time of receipt',
      'receivedAt 与记录不符',
      (id) => ["UPDATE message SET received_at = '2026-03-02 05:00:00.000' WHERE id = ?", [id]],
    ],
    [
      'a changed due date',
      'dueOn 与记录不符',
      (id) => ["UPDATE message SET due_on = '2026-03-09' WHERE id = ?", [id]],
    ],
    [
      'a changed result',
      'result 与记录不符',
      (id) => ["UPDATE message SET result = 'late' WHERE id = ?", [id]],
    ],
    [
      'a deleted row',
      '第 2 条记录不在',
      (id) => ['DELETE FROM message_event WHERE message_id = ? AND seq = 2', [id]],
    ],
    [
      'the last row deleted',
      '末尾少了 1 条',
      (id) => ['DELETE FROM message_event WHERE message_id = ? AND seq = 5', [id]],
    ],
    [
      'a whole chain deleted',
      '整条链被删除',
      (id) => ['DELETE FROM message_event WHERE message_id = ?', [id]],
    ],
    [
      'an inserted row',
      '被改动',
      (id) => [
        'INSERT INTO message_event (message_id, region_id, seq, code, at, made_by, unit_id, facts, hash) ' +
          'SELECT message_id, region_id, 6, code, at, made_by, unit_id, facts, hash FROM message_event WHERE message_id = ? AND seq = 5',
        [id],
      ],
    ],
  ])('%s', async (_, said, change) => {
    const found = await tampered(() => sql(...change(id)));
    expect(found.status).toBe(1);
    expect(found.said).toContain(said);
    expect((await verify()).status).toBe(0);
  });

  it('a swapped pair', async () => {
    const found = await tampered(async () => {
      for (const [from, to] of [
        [2, 102],
        [3, 2],
        [102, 3],
      ]) {
        await sql('UPDATE message_event SET seq = ? WHERE message_id = ? AND seq = ?', [to, id, from]);
      }
    });
    expect(found).toMatchObject({ status: 1, said: expect.stringContaining('第 2 条') as string });
  });

  it('a tail cut off together with length and last hash on the message', async () => {
    const found = await tampered(async () => {
      await sql('DELETE FROM message_event WHERE message_id = ? AND seq = 5', [id]);
      const [row] = await sql('SELECT hash FROM message_event WHERE message_id = ? AND seq = 4', [id]);
      await sql('UPDATE message SET chain_length = 4, chain_last = ? WHERE id = ?', [row?.hash, id]);
    });
    expect(found).toMatchObject({ status: 1, said: expect.stringContaining('链尾与记录不符') as string });
  });

  it('“with `--anchor FILE` even a chain rewritten by someone who has the key”', async () => {
    expect((await verify('--write-anchor', 'anchor.json')).status).toBe(0);
    expect((await verify('--anchor', 'anchor.json')).status).toBe(0);
    const [before] = await sql('SELECT chain_last, chain_head FROM message WHERE id = ?', [id]);
    const original = await sql('SELECT id, at, hash FROM message_event WHERE message_id = ? ORDER BY seq', [
      id,
    ]);
    await rewriteWithKey();
    expect((await verify()).status).toBe(0);
    const found = await verify('--anchor', 'anchor.json');
    expect(found).toMatchObject({ status: 1, said: expect.stringContaining('链被整个重写') as string });
    for (const row of original) {
      await sql('UPDATE message_event SET at = ?, hash = ? WHERE id = ?', [row.at, row.hash, row.id]);
    }
    const { chain_last: last, chain_head: head } = before ?? {};
    await sql('UPDATE message SET chain_last = ?, chain_head = ? WHERE id = ?', [last, head, id]);
    expect((await verify('--anchor', 'anchor.json')).status).toBe(0);
  });

  /** The dispatch happened an hour earlier, says somebody who has key and database. */
  async function rewriteWithKey(): Promise<void> {
    const chains = await app.get(ChainRepository).batch(app.ctx(), story.region.id, 0, 100);
    const chain = chains.find((each) => each.id === id);
    if (!chain) throw new Error('no chain');
    let previous = '';
    for (const row of chain.rows) {
      const at = row.seq === 2 ? new Date(row.at.getTime() - 3_600_000) : row.at;
      const rewritten: ChainRow = { ...row, at };
      previous = chainHash(app.config.chainKey, previous, rewritten);
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
  }

  it('a message deleted with its whole chain, by the numbers that were given out', async () => {
    const message = await givenMessage(story, { region: 'binjiang', text: '这一条会被整条删除' });
    await sql('DELETE FROM message_event WHERE message_id = ?', [message.id]);
    await sql('DELETE FROM message WHERE id = ?', [message.id]);
    const found = await verify();
    expect(found).toMatchObject({
      status: 1,
      said: expect.stringContaining('当日发出 2 个编号，库里有 1 条留言') as string,
    });
  });

  it('refuses what it cannot use with exit 2', async () => {
    expect((await verify('--region', 'nowhere')).status).toBe(2);
    expect((await verify('--anchor', 'missing.json')).status).toBe(2);
    expect((await verify('--what')).status).toBe(2);
  });
});
