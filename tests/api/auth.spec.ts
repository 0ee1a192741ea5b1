import { endpoints, personas, type Session } from '@sunledger/shared-types';
import { CreateAccountService } from '../../backend/src/features/account/create-account.service';
import { DEMO_PROVIDER } from '../../backend/src/features/account/demo-personas';
import { startApp, type TestApp } from '../support/app';

const { signInDemo, listPersonas, refresh, signOut, me } = endpoints.account;

describe('signing in', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    const region = await app.given.region();
    await app.get(CreateAccountService).run(app.ctx(), {
      name: '陈经办',
      identity: { provider: DEMO_PROVIDER, subject: 'handler' },
      memberships: [{ role: 'handler', regionId: region.id, unitId: region.office.id }],
    });
  });

  afterAll(() => app.stop());

  const signIn = (): Promise<Session> => app.api.ok(signInDemo, { persona: 'handler' });
  const code = async (call: Promise<{ status: number; error: { code: string } | null }>) => {
    const { status, error } = await call;
    return [status, error?.code];
  };
  const meWith = (accessToken: string) => app.api.call(me, {}, { as: { accessToken } });

  it('as a persona gives tokens and tells who I am', async () => {
    const session = await signIn();
    expect(session).toMatchObject({
      expiresIn: 900,
      me: { name: '陈经办', memberships: [{ role: 'handler' }] },
    });
    const answer = await meWith(session.accessToken);
    expect([answer.status, answer.body.id]).toEqual([200, session.me.id]);
    expect(answer.headers.get('etag')).toBeNull();
  });

  it('lists the personas that exist', async () => {
    const { items } = await app.api.ok(listPersonas, {});
    expect(items).toEqual([
      expect.objectContaining({
        persona: 'handler',
        role: '经办人',
        regionName: '云溪县',
        unitName: '云溪县政务公开办',
      }),
    ]);
  });

  it('knows no persona that was not made, and none that is no persona', async () => {
    expect(personas).toContain('admin');
    expect(await code(app.api.call(signInDemo, { persona: 'admin' }))).toEqual([404, 'NOT_FOUND']);
    const answer = await app.api.call(signInDemo, { persona: 'mayor' as 'admin' });
    expect(answer.error).toMatchObject({
      code: 'INVALID_INPUT',
      details: [{ field: 'persona', message: '没有这个演示身份' }],
    });
  });

  it('is needed for what belongs to a person', async () => {
    expect(await code(app.api.call(me, {}))).toEqual([401, 'SIGN_IN_REQUIRED']);
    expect(await code(meWith('forged.token.here'))).toEqual([401, 'TOKEN_EXPIRED']);
    const session = await signIn();
    const [head, body] = session.accessToken.split('.');
    expect(await code(meWith(`${head}.${body}.AAAA`))).toEqual([401, 'TOKEN_EXPIRED']);
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${body}.`;
    expect(await code(meWith(none))).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('says on a public page too that a token ended, so that the client refreshes it', async () => {
    const answer = await app.api.call(endpoints.region.list, {}, { as: { accessToken: 'ended' } });
    expect(answer.error.code).toBe('TOKEN_EXPIRED');
  });

  it('is prolonged by a refresh token that changes each time', async () => {
    const first = await signIn();
    const second = await app.api.ok(
      refresh,
      { refreshToken: first.refreshToken },
      { as: { accessToken: 'ended' } },
    );
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect((await meWith(second.accessToken)).status).toBe(200);
    const third = await app.api.ok(refresh, { refreshToken: second.refreshToken });
    expect((await meWith(third.accessToken)).status).toBe(200);
  });

  it('survives two refreshes at once: both get the same successor', async () => {
    const session = await signIn();
    const twice = await Promise.all(
      [1, 2, 3].map(() => app.api.ok(refresh, { refreshToken: session.refreshToken })),
    );
    expect(new Set(twice.map((each) => each.refreshToken)).size).toBe(1);
    expect((await app.api.call(refresh, { refreshToken: twice[0]?.refreshToken ?? '' })).status).toBe(200);
  });

  it('ends everywhere when an old refresh token comes back after its successor was used', async () => {
    const first = await signIn();
    const second = await app.api.ok(refresh, { refreshToken: first.refreshToken });
    const third = await app.api.ok(refresh, { refreshToken: second.refreshToken });
    expect(await code(app.api.call(refresh, { refreshToken: first.refreshToken }))).toEqual([
      401,
      'REFRESH_REUSED',
    ]);
    expect(await code(app.api.call(refresh, { refreshToken: third.refreshToken }))).toEqual([
      401,
      'REFRESH_INVALID',
    ]);
    expect(await code(meWith(third.accessToken))).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('refuses an old refresh token after the seconds of grace', async () => {
    const session = await signIn();
    await app.api.ok(refresh, { refreshToken: session.refreshToken });
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 11_000);
    try {
      const late = await code(app.api.call(refresh, { refreshToken: session.refreshToken }));
      expect(late).toEqual([401, 'REFRESH_REUSED']);
    } finally {
      clock.mockRestore();
    }
  });

  it('ends with signing out, at once and as often as asked', async () => {
    const session = await signIn();
    await meWith(session.accessToken);
    expect(await app.api.ok(signOut, { refreshToken: session.refreshToken })).toEqual({ done: true });
    expect(await code(meWith(session.accessToken))).toEqual([401, 'TOKEN_EXPIRED']);
    expect(await code(app.api.call(refresh, { refreshToken: session.refreshToken }))).toEqual([
      401,
      'REFRESH_INVALID',
    ]);
    expect(await app.api.ok(signOut, { refreshToken: session.refreshToken })).toEqual({ done: true });
    expect(await app.api.ok(signOut, { refreshToken: 'never seen' })).toEqual({ done: true });
  });

  it('ends by itself after 30 days without a refresh, and the access token after 15 minutes', async () => {
    const session = await signIn();
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 16 * 60_000);
    try {
      expect(await code(meWith(session.accessToken))).toEqual([401, 'TOKEN_EXPIRED']);
      clock.mockImplementation(() => now + 31 * 24 * 3600_000);
      expect(await code(app.api.call(refresh, { refreshToken: session.refreshToken }))).toEqual([
        401,
        'REFRESH_INVALID',
      ]);
    } finally {
      clock.mockRestore();
    }
  });

  it('stores no token and no outer identity in clear', async () => {
    const session = await signIn();
    const tokens = await app.database.read('SELECT token_hash FROM refresh_token', []);
    expect(tokens.map((row) => row.token_hash)).not.toContain(session.refreshToken);
    const identities = await app.database.read('SELECT subject_hash FROM account_identity', []);
    for (const { subject_hash: hash } of identities) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('without DEMO', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ environment: { DEMO: '0' } });
  });

  afterAll(() => app.stop());

  it('there is no demo sign-in', async () => {
    expect((await app.api.call(signInDemo, { persona: 'citizen' })).status).toBe(404);
    expect((await app.api.call(listPersonas, {})).status).toBe(404);
  });
});
