import { Logger } from '@nestjs/common';
import {
  AccessTokens,
  type SharedToken,
  type TokenStore,
} from '../../backend/src/adapters/wechat/access-tokens';
import { WechatError } from '../../backend/src/adapters/wechat';
import { CloudTransport } from '../../backend/src/adapters/wechat/cloud.transport';
import { OwnHostTransport } from '../../backend/src/adapters/wechat/own-host.transport';
import { meaningOf, wechatApis, type WechatApi } from '../../backend/src/adapters/wechat/wechat-apis';
import { WechatClient } from '../../backend/src/adapters/wechat/wechat-client';
import { WechatGateway } from '../../backend/src/adapters/wechat/wechat.gateway';
import { WechatTokenRepository } from '../../backend/src/adapters/wechat/wechat-token.repository';
import { startApp, type TestApp } from '../support/app';
import { WechatStandIn } from '../support/wechat/wechat-stand-in';

/** Every call against the stand-in: as documented, and with every documented error. */
const STORED = 'cloud://prod-1.7465-prod-1-1250000000/incoming/a.jpg';

describe('the WeChat gateway', () => {
  let wechat: WechatStandIn;
  let gateway: WechatGateway;
  const OPENID = 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY';
  const TEMPLATE = 'template-answered-0001';

  beforeAll(() => Logger.overrideLogger(false));

  beforeEach(async () => {
    wechat = await WechatStandIn.start();
    gateway = gatewayTo(wechat, memoryStore());
    wechat.state.templates.add(TEMPLATE);
    wechat.state.user(OPENID).seenAt = Date.now();
  });

  afterEach(() => wechat.stop());

  const message = (fields: Record<string, string> = { thing1: '您的留言已答复', phrase2: '已答复' }) => ({
    openid: OPENID,
    templateId: TEMPLATE,
    page: 'citizen/message/index?id=1',
    fields,
  });

  /** Each API once, so that whatever holds for all is tried on all. */
  const calls: Record<Exclude<keyof typeof wechatApis, 'stableToken'>, () => Promise<unknown>> = {
    code2Session: () => gateway.codeToSession(wechat.loginCode(OPENID)),
    phoneNumber: () => gateway.phoneNumber(wechat.phoneCode('13800138000')),
    sendSubscribe: () => gateway.sendSubscribe(message()),
    checkText: () => gateway.checkText({ openid: OPENID, scene: 2, content: '路灯坏了' }),
    checkMedia: () =>
      gateway.checkMedia({ openid: OPENID, scene: 2, url: 'https://x.gov.cn/1.jpg', kind: 'image' }),
    unlimitedCode: () => gateway.unlimitedCode({ scene: 'abc123', page: 'citizen/scan/index' }),
    cloudFileUrl: () => gateway.cloudFileUrl('prod-1', STORED),
    urlLink: () => gateway.urlLink({ page: 'citizen/message/index', query: 'id=1', days: 30 }),
  };
  const names = Object.keys(calls) as (keyof typeof calls)[];
  const failureOf = async (call: Promise<unknown>): Promise<WechatError> => {
    const error: unknown = await call.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof WechatError)) throw new Error(`no WechatError: ${String(error)}`);
    return error;
  };

  it('signs in, reads the phone, sends, checks, makes codes and links', async () => {
    wechat.consent(OPENID, TEMPLATE);
    expect(await calls.code2Session()).toEqual({ openid: OPENID });
    expect(await calls.phoneNumber()).toBe('13800138000');
    expect(await gateway.phoneNumber(wechat.phoneCode('5551234', '1'))).toBe('+15551234');
    expect(await calls.sendSubscribe()).toMatch(/^\d+$/);
    expect(await calls.checkText()).toMatchObject({ suggest: 'pass', label: 100 });
    expect(await calls.checkMedia()).toEqual({ traceId: expect.stringMatching(/^media-/) });
    expect(
      (await gateway.unlimitedCode({ scene: 'abc123', page: 'citizen/scan/index' })).subarray(1, 4),
    ).toEqual(Buffer.from('PNG'));
    wechat.state.cloudFiles.set(STORED, Buffer.from('a photo'));
    expect(await calls.cloudFileUrl()).toMatch(/^http/);
    expect(await gateway.cloudFileUrl('prod-1', `${STORED}.gone`)).toBeNull();
    expect(await calls.urlLink()).toMatch(/^https:\/\/wxaurl\.cn\//);
    expect(wechat.sentTo(OPENID)).toEqual([
      expect.objectContaining({ miniprogram_state: 'formal', page: 'citizen/message/index?id=1' }),
    ]);
  });

  const documented = names.flatMap((name) => {
    const api: WechatApi = wechatApis[name];
    const common = [40013, 40164, 45009, 47001, 48001, 85107, 85112];
    return [...new Set([...Object.keys(api.errors).map(Number), ...common])].map(
      (errcode) => [name, errcode] as const,
    );
  });

  it.each(documented)('%s: errcode %d becomes what its table says', async (name, errcode) => {
    const [fault, reason] = meaningOf(wechatApis[name], errcode);
    wechat.trouble(wechatApis[name].path, { errcode }, { errcode }, { errcode });
    expect(await failureOf(calls[name]())).toMatchObject({ fault, reason, errcode, outcomeKnown: true });
  });

  it.each(names)('%s: busy (-1) is tried again and then succeeds', async (name) => {
    wechat.consent(OPENID, TEMPLATE);
    wechat.trouble(wechatApis[name].path, { errcode: -1 }, { errcode: -1 });
    await expect(calls[name]()).resolves.toBeDefined();
    expect(wechat.callsOf(wechatApis[name].path)).toHaveLength(3);
  });

  it.each(names)('%s: silence is tried again only where twice does no harm', async (name) => {
    const { path, repeatable } = wechatApis[name];
    for (const trouble of [
      { status: 502 },
      { hangUp: true } as const,
      { slowMs: 600 },
      { garbage: true } as const,
    ]) {
      wechat.calls.length = 0;
      wechat.consent(OPENID, TEMPLATE);
      wechat.trouble(path, trouble);
      const call = calls[name]();
      if (repeatable) {
        await expect(call).resolves.toBeDefined();
      } else {
        expect(await failureOf(call)).toMatchObject({ fault: 'down', outcomeKnown: false });
        expect(wechat.callsOf(path)).toHaveLength(1);
      }
    }
  });

  it('a code works once, a blocked user is told apart', async () => {
    const code = wechat.loginCode(OPENID);
    await gateway.codeToSession(code);
    expect(await failureOf(gateway.codeToSession(code))).toMatchObject({
      reason: 'CODE_USED',
      fault: 'person',
    });
    expect(await failureOf(gateway.codeToSession('never'))).toMatchObject({ reason: 'CODE_INVALID' });
    wechat.state.user(OPENID).blocked = true;
    expect(await failureOf(calls.code2Session())).toMatchObject({ reason: 'USER_BLOCKED' });
  });

  it('one accepted tap is one message; then 43101 is an outcome and is not tried again', async () => {
    wechat.consent(OPENID, TEMPLATE);
    await calls.sendSubscribe();
    wechat.calls.length = 0;
    expect(await failureOf(calls.sendSubscribe())).toMatchObject({
      fault: 'person',
      reason: 'NO_CONSENT_LEFT',
      errcode: 43101,
    });
    expect(wechat.callsOf('/cgi-bin/message/subscribe/send')).toHaveLength(1);
    expect(wechat.sentTo(OPENID)).toHaveLength(1);
  });

  it('makes every value fit its field, however long, empty or odd it is', async () => {
    const odd = '第一行\n第二行 ' + '很长的说明'.repeat(10);
    for (const value of [odd, '', '2026-02-14T16:20:00.000+08:00', '¥12.5', '王小明1', 'A&B!']) {
      wechat.consent(OPENID, TEMPLATE);
      const keys = [
        'thing1',
        'number2',
        'letter3',
        'symbol4',
        'character_string5',
        'time6',
        'date7',
        'amount8',
      ];
      const more = ['phone_number9', 'car_number10', 'name11', 'phrase12'];
      await gateway.sendSubscribe(message(Object.fromEntries([...keys, ...more].map((key) => [key, value]))));
    }
    const [first, , third] = wechat.sentTo(OPENID);
    expect(first?.data.thing1?.value).toBe('第一行 第二行 很长的说明很长的说明很…');
    expect(third?.data.time6?.value).toBe('2026年2月14日 16:20');
  });

  it('the worst piece of a long text counts, and errcode 0 is no pass', async () => {
    const long = (word: string) => `${'好'.repeat(2600)}${word}`;
    const check = (content: string) => gateway.checkText({ openid: OPENID, scene: 2, content });
    expect(await check(long('违规示例'))).toMatchObject({ suggest: 'risky', label: 20001 });
    expect(await check(long('存疑示例'))).toMatchObject({ suggest: 'review' });
    expect(await check(long(''))).toMatchObject({ suggest: 'pass' });
    expect(wechat.callsOf('/wxa/msg_sec_check')).toHaveLength(6);
    wechat.state.user(OPENID).seenAt = Date.now() - 3 * 3600_000;
    expect(await failureOf(check('路灯'))).toMatchObject({ reason: 'VISIT_TOO_OLD', errcode: 61010 });
  });

  it('refuses a scene that WeChat would refuse, before asking', async () => {
    expect(
      await failureOf((async () => gateway.unlimitedCode({ scene: '中文', page: 'x' }))()),
    ).toMatchObject({
      reason: 'SCENE_WRONG',
    });
    expect(wechat.calls).toEqual([]);
    expect(await failureOf(gateway.unlimitedCode({ scene: 'a', page: 'no/such' }))).toMatchObject({
      errcode: 41030,
    });
  });

  it('takes a new token when the old one is refused, and shares it', async () => {
    const store = memoryStore();
    const [first, second] = [gatewayTo(wechat, store), gatewayTo(wechat, store)];
    const check = (of: WechatGateway) => of.checkText({ openid: OPENID, scene: 2, content: '路灯' });
    await check(first);
    await check(second);
    expect(wechat.callsOf('/cgi-bin/stable_token')).toHaveLength(1);
    wechat.state.tokens.clear();
    await check(first);
    await check(second);
    // One normal call that still gave the refused token, or a new one; never one per call.
    expect(wechat.callsOf('/cgi-bin/stable_token').length).toBeLessThanOrEqual(3);
    wechat.state.tokens.set(wechat.state.token ?? '', Date.now() - 1000);
    await check(second);
    await check(first);
  });

  it('a token that cannot be had is no unknown outcome: nothing was sent', async () => {
    wechat.consent(OPENID, TEMPLATE);
    wechat.trouble('/cgi-bin/stable_token', { status: 500 }, { status: 500 }, { status: 500 });
    expect(await failureOf(calls.sendSubscribe())).toMatchObject({ fault: 'down', outcomeKnown: true });
    wechat.trouble('/cgi-bin/stable_token', { errcode: 40125 });
    expect(await failureOf(calls.sendSubscribe())).toMatchObject({ fault: 'setup', reason: 'SECRET_WRONG' });
    expect(wechat.sentTo(OPENID)).toEqual([]);
  });

  it('stops knocking after five silences and tries again half a minute later', async () => {
    const { path } = wechatApis.sendSubscribe;
    wechat.trouble(path, ...Array.from({ length: 5 }, () => ({ status: 503 })));
    for (let at = 0; at < 5; at++) await failureOf(calls.sendSubscribe());
    expect(await failureOf(calls.sendSubscribe())).toMatchObject({
      reason: 'BREAKER_OPEN',
      outcomeKnown: true,
    });
    expect(wechat.callsOf(path)).toHaveLength(5);
    wechat.consent(OPENID, TEMPLATE);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 31_000);
    try {
      await calls.sendSubscribe();
    } finally {
      clock.mockRestore();
    }
    expect(wechat.sentTo(OPENID)).toHaveLength(1);
  });

  it('names no address, secret, token or openid in its errors', async () => {
    wechat.trouble('/sns/jscode2session', { hangUp: true });
    const error = await failureOf(calls.code2Session());
    expect(`${error.message} ${error.code} ${JSON.stringify(error)} ${error.stack ?? ''}`).not.toMatch(
      /127\.0\.0\.1|secret|js_code|o9Ag/,
    );
  });

  it('behind the sidecar sends no token, and a path that is not listed is a matter of setup', async () => {
    const cloud = await WechatStandIn.start({ sidecar: ['/wxa/msg_sec_check'] });
    try {
      cloud.state.user(OPENID).seenAt = Date.now();
      const inside = new WechatGateway(new WechatClient(new CloudTransport(cloud.url, 400)), null, 'formal');
      expect(await inside.checkText({ openid: OPENID, scene: 2, content: '路灯' })).toMatchObject({
        suggest: 'pass',
      });
      expect(cloud.calls[0]?.query.has('access_token')).toBe(false);
      expect(await failureOf(inside.phoneNumber('x'))).toMatchObject({
        reason: 'PATH_NOT_LISTED',
        fault: 'setup',
      });
      expect(await failureOf(inside.codeToSession('x'))).toMatchObject({ reason: 'NOT_ON_CLOUD' });
    } finally {
      await cloud.stop();
    }
  });

  it('without configuration every call says so', async () => {
    const none = new WechatGateway(null, null, 'formal');
    expect(none.enabled).toBe(false);
    expect(await failureOf(none.codeToSession('x'))).toMatchObject({ reason: 'NOT_CONFIGURED' });
  });
});

describe('the shared token', () => {
  let wechat: WechatStandIn;
  let app: TestApp;

  beforeAll(async () => {
    wechat = await WechatStandIn.start();
    app = await startApp({ environment: wechat.environment() });
  });

  afterAll(async () => {
    await app.stop();
    await wechat.stop();
  });

  it('is one for all replicas, by the database, and sealed there', async () => {
    const store = app.get(WechatTokenRepository);
    wechat.state.user('o1').seenAt = Date.now();
    for (const gateway of [gatewayTo(wechat, store), gatewayTo(wechat, store)]) {
      await gateway.checkText({ openid: 'o1', scene: 2, content: '路灯' });
    }
    expect(wechat.callsOf('/cgi-bin/stable_token')).toHaveLength(1);
    const rows = await app.database.read('SELECT token_enc FROM wechat_token', []);
    expect(rows).toHaveLength(1);
    expect(String(rows[0]?.token_enc)).not.toContain(wechat.state.token);
    expect((await store.read(wechat.state.appId))?.token).toBe(wechat.state.token);
  });
});

function gatewayTo(wechat: WechatStandIn, store: TokenStore): WechatGateway {
  const host = { base: wechat.url, appId: wechat.state.appId, secret: wechat.state.secret, timeoutMs: 300 };
  const client = new WechatClient(new OwnHostTransport(host, new AccessTokens(host, store)));
  return new WechatGateway(client, host.appId, 'formal');
}

function memoryStore(): TokenStore {
  let kept: SharedToken | null = null;
  return {
    read: () => Promise.resolve(kept),
    write: (_appId, token) => {
      kept = token;
      return Promise.resolve();
    },
  };
}
