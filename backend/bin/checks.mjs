import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { run, stopSignal } from './child.mjs';
import { Failure } from './failure.mjs';
import { at, cache } from './paths.mjs';
import { say, seconds } from './say.mjs';
import { ofJest, one, sum, totals } from './tally.mjs';

const bin = (...parts) => at('node_modules', ...parts);
export const prettierCheck = [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'];
export const eslint = [
  bin('eslint', 'bin', 'eslint.js'),
  '--config',
  'backend/eslint.config.mjs',
  '--max-warnings=0',
  '.',
];
const tsc = (project) => [bin('typescript', 'bin', 'tsc'), '--noEmit', '--project', project];
export const benchArgs = [
  '--require',
  at('tests', 'support', 'swc-register.cjs'),
  at('tests', 'bench', 'run.ts'),
];

/**
 * In processes that begin anew when they have grown: each spec file leaves some of its modules behind, and one
 * process for all of them runs out of memory.
 */
const workers = ['--maxWorkers=2', '--workerIdleMemoryLimit=1200MB'];

/** No step may hang the run: what takes longer (milliseconds) has failed. */
const stepLimit = (env) => (env.TEST_FULL ? 180 : 30) * 60_000;

/** @type {typeof steps[number]} */
const cluster = {
  id: 'cluster',
  title: '三节点数据库集群 Galera behind HAProxy',
  machine: ['mariadb-server', 'haproxy'],
  builds: ['shared-types', 'backend'],
  run: (env) => jest('cluster', ['cluster'], env, ['--runInBand']),
};

/**
 * Every check there is, in order. `id` is the word for --only; `machine` and `builds` are what it needs first.
 * @type {{ id: string, title: string, machine?: string[], builds?: import('./build.mjs').Target[], run: (env: NodeJS.ProcessEnv) => Promise<import('./tally.mjs').Tally> }[]}
 */
export const steps = [
  { id: 'format', title: '格式 format', run: (env) => together(env, [['prettier', prettierCheck]]) },
  { id: 'lint', title: '规则 lint', run: (env) => together(env, [['eslint', eslint]]) },
  {
    id: 'types',
    title: '类型 types',
    run: (env) =>
      together(
        env,
        ['shared-types', 'backend', 'miniapp', 'tests'].map((project) => [`tsc ${project}`, tsc(project)]),
      ),
  },
  { id: 'unit', title: '单元测试 unit', run: (env) => jest('unit', ['unit', 'miniapp'], env, workers) },
  {
    id: 'api',
    title: '整机测试：内置数据库与 MariaDB system tests on both databases',
    machine: ['mariadb-server'],
    builds: ['shared-types', 'backend'],
    run: (env) => jest('api', ['embedded', 'mariadb'], env, workers),
  },
  cluster,
  { id: 'build', title: '构建小程序与网页版 builds', run: () => builds() },
  {
    id: 'weapp',
    title: '小程序包 WeChat bundle',
    builds: ['weapp', 'h5'],
    run: (env) => jest('weapp', ['weapp'], env),
  },
  {
    id: 'browser',
    title: '浏览器 browser',
    machine: ['chromium', 'fonts-noto-cjk'],
    builds: ['shared-types', 'backend', 'h5'],
    run: (env) => jest('browser', ['browser'], env, ['--runInBand']),
  },
  {
    id: 'shots',
    title: '逐页截图 shots',
    machine: ['chromium', 'fonts-noto-cjk'],
    builds: ['shared-types', 'backend', 'h5'],
    run: (env) => jest('shots', ['shots'], env, ['--runInBand']),
  },
  {
    id: 'bench',
    title: '性能（百分之一规模）bench at a hundredth',
    machine: ['mariadb-server'],
    builds: ['shared-types', 'backend'],
    run: async (env) => one((await run(benchArgs, { env, limit: stepLimit(env) })).code === 0, 'bench'),
  },
];

/** What `npm test` runs at a hundredth, at the sizes that were asked for. @type {typeof steps} */
export const heavySteps = [
  {
    id: 'heavy',
    title: '重型测试，两种数据库 heavy tests at full size on both databases',
    machine: ['mariadb-server', 'libreoffice-calc-nogui', 'libreoffice-writer-nogui'],
    builds: ['shared-types', 'backend'],
    run: (env) =>
      jest('heavy', ['embedded', 'mariadb'], env, [...workers, '--testPathPatterns', heavySpecs().join('|')]),
  },
  cluster,
];

/** The specs that have a full size: found by the word for it, so that none is left out. */
export function heavySpecs() {
  const specs = ['walks', 'api', 'faults'].flatMap((folder) =>
    readdirSync(at('tests', folder))
      .filter((file) => file.endsWith('.spec.ts'))
      .map((file) => `tests/${folder}/${file}`),
  );
  return specs.filter((file) => /TEST_FULL|TEST_SCALE|withLibreOffice/.test(readFileSync(at(file), 'utf8')));
}

/**
 * Runs the steps, prints the report, and answers whether all is well.
 * @param {typeof steps} chosen
 * @param {NodeJS.ProcessEnv} env
 */
export async function runSteps(chosen, env) {
  const tallies = [];
  for (const [index, step] of chosen.entries()) {
    say(`\n━━ ${index + 1}/${chosen.length} ${step.title}`);
    const from = Date.now();
    const ready = await built(step.id, ...(step.builds ?? []));
    const tally = ready.failed === 0 ? await step.run(env) : ready;
    if (stopSignal()) throw new Failure('已中断 stopped');
    tallies.push(tally);
    say(`${tally.failed === 0 ? '✓' : '✗'} ${step.id}: ${totals(tally)}  (${seconds(Date.now() - from)})`);
  }
  const total = sum(tallies);
  say('');
  for (const note of total.notes) say(note);
  say(totals(total));
  return total.failed === 0;
}

/**
 * Runs independent checks two at a time; only a failing one shows its output.
 * @param {NodeJS.ProcessEnv} env
 * @param {[string, string[]][]} checks
 */
async function together(env, checks) {
  const waiting = [...checks];
  const tallies = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, args] = next;
      const output = [];
      const onOutput = (chunk) => output.push(chunk);
      const { code } = await run(args, {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        onOutput,
        limit: stepLimit(env),
      });
      if (code !== 0) say(Buffer.concat(output).toString('utf8').trimEnd());
      say(`  ${code === 0 ? '✓' : '✗'} ${name}`);
      tallies.push(one(code === 0, name));
    }
  };
  await Promise.all([worker(), worker()]);
  return sum(tallies);
}

/** One after the other: two webpack builds at once need more memory than a small machine has. */
async function builds() {
  return sum([await built('build:weapp', 'weapp'), await built('build:h5', 'h5')]);
}

/** @param {string} name @param {...import('./build.mjs').Target} targets */
async function built(name, ...targets) {
  try {
    await buildIfStale(...targets);
    return one(true, name);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    return one(false, name);
  }
}

/**
 * @param {string} name of the report
 * @param {string[]} projects of tests/jest.config.cjs
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} [more]
 */
export async function jest(name, projects, env, more = []) {
  const report = join(cache, 'reports', `${name}.json`);
  mkdirSync(join(cache, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  // --forceExit: the WeChat harnesses leave timers of the bundle behind, and a hung run tells nobody anything.
  const args = [
    bin('jest', 'bin', 'jest.js'),
    '--forceExit',
    '--config',
    'tests/jest.config.cjs',
    '--selectProjects',
    ...projects,
  ];
  const { code } = await run([...args, '--json', `--outputFile=${report}`, ...more], {
    env,
    // What specs print (counts, seeds of chance) is a part of the report.
    stdio: ['ignore', 'inherit', 'inherit'],
    limit: stepLimit(env),
  });
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  return ofJest(result, code, name);
}
