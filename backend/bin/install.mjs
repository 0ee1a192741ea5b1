import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { Failure } from './failure.mjs';
import { alone } from './lock.mjs';
import { at } from './paths.mjs';
import { during } from './say.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const lockfile = at('package-lock.json');
const stamp = at('node_modules', '.sunledger-lock');
// npm writes this one last: present and newer than the lockfile, somebody installed by hand.
const npmsOwn = at('node_modules', '.package-lock.json');

const wanted = () =>
  existsSync(lockfile) ? createHash('sha256').update(readFileSync(lockfile)).digest('hex') : 'no lockfile';

function installed() {
  if (!existsSync(at('node_modules'))) return false;
  const want = wanted();
  if (readStamp(stamp) === want) return true;
  const byHand =
    existsSync(npmsOwn) && (!existsSync(lockfile) || statSync(npmsOwn).mtimeMs >= statSync(lockfile).mtimeMs);
  if (byHand) writeStamp(stamp, want);
  return byHand;
}

/** Installs the packages unless those of the lockfile are there already. */
export async function installIfNeeded() {
  if (installed()) return;
  await alone('install', async () => {
    if (installed()) return;
    await during('安装依赖（首次约 1–3 分钟） installing packages', npmInstall);
    writeStamp(stamp, wanted());
  });
}

async function npmInstall() {
  const how = existsSync(lockfile) ? 'ci' : 'install';
  // Builds need the development packages also where NODE_ENV=production would leave them out.
  const args = [how, '--include=dev', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  try {
    if (npm?.endsWith('.js')) await runQuietly('install', [npm, ...args]);
    else await runQuietly('install', args, { command: process.platform === 'win32' ? 'npm.cmd' : 'npm' });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(
      `${error.message}\n请检查网络与 npm 镜像后重试。Check the network or the npm registry and try again.`,
    );
  }
}
