import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stateOf } from '../../backend/bin/build.mjs';
import { fingerprint, readStamp, writeStamp } from '../../backend/bin/stamp.mjs';

describe('what makes a build stale', () => {
  let base;
  const write = (file, text) => writeFileSync(join(base, file), text);
  const now = () => fingerprint(base, ['src', 'package-lock.json']);

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'sunledger-stamp-'));
    mkdirSync(join(base, 'src', 'dist'), { recursive: true });
    write('src/a.ts', 'a');
    write('src/b.ts', 'b');
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it('a changed, added, renamed or removed source, and the lockfile', () => {
    const seen = new Set([now()]);
    write('src/a.ts', 'changed');
    seen.add(now());
    write('src/c.ts', 'c');
    seen.add(now());
    rmSync(join(base, 'src/c.ts'));
    write('src/d.ts', 'c');
    seen.add(now());
    rmSync(join(base, 'src/b.ts'));
    seen.add(now());
    write('package-lock.json', '{}');
    seen.add(now());
    expect(seen.size).toBe(6);
  });

  it('not a touched file, a spec, or an output', () => {
    const before = now();
    utimesSync(join(base, 'src/a.ts'), new Date(0), new Date(0));
    write('src/a.spec.ts', 'test');
    write('src/dist/a.js', 'out');
    expect(now()).toBe(before);
  });

  it('two files that trade their text', () => {
    const before = now();
    write('src/a.ts', 'b');
    write('src/b.ts', 'a');
    expect(now()).not.toBe(before);
  });

  it('a stamp that is absent says nothing', () => {
    expect(readStamp(join(base, 'none'))).toBe('');
    writeStamp(join(base, 'dist', '.stamp'), 'x');
    expect(readStamp(join(base, 'dist', '.stamp'))).toBe('x');
  });
});

describe('what the environment makes of the same sources', () => {
  const named = 'SUNLEDGER_API_BASE';
  const before = process.env[named];
  afterEach(() => {
    if (before === undefined) delete process.env[named];
    else process.env[named] = before;
  });

  it('another server or another cloud is another mini-program; the backend stays what it is', () => {
    delete process.env[named];
    const [weapp, backend] = [stateOf('weapp'), stateOf('backend')];
    process.env[named] = 'https://ledger.example.gov.cn/api/v1';
    expect(stateOf('weapp')).not.toBe(weapp);
    expect(stateOf('backend')).toBe(backend);
  });
});
