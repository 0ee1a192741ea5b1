import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const miniapp = resolve(__dirname, '../../miniapp');
const script = join(miniapp, 'deploy/upload.mjs');
const APPID = 'wx0123456789abcdef';

describe('the upload of the mini-program', () => {
  let folder;
  let key;
  let made;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sunledger-upload-'));
    key = join(folder, 'private.key');
    writeFileSync(key, 'no real key');
    made = !existsSync(join(miniapp, 'dist/weapp/app.json'));
    if (made) {
      mkdirSync(join(miniapp, 'dist/weapp'), { recursive: true });
      writeFileSync(join(miniapp, 'dist/weapp/app.json'), '{}');
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    if (made) rmSync(join(miniapp, 'dist/weapp'), { recursive: true, force: true });
  });

  const run = async (args, more = {}) => {
    const env = { ...process.env, WECHAT_APPID: APPID, WECHAT_UPLOAD_KEY: key, ...more };
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...args, '--dry-run'], { env });
      return { code: 0, text: stdout };
    } catch (error) {
      return { code: error.code, text: error.stderr };
    }
  };

  it('calls WeChat’s uploader at one version, with the robot of its purpose', async () => {
    const { code, text } = await run(['--robot', 'release', '--version', '1.2.3']);
    expect(code).toBe(0);
    expect(text).toMatch(/^npx --yes miniprogram-ci@\d+\.\d+\.\d+ upload /);
    expect(text).toContain(`--appid ${APPID} --uv 1.2.3`);
    expect(text).toContain('-r 1');
    expect((await run(['--robot', 'trial', '--version', '1.2.3'])).text).toContain('-r 2');
    const preview = await run(['--version', '1.2.3', '--preview', join(folder, 'code.png')]);
    expect(preview.text).toContain(' preview ');
  });

  it('refuses what it cannot use, in one line', async () => {
    const refused = [
      await run(['--robot', 'boss', '--version', '1.2.3']),
      await run(['--version', 'new']),
      await run([]),
      await run(['--version', '1.2.3'], { WECHAT_APPID: 'touristappid' }),
      await run(['--version', '1.2.3'], { WECHAT_UPLOAD_KEY: join(folder, 'none') }),
      await run(['--version', '1.2.3', '--nonsense']),
    ];
    for (const { code, text } of refused) expect([code, text.trim().split('\n').length]).toEqual([2, 1]);
  });
});
