import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDryRun } from './import-command';

describe('import --dry-run', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sunledger-import-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (
    name: string,
    content: string | null,
    json = true,
  ): Promise<{ status: number; out: string; err: string }> => {
    const file = join(folder, name);
    if (content !== null) await writeFile(file, content);
    const said = { out: '', err: '' };
    const io = {
      stdout: (text: string) => void (said.out += text),
      stderr: (text: string) => void (said.err += text),
    };
    return { status: await importDryRun(file, io, { json }), ...said };
  };

  it('prints only the answer with --json', async () => {
    const { status, out, err } = await run(
      'a.txt',
      '青禾县2026年政务公开工作要点\n一、强化公开\n（一）晒账本。公开预算。（责任单位：县财政局）',
    );
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      title: '青禾县2026年政务公开工作要点',
      year: 2026,
      sections: [{ number: '一', items: [{ title: '晒账本', responsibleUnits: ['县财政局'] }] }],
    });
  });

  it('sums up for a person without it', async () => {
    const { status, out } = await run(
      'a.txt',
      '青禾县2026年政务公开工作要点\n一、强化公开\n（一）公开预算。',
      false,
    );
    expect(status).toBe(0);
    expect(out).toContain('章节 1，条目 1');
  });

  it.each([
    ['missing.txt', null, 'DOCUMENT_UNREADABLE'],
    ['empty.txt', '', 'DOCUMENT_EMPTY'],
    ['a.exe', 'x', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['secret.txt', '机密★5年\n要点', 'DOCUMENT_SECRET'],
  ])('%s: exit 2 and one clear line', async (name, content, code) => {
    const { status, out, err } = await run(name, content);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(code);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('asks the size before it reads', async () => {
    const file = join(folder, 'big.txt');
    await writeFile(file, 'x');
    await truncate(file, 30 * 1024 * 1024);
    expect(await run('big.txt', null)).toMatchObject({ status: 2, out: '' });
  });

  it('refuses a folder', async () => {
    expect((await run('.', null)).status).toBe(2);
  });
});
