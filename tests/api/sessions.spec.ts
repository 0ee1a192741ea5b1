import { endpoints, type Session } from '@sunledger/shared-types';
import { CreateAccountService } from '../../backend/src/features/account/create-account.service';
import { OpenSessionService } from '../../backend/src/features/account/open-session.service';
import { DEMO_PROVIDER } from '../../backend/src/features/account/demo-personas';
import { startApp, type TestApp } from '../support/app';
import { asPerson, wechatWorld } from '../support/wechat/wechat-world';

const { list, end, endOthers, confirm, openScan, claimScan, lookScan, answerScan } = endpoints.session;
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0.50';

const refusal = async (call: Promise<{ status: number; error: { code: string } | null }>) => {
  const { status, error } = await call;
  return [status, error?.code];
};

/** Runs with the system clock moved; business time stands. */
async function later<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + milliseconds);
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
}

describe('sessions and scanning', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    for (const subject of ['citizen', 'handler']) {
      const identity = { provider: DEMO_PROVIDER, subject };
      await app.get(CreateAccountService).run(app.ctx(), { name: subject, identity });
    }
  });

  afterAll(() => app.stop());

  const signIn = (userAgent = PHONE, persona: 'citizen' | 'handler' = 'citizen'): Promise<Session> =>
    app.api.ok(endpoints.account.signInDemo, { persona }, { headers: { 'user-agent': userAgent } });
  const pc = { headers: { 'user-agent': CHROME } };
  const showCode = () => app.api.ok(openScan, {}, pc);

  it('lists the devices by name, the own one marked, and ends one from afar at once', async () => {
    const [phone, desk] = [asPerson(await signIn()), asPerson(await signIn(CHROME))];
    const { items } = await app.api.ok(list, {}, { as: phone });
    expect(items.find((item) => item.current)?.device).toBe('微信小程序 · iOS');
    const other = items.find((item) => item.device === 'Chrome · Windows');
    expect(await app.api.ok(end, { id: other?.id ?? 0 }, { as: phone })).toEqual({ done: true });
    expect((await app.api.call(endpoints.account.me, {}, { as: desk })).status).toBe(401);
    expect(await refusal(app.api.call(end, { id: other?.id ?? 0 }, { as: phone }))).toEqual([
      404,
      'SESSION_NOT_FOUND',
    ]);
    expect((await app.api.call(list, {})).status).toBe(401);
  });

  it('of somebody else is not there', async () => {
    const mine = asPerson(await signIn(PHONE, 'handler'));
    const theirs = await app.api.ok(list, {}, { as: asPerson(await signIn()) });
    const id = theirs.items[0]?.id ?? 0;
    expect(await refusal(app.api.call(end, { id }, { as: mine }))).toEqual([404, 'SESSION_NOT_FOUND']);
  });

  it('signing out everywhere else asks again once the proof is old', async () => {
    const [phone, desk] = [asPerson(await signIn()), asPerson(await signIn(CHROME))];
    await later(11 * 60_000, async () => {
      expect(await refusal(app.api.call(endOthers, {}, { as: phone }))).toEqual([403, 'CONFIRM_REQUIRED']);
      const wrong = app.api.call(confirm, { persona: 'handler' }, { as: phone });
      expect(await refusal(wrong)).toEqual([403, 'CONFIRM_FAILED']);
      expect(await refusal(app.api.call(endOthers, {}, { as: phone }))).toEqual([403, 'CONFIRM_REQUIRED']);
      await app.api.ok(confirm, { persona: 'citizen' }, { as: phone });
      const { ended } = await app.api.ok(endOthers, {}, { as: phone });
      expect(ended).toBeGreaterThan(0);
      expect((await app.api.call(endpoints.account.me, {}, { as: desk })).status).toBe(401);
      expect((await app.api.call(endpoints.account.me, {}, { as: phone })).status).toBe(200);
    });
    expect((await app.api.call(confirm, {}, { as: phone })).error.details?.[0]?.field).toBe('code');
  });

  it('a PC signs in by the phone, once, as its own device', async () => {
    const phone = asPerson(await signIn());
    const { ticket, code, image } = await showCode();
    expect(image).toBeNull();
    expect(await app.api.ok(claimScan, { ticket })).toEqual({ state: 'waiting', session: null });
    expect(await app.api.ok(lookScan, { code }, { as: phone })).toMatchObject({
      purpose: 'signIn',
      device: 'Chrome · Windows',
    });
    expect((await app.api.ok(claimScan, { ticket })).state).toBe('seen');
    await app.api.ok(answerScan, { code, allow: true }, { as: phone });
    const claimed = await app.api.ok(claimScan, { ticket }, pc);
    expect(claimed).toMatchObject({ state: 'done', session: { me: { name: 'citizen' } } });
    const as = { accessToken: claimed.session?.accessToken ?? '' };
    const { items } = await app.api.ok(list, {}, { as });
    expect(items.find((item) => item.current)?.device).toBe('Chrome · Windows');
  });

  it('a replay is refused: of the ticket, of the code, of the answer', async () => {
    const phone = asPerson(await signIn());
    const { ticket, code } = await showCode();
    await app.api.ok(lookScan, { code }, { as: phone });
    await app.api.ok(answerScan, { code, allow: true }, { as: phone });
    expect(await refusal(app.api.call(answerScan, { code, allow: true }, { as: phone }))).toEqual([
      409,
      'SCAN_USED',
    ]);
    const both = await Promise.all([1, 2].map(() => app.api.call(claimScan, { ticket })));
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await refusal(app.api.call(claimScan, { ticket }))).toEqual([409, 'SCAN_USED']);
    expect(await refusal(app.api.call(lookScan, { code }, { as: phone }))).toEqual([409, 'SCAN_USED']);
  });

  it('the picture of the code alone opens nothing', async () => {
    const [owner, thief] = [asPerson(await signIn()), asPerson(await signIn(PHONE, 'handler'))];
    const { code } = await showCode();
    await app.api.ok(lookScan, { code }, { as: owner });
    expect(await refusal(app.api.call(lookScan, { code }, { as: thief }))).toEqual([404, 'SCAN_NOT_FOUND']);
    const stolen = app.api.call(answerScan, { code, allow: true }, { as: thief });
    expect(await refusal(stolen)).toEqual([404, 'SCAN_NOT_FOUND']);
    expect(await refusal(app.api.call(claimScan, { ticket: code }))).toEqual([404, 'SCAN_NOT_FOUND']);
    const unseen = await showCode();
    const blind = app.api.call(answerScan, { code: unseen.code, allow: true }, { as: owner });
    expect(await refusal(blind)).toEqual([404, 'SCAN_NOT_FOUND']);
  });

  it('a refusal is told to the PC, and two minutes are the end', async () => {
    const phone = asPerson(await signIn());
    const refused = await showCode();
    await app.api.ok(lookScan, { code: refused.code }, { as: phone });
    await app.api.ok(answerScan, { code: refused.code, allow: false }, { as: phone });
    expect(await app.api.ok(claimScan, { ticket: refused.ticket })).toEqual({
      state: 'refused',
      session: null,
    });
    const { ticket, code } = await showCode();
    await later(121_000, async () => {
      expect((await app.api.ok(claimScan, { ticket })).state).toBe('expired');
      expect(await refusal(app.api.call(lookScan, { code }, { as: phone }))).toEqual([409, 'SCAN_EXPIRED']);
    });
  });

  it('guessed codes are limited', async () => {
    const guesser = asPerson(await signIn(PHONE, 'handler'));
    const answers: unknown[] = [];
    for (let guess = 0; guess < 22; guess++) {
      const [, code] = await refusal(
        app.api.call(lookScan, { code: `${guess}`.padStart(24, '0') }, { as: guesser }),
      );
      answers.push(code);
    }
    expect(answers[0]).toBe('SCAN_NOT_FOUND');
    expect(answers.at(-1)).toBe('RATE_LIMITED');
  });

  it('a PC renews its proof by the phone of the same person only', async () => {
    const phone = await app.given.person();
    const desk = await app.get(OpenSessionService).run(app.ctx(), phone.actor);
    expect((await app.api.call(openScan, { purpose: 'confirm' })).status).toBe(401);
    const { ticket, code } = await app.api.ok(openScan, { purpose: 'confirm' }, { as: desk });
    await app.api.ok(lookScan, { code }, { as: phone });
    await app.api.ok(answerScan, { code, allow: true }, { as: phone });
    expect(await app.api.ok(claimScan, { ticket }, { as: desk })).toEqual({ state: 'done', session: null });
    const other = await app.api.ok(openScan, { purpose: 'confirm' }, { as: desk });
    const stranger = await app.given.person();
    await app.api.ok(lookScan, { code: other.code }, { as: stranger });
    await app.api.ok(answerScan, { code: other.code, allow: true }, { as: stranger });
    expect(await refusal(app.api.call(claimScan, { ticket: other.ticket }, { as: desk }))).toEqual([
      403,
      'CONFIRM_FAILED',
    ]);
  });

  it('stores neither ticket nor code', async () => {
    const { ticket, code } = await showCode();
    const rows = JSON.stringify(await app.database.read('SELECT * FROM scan_ticket', []));
    expect(rows).not.toContain(ticket);
    expect(rows).not.toContain(code);
  });
});

describe('with WeChat', () => {
  it('the code is a mini-program code, and the proof is a fresh login of the same person', async () => {
    const world = await wechatWorld();
    try {
      const { app, wechat } = world;
      const shown = await app.api.ok(openScan, {});
      expect(shown.image).toMatch(/^data:image\/png;base64,/);
      expect(wechat.state.codes).toEqual([{ scene: shown.code, page: 'citizen/scan/index' }]);
      const as = asPerson(await world.signIn('openid-1'));
      await app.api.ok(confirm, { code: wechat.loginCode('openid-1') }, { as });
      const other = app.api.call(confirm, { code: wechat.loginCode('openid-2') }, { as });
      expect(await refusal(other)).toEqual([403, 'CONFIRM_FAILED']);
      wechat.trouble('/wxa/getwxacodeunlimit', { errcode: 41030 });
      expect((await app.api.ok(openScan, {})).image).toBeNull();
    } finally {
      await world.stop();
    }
  });
});
