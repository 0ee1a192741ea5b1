import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { heavySpecs } from '../../backend/bin/checks.mjs';
import { versionProblem } from '../../backend/bin/node-version.mjs';
import { root, typedIn } from '../../backend/bin/paths.mjs';
import { seconds } from '../../backend/bin/say.mjs';

describe('the Node version', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('%s will do', (version) => {
    expect(versionProblem(version)).toBeNull();
  });

  it.each(['18.20.4', '20.18.3', '21.7.3', '22.11.0'])('%s is refused in both languages', (version) => {
    expect(versionProblem(version)).toContain(`现在是 ${version}`);
    expect(versionProblem(version)).toContain(`this is ${version}`);
  });
});

describe('the folder in which the person typed', () => {
  it('is what npm noted, when npm called', () => {
    expect(typedIn(root, { npm_lifecycle_event: 'import', INIT_CWD: '/home/li' })).toBe('/home/li');
  });

  it('is the current folder otherwise, whatever an outer npm left behind', () => {
    expect(typedIn('/home/wang', { npm_lifecycle_event: 'test', INIT_CWD: '/home/li' })).toBe('/home/wang');
    expect(typedIn(root, { INIT_CWD: '/home/li' })).toBe(root);
  });
});

it('time is told in seconds, then minutes', () => {
  expect(seconds(1234)).toBe('1.2 s');
  expect(seconds(125_000)).toBe('2 min 05 s');
});

describe('the launcher', () => {
  const launch = (...args) =>
    spawnSync(process.execPath, [`${root}/backend/bin/run.mjs`, ...args], {
      cwd: tmpdir(),
      encoding: 'utf8',
    });

  it('answers an unknown command with one line and status 2', () => {
    const { status, stdout, stderr } = launch('fly');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('answers an unknown part of the tests with its usage', () => {
    const { status, stderr } = launch('test', '--only=unit,moon');
    expect(status).toBe(2);
    expect(stderr).toContain('moon');
    expect(stderr).toContain('--only=format,lint,types,unit,api');
  });

  it('test:full is the heavy tests, all that have a full size, and the cluster', () => {
    const { status, stderr } = launch('test:full', '--only=moon');
    expect(status).toBe(2);
    expect(stderr).toContain('npm run test:full -- --only=heavy,cluster');
    expect(heavySpecs()).toEqual(
      expect.arrayContaining([
        'tests/api/bulletins.spec.ts',
        'tests/api/task-sheet.spec.ts',
        'tests/faults/clock-servers.spec.ts',
        'tests/faults/message-model.spec.ts',
        'tests/faults/upload-attacks.spec.ts',
      ]),
    );
  });
});
