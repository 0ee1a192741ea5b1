import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ChainVerificationService } from '../../backend/src/features/message/chain-verification.service';
import { isCurrent } from '../../backend/src/core/db/migrate';
import { startApp, type TestApp } from '../support/app';
import { givenMessage, messageStory } from '../support/given/message.given';
import { givenLedger } from '../support/given/plan.given';
import { freshDatabase } from '../support/mariadb';

const deploy = resolve(__dirname, '../../backend/deploy');
const onMariaDb = process.env.TEST_DATABASE === 'mariadb';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a script of the deployment as an operator does. */
async function run(script: string, url: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: url };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(deploy, script), ...args], {
      env,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as Ended;
  }
}

/** Every row of every table. */
async function everything(app: TestApp): Promise<Record<string, string>> {
  const tables = await app.database.read('SHOW TABLES', []);
  const all: Record<string, string> = {};
  for (const table of tables.map((row) => String(Object.values(row)[0])).sort()) {
    const rows = await app.database.read(`SELECT * FROM ${table}`, []);
    all[table] = JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());
  }
  return all;
}

describe('backup and restore', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sunledger-backup-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('say what they need: an address of a database and a file', async () => {
    for (const script of ['backup.mjs', 'restore.mjs']) {
      expect((await run(script, 'mysql://u:p@127.0.0.1:1/none')).code).toBe(2);
    }
    expect((await run('backup.mjs', '', join(folder, 'x.sql.gz'))).stderr).toContain('DATABASE_URL');
    const unreachable = await run('backup.mjs', 'mysql://u:p@127.0.0.1:1/none', join(folder, 'y.sql.gz'));
    expect([unreachable.code, unreachable.stderr]).toEqual([1, expect.stringContaining('备份没有完成')]);
  });

  // The embedded database is one file: it is copied while the server is stopped.
  if (!onMariaDb) return;

  it('“into an empty MariaDB gives the same ledger, chains verified”', async () => {
    const from = await freshDatabase('_from');
    const to = await freshDatabase('_to');
    const file = join(folder, 'ledger.sql.gz');
    const first = await startApp({ now: '2026-03-02T10:00:00+08:00', environment: { DATABASE_URL: from } });
    const story = await messageStory(first);
    await (await givenLedger(first, 'liuwan', '柳湾县')).published();
    for (const text of ['带表情的留言😀，请问何时公布？', '第二条：\\ 反斜杠与“引号”\n换行。']) {
      await givenMessage(story, { by: first.given.person(), text, contactPhone: '13800000000' }).answered();
    }
    const before = await everything(first);
    const verified = await first.get(ChainVerificationService).run(first.ctx());
    await first.stop();

    expect(await run('backup.mjs', from, file)).toMatchObject({ code: 0 });
    expect((await run('backup.mjs', from, file)).stderr).toContain('没有覆盖');
    expect(await run('restore.mjs', to, file)).toMatchObject({ code: 0 });

    const second = await startApp({ environment: { DATABASE_URL: to } }, '_unused');
    expect(await isCurrent(second.database)).toBe(true);
    expect(await everything(second)).toEqual(before);
    const again = await second.get(ChainVerificationService).run(second.ctx());
    expect(again).toMatchObject({ faultCount: 0, firstFault: null });
    expect(again).toEqual(verified);
    await second.stop();

    expect((await run('restore.mjs', to, file)).stderr).toContain('没有恢复');
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('x')]));
    const damaged = await run('restore.mjs', await freshDatabase('_other'), file);
    expect(damaged.stderr).toContain('校验值不符');
  });
});
