import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import libsql from 'libsql';
import type { Database } from './database';
import { EmbeddedInUseError } from './embedded-lock';
import { openDatabase } from './open-database';

const schema = { entities: [], migrations: [] };

describe('the embedded database', () => {
  let folder: string;
  let file: string;
  let database: Database;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunledger-embedded-'));
    file = join(folder, 'test.db');
    database = await openDatabase({ kind: 'embedded', file }, schema);
    await database.dataSource.query(
      'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, flag BOOLEAN, at DATETIME)',
    );
  });

  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const texts = async () =>
    (await database.read('SELECT text FROM note ORDER BY id', [])).map((row) => row.text);
  const insert = (runner: { query(sql: string, parameters: unknown[]): Promise<unknown> }, text: string) =>
    runner.query('INSERT INTO note (text) VALUES (?)', [text]);

  it('keeps two interleaved transactions apart: one commits, the other rolls back', async () => {
    const first = database.dataSource.createQueryRunner();
    const second = database.dataSource.createQueryRunner();
    await first.startTransaction();
    const waiting = second.startTransaction();
    await insert(first, 'committed');
    await first.commitTransaction();
    await waiting;
    await insert(second, 'rolled back');
    await second.rollbackTransaction();
    expect(await texts()).toEqual(['committed']);
  });

  it('shows a reader nothing of an open transaction, and does not make it wait', async () => {
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await insert(runner, 'not yet');
    expect(await texts()).toEqual([]);
    await runner.commitTransaction();
    expect(await texts()).toEqual(['not yet']);
  });

  it('rolls back what was released without a decision', async () => {
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await insert(runner, 'forgotten');
    await runner.release();
    await insert(database.dataSource, 'after');
    expect(await texts()).toEqual(['after']);
  });

  it('undoes an inner transaction alone', async () => {
    await database.dataSource.transaction(async (outer) => {
      await insert(outer, 'outer');
      const inner = outer.transaction(async (nested) => {
        await insert(nested, 'inner');
        throw new Error('undo');
      });
      await expect(inner).rejects.toThrow('undo');
    });
    expect(await texts()).toEqual(['outer']);
  });

  it('opens the gate again when BEGIN finds another process writing', async () => {
    const other = new libsql(file, { timeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    await database.dataSource.query('PRAGMA busy_timeout = 50');
    await expect(database.dataSource.transaction((tx) => insert(tx, 'busy'))).rejects.toMatchObject({
      driverError: { code: 'SQLITE_BUSY' },
    });
    other.exec('ROLLBACK');
    other.close();
    await database.dataSource.transaction((tx) => insert(tx, 'free'));
    expect(await texts()).toEqual(['free']);
  });

  it('binds a single NULL and a single Buffer as values', async () => {
    const { dataSource } = database;
    await dataSource.query("INSERT INTO note (id, text) VALUES (1, 'before')");
    await dataSource.query('UPDATE note SET text = ? WHERE id = 1', [null]);
    expect(await dataSource.query('SELECT text FROM note')).toEqual([{ text: null }]);
    expect(await dataSource.query('SELECT ? IS NULL AS empty', [null])).toEqual([{ empty: 1 }]);
    expect(await dataSource.query('SELECT hex(?) AS bytes', [Buffer.from('ab')])).toEqual([
      { bytes: '6162' },
    ]);
  });

  it('binds booleans, instants and undefined, and refuses objects, without ending the process', async () => {
    const at = new Date('2026-02-13T09:45:00.123Z');
    await database.dataSource.query('INSERT INTO note (text, flag, at) VALUES (?, ?, ?)', [
      undefined,
      true,
      at,
    ]);
    expect(
      await database.read('SELECT text, flag, at FROM note WHERE flag = ? AND at = ?', [true, at]),
    ).toEqual([{ text: null, flag: 1, at: '2026-02-13 09:45:00.123' }]);
    await expect(database.read('SELECT ? AS x', [{}])).rejects.toThrow('cannot bind');
    await expect(database.read('SELECT ? AS x', [Number.NaN])).rejects.toThrow('not finite');
  });

  it('serves one process: a second one is told so', async () => {
    const second = openDatabase({ kind: 'embedded', file }, schema);
    await expect(second).rejects.toThrow(EmbeddedInUseError);
    await expect(second).rejects.toThrow(`pid ${process.pid}`);
  });

  it('lets a short command read beside the server', async () => {
    await insert(database.dataSource, 'seen');
    const command = await openDatabase({ kind: 'embedded', file }, schema, { exclusive: false });
    expect(await command.read('SELECT text FROM note', [])).toEqual([{ text: 'seen' }]);
    await command.close();
  });

  it('leaves no lock behind when the process is killed', async () => {
    await database.close();
    const script = `const D=require('libsql');const c=new D(${JSON.stringify(`${file}.lock`)},{timeout:0});c.exec('BEGIN EXCLUSIVE');console.log('held');setInterval(()=>{},1000)`;
    const holder = spawn(process.execPath, ['-e', script], {
      cwd: __dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    await expect(openDatabase({ kind: 'embedded', file }, schema)).rejects.toThrow(EmbeddedInUseError);
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    execFileSync('kill', ['-KILL', String(holder.pid)]);
    await ended;
    database = await openDatabase({ kind: 'embedded', file }, schema);
  });
});
