import { existsSync, renameSync, rmSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { Failure } from './failure.mjs';
import { alone } from './lock.mjs';
import { at, root } from './paths.mjs';
import { during } from './say.mjs';
import { fingerprint, readStamp, writeStamp } from './stamp.mjs';

const miniapp = ['miniapp', 'shared-types/src', 'package-lock.json'];

/** What the mini-program's build reads from the environment: the same sources for another server are another build. */
const settings = () =>
  Object.keys(process.env)
    .filter((name) => name.startsWith('SUNLEDGER_'))
    .sort()
    .map((name) => `${name}=${process.env[name]}`);

/**
 * What can be built: from which inputs, the file that proves it is there, where its stamp lies.
 * The stamps of the two mini-program builds stay outside their folders, which are shipped whole.
 */
const targets = {
  'shared-types': {
    label: '构建共享契约 building shared-types',
    inputs: ['shared-types/src', 'shared-types/.swcrc', 'shared-types/package.json', 'package-lock.json'],
    proof: at('shared-types', 'dist', 'index.js'),
    stamp: at('shared-types', 'dist', '.stamp'),
    build: () => swc('shared-types'),
  },
  backend: {
    label: '构建后端 building the backend',
    inputs: ['backend/src', 'backend/.swcrc', 'backend/package.json', 'package-lock.json'],
    proof: at('backend', 'dist', 'main.js'),
    stamp: at('backend', 'dist', '.stamp'),
    build: () => swc('backend'),
  },
  h5: {
    label: '构建网页版（首次约 1 分钟） building the H5 pages',
    inputs: miniapp,
    settings,
    proof: at('miniapp', 'dist', 'h5', 'index.html'),
    stamp: at('miniapp', 'dist', '.stamp-h5'),
    build: () => taro('h5'),
  },
  weapp: {
    label: '构建微信小程序 building the WeChat mini-program',
    inputs: miniapp,
    settings,
    proof: at('miniapp', 'dist', 'weapp', 'app.json'),
    stamp: at('miniapp', 'dist', '.stamp-weapp'),
    build: () => taro('weapp'),
  },
};

/** @typedef {keyof typeof targets} Target */

/**
 * Builds those of the targets whose sources changed since their last build, one after the other.
 * @param {...Target} names
 */
export async function buildIfStale(...names) {
  for (const name of names) {
    if (isFresh(name)) continue;
    await alone(`build-${name}`, async () => {
      if (isFresh(name)) return;
      const { label, proof, stamp, build } = targets[name];
      // Taken before the build: a file saved meanwhile makes the result stale, as it is.
      const now = stateOf(name);
      rmSync(stamp, { force: true });
      await during(label, build);
      // Taro ends some failed builds with status 0.
      if (!existsSync(proof)) throw new Failure(`构建没有产出 ${proof}。The build left no ${proof}.`);
      writeStamp(stamp, now);
    });
  }
}

/** @param {Target} name */
function isFresh(name) {
  const { proof, stamp } = targets[name];
  return existsSync(proof) && readStamp(stamp) === stateOf(name);
}

/** @param {Target} name */
export function stateOf(name) {
  const { inputs, settings: given } = targets[name];
  return fingerprint(root, inputs, given?.() ?? []);
}

/** `npm run dev` writes into dist without a stamp: what it leaves is stale. @param {...Target} names */
export function forget(...names) {
  for (const name of names) rmSync(targets[name].stamp, { force: true });
}

export const swcCli = at('node_modules', '@swc', 'cli', 'bin', 'swc.js');

/** @param {string} out */
export const swcArgs = (out) => [
  swcCli,
  'src',
  '--out-dir',
  out,
  '--strip-leading-paths',
  '--copy-files',
  '--ignore',
  '**/*.spec.ts',
];

/**
 * Compiles beside dist and swaps: a running server never sees half a build, and files whose source
 * is gone do not stay behind.
 * @param {string} folder
 */
async function swc(folder) {
  const fresh = at(folder, `dist.${process.pid}`);
  const old = at(folder, `dist.old.${process.pid}`);
  const dist = at(folder, 'dist');
  try {
    await runQuietly(`build-${folder}`, swcArgs(`dist.${process.pid}`), { cwd: at(folder) });
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

export const taroCli = at('node_modules', '@tarojs', 'cli', 'bin', 'taro');

/** @param {'h5' | 'weapp'} type */
async function taro(type) {
  const env = { ...process.env, NODE_ENV: 'production' };
  await runQuietly(`build-${type}`, [taroCli, 'build', '--type', type], { cwd: at('miniapp'), env });
}
