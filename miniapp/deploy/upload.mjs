// 上传小程序：node miniapp/deploy/upload.mjs --robot release --version 1.0.0 --note "说明" [--preview 码.png] [--dry-run]
// The uploader is WeChat's own, fetched by npx at one version: its 90 packages are no part of the project.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const UPLOADER = 'miniprogram-ci@2.1.42';
/** One number per purpose: WeChat keeps the newest upload of each robot (1–30). */
const robots = { release: 1, trial: 2, check: 3 };
const miniapp = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        robot: { type: 'string', default: 'check' },
        version: { type: 'string' },
        note: { type: 'string', default: '' },
        preview: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(error.message);
  }
}

const { robot, version, note, preview, 'dry-run': dryRun } = options();
const { WECHAT_APPID, WECHAT_UPLOAD_KEY } = process.env;
if (!(robot in robots)) fail(`--robot 应为 ${Object.keys(robots).join('、')}`);
if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) fail('--version 应写成 1.0.0 的样子');
if (!/^wx[0-9a-f]{16}$/.test(WECHAT_APPID ?? '')) fail('请设置 WECHAT_APPID（wx 开头，18 位）');
if (!WECHAT_UPLOAD_KEY || !existsSync(WECHAT_UPLOAD_KEY)) {
  fail('请设置 WECHAT_UPLOAD_KEY，指向小程序后台下载的代码上传密钥文件');
}
if (!existsSync(resolve(miniapp, 'dist/weapp/app.json'))) {
  fail('还没有构建：先运行 SUNLEDGER_API_BASE=https://接口域名/api/v1 npm run build:weapp');
}

const args = [
  '--yes',
  UPLOADER,
  preview ? 'preview' : 'upload',
  '--pp',
  miniapp,
  '--pkp',
  resolve(WECHAT_UPLOAD_KEY),
  '--appid',
  WECHAT_APPID,
  '--uv',
  version,
  '--ud',
  note || `阳光台账 ${version}`,
  '-r',
  String(robots[robot]),
  ...(preview ? ['--qrcode-format', 'image', '--qrcode-output-dest', resolve(preview)] : []),
];
if (dryRun) {
  process.stdout.write(`npx ${args.join(' ')}\n`);
} else {
  const child = spawn(process.platform === 'win32' ? 'npx.cmd' : 'npx', args, { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 1));
}
