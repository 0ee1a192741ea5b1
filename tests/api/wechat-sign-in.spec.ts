import { endpoints } from '@sunledger/shared-types';
import { startApp, type TestApp } from '../support/app';
import { WechatStandIn } from '../support/wechat/wechat-stand-in';

const { signInWechat, verifyPhone, me } = endpoints.account;

describe('signing in with WeChat', () => {
  let wechat: WechatStandIn;
  let app: TestApp;

  beforeAll(async () => {
    wechat = await WechatStandIn.start();
    app = await startApp({ environment: wechat.environment() });
    await app.given.region();
  });

  afterAll(async () => {
    await app.stop();
    await wechat.stop();
  });

  const signIn = (openid: string) => app.api.ok(signInWechat, { code: wechat.loginCode(openid) });
  const refusal = async (call: Promise<{ status: number; error: { code: string } }>) => {
    const { status, error } = await call;
    return [status, error.code];
  };

  it('makes the account the first time and finds it ever after', async () => {
    const first = await signIn('openid-wang');
    expect(first).toMatchObject({
      expiresIn: 900,
      me: { name: '网友', phoneVerified: false, memberships: [] },
    });
    const second = await signIn('openid-wang');
    expect(second.me.id).toBe(first.me.id);
    expect((await signIn('openid-li')).me.id).not.toBe(first.me.id);
  });

  it('two first sign-ins at once are one account', async () => {
    const both = await Promise.all([signIn('openid-twice'), signIn('openid-twice')]);
    expect(new Set(both.map((session) => session.me.id)).size).toBe(1);
  });

  it('refuses a used code, a wrong one, none, and a blocked user; each says what to do', async () => {
    const code = wechat.loginCode('openid-wang');
    await app.api.ok(signInWechat, { code });
    expect(await refusal(app.api.call(signInWechat, { code }))).toEqual([401, 'WECHAT_CODE_INVALID']);
    expect(await refusal(app.api.call(signInWechat, { code: 'x' }))).toEqual([401, 'WECHAT_CODE_INVALID']);
    expect((await app.api.call(signInWechat, {})).error).toMatchObject({
      code: 'INVALID_INPUT',
      details: [{ field: 'code' }],
    });
    wechat.state.user('openid-bad').blocked = true;
    const blocked = app.api.call(signInWechat, { code: wechat.loginCode('openid-bad') });
    expect(await refusal(blocked)).toEqual([403, 'WECHAT_USER_BLOCKED']);
  });

  it('tells of a WeChat that does not answer, and works again when it does', async () => {
    wechat.trouble('/sns/jscode2session', { status: 502 });
    const silent = app.api.call(signInWechat, { code: wechat.loginCode('openid-wang') });
    expect(await refusal(silent)).toEqual([503, 'WECHAT_UNAVAILABLE']);
    expect((await signIn('openid-wang')).me.name).toBe('网友');
  });

  it('believes no header about who somebody is', async () => {
    const headers = { 'x-wx-openid': 'openid-wang', 'x-wx-source': 'wx_client' };
    const answer = await app.api.call(signInWechat, {}, { headers });
    expect(answer.status).toBe(422);
  });

  it('verifies the phone, once per code, and stores it sealed', async () => {
    const session = await signIn('openid-phone');
    const as = { accessToken: session.accessToken };
    const code = wechat.phoneCode('13912345678');
    expect(await refusal(app.api.call(verifyPhone, { code }))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await refusal(app.api.call(verifyPhone, { code: 'wrong' }, { as }))).toEqual([
      401,
      'WECHAT_CODE_INVALID',
    ]);
    // The key of a retry does not pull the call to WeChat into a transaction.
    const verified = await app.api.ok(verifyPhone, { code }, { as, idempotencyKey: 'phone-verify-0001' });
    expect(verified.phoneVerified).toBe(true);
    expect((await app.api.ok(me, {}, { as })).phoneVerified).toBe(true);
    expect(await refusal(app.api.call(verifyPhone, { code }, { as }))).toEqual([401, 'WECHAT_CODE_INVALID']);
    const rows = await app.database.read('SELECT phone_enc FROM account WHERE phone_enc IS NOT NULL', []);
    expect(rows).toHaveLength(1);
    expect(String(rows[0]?.phone_enc)).not.toContain('13912345678');
    const identities = await app.database.read('SELECT subject_hash, subject_enc FROM account_identity', []);
    for (const row of identities) expect(JSON.stringify(row)).not.toContain('openid-');
  });

  it('remembers the device of a session', async () => {
    await app.api.ok(
      signInWechat,
      { code: wechat.loginCode('openid-agent') },
      { headers: { 'user-agent': 'MicroMessenger/8.0 '.padEnd(200, 'x') } },
    );
    const rows = await app.database.read('SELECT user_agent FROM session ORDER BY id DESC LIMIT 1', []);
    expect(rows[0]?.user_agent).toBe('MicroMessenger/8.0 '.padEnd(120, 'x'));
  });
});

describe('a region that wants a verified phone', () => {
  let wechat: WechatStandIn;
  let app: TestApp;

  beforeAll(async () => {
    wechat = await WechatStandIn.start();
    app = await startApp({ environment: wechat.environment() });
    await app.given.region({ requireVerifiedPhone: true });
  });

  afterAll(async () => {
    await app.stop();
    await wechat.stop();
  });

  it('takes the first message only after the phone was verified', async () => {
    const session = await app.api.ok(signInWechat, { code: wechat.loginCode('openid-first') });
    const as = { accessToken: session.accessToken };
    const message = { region: 'yunxi', kind: 'inquiry' as const, text: '社保卡在哪里补办？' };
    const refused = await app.api.call(endpoints.message.submit, message, { as });
    expect([refused.status, refused.error.code]).toEqual([403, 'PHONE_REQUIRED']);
    await app.api.ok(verifyPhone, { code: wechat.phoneCode('13900000000') }, { as });
    expect(await app.api.ok(endpoints.message.submit, message, { as })).toMatchObject({ status: 'open' });
  });
});

describe('on cloud hosting', () => {
  let wechat: WechatStandIn;
  let app: TestApp;

  beforeAll(async () => {
    wechat = await WechatStandIn.start({ sidecar: ['/wxa/business/getuserphonenumber'] });
    app = await startApp({ environment: wechat.environment({ WECHAT_CLOUD: '1' }) });
  });

  afterAll(async () => {
    await app.stop();
    await wechat.stop();
  });

  const headers = { 'x-wx-openid': 'openid-cloud', 'x-wx-source': 'wx_client' };

  it('the gateway says who calls; without its word nobody signs in', async () => {
    const session = await app.api.ok(signInWechat, {}, { headers });
    expect((await app.api.ok(signInWechat, { code: 'any' }, { headers })).me.id).toBe(session.me.id);
    const none = await app.api.call(signInWechat, { code: 'any' });
    expect([none.status, none.error.code]).toEqual([401, 'WECHAT_NO_IDENTITY']);
    const bare = await app.api.call(signInWechat, {}, { headers: { 'x-wx-openid': 'openid-cloud' } });
    expect(bare.status).toBe(401);
  });

  it('and never who somebody is on the staff, nor instead of a token', async () => {
    expect((await app.api.call(me, {}, { headers })).status).toBe(401);
  });

  it('the phone comes through the sidecar', async () => {
    const session = await app.api.ok(signInWechat, {}, { headers });
    const code = wechat.phoneCode('13911111111');
    const verified = await app.api.ok(verifyPhone, { code }, { as: { accessToken: session.accessToken } });
    expect(verified.phoneVerified).toBe(true);
    expect(wechat.calls.every((call) => !call.query.has('access_token'))).toBe(true);
  });
});

describe('without WeChat', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  it('there is no such sign-in', async () => {
    expect((await app.api.call(signInWechat, { code: 'x' })).status).toBe(404);
    const as = await app.given.person();
    expect((await app.api.call(verifyPhone, { code: 'x' }, { as })).status).toBe(404);
  });
});
