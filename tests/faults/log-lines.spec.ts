import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints } from '@sunledger/shared-types';
import { ApiClient } from '../support/api-client';
import { backendDist, buildBackend } from '../support/build-backend';
import { freshDatabase } from '../support/mariadb';
import { Webhook } from '../support/webhook';
import { WechatStandIn } from '../support/wechat/wechat-stand-in';
import { popup, TEMPLATES } from '../support/wechat/wechat-world';

const TEXT = '梅花巷口的红绿灯什么时候修好？存疑示例';
const ANSWER = '红绿灯配件已到货，本周五前修复，请放心通行。';
const PHONE = '13912348888';
const CITIZEN = 'openid-citizen-of-the-log';

/**
 * W2 from an empty production database, with everything that goes wrong with WeChat on the way: the server logs
 * as much as it can, and not one line holds a secret, a token, an openid, a phone number or a word of anybody.
 */
describe('what a server in production writes down', () => {
  let wechat: WechatStandIn;
  let sms: Webhook;
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  let server: ChildProcess | null = null;
  let lines = '';
  const secrets: string[] = [];

  beforeAll(async () => {
    buildBackend();
    [wechat, sms] = [await WechatStandIn.start(), await Webhook.start()];
    for (const { id } of Object.values(TEMPLATES)) wechat.state.templates.add(id);
    folder = mkdtempSync(join(tmpdir(), 'sunledger-log-'));
    const own = {
      SESSION_SECRET: 'session-secret-of-the-log-spec-000001',
      FIELD_KEY: 'field-key-of-the-log-spec-00000000001',
      CHAIN_KEY: 'chain-key-of-the-log-spec-00000000001',
      SMS_WEBHOOK_SECRET: 'sms-secret-of-the-log-spec-0000000001',
    };
    secrets.push(...Object.values(own), ...Object.values(wechatSecrets()));
    environment = {
      PATH: process.env.PATH,
      ...own,
      ...wechat.environment({ WECHAT_TEMPLATES: JSON.stringify(TEMPLATES) }),
      SMS_WEBHOOK_URL: sms.url,
      NODE_ENV: 'production',
      LOG_LEVEL: 'debug',
      PORT: '0',
      DATA_DIR: folder,
      ...(process.env.TEST_DATABASE === 'mariadb' ? { DATABASE_URL: await freshDatabase('_log') } : {}),
    };
  });

  afterAll(async () => {
    if (server?.exitCode === null) server.kill('SIGKILL');
    await Promise.all([wechat.stop(), sms.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const wechatSecrets = () => {
    const { WECHAT_SECRET = '', WECHAT_PUSH_TOKEN = '', WECHAT_PUSH_KEY = '' } = wechat.environment();
    return { WECHAT_SECRET, WECHAT_PUSH_TOKEN, WECHAT_PUSH_KEY };
  };

  async function started(): Promise<string> {
    const child = spawn(process.execPath, [join(backendDist, 'main.js')], { env: environment });
    server = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (lines += text.toString('utf8')));
    while (child.exitCode === null) {
      const [, port] = /http:\/\/localhost:(\d+)/.exec(lines) ?? [];
      if (port) return `http://127.0.0.1:${port}`;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`the server ended with ${child.exitCode}: ${lines}`);
  }

  it('is told enough to work by, and nothing of anybody', async () => {
    const cli = spawnSync(
      process.execPath,
      [join(backendDist, 'cli.js'), 'found', '--region', 'lingxi', '--name', '灵溪县', '--json'],
      { env: environment, encoding: 'utf8' },
    );
    expect([cli.status, cli.stderr]).toEqual([0, '']);
    const codes = JSON.parse(cli.stdout) as { office: { secret: string } };
    const url = await started();
    const api = new ApiClient(url);
    const { account, invitation, message, unit } = endpoints;

    const signIn = async (openid: string): Promise<{ accessToken: string }> => {
      const code = wechat.loginCode(openid);
      const session = await api.ok(account.signInWechat, { code });
      secrets.push(openid, code, session.accessToken, session.refreshToken);
      return { accessToken: session.accessToken };
    };
    const joined = async (openid: string, name: string, secret: string): Promise<{ accessToken: string }> => {
      const as = await signIn(openid);
      await api.ok(invitation.accept, { code: secret, name }, { as });
      secrets.push(secret, name);
      return as;
    };
    const office = await joined('openid-office-of-the-log', '周公开', codes.office.secret);
    const bureau = await api.ok(
      unit.create,
      { code: 'lingxi', name: '县公安局', kind: 'department' },
      { as: office },
    );
    const invite = async (role: 'handler' | 'reviewer'): Promise<string> =>
      (await api.ok(invitation.create, { code: 'lingxi', unitId: bureau.id, role }, { as: office })).secret;
    const handler = await joined('openid-handler-of-the-log', '李经手', await invite('handler'));
    const reviewer = await joined('openid-reviewer-of-the-log', '孙把关', await invite('reviewer'));

    const citizen = await signIn(CITIZEN);
    const phoneCode = wechat.phoneCode(PHONE);
    await api.ok(account.verifyPhone, { code: phoneCode }, { as: citizen });
    secrets.push(phoneCode, PHONE, TEXT.slice(0, 8), ANSWER.slice(0, 8), '王留言');

    // Whatever can go wrong, does.
    wechat.trouble('/wxa/msg_sec_check', { status: 502 }, { errcode: -1 }, { errcode: 40001 });
    wechat.trouble('/cgi-bin/message/subscribe/send', { errcode: 47003 });
    await api.call(account.signInWechat, { code: 'no-such-code-of-the-log' });
    await api.call(message.get, { id: 1 }, { as: { accessToken: 'no-token-of-the-log' } });
    secrets.push('no-such-code-of-the-log', 'no-token-of-the-log');
    await wechat.push(`${url}/wechat/push`, popup(CITIZEN, TEMPLATES.answered.id, 'accept'), {
      signature: true,
    });
    wechat.consent(CITIZEN, TEMPLATES.answered.id);
    await wechat.push(`${url}/wechat/push`, popup(CITIZEN, TEMPLATES.answered.id, 'accept'));

    const sent = {
      region: 'lingxi',
      kind: 'inquiry' as const,
      text: TEXT,
      contactName: '王留言',
      contactPhone: PHONE,
      public: true,
    };
    const { id } = await api.ok(message.submit, sent, { as: citizen });
    await api.call(message.list, { region: 'lingxi', q: '梅花巷口' });
    await until(() => wechat.callsOf('/wxa/msg_sec_check').length >= 3);
    await api.ok(message.assign, { id, unitId: bureau.id }, { as: office });
    await api.ok(message.reply, { id, text: ANSWER }, { as: handler });
    await api.call(message.approve, { id, confirmed: true }, { as: reviewer });
    await api.ok(message.approve, { id, confirmed: true, makePublic: false }, { as: reviewer });
    await until(() => sms.posts.length > 0);
    await api.ok(message.rate, { id, level: 5, text: ANSWER.slice(0, 8) }, { as: citizen });
    secrets.push(...wechat.state.tokens.keys());

    server?.kill('SIGTERM');
    if (server) await once(server, 'exit');
    const told = lines.split('\n').filter((line) => line.startsWith('{'));
    // There is something to look at: every request, and WeChat's refusals by their names.
    expect(told.filter((line) => line.includes('"route"')).length).toBeGreaterThan(20);
    for (const word of ['checkText', 'FIELD_INVALID', 'SIGNATURE']) expect(lines).toContain(word);
    expect(secrets.length).toBeGreaterThan(25);
    expect(secrets.filter((secret) => lines.includes(secret))).toEqual([]);
    expect(/access_token=|secret=|js_code=|\b1[3-9]\d{9}\b/.exec(lines)?.[0]).toBeUndefined();
  }, 60_000);

  async function until(done: () => boolean): Promise<void> {
    for (let attempt = 0; attempt < 300 && !done(); attempt++)
      await new Promise((next) => setTimeout(next, 100));
    expect(done()).toBe(true);
  }
});
