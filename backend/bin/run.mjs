// The door behind every command of the root package.json: prepares what the command needs, then runs it.
// Uses nothing but Node, because on a fresh clone there is nothing else.
import './node-version.mjs';
import { existsSync } from 'node:fs';
import { buildIfStale, forget, swcArgs, taroCli } from './build.mjs';
import { benchArgs, eslint, heavySteps, jest, prettierCheck, runSteps, steps } from './checks.mjs';
import { run, stopSignal } from './child.mjs';
import { Failure } from './failure.mjs';
import { installIfNeeded } from './install.mjs';
import { prepareMachine } from './machine.mjs';
import { at, root, typedIn } from './paths.mjs';
import { say, sayTo } from './say.mjs';
import { totals } from './tally.mjs';

const [command = '', ...args] = process.argv.slice(2);
const cwd = typedIn(process.cwd(), process.env);

/** @type {Record<string, () => Promise<number>>} each answers the exit status */
const commands = {
  start: () => serve(),
  dev: () => develop(),
  import: () => cli(),
  due: () => cli(),
  verify: () => cli(),
  retention: () => cli(),
  found: () => cli(),
  reset: () => cli(),
  test: () => test(steps, args, process.env),
  'test:full': () => test(heavySteps, args, { ...process.env, TEST_FULL: '1' }),
  shots: () => shots(),
  bench: () => bench(),
  lint: () => lint(),
  'build:weapp': () => build('weapp'),
  'build:h5': () => build('h5'),
};

/** Environment of the application: the defaults of a first try, unless a real database or production is asked for. */
function appEnv() {
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'));
  const env = { ...process.env, INIT_CWD: cwd };
  const real = env.DATABASE_URL || env.MYSQL_ADDRESS || env.NODE_ENV === 'production';
  if (!real && env.DEMO === undefined) env.DEMO = '1';
  return env;
}

async function serve() {
  await prepare('shared-types', 'backend', 'h5');
  const { code, signal } = await run(withLauncher('backend/dist/main.js', args), {
    env: appEnv(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Stopped on purpose is not a failure, even where the server left by the signal itself.
  return stopSignal() && (code === 0 || signal === stopSignal() || code > 128) ? 0 : code;
}

async function cli() {
  await prepare('shared-types', 'backend');
  const { code } = await run(['backend/dist/cli.js', command, ...args], { env: appEnv() });
  return code;
}

/** The server notices when this launcher is gone and ends itself, see with-launcher.cjs. */
const withLauncher = (script, rest) => [
  '--require',
  at('backend', 'bin', 'with-launcher.cjs'),
  script,
  ...rest,
];

async function develop() {
  await prepare('shared-types', 'backend');
  forget('shared-types', 'backend', 'h5');
  const app = appEnv();
  const env = { ...app, SUNLEDGER_DEV_API: `http://127.0.0.1:${app.PORT || 3000}` };
  const watchSwc = (folder) => run([...swcArgs('dist'), '--watch', '--quiet'], { cwd: at(folder), env });
  say('· 后端与网页版都随保存而更新；Ctrl-C 结束 backend and H5 reload on save');
  await Promise.race([
    watchSwc('shared-types'),
    watchSwc('backend'),
    run(['--watch', '--watch-preserve-output', 'backend/dist/main.js'], { env }),
    run([taroCli, 'build', '--type', 'h5', '--watch'], {
      cwd: at('miniapp'),
      env: { ...env, NODE_ENV: 'development' },
    }),
  ]);
  if (stopSignal()) return 0;
  process.kill(process.pid, 'SIGTERM');
  return 1;
}

/** @param {typeof steps} all @param {string[]} words @param {NodeJS.ProcessEnv} from */
async function test(all, words, from) {
  sayTo(process.stdout);
  const only = words.flatMap((word) =>
    word.startsWith('--only=') ? word.slice('--only='.length).split(',') : [],
  );
  const unknown = [
    ...only.filter((id) => !all.some((step) => step.id === id)),
    ...words.filter((word) => !word.startsWith('--only=')),
  ];
  if (unknown.length > 0) {
    throw new Failure(
      `不认识 ${unknown.join(' ')}。用法 usage: npm ${all === steps ? 'test' : 'run test:full'} -- --only=${all.map((step) => step.id).join(',')}`,
      2,
    );
  }
  const chosen = only.length > 0 ? all.filter((step) => only.includes(step.id)) : all;
  const machine = [...new Set(chosen.flatMap((step) => step.machine ?? []))];
  try {
    await prepareMachine(machine);
    await installIfNeeded();
    return (await runSteps(chosen, testEnv(from))) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    // Programs read the last line also when nothing could run.
    say(totals({ passed: 0, failed: 1, skipped: 0, notes: [] }));
    return 1;
  }
}

/** Tests never see the person's own database except as the place for databases of their own. @param {NodeJS.ProcessEnv} from */
function testEnv(from) {
  const { DATABASE_URL, MYSQL_ADDRESS, PORT, DEMO, DEMO_NOW, DATA_DIR, ...env } = from;
  return {
    ...env,
    ...(DATABASE_URL ? { TEST_DATABASE_URL: DATABASE_URL } : {}),
    NODE_ENV: 'test',
    TEST_SCALE: env.TEST_FULL ? '1' : '0.01',
  };
}

async function shots() {
  await prepareMachine(['chromium', 'fonts-noto-cjk']);
  await prepare('shared-types', 'backend', 'h5');
  const tally = await jest('shots', ['shots'], testEnv(process.env), ['--runInBand', ...args]);
  for (const note of tally.notes) say(note);
  say(`${totals(tally)}\n图片在 pictures are in tests/shots`);
  return tally.failed === 0 ? 0 : 1;
}

async function bench() {
  await prepareMachine(['mariadb-server']);
  await prepare('shared-types', 'backend');
  return (
    await run([...benchArgs, ...args], {
      env: { ...testEnv(process.env), TEST_SCALE: process.env.TEST_SCALE ?? '1' },
    })
  ).code;
}

async function lint() {
  await installIfNeeded();
  const style = await run(prettierCheck);
  const rules = await run([...eslint, ...args]);
  return style.code === 0 && rules.code === 0 ? 0 : 1;
}

/** @param {'weapp' | 'h5'} target */
async function build(target) {
  await prepare(target);
  say(`✓ miniapp/dist/${target}`);
  return 0;
}

/** @param {...import('./build.mjs').Target} targets */
async function prepare(...targets) {
  await installIfNeeded();
  await buildIfStale(...targets);
}

try {
  process.chdir(root);
  const known = commands[command];
  if (!known)
    throw new Failure(
      `不认识命令 unknown command: ${command || '—'}。可用 available: ${Object.keys(commands).join(' ')}`,
      2,
    );
  process.exitCode = await known();
} catch (error) {
  process.stderr.write(`${error instanceof Failure ? error.message : error.stack}\n`);
  process.exitCode = error instanceof Failure ? error.status : 1;
}
