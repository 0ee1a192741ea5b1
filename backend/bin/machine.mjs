import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { Failure } from './failure.mjs';
import { during, say } from './say.mjs';

/** What the tests need besides Node: how to see that it is there, the Debian package, and the way out without root. */
const needs = [
  {
    name: 'MariaDB',
    package: 'mariadb-server',
    present: () => inPath('mariadbd') && inPath('mariadb-install-db'),
    instead: () => Boolean(process.env.DATABASE_URL),
    advice: '安装 mariadb-server，或设置 DATABASE_URL（install mariadb-server or set DATABASE_URL）',
  },
  {
    name: 'HAProxy',
    package: 'haproxy',
    present: () => inPath('haproxy'),
    instead: () => true,
    advice: '安装 haproxy（install haproxy）',
    without: '三节点集群测试将跳过，并计入 skipped（the cluster test will be skipped and counted so）',
  },
  {
    name: 'LibreOffice Calc',
    package: 'libreoffice-calc-nogui',
    present: () => inPath('soffice') && existsSync('/usr/lib/libreoffice/program/libsclo.so'),
    instead: () => false,
    advice: '安装 libreoffice-calc-nogui（install libreoffice-calc-nogui）',
  },
  {
    name: 'LibreOffice Writer',
    package: 'libreoffice-writer-nogui',
    present: () => inPath('soffice') && existsSync('/usr/lib/libreoffice/program/libswlo.so'),
    instead: () => false,
    advice: '安装 libreoffice-writer-nogui（install libreoffice-writer-nogui）',
  },
  {
    name: 'Chromium',
    package: 'chromium',
    present: () =>
      ['chromium', 'chromium-browser', 'google-chrome'].some(inPath) || process.platform === 'darwin',
    instead: () => Boolean(process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)),
    advice: '安装 chromium，或设置 CHROMIUM_PATH（install chromium or set CHROMIUM_PATH）',
  },
  {
    name: '中文字体 CJK fonts',
    package: 'fonts-noto-cjk',
    present: () => process.platform !== 'linux' || chineseFonts(),
    instead: () => false,
    advice: '安装 fonts-noto-cjk（install fonts-noto-cjk）',
  },
];

/**
 * Makes sure the machine has a database server, a browser and Chinese fonts: installs what is missing
 * as root on Debian or Ubuntu, else accepts what the environment names.
 * @param {string[]} wanted names of packages, a part of `needs`
 * @throws {Failure} one line per thing that is missing
 */
export async function prepareMachine(wanted = needs.map((need) => need.package)) {
  const mine = needs.filter((need) => wanted.includes(need.package));
  // A named replacement comes second: tests on a database of their own disturb nobody's.
  let missing = mine.filter((need) => !need.present());
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const packages = missing.map((need) => need.package);
    await during(`安装系统软件 apt-get install ${packages.join(' ')}`, () => aptInstall(packages)).catch(
      (error) => {
        if (!missing.every((need) => need.instead())) throw error;
      },
    );
    missing = missing.filter((need) => !need.present());
  }
  const lacking = missing.filter((need) => !need.instead());
  if (lacking.length > 0) throw new Failure(lacking.map(told).join('\n'));
  // Nothing is left out in silence.
  for (const need of missing.filter((each) => each.without)) say(`· ${told(need)}：${need.without}`);
}

/** @param {{ name: string, advice: string }} need */
const told = ({ name, advice }) => `缺少 missing: ${name} — ${advice}`;

/** @param {string[]} packages */
async function aptInstall(packages) {
  // RUNLEVEL=1 keeps Debian from starting the database as a service of the machine: tests start their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = { command: '/usr/bin/apt-get', env };
  const patience = ['-q', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];
  await runQuietly('apt-update', [...patience, 'update'], apt);
  await runQuietly(
    'apt-install',
    [...patience, 'install', '-y', '--no-install-recommends', ...packages],
    apt,
  );
}

/** @param {string} program */
function inPath(program) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/usr/libexec'];
  return folders.some((folder) => folder && existsSync(`${folder}/${program}`));
}

function chineseFonts() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  try {
    return (
      execFileSync('fc-list', [':lang=zh', 'family'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim() !== ''
    );
  } catch (error) {
    // No fontconfig at all means no fonts for a browser either.
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}
